#!/usr/bin/env bash
# Acceptance line 9: strings that a page controls come out harmless in the terminal, in JSON, in the
# report, in an export and in the file system, whatever they are.
source "$(dirname "$0")/prove-lib.sh"
lab_start
store=$WORK/store
long=$(printf 'L%.0s' $(seq 10000))
pages=()
for page in title/escapes title/rtl title/dots title/nul title/long title/script title/formula \
  title/lines title/emoji headers download names talk everything; do
  pages+=("http://strings.lab/$page")
done
pages+=("http://strings.lab/u/%1b%5b31mred%07" "http://strings.lab/u/%E2%80%AEfdp.exe"
  "http://strings.lab/u/..%2f..%2f..%2fetc%2fpasswd" "http://strings.lab/u/%00nul"
  "http://strings.lab/u/<script>alert(1)</script>" "http://strings.lab/u/=cmd()|'/C calc'!A0"
  "http://strings.lab/u/$long")

# Every control but tab and line end, and what turns or hides text; the two joiners that emoji and
# Persian need are not among them.
harmful() {
  LC_ALL=C.UTF-8 grep -n -a -P \
    '[\x00-\x08\x0b-\x1f\x7f]|[\x{80}-\x{9f}]|[\x{200b}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2069}\x{feff}]|[\x{e0000}-\x{e007f}]' "$@"
}
harmless() { # words, file…
  local words=$1 found
  shift
  ls "$@" >/dev/null || { fail "$words"; return; }
  found=$(harmful "$@" | cut -c1-200 | head -n 3 | cat -v)
  if [ -z "$found" ]; then pass "$words"; else fail "$words: $found"; fi
}

capture --store "$store" "${pages[@]}" >"$WORK/capture.txt" 2>"$WORK/capture.err"
claim "every page came to an end (exit $?)" test "$(grep -c '^#' "$WORK/capture.txt")" -ge 21
grep -v '^#' "$WORK/capture.txt"
"$AFFIANT" list --store "$store" --json >"$WORK/list.json"
ended=$(wc -l <"$WORK/list.json")
capture --store "$store" $'http://strings.lab/u/\e[31mraw' >"$WORK/raw.txt" 2>&1
claim "a URL with a raw escape is refused as usage" test "$?" = 2
harmless "terminal: that complaint" "$WORK/raw.txt"
"$AFFIANT" list --store "$store" >"$WORK/list.txt" 2>&1
"$AFFIANT" search --store "$store" owned >"$WORK/search.txt" 2>&1
"$AFFIANT" search --store "$store" Dots >>"$WORK/search.txt" 2>&1
"$AFFIANT" verify --store "$store" >"$WORK/verify.txt" 2>&1
claim "the store is intact" grep -q '^INTACT' "$WORK/verify.txt"
for index in $(grep -o '"index":[0-9]*' "$WORK/list.json" | cut -d: -f2); do
  "$AFFIANT" show "$index" --store "$store" >>"$WORK/show.txt" 2>&1
  "$AFFIANT" show "$index" --store "$store" --json >>"$WORK/show.json" 2>&1
done
"$AFFIANT" report --store "$store" -o "$WORK/report.html" $(grep -o '"index":[0-9]*' "$WORK/list.json" | cut -d: -f2) >"$WORK/report.txt" 2>&1

harmless "terminal: capture" "$WORK/capture.txt" "$WORK/capture.err"
harmless "terminal: list, search, verify" "$WORK/list.txt" "$WORK/search.txt" "$WORK/verify.txt"
harmless "terminal: show" "$WORK/show.txt"
harmless "JSON: list and show" "$WORK/list.json" "$WORK/show.json"
claim "JSON: one object a line, each one parses" python3 -c '
import json, sys
for name in sys.argv[1:]:
    for line in open(name): json.loads(line)' "$WORK/list.json"
claim "terminal: one line a capture in list" test "$(grep -c '^#' "$WORK/list.txt")" = "$ended"
claim "terminal: no line longer than 300" awk 'length($0) > 300 { exit 1 }' "$WORK/list.txt"
harmless "report: no control or turning character" "$WORK/report.html"
claim "report: no script, no handler, no outside address" python3 -c '
import html.parser, sys
class Look(html.parser.HTMLParser):
    def handle_starttag(self, tag, attributes):
        bad = tag in ("script", "iframe", "object", "embed", "link", "base", "form") or any(
            name.startswith("on") or name in ("src", "srcset") and not value.startswith("data:image/")
            or name == "href" and not value.startswith("#")
            for name, value in attributes)
        if bad:
            sys.exit(f"<{tag} {attributes}")
Look().feed(open(sys.argv[1], encoding="utf-8").read())' "$WORK/report.html"

for index in $(grep -o '"index":[0-9]*' "$WORK/list.json" | cut -d: -f2); do
  "$AFFIANT" export "$index" --store "$store" -o "$WORK/exports/$index" >"$WORK/export.txt" 2>&1 || cat "$WORK/export.txt"
  "$AFFIANT" export "$index" --store "$store" -o "$WORK/exports/$index.wacz" >>"$WORK/export.txt" 2>&1
done
find "$WORK/exports" "$store" -mindepth 1 | sed "s#^$WORK/##" >"$WORK/names.txt"
claim "file system: names are plain" sh -c '! grep -v -E "^[A-Za-z0-9._/-]+$" "$1"' - "$WORK/names.txt"
claim "file system: nothing outside" sh -c '! ls /tmp/owned* 2>/dev/null'
for wacz in "$WORK"/exports/*.wacz; do unzip -Z1 "$wacz"; done >"$WORK/inside.txt"
claim "WACZ: names inside are plain" sh -c '! grep -v -E "^[A-Za-z0-9._/-]+$" "$1"' - "$WORK/inside.txt"
claim "WACZ: no name climbs" sh -c '! grep -E "(^|/)\.\.(/|$)|^/" "$1"' - "$WORK/inside.txt"
bad=0
for dir in "$WORK"/exports/*/; do (cd "$dir" && sh verify.sh) >"$WORK/sh.txt" 2>&1 || { bad=1; tail -n 3 "$WORK/sh.txt"; }; done
claim "export: verify.sh finds each one intact" test "$bad" = 0
harmless "export: what verify.sh prints" "$WORK/sh.txt"
over
