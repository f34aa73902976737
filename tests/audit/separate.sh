#!/bin/sh
# separate.sh THREADLINT FOLDER: --separate writes byte for byte what calls one by one write, in
# every format whose reports can follow each other, with 1 and 4 workers; and whatever is killed in
# the middle goes on with --skip-done until the reports are those of a run that was not.
set -eu
program=$(readlink -f "$1") mail=$(readlink -f "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() {
  echo "separate.sh: $*" >&2
  exit 1
}

# Mail of all kinds: with findings and without, damaged, empty, none at all.
mkdir box
cp "$mail/demo/larkspur.mbox" "$mail/every/every.mbox" "$mail/every/damaged.mbox" \
  "$mail/formats/outlook.pst" box
: >box/empty.mbox
boxes="$(ls box/*) box/nosuch.mbox"

formats=$("$program" check --output nosuch . 2>&1 | sed -n 's/.*with one of: //p' | tr -d ,)
[ -n "$formats" ] || fail "the program does not say which formats there are"
joined=0
for format in $formats; do
  status=0
  "$program" check --separate -o "$format" box/empty.mbox >many.out 2>many.err || status=$?
  if [ "$status" -eq 2 ]; then
    grep -q 'cannot follow each other' many.err || fail "$format: $(cat many.err)"
    continue
  fi
  : >one.out
  worst=0
  for box in $boxes; do
    status=0
    "$program" check -o "$format" "$box" >one.report 2>>one.err || status=$?
    # Of a CSV the header stands once.
    if [ "$format" = csv ] && [ -s one.out ]; then sed 1d one.report; else cat one.report; fi >>one.out
    [ "$status" -le "$worst" ] || [ "$status" -gt 3 ] || worst=$status
  done
  for workers in 1 4; do
    status=0
    "$program" check --separate -j "$workers" -o "$format" $boxes >many.out 2>many.err || status=$?
    [ "$status" -eq "$worst" ] || fail "$format, $workers workers: status $status, not $worst"
    cmp one.out many.out || fail "$format, $workers workers: not what single calls write"
    joined=$((joined + 1))
  done
done
[ "$joined" -ge 4 ] || fail "only $joined comparisons: text and json can follow each other"

# Killed at different points, and once more while a run holds the journal.
mkdir many whole cut
i=0
while [ "$i" -lt 200 ]; do
  i=$((i + 1))
  cp "$mail/demo/larkspur.mbox" "many/$i.mbox"
done
"$program" check -q --separate -o "json:whole/{name}.json" many/*.mbox 2>/dev/null || [ $? -eq 1 ]
rounds=0
while
  rounds=$((rounds + 1))
  [ "$rounds" -le 60 ] || fail "it does not get on"
  lines=$(cat journal 2>/dev/null | wc -l)
  "$program" check -q --separate -j 2 --skip-done journal -o "json:cut/{name}.json" \
    many/*.mbox 2>cut.err &
  pid=$!
  # Until some more are done; then it is killed, half done or not.
  while kill -0 "$pid" 2>/dev/null && [ "$(cat journal 2>/dev/null | wc -l)" -lt $((lines + 12)) ]; do
    sleep 0.01
  done
  kill -9 "$pid" 2>/dev/null || true
  status=0
  wait "$pid" 2>/dev/null || status=$?
  [ "$status" -ne 1 ]
do
  [ "$status" -eq 137 ] || fail "status $status: $(cat cut.err)"
done
[ "$rounds" -gt 1 ] || fail "it was never killed in the middle"
rm -f cut/*.json.?????? # what was being written at that moment
diff -r whole cut || fail "reports differ from those of a run that was not killed"
[ "$(sed 1d journal | cut -f 4 | sort | uniq -d | wc -l)" -eq 0 ] || fail "a mailbox was done twice"

# SIGINT: 130, and no half report under the name of a whole one.
mkfifo gate
"$program" check -q --separate -j 1 -o "json:all.json" many/*.mbox gate 2>int.err &
pid=$!
exec 3>gate # opens when it has come that far
kill -INT "$pid"
printf 'From a@b.example Mon Jan  1 00:00:00 2024\n\n' >&3
exec 3>&-
status=0
wait "$pid" || status=$?
[ "$status" -eq 130 ] || fail "interrupted: status $status: $(cat int.err)"
grep -q 'interrupted: 201 mailboxes' int.err || fail "interrupted: $(cat int.err)"
[ ! -e all.json ] || fail "interrupted, and yet there is a report"
[ -z "$(ls all.json.* 2>/dev/null)" ] || fail "interrupted, and half a report is left"
