# What the prove-*.sh scripts have in common; sourced, not run. Bash.
# They run the program as a user would, against the fixture sites on loopback, and print a line for
# each claim: PASS or FAIL. They end non-zero if a claim failed. Work files: $WORK, removed unless
# KEEP is set. AFFIANT names another launcher, AFFIANT_CP another class path for the programs beside.
set -u
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
AFFIANT=${AFFIANT:-$ROOT/affiant}
WORK=${WORK:-$(mktemp -d)}
mkdir -p "$WORK"
FAILED=0
LAB_PID=

pass() { echo "PASS $*"; }
fail() { echo "FAIL $*"; FAILED=$((FAILED + 1)); }

# claim WORDS COMMAND…: passes if the command ends with 0
claim() {
  local words=$1
  shift
  if "$@"; then pass "$words"; else fail "$words"; fi
}

# The id of the first capture that `capture --json` told of.
captured() { sed -n '1s/.*"captureId":"\([^"]*\)".*/\1/p' "$1"; }

now_ms() { date +%s%3N; }

# program NAME ARG…: a program of src/test/java/dev/affiant/proof, from its source
program() {
  (program_here "$@")
}

# The same in place of the shell that calls it.
program_here() {
  local name=$1
  shift
  exec java -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
    -Dproof.source="$ROOT/src/test/java/dev/affiant/proof/$name.java" -cp "${AFFIANT_CP:-$ROOT/target/lib/*}" \
    "$ROOT/src/test/java/dev/affiant/proof/$name.java" "$@"
}

# Starts the fixture sites; HOSTS and KEY say where they are. What it sent is in $WORK/lab.jsonl
# once it is stopped.
lab_start() {
  "$AFFIANT" --version >/dev/null || exit 2 # builds on first use
  program_here ProofLab "$ROOT/fixtures" "$WORK/lab.jsonl" >"$WORK/lab.out" 2>"$WORK/lab.err" &
  LAB_PID=$!
  for _ in $(seq 300); do
    grep -q '^KEY ' "$WORK/lab.out" && break
    kill -0 "$LAB_PID" 2>/dev/null || { cat "$WORK/lab.err"; exit 2; }
    sleep 0.1
  done
  HOSTS=$(sed -n 's/^HOSTS //p' "$WORK/lab.out")
  KEY=$(sed -n 's/^KEY //p' "$WORK/lab.out")
}

lab_stop() {
  [ -n "$LAB_PID" ] && kill "$LAB_PID" 2>/dev/null && wait "$LAB_PID" 2>/dev/null
  LAB_PID=
}

# The options that every capture of a fixture takes.
look() {
  printf '%s\n' --lab "$HOSTS" --lab-key "$KEY" --purpose own-content --basis '6(1)(f)' \
    --operator proof
}

capture() {
  local options
  mapfile -t options < <(look)
  "$AFFIANT" capture "${options[@]}" "$@"
}

# Browsers and drivers that this script's captures have started: they inherit AFFIANT_PROOF.
leftovers() {
  local pid
  for pid in /proc/[0-9]*; do
    pid=${pid#/proc/}
    [ "$pid" = "$$" ] && continue
    if { tr "\0" "\n" <"/proc/$pid/environ"; } 2>/dev/null | grep -q "^AFFIANT_PROOF=$WORK\$"; then
      case $(readlink "/proc/$pid/exe") in
        *chrom* | */node) echo "$pid" ;;
      esac
    fi
  done
}

# none_left SECONDS: whether no browser process is left within so many seconds
none_left() {
  local end=$(($(now_ms) + $1 * 1000))
  while [ -n "$(leftovers)" ]; do
    if [ "$(now_ms)" -ge "$end" ]; then
      ps -o pid,ppid,args -p "$(leftovers | paste -sd,)" | cut -c1-160
      return 1
    fi
    sleep 0.1
  done
}

over() {
  lab_stop
  [ -n "${KEEP:-}" ] && echo "kept: $WORK" || rm -rf "$WORK"
  echo "$([ "$FAILED" -eq 0 ] && echo "all held" || echo "$FAILED did not hold")"
  [ "$FAILED" -eq 0 ]
}

export AFFIANT_PROOF=$WORK
trap lab_stop EXIT
