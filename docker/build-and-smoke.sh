#!/usr/bin/env bash
# Builds the image with buildah, without a Docker engine, and captures a fixture page in it as the
# unprivileged user. As root on Debian or Ubuntu; takes about ten minutes the first time.
# What it cannot show: the seccomp profile, ports and limits of a real Docker engine.
set -euo pipefail
cd "$(dirname "$0")/.."
work=${WORK:-/var/tmp/affiant-image}
mkdir -p "$work"
command -v buildah >/dev/null && command -v debootstrap >/dev/null || {
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends buildah debootstrap
}
b() { buildah --root "$work/root" --runroot "$work/run" --storage-driver vfs "$@"; }
base=localhost/affiant-base:bookworm
if ! b images -q "$base" >/dev/null 2>&1; then
  [ -d "$work/rootfs/usr" ] || debootstrap --variant=minbase bookworm "$work/rootfs" >"$work/debootstrap.log"
  # In a chroot apt's own sandbox user has no rights; and the security updates are wanted.
  echo 'APT::Sandbox::User "root";' >"$work/rootfs/etc/apt/apt.conf.d/90root"
  cp /etc/apt/sources.list "$work/rootfs/etc/apt/sources.list" 2>/dev/null || true
  rm -rf "$work/rootfs/etc/apt/sources.list.d"
  [ -d /etc/apt/sources.list.d ] && cp -r /etc/apt/sources.list.d "$work/rootfs/etc/apt/"
  c=$(b from scratch)
  b add -q "$c" "$work/rootfs" /
  b commit -q "$c" "$base"
  b rm "$c" >/dev/null
fi
# The host's Maven cache serves the build: quicker, and it needs no certificate of a company's network.
mkdir -p "$HOME/.m2"
b bud --isolation chroot --pull-never --build-arg "BASE=$base" \
  --volume "$HOME/.m2:/root/.m2" \
  -t localhost/affiant:smoke .
b images localhost/affiant:smoke
c=$(b from --pull-never localhost/affiant:smoke)
trap 'b rm "$c" >/dev/null' EXIT
b run --isolation chroot --user 10001 "$c" -- sh -c 'id -u; cd /tmp && /opt/affiant/affiant demo --store /tmp/demo'
b run --isolation chroot --user 10001 "$c" -- sh -c 'cd /tmp && /opt/affiant/affiant list --store /tmp/demo'
