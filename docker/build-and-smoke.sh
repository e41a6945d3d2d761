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
root=$(b mount "$c")
trap 'b umount "$c" >/dev/null; b rm "$c" >/dev/null' EXIT

# In a chroot the kernel refuses user namespaces, and with them Chromium's sandbox. So the image
# becomes the root of a mount namespace of its own, as under Docker: no capability, no new
# privileges, an unprivileged user, the environment and the entry point that the image names.
environment() { b inspect --format '{{range .OCIv1.Config.Env}}{{println .}}{{end}}' "$c"; }
entry() { b inspect --format '{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}' "$c"; }
inside() { # user, then the arguments of the entry point
  user=$1
  shift
  mapfile -t env < <(environment | sed '/^$/d')
  mapfile -t entry < <(entry | sed '/^$/d')
  unshare --mount --pid --fork --kill-child bash -euc '
    root=$1 user=$2; shift 2
    mount --make-rprivate /
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"; chmod 1777 "$root/tmp"
    mkdir -p "$root/.outside"; cd "$root"; pivot_root . .outside; cd /evidence; umount -l /.outside
    exec setpriv --reuid "$user" --regid "$user" --clear-groups --bounding-set=-all --no-new-privs \
      env -i HOME=/home/affiant "$@"' inside "$root" "$user" "${env[@]}" "${entry[@]}" "$@"
}
facts=(--purpose own-content --basis '6(1)(f)' --operator smoke)
echo "== doctor, as uid 10001"; inside 10001 doctor
echo "== demo, as uid 10001"; inside 10001 demo --store /evidence/demo
inside 10001 show 4 --store /evidence/demo | grep -i sandbox || true
echo "== any uid: 1234 cannot write to the volume, and is told so"
if inside 1234 capture http://a.example/ "${facts[@]}"; then exit 1; else [ $? = 2 ]; fi
echo "== verified outside, by the checkout"
cp -r "$root/evidence/demo" "$work/demo-$$"
./affiant verify --all --store "$work/demo-$$"
rm -rf "${work:?}/demo-$$"
echo "The image was built and works as the unprivileged user, sandbox on."
