#!/usr/bin/env bash
# Acceptance line 5: captures are killed at random moments, one after another on one store, and a
# disk is filled up under them; nothing that was acknowledged is lost or torn.
# Usage: prove-kill.sh [KILLS]      Default 100. The disk part needs to be root, to mount a tmpfs.
source "$(dirname "$0")/prove-lib.sh"
KILLS=${1:-100}
STORE=$WORK/store
URLS=(http://shop.lab/item/9 http://board.lab/t/night-ferry http://gone.lab/ http://mastodon.lab/@ada/103270115826048975)
export TMPDIR=$WORK/tmp AFFIANT_JAVA_OPTS="-Djava.io.tmpdir=$WORK/tmp"
mkdir -p "$TMPDIR"

# every acknowledged capture: its id, and the commit that was printed with it
acknowledged() { sed -n 's/.*"captureId":"\([^"]*\)".*"commit":"\([^"]*\)".*/\1 \2/p' "$WORK"/said.*; }

run_and_kill() { # NUMBER
  local n=$1 wait how pid
  wait=$((200 + RANDOM % ${LATEST:-5800}))
  how=$([ $((n % 2)) -eq 0 ] && echo group || echo java)
  setsid "$AFFIANT" capture "${OPTIONS[@]}" --json --store "$STORE" "${URLS[$((n % ${#URLS[@]}))]}" \
    >"$WORK/said.$n" 2>>"$WORK/kill.err" </dev/null &
  pid=$! # setsid runs it in place when it leads no group, and the launcher becomes the JVM
  local end=$(($(now_ms) + wait))
  while [ "$(now_ms)" -lt "$end" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
  if kill -0 "$pid" 2>/dev/null; then
    if [ "$how" = group ]; then kill -9 -- "-$pid"; else kill -9 "$pid"; fi
    KILLED=$((KILLED + 1))
  fi
  wait "$pid" 2>/dev/null
  [ -s "$WORK/said.$n" ] || rm -f "$WORK/said.$n"
}

# What is on record of every acknowledged capture is what was said of it.
still_there() {
  local id commit lost=0
  "$AFFIANT" list --json --most 100000 --store "$STORE" >"$WORK/list.json" || return 1
  while read -r id commit; do
    grep "\"$id\"" "$WORK/list.json" | grep -q "$commit" || { echo "lost: $id $commit"; lost=1; }
  done < <(acknowledged)
  return $lost
}

# Attempts and ends as the entries themselves say.
every_attempt_has_one_end() {
  program ProofLedger "$STORE"
}

lab_start
mapfile -t OPTIONS < <(look)
KILLED=0
for n in $(seq "$KILLS"); do
  run_and_kill "$n"
  [ $((n % 10)) -eq 0 ] && echo "$n runs, $KILLED killed, $(acknowledged | wc -l) acknowledged"
done
echo "$KILLS runs, $KILLED killed, $(acknowledged | wc -l) acknowledged"
find "$TMPDIR" -mindepth 1 -maxdepth 1 | sed 's/^/before the next start: /' | cut -c1-120 | head -5
# the next start
capture --json --store "$STORE" http://gone.lab/ >"$WORK/said.next" 2>>"$WORK/kill.err"
claim "the next capture works" test -n "$(acknowledged | tail -n 1)"
claim "every attempt has one end" every_attempt_has_one_end
"$AFFIANT" verify --all --store "$STORE" >"$WORK/verify.out" 2>&1
tail -n 1 "$WORK/verify.out"
claim "verify --all says INTACT" grep -q '^INTACT' "$WORK/verify.out"
claim "no acknowledged capture is lost or torn" still_there
claim "no browser or driver is left" none_left 5
claim "no staging is left" test -z "$(ls -A "$STORE/staging")"
find "$TMPDIR" -mindepth 1 -maxdepth 1 | sed 's/^/left: /'
claim "no temporary file is left" test -z "$(ls -A "$TMPDIR")"
over
