#!/usr/bin/env bash
# The rules as a user meets them: what a refused host saw, an authority that opens x.com (lab), one
# host's budget over two processes and a restart, an erasure looked for in every byte, a decision made
# again from an export alone.
source "$(dirname "$0")/prove-lib.sh"
lab_start
store=$WORK/store
opened() { "$AFFIANT" "$@" --store "$store"; }
ends() { # ends CODE WORDS COMMAND…
  local expected=$1 words=$2 code
  shift 2
  "$@" >"$WORK/out" 2>"$WORK/err"
  code=$?
  claim "$words: exit $code; $(head -n 1 "$WORK/out" | cut -c1-90)" test "$code" = "$expected"
}

ends 0 "a case" opened case new --id smith-v-jones --purpose litigation-evidence --basis '6(1)(f)' \
  --lia LIA-2026-014 --operator 'A. Clerk' --jurisdiction uk
lab=(--lab "$HOSTS" --lab-key "$KEY")

echo "-- a refusal sends nothing"
ends 11 "x.com without an authority" opened capture "${lab[@]}" http://x.com/ada/status/20
claim "it says what would change it" grep -q 'affiant case authority add --type court-order' "$WORK/out"
claim "it quotes the terms" grep -q 'register x.com' "$WORK/out"
ends 11 "a host whose robots.txt says no" opened capture "${lab[@]}" http://closed.lab/page
claim "it names the rule" grep -q 'ROB-1' "$WORK/out"
ends 11 "a token in the address" opened capture "${lab[@]}" 'http://mastodon.lab/@ada/103270115826048975?access_token=abc'
ends 2 "a name and password in the address" opened capture "${lab[@]}" 'http://u:p@mastodon.lab/'

echo "-- an authority opens it, in the lab"
ends 0 "an authority" opened case authority add --type court-order --ref HC-2026-000123 \
  --issuer 'High Court of Justice' --host x.com --subject x.com/ada --until 2027-03-01
opened capture "${lab[@]}" --json http://x.com/ada/status/20 >"$WORK/opened.json" 2>"$WORK/err"
claim "x.com with it: exit $?: $(grep -o '"outcome":"[A-Z]*"' "$WORK/opened.json")" \
  grep -q '"outcome":"COMPLETE"' "$WORK/opened.json"
claim "it says LAB" grep -q '"lab":true' "$WORK/opened.json"
ends 11 "another account than the authority's" opened capture "${lab[@]}" http://x.com/bob

echo "-- one host, two processes and a restart"
for i in 1 2; do
  opened capture "${lab[@]}" "http://canary.example/plain?turn=$i" >"$WORK/turn$i" 2>&1 &
  turns[i]=$!
done
wait "${turns[1]}" "${turns[2]}"
opened capture "${lab[@]}" http://canary.example/plain?turn=3 >"$WORK/turn3" 2>&1

echo "-- an erasure leaves no byte"
opened capture "${lab[@]}" --json http://canary.lab/quetzalfink >"$WORK/canary.json" 2>/dev/null
id=$(captured "$WORK/canary.json")
other=$(opened list --json | grep 'turn=3' | sed 's/.*"captureId":"\([^"]*\)".*/\1/')
opened annotate "$id" --text 'about quetzalfink' >/dev/null
opened report -o "$store/report.html" >/dev/null 2>&1
claim "it is found before" sh -c "'$AFFIANT' search quetzalfink --store '$store' | grep -q canary.lab"
claim "it is on disk before: $(grep -rilac quetzalfink "$store" | wc -l) files" grep -rqia quetzalfink "$store"
ends 0 "a hold" opened case hold add --ref LH-7 --review 2027-05-25 --reason 'proceedings are expected'
opened erase "$id" --ground not-needed --reason 'no longer of use' --granted-by 'B. Partner' >"$WORK/out" 2>&1
claim "a hold stops it: exit $?: $(head -n 1 "$WORK/out" | cut -c1-90)" grep -qi 'hold' "$WORK/out"
claim "nothing went" grep -rqia quetzalfink "$store"
ends 0 "the hold is lifted" opened case hold lift LH-7 --reason 'it settled'
ends 0 "an erasure" opened erase "$id" --ground not-needed --reason 'no longer of use' --granted-by 'B. Partner'
utf16=$(printf quetzalfink | sed 's/./&\\x00/g')
claim "no file holds a byte of it" sh -c "! grep -rqia quetzalfink '$store'"
claim "nor in UTF-16" sh -c "! grep -rqiaP '$utf16' '$store'"
ends 0 "the store is intact" opened verify --all
claim "the gap is explained" grep -q 'tombstone' "$WORK/out"

echo "-- a decision is made again from the export alone"
ends 0 "an export" opened export "$other" -o "$WORK/exhibit"
mv "$store" "$WORK/away"
ends 0 "replayed from it" "$AFFIANT" policy replay "$WORK/exhibit"
cat "$WORK/out"
mv "$WORK/away" "$store"
lab_stop

echo "-- what the servers saw"
asked() { grep -o "\"url\":\"http://$1[^\"]*" "$WORK/lab.jsonl" | cut -d'"' -f4 | tr '\n' ' '; }
claim "x.com was asked for what the authority opened: $(asked x.com)" \
  test "$(asked x.com)" = 'http://x.com/robots.txt http://x.com/.well-known/tdmrep.json http://x.com/ai.txt http://x.com/ada/status/20 '
claim "after robots.txt said no, nothing: $(asked closed.lab)" test "$(asked closed.lab)" = 'http://closed.lab/robots.txt '
claim "mastodon.lab, whose address had a token in it, was asked for nothing" test -z "$(asked mastodon.lab)"
gaps=$(grep 'canary.example/plain?turn' "$WORK/lab.jsonl" | grep -o '"at":"[^"]*"' | cut -d'"' -f4 |
  while read -r at; do date -d "$at" +%s%3N; done | sort -n | awk 'NR>1{print $1-last}{last=$1}' | tr '\n' ' ')
claim "three pages, gaps of $gaps ms" \
  test "$(echo "$gaps" | tr ' ' '\n' | awk 'NF && $1<10000{n++} END{print n+0}') $(echo "$gaps" | wc -w)" = "0 2"
over
