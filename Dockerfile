# Affiant in a container: the distribution's browser and fonts, a Java runtime, an unprivileged user.
#
#   docker build -t affiant .
#   docker run --rm --security-opt seccomp=docker/seccomp.json -v "$PWD/evidence:/evidence" affiant capture URL …
ARG BASE=docker.io/library/debian:bookworm-slim

FROM ${BASE} AS build
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      ca-certificates curl openjdk-17-jdk-headless unzip \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
COPY profiles profiles
RUN ./mvnw -B -q -ntp -DskipTests -Djacoco.skip=true package
# Playwright's driver for this platform, unpacked once here; the bundle for all platforms stays behind.
RUN case $(uname -m) in aarch64) platform=linux-arm64 ;; *) platform=linux ;; esac \
 && unzip -q target/lib/driver-1.*.jar 'driver/package/*' -d /unpacked \
 && unzip -q target/lib/driver-bundle-*.jar "driver/$platform/*" -d /unpacked \
 && mv /unpacked/driver/$platform/* /unpacked/driver/ && rmdir /unpacked/driver/$platform \
 && chmod +x /unpacked/driver/node && rm target/lib/driver-bundle-*.jar

FROM ${BASE}
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      chromium-headless-shell chromium-common ca-certificates openjdk-17-jre-headless tini \
      fontconfig fonts-liberation fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --create-home --home-dir /home/affiant affiant \
 && mkdir /evidence && chown affiant /evidence
COPY --from=build /src/target/lib /opt/affiant/lib
COPY --from=build /unpacked/driver /opt/affiant/driver
COPY affiant /opt/affiant/affiant
COPY fixtures /opt/affiant/fixtures
ENV AFFIANT_STORE=/evidence XDG_CACHE_HOME=/tmp/affiant-cache \
    AFFIANT_BROWSER=/usr/lib/chromium/chromium-headless-shell PLAYWRIGHT_DRIVER_DIR=/opt/affiant/driver
USER 10001
VOLUME /evidence
WORKDIR /evidence
ENTRYPOINT ["/usr/bin/tini", "-g", "--", "/opt/affiant/affiant"]
CMD ["--help"]
