#!/usr/bin/env bash
# Tampers with copies of a store in every way that acceptance line 6 names, and shows that
# `affiant verify` says which. Usage: tamper.sh [STORE]; without one it makes the demo's.
set -uo pipefail
home=$(cd "$(dirname "$0")/../../.." && pwd)
affiant=${AFFIANT:-$home/affiant}
work=$(mktemp -d /tmp/tamper.XXXXXX)
failed=0
store=${1:-}
if [ -z "$store" ]; then
  store=$work/demo
  "$affiant" demo --store "$store" >"$work/demo.log" 2>&1 || { cat "$work/demo.log"; exit 1; }
fi
old=$work/yesterday
cp -r "$store" "$old"
"$affiant" capture --store "$store" --purpose research --basis '6(1)(f)' --operator tamper http://10.1.2.3/ >/dev/null 2>&1
[ $? = 11 ] || { echo "FAIL the later entry, a refusal, was not made"; exit 1; }

flip() { # file, offset: the lowest bit of one byte
  local byte
  byte=$(xxd -s "$2" -l 1 -p "$1")
  printf '%02x' $((16#$byte ^ 1)) | xxd -r -p | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}
case_of() { # name, exit code wanted, words wanted; the store is $s, verify's options in $options
  local out code
  out=$("$affiant" verify --all --store "$s" "${options[@]}" 2>&1)
  code=$?
  if [[ $code == $2 ]] && grep -q -E "$3" <<<"$out"; then
    printf 'PASS %-46s %s\n' "$1" "$(grep -m1 -E "$3" <<<"$out" | cut -c1-150)"
  else
    printf 'FAIL %s: exit %s, wanted %s and /%s/\n%s\n' "$1" "$code" "$2" "$3" "$out"
    failed=1
  fi
}
fresh() { rm -rf "$work/s"; cp -r "$store" "$work/s"; s=$work/s; options=(); }
sql() {
  "${JAVA:-java}" -cp "$home/target/lib/$(ls "$home/target/lib" | grep '^h2-')" org.h2.tools.Shell \
    -url "jdbc:h2:file:$s/catalogue;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" \
    -user sa -password "" -sql "$1" >"$work/sql.log" 2>&1 || { cat "$work/sql.log"; failed=1; }
}

fresh; case_of "untouched" 0 "^INTACT"
sheet=$("$affiant" show 4 --store "$store" --json)
digest() { grep -o "\"name\":\"$1[^\"]*\",\"sha256\":\"[0-9a-f]*" <<<"$sheet" | head -n 1 | grep -o '[0-9a-f]\{64\}$'; }
shot=$(digest screenshot-full) text=$(digest visible-text)
[ -n "$shot" ] && [ -n "$text" ] || { echo "FAIL no screenshot or text in: ${sheet:0:300}"; exit 1; }
at() { echo "$s/objects/${1:0:2}/${1:2}"; }
commit=$("$affiant" list --store "$store" --json | grep -o '"commit":"[0-9a-f]*"' | tail -n 1 | grep -o '[0-9a-f]\{64\}')

fresh; flip "$(at "$shot")" 1000; case_of "a byte of an object flipped" 20 "ALTERED the bytes of an artifact.*${shot:0:2}"
fresh; flip "$(at "$commit")" 50; case_of "a byte of a manifest flipped" 20 "ALTERED the record that an entry commits to"
fresh; flip "$(echo "$s"/ledger/tile/entries/000.p/*)" 100; case_of "a byte of an entry tile flipped" 20 "ALTERED an entry is not as it was sealed.*tile/entries/000"
fresh; flip "$(echo "$s"/ledger/tile/0/000.p/*)" 70; case_of "a byte of a hash tile flipped" 20 "ALTERED a file of tree hashes.*tile/0/000"
fresh; flip "$s/ledger/checkpoint" 40; case_of "a byte of the checkpoint flipped" 20 "ALTERED the checkpoint"
fresh; flip "$s/ledger/checkpoint" $(($(stat -c %s "$s/ledger/checkpoint") - 20)); case_of "a byte of the signature flipped" 20 "ALTERED the checkpoint or its signature"
fresh; rm "$(at "$text")"; case_of "an object deleted" 21 "INCOMPLETE an artifact is missing"
fresh; rm "$(at "$commit")"; case_of "a manifest deleted" 21 "INCOMPLETE the record that an entry commits to is missing"
fresh; rm -r "$s/ledger/tile/entries/000.p"; case_of "the entries deleted" 21 "INCOMPLETE .*entries"
fresh
tile=$(echo "$s"/ledger/tile/entries/000.p/*)
head -c -40 "$tile" >"$tile.cut" && mv "$tile.cut" "$tile"; case_of "the tail of the entries cut off" 20 "ALTERED a file of entries"
fresh; mv "$(at "$shot")" "$work/x"; mv "$(at "$text")" "$(at "$shot")"; mv "$work/x" "$(at "$text")"; case_of "two objects swapped" 20 "ALTERED one object holds the bytes of another"
fresh; cp "$s/ledger/checkpoint" "$work/outside"; rm -rf "$s"; cp -r "$old" "$s"; case_of "yesterday's store, nothing kept outside" 0 "^INTACT"
options=(--checkpoint "$work/outside"); case_of "yesterday's store, against a checkpoint outside" 23 "LOG-UNVERIFIED the ledger is older"
fresh; sql "update capture set outcome = 'COMPLETE', url_final = 'http://forged.example/' where outcome = 'PARTIAL'"; case_of "a row of the catalogue edited" 20 "catalogue row capture .*edited: outcome, url_final"
fresh; sql "delete from capture where outcome = 'WALLED'"; case_of "a row of the catalogue deleted" 20 "catalogue row capture .*deleted"
fresh
vkey=$(cat "$s/keys/log.vkey"); printf '%s\n' "$vkey" >"$work/vkey"
"$affiant" capture --store "$work/other" --purpose research --basis '6(1)(f)' --operator forger http://10.1.2.3/ >/dev/null 2>&1
"$affiant" verify --all --store "$work/other" >/dev/null 2>&1 || { echo "FAIL the forger's store"; failed=1; }
rm -r "$s/keys" && cp -r "$work/other/keys" "$s/keys"; case_of "another key put beside the log" 23 "LOG-UNVERIFIED the checkpoint is not signed by the key"
rm -rf "$s/ledger"; cp -r "$work/other/ledger" "$s/ledger"; options=(--vkey "$work/vkey"); case_of "a checkpoint forged with another key" 21 "LOG-UNVERIFIED the checkpoint is not signed by the key"
rm -rf "$work"
exit $failed
