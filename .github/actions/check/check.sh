#!/bin/bash
# The step of action.yml: its inputs come as INPUT_…, the rest as GitHub sets it. THREADLINT names
# the program; without it the checkout that this action is of builds one.
set -euo pipefail

lines() { # the lines of $1 that are not blank, into the array named $2
  local -n into=$2
  local line
  while IFS= read -r line; do
    [[ -z ${line//[[:space:]]/} ]] || into+=("$line")
  done <<<"$1"
}

paths=()
lines "${INPUT_PATHS:?action input "paths" is missing}" paths
arguments=(--output github --fail-on "${INPUT_FAIL_ON:-error}")
[[ -z ${INPUT_BASELINE:-} ]] || arguments+=(--baseline "$INPUT_BASELINE")
[[ -z ${INPUT_JUNIT:-} ]] || arguments+=(--output "junit:$INPUT_JUNIT")
[[ -z ${INPUT_SARIF:-} ]] || arguments+=(--output "sarif:$INPUT_SARIF")
[[ ${INPUT_REDACT:-true} == false ]] || arguments+=(--redact)
lines "${INPUT_OPTIONS:-}" arguments

program=${THREADLINT:-}
[[ -n $program ]] || program=$("${GITHUB_ACTION_PATH:?}/../../../quickstart" build)
status=0
"$program" check "${arguments[@]}" -- "${paths[@]}" || status=$?
printf 'status=%s\n' "$status" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
