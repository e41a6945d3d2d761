#!/usr/bin/env bash
# Acceptance line 4: each page that means no good ends in a named outcome before its deadline plus
# five seconds, with an attempt and an end on the ledger, and no browser left behind.
# Usage: prove-hostile.sh [PAGE…]      Default: every page of the table below.
source "$(dirname "$0")/prove-lib.sh"
DEADLINE=15
LIMIT=$(((DEADLINE + 5) * 1000))
STORE=$WORK/store

# page, and what its end and first reason must look like (an extended regular expression)
TABLE='
http://hostile.lab/headers-never     UNREACHABLE timeout
http://hostile.lab/headers-silent    UNREACHABLE timeout
http://hostile.lab/body-never        PARTIAL unfinished:document
http://hostile.lab/body-silent       PARTIAL unfinished:document
http://hostile.lab/body-100          (COMPLETE|PARTIAL (deadline|truncated:document|unfinished:document))
http://hostile.lab/fetches-100       (COMPLETE|PARTIAL (deadline|truncated:fetch|unfinished:fetch))
http://hostile.lab/bomb              PARTIAL (deadline|truncated:document|unfinished:document|tab-crashed)
http://hostile.lab/fetches-bomb      PARTIAL (deadline|truncated:fetch|unfinished:fetch|failed:fetch|tab-crashed)
http://hostile.lab/chunks-broken     (PARTIAL|UNREACHABLE) (failed:document|invalid-response)
http://hostile.lab/chunks-cut        (PARTIAL|UNREACHABLE) (failed:document|invalid-response|truncated:document)
http://hostile.lab/short             PARTIAL (failed:document|truncated:document)
http://hostile.lab/headers-invalid   UNREACHABLE invalid-response
http://hostile.lab/headers-latin     COMPLETE
http://hostile.lab/not-http          (UNREACHABLE|PARTIAL|COMPLETE)
http://hostile.lab/reset             (UNREACHABLE|PARTIAL) (connection|failed:document)
http://hostile.lab/hung-up           UNREACHABLE empty-response
http://hostile.lab/redirect-hundred  (UNREACHABLE redirect-loop|REFUSED NET-4)
http://hostile.lab/redirect-loop     (UNREACHABLE redirect-loop|REFUSED NET-4)
http://hostile.lab/redirect-private  REFUSED NET-2
http://hostile.lab/redirect-file     REFUSED NET-1
http://hostile.lab/missing           ABSENT not-found
http://hostile.lab/broken            UNREACHABLE server-error
http://hostile.lab/nothing           UNREACHABLE no-content
http://hostile.lab/empty             PARTIAL no-content-marker
http://hostile.lab/download          UNREACHABLE (download|connection)
http://hostile.lab/while1            PARTIAL (deadline|unresponsive|unfinished:document)
http://hostile.lab/while1-later      (COMPLETE|PARTIAL (deadline|absent|missing))
http://hostile.lab/alerts            PARTIAL (deadline|unresponsive|unfinished:document)
http://hostile.lab/dialogs           (COMPLETE|PARTIAL)
http://hostile.lab/beforeunload      PARTIAL (deadline|unfinished:document|replaced:page)
http://hostile.lab/popups            COMPLETE
http://hostile.lab/refresh           (UNREACHABLE timeout|PARTIAL (deadline|unfinished:document))
http://hostile.lab/reload            (UNREACHABLE timeout|PARTIAL (deadline|unfinished:document|unresponsive))
http://hostile.lab/location          PARTIAL (deadline|unresponsive|unfinished:document)
http://hostile.lab/private-calls     PARTIAL blocked:fetch
http://hostile.lab/sync-xhr          PARTIAL (deadline|unresponsive|unfinished:document|unfinished:xhr)
http://hostile.lab/nodes             (COMPLETE|PARTIAL (deadline|truncated|missing|unfinished:document))
http://hostile.lab/nodes-script      (COMPLETE|PARTIAL (deadline|truncated|missing|unfinished:document))
http://hostile.lab/memory            (UNREACHABLE browser-gone|PARTIAL (tab-crashed|browser-gone|deadline|unfinished:document))
http://hostile.lab/mutations         (COMPLETE|PARTIAL)
http://hostile.lab/polling           (COMPLETE|PARTIAL)
http://hostile.lab/storage           (COMPLETE|PARTIAL)
https://badcert.lab/                 UNREACHABLE certificate
https://expired.badcert.lab/         UNREACHABLE certificate
https://wrongname.badcert.lab/       UNREACHABLE certificate
https://selfsigned.badcert.lab/      UNREACHABLE certificate
'

lab_start
if [ $# -gt 0 ]; then
  printf '%s\n' "$@"
else
  printf '%s\n' "$TABLE" | awk 'NF {print $1}'
fi >"$WORK/pages.txt"

before=$(now_ms)
capture --json --deadline ${DEADLINE}s --store "$STORE" --from "$WORK/pages.txt" \
  2>"$WORK/hostile.err" | while IFS= read -r line; do
  now=$(now_ms)
  printf '%s\t%s\n' $((now - before)) "$line"
  before=$now
done >"$WORK/ends.tsv"

while IFS=$'\t' read -r took line; do
  url=$(sed -n 's/.*"urlRequested":"\([^"]*\)".*/\1/p' <<<"$line")
  end=$(sed -n 's/.*"outcome":"\([A-Z]*\)".*/\1/p' <<<"$line")
  first=$(sed -n 's/.*"reasons":\[{"code":"\([^"]*\)".*/\1/p' <<<"$line")
  want=$(printf '%s\n' "$TABLE" | awk -v u="$url" '$1 == u {$1 = ""; print substr($0, 2)}')
  if [ "$took" -ge "$LIMIT" ]; then
    fail "$url: $end $first after $took ms, which is too late"
  elif ! grep -Eq "^($want)" <<<"$end $first"; then
    fail "$url: $end $first in $took ms, not $want"
  else
    pass "$url: $end $first in $took ms"
  fi
done <"$WORK/ends.tsv"
claim "every page has an end" test "$(wc -l <"$WORK/ends.tsv")" -eq "$(wc -l <"$WORK/pages.txt")"
claim "every attempt has one end on the ledger" program ProofLedger "$STORE"
claim "no browser or driver is left" none_left 5
"$AFFIANT" verify --all --store "$STORE" >"$WORK/verify.out" 2>&1
claim "verify --all says INTACT" grep -q '^INTACT' "$WORK/verify.out"

# what a page asks of private places is on record as refused by policy, never as an answer
id=$(grep -h private-calls "$WORK/ends.tsv" | sed 's/.*"captureId":"\([^"]*\)".*/\1/')
if [ -n "$id" ]; then
  "$AFFIANT" export "$id" --store "$STORE" -o "$WORK/private" >/dev/null
  grep '"type":"request"' "$(find "$WORK/private" -name 'network*' | head -n 1)" |
    grep -v '"kind":"document"' >"$WORK/private.jsonl"
  sed 's/.*"kind":"\([^"]*\)".*"url":"\([^"]*\)".*"ending":"\([^"]*\)","failure":"\([^"]*\)".*/  \1 \2 \3 \4/' \
    "$WORK/private.jsonl"
  claim "all ten private calls are on record" test "$(wc -l <"$WORK/private.jsonl")" -eq 10
  claim "each is blocked by a rule" \
    test "$(grep -Ec '"ending":"blocked","failure":"NET-[0-9]+: ' "$WORK/private.jsonl")" -eq 10
  claim "none has an answer" test "$(grep -c '"status":[1-9]' "$WORK/private.jsonl")" -eq 0
fi
over
