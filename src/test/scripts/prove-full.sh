#!/usr/bin/env bash
# Acceptance line 5, second half: a small real disk fills up at different moments of captures. Each
# ends with one clear line and exit code 2, or with an end that is on record; never with an end that
# is not. With space again, the store is whole and the next capture works.
# Usage: prove-full.sh        Needs to be root, to mount a tmpfs of 24 MB.
source "$(dirname "$0")/prove-lib.sh"
DISK=$WORK/disk
STORE=$DISK/store
mkdir -p "$DISK"
mount -t tmpfs -o size=24m tmpfs "$DISK" || { echo "no tmpfs can be mounted here"; exit 2; }
trap 'lab_stop; umount "$DISK"' EXIT

free_kb() { df --output=avail -k "$DISK" | tail -n 1; }
ballast() { # KB that are to stay free
  local n=$(($(free_kb) - $1))
  [ "$n" -gt 0 ] && head -c "${n}k" /dev/zero >"$DISK/ballast.$RANDOM" 2>/dev/null
  return 0
}
space() { rm -f "$DISK"/ballast.*; }
said_ids() { sed -n 's/.*"captureId":"\([^"]*\)".*/\1/p' "$WORK"/said.* 2>/dev/null; }

# attempt NAME URL: what a capture says on a disk that is full or gets full
attempt() {
  local name=$1 url=$2 code ended lines
  capture --json --deadline 30s --store "$STORE" "$url" >"$WORK/said.$name" 2>"$WORK/err.$name"
  code=$?
  [ -s "$WORK/said.$name" ] || rm -f "$WORK/said.$name"
  ended=$(sed -n 's/.*"outcome":"\([A-Z]*\)".*"urlFinal.*/\1/p' "$WORK/said.$name" 2>/dev/null)
  echo "  $name: exit $code ${ended:-no end}; $(grep -v '^ ' "$WORK/err.$name" | head -n 2 | paste -sd' ' | cut -c1-200)"
  lines=$(grep -c . "$WORK/err.$name")
  if [ -n "$ended" ]; then
    claim "$name: an end that was printed, and no internal error" test "$code" -ne 1 -a "$code" -ne 2
  else
    claim "$name: exit 2 and no end" test "$code" -eq 2
    claim "$name: the line says that the disk is full" grep -qi 'full\|no space' "$WORK/err.$name"
    claim "$name: no more than two lines, and no trace ($lines)" \
      test "$lines" -le 2 -a "$(grep -c '^	at ' "$WORK/err.$name")" -eq 0
  fi
}

# whole NAME: with space again, a capture works, and everything said is there
whole() {
  space
  capture --json --store "$STORE" http://gone.lab/ >"$WORK/said.after-$1" 2>"$WORK/err.after-$1"
  claim "$1: with space again, the next capture works" test $? -eq 13
  "$AFFIANT" verify --all --store "$STORE" >"$WORK/verify.out" 2>&1
  claim "$1: verify --all says INTACT" grep -q '^INTACT' "$WORK/verify.out"
  program ProofLedger "$STORE" >"$WORK/ledger.out" || { cat "$WORK/ledger.out"; fail "$1: ledger"; }
  "$AFFIANT" list --json --most 1000 --store "$STORE" >"$WORK/list.json" 2>&1
  local id lost=0
  for id in $(said_ids); do grep -q "$id" "$WORK/list.json" || { echo "lost: $id"; lost=1; }; done
  claim "$1: everything that was acknowledged is there ($(said_ids | wc -l))" test "$lost" -eq 0
  claim "$1: no staging is left" test -z "$(ls -A "$STORE/staging")"
}

lab_start
capture --json --store "$STORE" http://gone.lab/ >"$WORK/said.first" 2>"$WORK/err.first"
for kb in 0 8 64 200 400 1000; do
  ballast "$kb"
  attempt "$kb-kB-left" http://board.lab/t/night-ferry
  whole "$kb-kB-left"
done
# filled up in mid-capture, by somebody else
for ms in 1500 2500 3500; do
  (sleep "$(awk "BEGIN {print $ms / 1000}")"; ballast 0) &
  filler=$!
  attempt "full-after-$ms-ms" http://board.lab/t/night-ferry
  wait "$filler"
  whole "full-after-$ms-ms"
done
# and by the page itself: 50 MiB of a body do not fit
attempt "by-the-page" https://zoo.lab/huge
whole "by-the-page"
over
