#!/usr/bin/env bash
# Acceptance line 3: pages of 900 to 100,000 px are pictured with every numbered line in them once,
# and the JVM stays under 1 GiB.
source "$(dirname "$0")/prove-lib.sh"
lab_start
mapfile -t OPTIONS < <(look)
for height in 900 16400 60000 100000; do
  store=$WORK/h$height
  began=$(now_ms)
  "$AFFIANT" capture "${OPTIONS[@]}" --deadline 5m --json --store "$store" \
    "http://tall.lab/h/$height" >"$WORK/$height.json" 2>"$WORK/$height.err" &
  pid=$! # the launcher becomes the JVM
  peak=0
  while kill -0 "$pid" 2>/dev/null; do
    kb=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status" 2>/dev/null)
    [ -n "$kb" ] && [ "$kb" -gt "$peak" ] && peak=$kb
    sleep 0.05
  done
  wait "$pid"
  code=$?
  took=$(($(now_ms) - began))
  claim "$height px: COMPLETE (exit $code, $took ms)" test "$code" -eq 0
  [ "$code" -eq 0 ] || { cat "$WORK/$height.err"; grep -o '"reasons":\[[^]]*\]' "$WORK/$height.json"; }
  claim "$height px: the JVM's peak is $((peak / 1024)) MiB, under 1024" \
    test "$peak" -gt 0 -a "$peak" -lt $((1024 * 1024))
  "$AFFIANT" export "$(captured "$WORK/$height.json")" --store "$store" -o "$WORK/h$height.d" >/dev/null
  claim "$height px: every line once in the tiles" program ProofRows "$WORK/h$height.d" "$height"
done
over
