#!/bin/sh
# self_test.sh GOLDEN: the runner passes what is right and nothing else.
set -eu
golden=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

mkdir "$work/bin"
cat >"$work/bin/threadlint" <<'PROGRAM'
#!/bin/sh
echo "out $* ${TZ-} ${NO_COLOR-unset} ${SOURCE_DATE_EPOCH-unset} $(cat input.txt)"
echo err >&2
[ "$1" != write ] || echo x >"$2"
exit 3
PROGRAM
chmod +x "$work/bin/threadlint"

new_case() { # a right one, in $work/case
  rm -rf "$work/case"
  mkdir "$work/case"
  echo mail >"$work/case/input.txt"
  echo 'threadlint check input.txt' >"$work/case/cmd"
  echo 'out check input.txt UTC unset unset mail' >"$work/case/stdout"
  echo err >"$work/case/stderr"
  echo 3 >"$work/case/exit"
}

shows() {
  if [ -n "$1" ]; then grep -qF -- "$1" "$work/log"; else ! [ -s "$work/log" ]; fi
}

expect() { # exit status, what it shows
  got=0
  TZ=Asia/Tokyo NO_COLOR=1 SOURCE_DATE_EPOCH=1 \
    "$golden" "$work/bin/threadlint" "$work/case" >"$work/log" 2>&1 || got=$?
  if [ "$got" != "$1" ] || ! shows "$2"; then
    echo "$3: exit $got, expected $1 and: $2"
    cat "$work/log"
    failed=1
  fi
}

new_case
expect 0 '' 'a right case'

rm -rf "$work/case"
mkdir "$work/case"
expect 2 'cannot read' 'an empty folder'
rm -rf "$work/case"
expect 2 'cannot read' 'no folder'
for name in stdout stderr exit; do
  new_case
  rm "$work/case/$name"
  expect 2 'is missing' "no $name"
  new_case
  echo other >"$work/case/$name"
  expect 1 '-other' "another $name"
done
new_case
: >"$work/case/cmd"
expect 2 'runs no threadlint' 'an empty cmd'
new_case
printf 'out check input.txt UTC unset unset mail' >"$work/case/stdout"
expect 1 'No newline' 'one byte less'
new_case
rm "$work/case/input.txt"
expect 1 '+cat: input.txt' 'no input'
new_case
echo 'threadlint write new' >"$work/case/cmd"
expect 1 'wrote new into' 'a case that writes beside its input'

new_case
rm "$work/case/stdout" "$work/case/stderr" "$work/case/exit"
THREADLINT_UPDATE=1 "$golden" "$work/bin/threadlint" "$work/case"
expect 0 '' 'an updated case'
exit $failed
