#!/bin/bash
# check.sh THREADLINT: runs the step of .github/actions/check as GitHub would, on the demo.
set -euo pipefail
program=$1
root=$(cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$root/testdata/demo"

fail() {
  printf 'FAIL: %s\n' "$*" >&2
  sed 's/^/  /' "$scratch/log" >&2
  exit 1
}

step() { # INPUT_…=… as arguments; the status is left in $status
  : >"$scratch/output"
  rm -f "$scratch/summary.md" "$scratch/junit.xml"
  touch "$scratch/summary.md"
  status=0
  env -i PATH="$PATH" HOME="$scratch" TMPDIR="$scratch" \
    ASAN_OPTIONS="${ASAN_OPTIONS-}" UBSAN_OPTIONS="${UBSAN_OPTIONS-}" \
    GITHUB_ACTION_PATH="$root/.github/actions/check" GITHUB_OUTPUT="$scratch/output" \
    GITHUB_STEP_SUMMARY="$scratch/summary.md" THREADLINT="$program" "$@" \
    "$root/.github/actions/check/check.sh" >"$scratch/log" 2>&1 || status=$?
}

step INPUT_PATHS=$'\nlarkspur.mbox\n\n' INPUT_JUNIT="$scratch/junit.xml"
[[ $status == 1 ]] || fail "findings give status $status"
grep -qx 'status=1' "$scratch/output" || fail "no status among the outputs"
grep -q '^::error ' "$scratch/log" || fail "no annotation"
grep -q '|' "$scratch/summary.md" || fail "no table in the summary"
grep -q '<failure' "$scratch/junit.xml" || fail "no failure in the JUnit report"
# Redacted and by reference unless asked otherwise: neither names nor addresses of the mails.
for secret in larkspur.example Thorne 'cs-reply+'; do
  ! grep -rqF -- "$secret" "$scratch/log" "$scratch/summary.md" "$scratch/junit.xml" ||
    fail "'$secret' of the mails came out"
done

# What was accepted is not new.
"$program" baseline write "$scratch/accepted" larkspur.mbox 2>/dev/null >&2
step INPUT_PATHS=larkspur.mbox INPUT_BASELINE="$scratch/accepted" INPUT_JUNIT=
[[ $status == 0 ]] || fail "accepted findings give status $status"
[[ ! -e threadlint.xml ]] || fail "an empty input wrote a report"

step INPUT_PATHS=larkspur.mbox INPUT_FAIL_ON=never INPUT_OPTIONS=$'--show\nnote' INPUT_JUNIT=
[[ $status == 0 ]] || fail "fail-on never gives status $status"
step INPUT_PATHS=no-such.mbox INPUT_JUNIT=
[[ $status == 3 ]] || fail "a missing mailbox gives status $status"
step INPUT_PATHS=
[[ $status != 0 ]] || fail "no paths, and the step passes"
