#!/usr/bin/env bash
# Ctrl-C and a polite kill: what runs is sealed as INTERRUPTED, the exit code is 15, no browser is left.
# Before the first page nothing is sealed, and the code is the shell's.
source "$(dirname "$0")/prove-lib.sh"
lab_start
mapfile -t options < <(look)
store=$WORK/store

# stop SIGNAL CODE WHEN: captures a page that never ends, stops it once WHEN holds, and compares the code
stop() {
  local signal=$1 expected=$2 when=$3 pid code
  : >"$WORK/out"
  # A job in the background of a script ignores SIGINT, and what it starts inherits that.
  env --default-signal=INT "$AFFIANT" capture "${options[@]}" --store "$store" http://hostile.lab/body-never \
    http://hostile.lab/headers-never >"$WORK/out" 2>"$WORK/err" &
  pid=$!
  until $when; do sleep 0.05; done
  kill "-$signal" "$pid"
  wait "$pid"
  code=$?
  claim "$signal: exit $code, expected $expected; $(cut -c1-100 "$WORK/out")" test "$code" = "$expected"
  claim "$signal: no browser is left" none_left 5
  claim "$signal: one line of an answer at most" test "$(wc -l <"$WORK/out")" -le 1
}
visiting() { ls "$store"/staging/*/begin >/dev/null 2>&1 && [ -n "$(leftovers)" ]; }
# Before that it is a shell of ours, which ignores SIGINT.
at_once() { readlink "/proc/$pid/exe" | grep -q java; }
for signal in INT TERM; do
  stop "$signal" 15 visiting
  claim "$signal: it is on record as INTERRUPTED" grep -q 'INTERRUPTED' "$WORK/out"
done
before=$("$AFFIANT" list --json --store "$store" | wc -l)
stop INT 130 at_once
stop TERM 143 at_once
claim "nothing was sealed of what had not begun" \
  test "$before" = "$("$AFFIANT" list --json --store "$store" | wc -l)"
"$AFFIANT" verify --store "$store" | grep -m1 '^INTACT' || fail "the store"
over
