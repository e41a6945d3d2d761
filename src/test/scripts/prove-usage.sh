#!/usr/bin/env bash
# Acceptance line 10: wrong usage gives one clear line, exit code 2, and leaves the store unharmed.
source "$(dirname "$0")/prove-lib.sh"
lab_start
store=$WORK/store
facts=(--purpose own-content --basis '6(1)(f)' --operator proof)
capture --store "$store" http://gone.lab/ >/dev/null 2>&1
state() { (cd "$store" && find . -type f ! -name 'catalogue*' -exec sha256sum {} + | sort) | sha256sum; }
before=$(state)

# wrong WORDS-IN-THE-LINE WHAT ARG…: exit 2, a first line that says so, no stack trace, store as it was
wrong() {
  local words=$1 what=$2 out code lines
  shift 2
  out=$("$@" 2>&1)
  code=$?
  lines=$(wc -l <<<"$out")
  if [ "$code" = 2 ] && grep -q "^affiant: .*$words" <<<"$out" && [ "$lines" -le 4 ] \
    && [ "$(state)" = "$before" ]; then
    pass "$what: $(head -n 1 <<<"$out" | cut -c1-160)"
  else
    fail "$what: exit $code: $out"
  fi
}
a="$AFFIANT"
wrong "purpose" "no purpose" "$a" capture http://gone.lab/ --store "$store" --basis '6(1)(f)' --operator x
wrong "purpose" "an unknown purpose" "$a" capture http://gone.lab/ --store "$store" --purpose nosiness --basis '6(1)(f)' --operator x
wrong "only http and https" "a bad URL" "$a" capture 'htps:/nonsense' --store "$store" "${facts[@]}"
wrong "no page is named" "no URL" "$a" capture --store "$store" "${facts[@]}"
wrong "only http and https" "a file: URL" "$a" capture file:///etc/passwd --store "$store" "${facts[@]}"
wrong "only http and https" "a javascript: URL" "$a" capture 'javascript:alert(1)' --store "$store" "${facts[@]}"
wrong "user name\|credentials\|password" "credentials in the URL" "$a" capture http://me:secret@gone.lab/ --store "$store" "${facts[@]}"
wrong "deadline" "a bad deadline" "$a" capture http://gone.lab/ --store "$store" "${facts[@]}" --deadline soon
wrong "nope.txt" "a list that is not there" "$a" capture --from "$WORK/nope.txt" --store "$store" "${facts[@]}"
wrong "engine" "an unknown engine" "$a" capture http://gone.lab/ --store "$store" "${facts[@]}" --engine netscape
wrong "lab" "a lab host that is not loopback" "$a" capture http://gone.lab/ --store "$store" "${facts[@]}" --lab gone.lab=10.0.0.1:80
wrong "/nope, which cannot be run" "a browser that is not there" env AFFIANT_BROWSER=/nope "$a" capture http://gone.lab/ --store "$store" "${facts[@]}"
wrong "does not start" "a browser that does not start" env AFFIANT_BROWSER=/bin/false "$a" capture http://gone.lab/ --store "$store" --lab "$HOSTS" "${facts[@]}"
wrong "Unknown option" "an unknown option" "$a" capture http://gone.lab/ --frobnicate
wrong "Unmatched\|unknown\|nknown" "an unknown command" "$a" frobnicate
wrong "no capture\|77" "an id that is not there" "$a" show 77 --store "$store"
wrong "no store" "no store" "$a" list --store "$WORK/none"
wrong "nothing" "verify of what is not there" "$a" verify "$WORK/none/x" --store "$store"
wrong "there is something already" "an export onto something" "$a" export 4 -o "$store" --store "$store"

copy=$WORK/newer
cp -r "$store" "$copy"
sed -i 's/"version":1/"version":99/; s/"schemaVersion":1/"schemaVersion":99/; s/\/v1/\/v99/' "$copy/store.json"
cmp -s "$store/store.json" "$copy/store.json" && fail "store.json has no version"
for command in "list" "verify" "capture http://gone.lab/ --purpose own-content --basis 6(1)(f) --operator x"; do
  wrong "newer" "a store of a newer version: ${command%% *}" "$a" $command --store "$copy"
done
if [ "$(id -u)" = 0 ]; then
  as() { setpriv --reuid 65534 --regid 65534 --clear-groups env HOME="$WORK/nobody" AFFIANT_PROOF="$WORK" "$@"; }
  mkdir -p "$WORK/nobody" && chown 65534 "$WORK/nobody" && chmod a+rx "$WORK"
  as "$AFFIANT" --version >/dev/null 2>&1 || echo "     (another user cannot run $AFFIANT)"
else
  as() { "$@"; }
fi
if as "$AFFIANT" --version >/dev/null 2>&1; then
  mkdir "$WORK/shut" && chmod 555 "$WORK/shut"
  wrong "write" "a place where no store can be made" as "$a" capture http://gone.lab/ --store "$WORK/shut/store" "${facts[@]}"
  wrong "write" "a store that cannot be written" as "$a" capture http://gone.lab/ --store "$store" "${facts[@]}"
else
  echo "     (another user cannot run $AFFIANT: unwritable stores were not tried)"
fi
# A host that nobody knows is no misuse: the attempt and its end are evidence.
out=$("$a" capture http://no-such-host.invalid/ --store "$store" "${facts[@]}" 2>&1)
claim "an unknown host ends UNREACHABLE, exit 14: ${out##*UNREACHABLE}" test $? = 14
"$AFFIANT" verify --store "$store" | grep -m1 '^INTACT' || fail "the store"
over
