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
RUN ./mvnw -B -q -ntp -DskipTests -Djacoco.skip=true package

FROM ${BASE}
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      chromium-headless-shell chromium-common ca-certificates openjdk-17-jre-headless tini \
      fonts-liberation fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --create-home --home-dir /home/affiant affiant \
 && mkdir /evidence && chown affiant /evidence
COPY --from=build /src/target/lib /opt/affiant/lib
COPY affiant /opt/affiant/affiant
COPY fixtures /opt/affiant/fixtures
# The driver unpacks itself into the cache when a container first captures: about three seconds.
ENV AFFIANT_STORE=/evidence XDG_CACHE_HOME=/tmp/affiant-cache AFFIANT_BROWSER=/usr/lib/chromium/chromium-headless-shell
USER 10001
VOLUME /evidence
WORKDIR /evidence
ENTRYPOINT ["/usr/bin/tini", "-g", "--", "/opt/affiant/affiant"]
CMD ["--help"]
