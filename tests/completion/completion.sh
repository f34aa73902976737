#!/bin/bash
# completion.sh THREADLINT: its completion scripts are accepted by the shells that are installed, and
# offer in bash what the program takes.
set -euo pipefail
program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
touch a.mbox
mkdir words

fail() {
  printf 'FAIL: %s\n' "$*" >&2
  exit 1
}

for shell in bash zsh fish; do
  "$program" completion "$shell" >"$shell.script"
  ! command -v "$shell" >/dev/null || "$shell" -n "$shell.script" || fail "$shell rejects its script"
done
! "$program" completion tcsh 2>/dev/null || fail "a script for a shell nobody wrote one for"

# shellcheck disable=SC1091
source ./bash.script
offered() { # the words of a command line, the last being completed
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  _threadlint
  printf '%s\n' "${COMPREPLY[@]}"
}
offers() { # WORD, then the command line
  grep -qxF -- "$1" <<<"$(offered "${@:2}")" || fail "'${*:2}' does not offer $1"
}
offers_no() {
  ! grep -qxF -- "$1" <<<"$(offered "${@:2}")" || fail "'${*:2}' offers $1"
}

# As help lists them.
commands=$("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]\{1,\}\) .*/\1/p')
[[ $commands == check*completion* ]] || fail "help lists: $commands"
for command in $commands; do
  offers "$command" threadlint ''
done
offers check threadlint che
offers_no cases threadlint che
offers --version threadlint --
offers --min-confidence threadlint check --
offers --min-confidence threadlint check --show note --min
offers_no --min-confidence threadlint rule --
offers_no --min-confidence threadlint check -- --min
offers high threadlint check --min-confidence ''
offers high threadlint check --min-confidence = h
offers never threadlint check --fail-on ''
offers TL101 threadlint check --select TL10
offers json threadlint check -o ''
offers TL301 threadlint rule TL3
offers bash threadlint completion ''
offers a.mbox threadlint check --config a
offers_no a.mbox threadlint check --wording ''
offers words threadlint check --wording ''
# Paths are the shell's to complete.
[[ -z $(offered threadlint check a) ]] || fail "paths are completed by the script"

# What the program says it takes, and no more.
for command in $commands; do
  "$program" "$command" --help-all | grep -oE '^ +(-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+' |
    sort -u >help.flags
  offered threadlint "$command" -- | sort -u >bash.flags
  missing=$(comm -23 help.flags bash.flags)
  [[ -z $missing ]] || fail "$command: help has, bash has not: $missing"
  for shell in zsh fish; do
    while IFS= read -r flag; do
      grep -qF -- "${flag#--}" "$shell.script" || fail "$shell has no $flag"
    done <help.flags
  done
done

# zsh and fish themselves, where they are installed.
if command -v fish >/dev/null; then
  fish_offers() {
    fish --no-config -c 'source fish.script; complete -C "$argv"' -- "$1" >fish.words
    grep -q "^$2" fish.words || fail "fish: '$1' does not offer $2"
  }
  fish_offers 'threadlint check --min-confidence ' high
  fish_offers 'threadlint ch' check
fi
if command -v zsh >/dev/null; then
  zsh -f -c 'autoload -U compinit; compinit -u -d dump; source ./zsh.script
    (( $+functions[_threadlint] )) && [[ $_comps[threadlint] == _threadlint ]]' ||
    fail "zsh does not take it"
fi
