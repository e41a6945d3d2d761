#!/bin/sh
# verify.sh: checks exported captures with common tools alone.
#
#   sh verify.sh [-k VKEY] [DIR ...]
#
# DIR is an exported directory, by default the one that this script lies in.
# VKEY is the log's verifier key as its owner published it; without it the key
# in DIR is believed, and the output says so.
#
# Needs: a POSIX shell, coreutils, grep, sed, OpenSSL 3 or newer, xxd.
# Opens no connection; writes a few small files below TMPDIR and removes them.
#
# What it checks, from the bytes up to the signature:
#   1  every artifact has the SHA-256 and the length that manifest.json lists
#   2  manifest.json has the SHA-256 that the ledger's entry commits to
#   3  the entry leads to the root of the tree that the checkpoint states
#      (RFC 6962: leaf SHA-256(0x00 entry), node SHA-256(0x01 left right))
#   4  the checkpoint is signed by the log's key (Ed25519, c2sp.org/signed-note)
#   5  the other files are those that SHA256SUMS lists
#
# The last line is one of five words, and the exit code goes with it:
#   INTACT 0 · ALTERED 20 · INCOMPLETE 21 · TIME-UNPROVEN 22 · LOG-UNVERIFIED 23
# None of them says that what the page said is true, or who wrote it.

LC_ALL=C
export LC_ALL
set -u

stop() {
  echo "verify.sh: $1" >&2
  exit 2
}

for tool in grep sed openssl xxd base64 head tail cut tr wc mktemp rm dirname cat; do
  command -v "$tool" >/dev/null 2>&1 || stop "$tool is missing: install it, then run this again"
done
case "$(openssl version 2>/dev/null)" in
  "OpenSSL "[3-9].* | "OpenSSL "[1-9][0-9].*) ;;
  *) stop "OpenSSL 3 or newer is needed, and this is: $(openssl version 2>&1 | head -n 1)" ;;
esac

trusted=
if [ "${1:-}" = -k ]; then
  [ $# -ge 2 ] || stop "-k needs a verifier key"
  trusted=$2
  shift 2
fi
[ $# -gt 0 ] || set -- "$(dirname "$0")"

tmp=$(mktemp -d) || stop "no temporary directory"
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM

altered=0 incomplete=0 unverified=0 untimed=0

bad() {
  echo "$1 $2"
  case "$1" in
    ALTERED) altered=1 ;;
    INCOMPLETE) incomplete=1 ;;
    LOG-UNVERIFIED) unverified=1 ;;
    TIME-UNPROVEN) untimed=1 ;;
  esac
}

# Each of these leaves its answer in a variable of its own name: a process costs
# milliseconds, and there are many hashes.
sum() {
  sum=$(openssl dgst -sha256 -r "$1")
  sum=${sum%% *}
}
sum_hex() {
  sum=$(printf '%s' "$1" | xxd -r -p | openssl dgst -sha256 -r)
  sum=${sum%% *}
}
unbase64() { unbase64=$(printf '%s' "$1" | base64 -d 2>/dev/null | xxd -p -c 256); }

# sets count, ended and the first nine lines, l1 to l9
lines() {
  count=0 ended=yes one=
  l1= l2= l3= l4= l5= l6= l7= l8= l9=
  while IFS= read -r one; do
    count=$((count + 1))
    [ "$count" -gt 9 ] || eval "l$count=\$one"
  done <"$1"
  [ -z "$one" ] || ended=no
}

# a link leads out of what was handed over: its target is no part of it
is_file() { [ -f "$1" ] && [ ! -L "$1" ]; }

