#!/bin/sh
# Has warcio (npm, by Webrecorder) read WARC files and WACZ packages that Affiant wrote: every
# record, payload digest and length; of a WACZ besides: its index against warcio's own.
# Usage: warcio-check.sh FILE.warc.gz|FILE.wacz …
# Needs node, npm, unzip. Installs warcio into $WARCIO_HOME, or into a temporary folder that it removes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=${WARCIO_HOME:-$work}
[ -d "$home/node_modules/warcio" ] ||
  (cd "$home" && npm install --silent --no-audit --no-fund --no-save warcio@2.4.11 >&2)

status=0
for file in "$@"; do
  case $file in
    *.wacz)
      rm -rf "$work/wacz"
      unzip -q "$file" -d "$work/wacz"
      for warc in "$work"/wacz/archive/*.warc.gz; do
        node "$here/warcio-check.mjs" "$warc" "$home" || status=1
        # url, offset, length, as warcio finds them and as the index says
        facts='s/.*"url":"\([^"]*\)".*"length":"\([0-9]*\)","offset":"\([0-9]*\)".*/\1 \2 \3/p'
        node "$home/node_modules/warcio/dist/cli.js" cdx-index "$warc" > "$work/theirs.raw"
        gunzip -c "$work/wacz/indexes/index.cdx.gz" > "$work/ours.raw"
        sed -n "$facts" "$work/theirs.raw" | LC_ALL=C sort > "$work/theirs"
        sed -n "$facts" "$work/ours.raw" | LC_ALL=C sort > "$work/ours"
        cut -d' ' -f1 "$work/theirs.raw" | LC_ALL=C sort > "$work/theirs.keys"
        cut -d' ' -f1 "$work/ours.raw" | LC_ALL=C sort > "$work/ours.keys"
        if diff "$work/theirs" "$work/ours" && diff "$work/theirs.keys" "$work/ours.keys"; then
          echo "index: $(wc -l < "$work/ours") lines, as warcio's own"
        else
          status=1
        fi
      done
      ;;
    *) node "$here/warcio-check.mjs" "$file" "$home" || status=1 ;;
  esac
done
exit $status
