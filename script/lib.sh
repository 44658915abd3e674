# Shared by script/setup, script/server and script/test. Source it.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export ROOT
LOGS=$ROOT/build/logs

# A Node of our own, when the machine's is too old or absent (script/setup).
if [ -x "$ROOT/.tools/bin/node" ]; then PATH=$ROOT/.tools/bin:$PATH; fi
export PATH

# node_is_current: true when `node` is 20.19 or newer.
node_is_current() {
  local version major minor
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }
}

# seconds SINCE: seconds since $SECONDS was SINCE, as "12 s" or "3 min 02 s".
seconds() {
  local s=$((SECONDS - $1))
  if [ "$s" -lt 120 ]; then echo "$s s"; else
    printf '%d min %02d s\n' $((s / 60)) $((s % 60))
  fi
}

# step LABEL MENDING COMMAND...: runs COMMAND with its output in a log. On a
# terminal the line counts the seconds. When it fails: the end of the log, how
# to mend it, exit 1. STEP and STEPS number the steps.
STEP=0
STEPS=0
step() {
  local label=$1 mending=$2 start=$SECONDS log ticker= status=0 head=
  shift 2
  STEP=$((STEP + 1))
  mkdir -p "$LOGS"
  log=$LOGS/$(echo "$label" | tr -cs 'a-zA-Z0-9\n' '-').log
  [ "$STEPS" -gt 0 ] && head="[$STEP/$STEPS] "
  if [ -t 2 ]; then
    (
      while :; do
        printf '\r\033[K%s%s  %s' "$head" "$label" "$(seconds "$start")" >&2
        sleep 1
      done
    ) &
    ticker=$!
  else
    echo "$head$label ..." >&2
  fi
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" 2>/dev/null
    wait "$ticker" 2>/dev/null || true
    printf '\r\033[K' >&2
  fi
  if [ "$status" -eq 0 ]; then
    echo "$head$label: done in $(seconds "$start")" >&2
    return 0
  fi
  {
    echo "$head$label: FAILED after $(seconds "$start") (exit $status)"
    tail -n 25 "$log" | sed 's/^/    /'
    echo "The whole log: ${log#"$ROOT"/}"
    echo "To mend it: $mending"
  } >&2
  exit 1
}