# base64 has one right spelling; without a look at the unused bits there are more
canonical() {
  [ $((${#1} % 4)) -eq 0 ] || return 1
  case "$1" in
    *[!A-Za-z0-9+/=]* | *=[!=]* | *===) return 1 ;;
    *[AQgw]== | *[AEIMQUYcgkosw048]= | *[!=]) return 0 ;;
  esac
  return 1
}
is_hash() { [ ${#1} -eq 44 ] && canonical "$1" && [ "${1%=}=" = "$1" ] && [ "${1%==}" = "$1" ]; }
# no leading zero, and small enough for the shell's arithmetic
is_number() {
  case "$1" in
    "" | *[!0-9]* | 0?*) return 1 ;;
  esac
  [ ${#1} -le 18 ]
}
is_hex() {
  case "$1" in
    *[!0-9a-f]*) return 1 ;;
  esac
  [ ${#1} -eq "$2" ]
}
is_uuid() {
  case "$1" in
    ????????-????-????-????-????????????) ;;
    *) return 1 ;;
  esac
  is_hex "$(printf '%s' "$1" | tr -d -)" 32
}

# sets name, id (8 digits) and point (64 digits), or fails
read_key() {
  name=${1%%+*}
  rest=${1#*+}
  id=${rest%%+*}
  rest=${rest#*+}
  case "$name" in "" | *" "*) return 1 ;; esac
  is_hex "$id" 8 && [ ${#rest} -eq 44 ] && canonical "$rest" && [ "$1" = "$name+$id+$rest" ] || return 1
  unbase64 "$rest"
  point=${unbase64#01}
  [ "$unbase64" = "01$point" ] || return 1
  sum_hex "$(printf '%s\n' "$name" | xxd -p -c 256)$unbase64"
  [ "${sum#"$id"}" != "$sum" ]
}

pem() {
  echo "-----BEGIN PUBLIC KEY-----"
  printf '302a300506032b6570032100%s' "$point" | xxd -r -p | base64
  echo "-----END PUBLIC KEY-----"
}

check_key() {
  name= id= point=
  if is_file "$dir/log.vkey" && is_file "$dir/log.pub.pem"; then
    lines "$dir/log.vkey"
    own=$l1
    if [ "$count $ended" = "1 yes" ] && read_key "$own"; then
      pem >"$tmp/own.pem"
      sum "$tmp/own.pem"
      right=$sum
      sum "$dir/log.pub.pem"
      [ "$sum" = "$right" ] || bad ALTERED "log.pub.pem: is not the key of log.vkey"
    else
      bad ALTERED "log.vkey: is not a verifier key"
      name=
    fi
  fi
  if [ -n "$trusted" ]; then
    read_key "$trusted" || stop "not a verifier key: $trusted"
  elif [ -n "$name" ]; then
    echo "  key      $own, from this directory: compare it with what the log's owner published"
  fi
}

# sets size and root
check_checkpoint() {
  size= root= head=
  note=$dir/checkpoint
  if ! is_file "$note"; then
    bad LOG-UNVERIFIED "checkpoint: is missing"
    return
  fi
  sum "$note"
  head=$sum
  lines "$note"
  if [ "$ended" = no ] || [ "$count" -lt 5 ] || [ -z "$l1" ] || ! is_number "$l2" ||
    ! is_hash "$l3" || [ -n "$l4" ] || ! sed -n '5,$p' "$note" >"$tmp/marks" ||
    grep -q -v '^— [^ ]\{1,\} [A-Za-z0-9+/]\{7,\}=\{0,2\}$' "$tmp/marks"; then
    bad ALTERED "checkpoint: is malformed"
    return
  fi
  size=$l2
  unbase64 "$l3"
  root=$unbase64
  if [ -z "$name" ]; then
    bad LOG-UNVERIFIED "checkpoint: no key is known"
    return
  fi
  check_signature
}

check_signature() {
  printf '%s\n' "$l1" "$l2" "$l3" >"$tmp/body"
  pem >"$tmp/key.pem"
  signed=
  while read -r dash who mark; do
    if ! canonical "$mark"; then
      bad ALTERED "checkpoint: a signature is malformed"
    elif [ "$dash $who" = "— $name" ]; then
      unbase64 "$mark"
      rest=${unbase64#"$id"}
      if [ "$rest" != "$unbase64" ]; then
        printf '%s' "$rest" | xxd -r -p >"$tmp/sig"
        openssl pkeyutl -verify -pubin -inkey "$tmp/key.pem" -rawin -in "$tmp/body" -sigfile "$tmp/sig" >/dev/null 2>&1 ||
          signed=no
        signed=${signed:-yes}
      fi
    fi
  done <"$tmp/marks"
  case "$signed" in
    yes) echo "  log      $(printf '%s' "$l1" | tr -c ' -~' '?'), $size entries; signature good" ;;
    no) bad ALTERED "checkpoint: its signature does not fit" ;;
    *) bad LOG-UNVERIFIED "checkpoint: not signed by $name+$id" ;;
  esac
}

# sets seq, commit and owner
check_entry() {
  seq= commit= owner=
  entry=$dir/entry
  if ! is_file "$entry"; then
    bad INCOMPLETE "entry: is missing"
    return
  fi
  lines "$entry"
  type=${l2#type }
  anchor=${l6#anchor sha256:}
  case "$type" in
    "" | *[!a-z]*) type=- ;;
  esac
  if [ "$count $ended $l1" != "6 yes affiant-log/v1" ] || [ "$l2" != "type $type" ] ||
    ! is_uuid "${l3#id }" || ! is_number "${l4#seq }" || ! is_hex "${l5#commit sha256:}" 64 ||
    { [ "$l6" != "anchor -" ] && { [ "$anchor" = "$l6" ] || ! is_hex "$anchor" 64; }; }; then
    bad ALTERED "entry: is malformed"
    return
  fi
  owner=${l3#id }
  seq=${l4#seq }
  commit=${l5#commit sha256:}
}

check_proof() {
  proof=$dir/entry.tlog-proof
  if ! is_file "$proof"; then
    bad LOG-UNVERIFIED "entry.tlog-proof: is missing"
    return
  fi
  blank=$(sed -n '/^$/{=;q;}' "$proof")
  lines "$proof"
  at=${l2#index }
  if [ -z "$blank" ] || [ "$blank" -gt 67 ] || [ "$l1" != "c2sp.org/tlog-proof@v1" ] ||
    [ "$l2" != "index $at" ] || ! is_number "$at"; then
    bad ALTERED "entry.tlog-proof: is malformed"
    return
  fi
  if [ -n "$head" ]; then
    tail -n "+$((blank + 1))" "$proof" >"$tmp/inner"
    sum "$tmp/inner"
    [ "$sum" = "$head" ] || bad ALTERED "entry.tlog-proof: holds another checkpoint"
  fi
  [ -n "$size" ] && [ -n "$seq" ] || return 0
  if [ "$blank" -gt 3 ]; then
    sed -n "3,$((blank - 1))p" "$proof" >"$tmp/path"
  else
    : >"$tmp/path"
  fi
  if walk; then
    echo "  entry    $seq is in the tree of $size"
  else
    bad ALTERED "entry.tlog-proof: does not lead from the entry to the root; one of entry, proof and checkpoint was altered"
  fi
}

walk() {
  last=$((size - 1))
  [ "$at" = "$seq" ] && [ "$at" -le "$last" ] || return 1
  now=$({ printf '\0'; cat "$entry"; } | openssl dgst -sha256 -r)
  now=${now%% *}
  while read -r b64; do
    is_hash "$b64" && [ "$last" -gt 0 ] || return 1
    unbase64 "$b64"
    if [ $((at % 2)) -eq 1 ] || [ "$at" -eq "$last" ]; then
      sum_hex "01$unbase64$now"
      while [ $((at % 2)) -eq 0 ] && [ "$at" -ne 0 ]; do
        at=$((at / 2))
        last=$((last / 2))
      done
    else
      sum_hex "01$now$unbase64"
    fi
    now=$sum
    at=$((at / 2))
    last=$((last / 2))
  done <"$tmp/path"
  [ "$last" -eq 0 ] && [ "$now" = "$root" ]
}

check_manifest() {
  manifest=$dir/manifest.json
  if ! is_file "$manifest"; then
    bad INCOMPLETE "manifest.json: is missing"
    return
  fi
  [ -n "$commit" ] || return 0
  sum "$manifest"
  if [ "$sum" != "$commit" ]; then
    bad ALTERED "manifest.json: is not what the entry commits to"
    return
  fi
  sed -n 's/^{"name":"\([a-z0-9][a-z0-9.-]*\)","sha256":"\([0-9a-f]\{64\}\)","bytes":\([0-9]\{1,18\}\),.*$/\1 \2 \3/p' "$manifest" >"$tmp/artifacts"
  lines "$tmp/artifacts"
  if [ "$count" -ne "$(grep -c '^{"name":' "$manifest")" ] ||
    ! grep -q '^{"schema":"affiant-manifest/v1",$' "$manifest"; then
    bad INCOMPLETE "manifest.json: is intact but of a form that this script cannot read"
    return
  fi
  capture=$(sed -n 's/^"captureId":"\([0-9a-f-]\{36\}\)",$/\1/p' "$manifest")
  [ "$capture" = "$owner" ] || bad ALTERED "manifest.json: belongs to another capture than the entry"
  echo "  capture  $capture $(sed -n 's/^"outcome":"\([A-Z]*\)",$/\1/p' "$manifest")"
  if grep '^"time":{' "$manifest" | grep -q '[,{]"timestampsExpected":[1-9]'; then
    bad TIME-UNPROVEN "manifest.json: timestamps were configured, and this script does not check them"
  fi
  good=0
  while read -r file hash bytes; do
    check_artifact
  done <"$tmp/artifacts"
  echo "  files    $good of $count as sealed; withheld by a rule: $(grep -c '^{"role":' "$manifest")"
}

check_artifact() {
  path=$dir/$file
  # in an unpacked WACZ the WARC lies where replayers look for it
  is_file "$path" || case "$file" in
    warc-*) ! is_file "$dir/../archive/data.warc.gz" || path=$dir/../archive/data.warc.gz ;;
  esac
  if ! is_file "$path"; then
    bad INCOMPLETE "$file: is missing"
    return
  fi
  sum "$path"
  if [ "$sum" != "$hash" ]; then
    bad ALTERED "$file: its bytes are not those that were sealed"
  elif [ "$(wc -c <"$path" | tr -d ' ')" != "$bytes" ]; then
    bad ALTERED "$file: its length is not the one that was sealed"
  else
    good=$((good + 1))
  fi
}

check_sums() {
  list=$dir/SHA256SUMS
  if ! is_file "$list"; then
    # a WACZ lists its files in datapackage.json
    is_file "$dir/../datapackage.json" || bad INCOMPLETE "SHA256SUMS: is missing"
    return
  fi
  lines "$list"
  if [ "$ended" = no ] || grep -q -v '^[0-9a-f]\{64\}  [A-Za-z0-9_][A-Za-z0-9._-]*$' "$list"; then
    bad ALTERED "SHA256SUMS: is malformed"
    return
  fi
  cut -c67- "$list" >"$tmp/names"
  while read -r hash file; do
    if ! is_file "$dir/$file"; then
      bad INCOMPLETE "$file: is named in SHA256SUMS and missing"
    else
      sum "$dir/$file"
      [ "$sum" = "$hash" ] || bad ALTERED "$file or SHA256SUMS: they do not agree"
    fi
    [ "$(grep -c -F -x -e "$file" "$tmp/names")" = 1 ] ||
      bad ALTERED "SHA256SUMS: names $file more than once"
  done <"$list"
  for path in "$dir"/*; do
    file=${path##*/}
    [ "$file" = SHA256SUMS ] || grep -q -F -x -e "$file" "$tmp/names" ||
      echo "  note     $(printf '%s' "$file" | tr -c ' -~' '?') is no part of the export"
  done
}

for dir; do
  [ -d "$dir" ] || stop "not a directory: $dir"
  case "$dir" in -*) dir=./$dir ;; esac
  echo "$dir"
  check_key
  check_checkpoint
  check_entry
  check_proof
  check_manifest
  check_sums
done

echo "  time     not proven by an outside clock"
if [ $altered = 1 ]; then
  echo ALTERED
  exit 20
elif [ $incomplete = 1 ]; then
  echo INCOMPLETE
  exit 21
elif [ $unverified = 1 ]; then
  echo LOG-UNVERIFIED
  exit 23
elif [ $untimed = 1 ]; then
  echo TIME-UNPROVEN
  exit 22
fi
echo INTACT
