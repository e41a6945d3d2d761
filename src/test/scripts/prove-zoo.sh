#!/usr/bin/env bash
# Acceptance line 2: a page with every kind of request is captured, and what was kept of it is what
# the server sent; jwarc and warcio read the WARC, and the WACZ keeps its rules.
# Usage: prove-zoo.sh        Needs node, npm, unzip. WARCIO_HOME as in warcio-check.sh.
source "$(dirname "$0")/prove-lib.sh"
HERE=$ROOT/src/test/scripts

# What jwarc's validator says; its exit code lies, so it is its words that count.
jwarc() {
  java -cp "${AFFIANT_CP:-$ROOT/target/lib/*}" org.netpreserve.jwarc.tools.ValidateTool "$1" 2>&1
}

prove() { # NAME URL OUTCOME
  local name=$1 url=$2 want=$3 store=$WORK/$1
  lab_start
  capture --json --store "$store" "$url" >"$WORK/$name.json" 2>"$WORK/$name.err"
  lab_stop
  local outcome
  outcome=$(sed -n 's/.*"outcome":"\([A-Z]*\)".*/\1/p' "$WORK/$name.json")
  grep -o '"reasons":\[[^]]*\]' "$WORK/$name.json"
  claim "$url ends $want ($outcome)" test "$outcome" = "$want"
  "$AFFIANT" export "$(captured "$WORK/$name.json")" --store "$store" -o "$WORK/$name.d" >/dev/null
  claim "$url: every body as the server sent it, every shortfall named" \
    program ProofBodies "$WORK/lab.jsonl" "$WORK/$name.d"
  local warc
  warc=$(find "$WORK/$name.d" -name 'warc-*' | head -n 1)
  cp "$warc" "$WORK/$name.warc.gz"
  jwarc "$WORK/$name.warc.gz" >"$WORK/$name.jwarc"
  cat "$WORK/$name.jwarc"
  claim "$url: jwarc's validator has nothing to say" test ! -s "$WORK/$name.jwarc"
  claim "$url: warcio reads every record of the WARC" \
    sh "$HERE/warcio-check.sh" "$WORK/$name.warc.gz"
  "$AFFIANT" export "$(captured "$WORK/$name.json")" --store "$store" -o "$WORK/$name.wacz" >/dev/null
  claim "$url: warcio's index of the WACZ is ours" sh "$HERE/warcio-check.sh" "$WORK/$name.wacz"
  claim "$url: the WACZ keeps the rules of 1.1.1" program ProofWacz "$WORK/$name.wacz"
  claim "$url: the WACZ proves itself" "$AFFIANT" verify "$WORK/$name.wacz"
}

# A validator that never says anything proves nothing.
control() {
  gunzip -c "$WORK/quiet.warc.gz" | sed 's/^WARC-Payload-Digest: sha256:../&0/' >"$WORK/bad.warc"
  claim "a WARC with a wrong digest is told by jwarc's validator" \
    test -n "$(jwarc "$WORK/bad.warc")"
}

prove zoo https://zoo.lab/ PARTIAL
prove start https://zoo.lab/start PARTIAL
prove quiet https://zoo.lab/quiet COMPLETE
control
over
