#!/usr/bin/env bash
# Acceptance line 8: four captures at once into one store, again and again, while a fifth process
# lists, shows and searches in a loop; all succeed and the ledger is one line.
# Usage: prove-crowd.sh [ROUNDS]      Default 3 captures by each of the four.
source "$(dirname "$0")/prove-lib.sh"
ROUNDS=${1:-3}
STORE=$WORK/store
URLS=(http://shop.lab/item/9 http://board.lab/t/night-ferry http://mastodon.lab/@ada/103270115826048975 http://gone.lab/)

writer() { # NUMBER
  local round code
  for round in $(seq "$ROUNDS"); do
    "$AFFIANT" capture "${OPTIONS[@]}" --json --store "$STORE" "${URLS[$1]}" \
      >>"$WORK/writer.$1" 2>>"$WORK/writer.err.$1"
    code=$?
    echo "$code" >>"$WORK/codes.$1"
  done
}

# timed NAME COMMAND…: one look at the store: name, milliseconds, exit code
timed() {
  local name=$1 began code
  shift
  began=$(now_ms)
  "$@" >"$WORK/look.out" 2>"$WORK/look.err"
  code=$?
  printf '%s\t%s\t%s\n' "$name" $(($(now_ms) - began)) "$code" >>"$WORK/looks"
  [ "$code" -eq 0 ] || { echo "$name: exit $code"; head -n 3 "$WORK/look.err"; } >>"$WORK/look.faults"
}

look_around() {
  timed list "$AFFIANT" list --json --store "$STORE"
  local id
  id=$(captured "$WORK/look.out")
  [ -n "$id" ] && timed show "$AFFIANT" show "$id" --json --store "$STORE"
  timed search "$AFFIANT" search --json --store "$STORE" ferry
}

# middle and longest time of a kind of look
figures() {
  sort -n <(awk -F'\t' -v n="$1" '$1 == n {print $2}' "$WORK/$2") |
    awk -v n="$1" '{t[NR] = $1} END {if (NR) printf "%s: %d times, middle %d ms, longest %d ms\n", n, NR, t[int((NR + 1) / 2)], t[NR]}'
}

lab_start
mapfile -t OPTIONS < <(look)
capture --json --store "$STORE" http://shop.lab/item/9 >"$WORK/first" 2>&1
: >"$WORK/looks"
echo "alone"
for _ in 1 2 3; do look_around; done
mv "$WORK/looks" "$WORK/looks.alone"
for kind in list show search; do figures "$kind" looks.alone; done
: >"$WORK/looks"
: >"$WORK/look.faults"
writers=()
for n in 0 1 2 3; do
  writer "$n" &
  writers+=($!)
done
alive() {
  local pid
  for pid in "${writers[@]}"; do kill -0 "$pid" 2>/dev/null && return 0; done
  return 1
}
echo "beside four captures"
while alive; do look_around; done
wait "${writers[@]}"
for kind in list show search; do figures "$kind" looks; done
cat "$WORK/look.faults"

claim "every list, show and search succeeded ($(wc -l <"$WORK/looks"))" test ! -s "$WORK/look.faults"
bad=$(cat "$WORK"/codes.* | grep -Evc '^(0|10|13)$')
claim "all $((4 * ROUNDS)) captures ended as pages do ($(cat "$WORK"/codes.* | sort | uniq -c | tr -s ' \n' ' '))" test "$bad" -eq 0
claim "each printed its end" test "$(cat "$WORK"/writer.[0-3] | wc -l)" -eq $((4 * ROUNDS))
claim "one line of history, each attempt with one end" program ProofLedger "$STORE"
"$AFFIANT" verify --all --store "$STORE" >"$WORK/verify.out" 2>&1
tail -n 1 "$WORK/verify.out"
claim "verify --all says INTACT" grep -q '^INTACT' "$WORK/verify.out"
claim "list tells of every capture" \
  test "$("$AFFIANT" list --json --most 1000 --store "$STORE" | wc -l)" -eq $((4 * ROUNDS + 1))

# how long appends wait for each other and how long one takes, without browsers in between
claim "no wait is longer than the appends before it" program ProofAppends "$WORK/appends" 4 100
over
