#!/bin/sh
# faults.sh THREADLINT FOLDER: what goes wrong around the program is told, costs no report that was
# there before, and never ends as if all was well.
set -eu
program=$(readlink -f "$1") mail=$(readlink -f "$2")
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work"
demo=$mail/demo/larkspur.mbox
done=0
least=16  # without what needs a file system of its own

fail() {
  echo "faults.sh: $*" >&2
  [ ! -s err ] || sed 's/^/  stderr: /' err >&2
  exit 1
}

# run STATUS COMMAND…: it must end so. Output in `out`, messages in `err`.
run() {
  want=$1 got=0
  shift
  "$@" >out 2>err || got=$?
  [ "$got" -eq "$want" ] || fail "$*: status $got, not $want"
  done=$((done + 1))
}

# A test that must not hang.
limited() { timeout 20 "$@"; }

says() { grep -q "$1" "${2:-err}" || fail "no \"$1\" in ${2:-err}"; }

# --- Input ---

# Readable by nobody, root either: an error at the first read.
mkdir in
ln -s /proc/self/mem in/mem.mbox
run 3 "$program" check /proc/self/mem
says 'exit status 3'
# The others are read all the same.
run 3 "$program" check --show note "$demo" /proc/self/mem
says 'larkspur.mbox: 11 messages' out
says 'TL902' out
if [ "$(id -u)" -ne 0 ]; then
  cp "$demo" in/closed.mbox
  chmod 000 in/closed.mbox
  run 3 "$program" check in/closed.mbox
  says 'ermission'
fi

# Links in a circle, a FIFO and devices below a folder; links to nothing.
mkdir -p tree/a/b
cp "$demo" tree/a/mail.mbox
ln -s .. tree/a/b/up
ln -s nothing tree/dead
ln -s loop tree/loop
mkfifo tree/fifo
ln -s /dev/zero tree/zero
ln -s /dev/full tree/full
run 1 limited "$program" check tree
says '^tree: 11 messages' out

# A FIFO that is named is read like standard input.
mkfifo named
cat "$demo" >named &
run 1 limited "$program" check named
wait
says '11 messages' out

# A small disk, where one may be made.
if mkdir small 2>/dev/null && mount -t tmpfs -o size=1m none small 2>/dev/null; then
  trap 'umount "$work/small"; chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
  # Spooling on a full disk.
  for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do cat "$demo"; done >many.mbox
  for i in 1 2 3 4 5 6 7 8; do cat many.mbox; done >more.mbox
  got=0
  cat more.mbox | TMPDIR=$work/small limited "$program" check - >out 2>err || got=$?
  [ "$got" -eq 3 ] || fail "spooling on a full disk: status $got"
  says 'o space left'
  done=$((done + 1))
  # A report on a full disk: the old one stays.
  echo old >small/report.json
  head -c 1000000 /dev/zero >small/fill 2>/dev/null || :
  cat /dev/zero >>small/fill 2>/dev/null || :
  run 3 "$program" check -o json:small/report.json "$demo"
  [ "$(cat small/report.json)" = old ] || fail "the old report is gone"
  [ "$(ls small)" = "$(printf 'fill\nreport.json')" ] || fail "something was left behind"
  least=18
else
  echo "faults.sh: no file system may be mounted here: full disks are left out"
fi
# The same by a limit on the size of files.
echo old >report.json
got=0
(ulimit -f 1 && trap '' XFSZ && exec "$program" check -o json:report.json "$demo") >out 2>err || got=$?
[ "$got" -eq 3 ] || fail "a report beyond the limit on files: status $got"
[ "$(cat report.json)" = old ] || fail "the old report is gone"
[ -z "$(ls | grep -v -x -e small -e in -e tree -e named -e out -e err -e report.json -e many.mbox -e more.mbox)" ] ||
  fail "a partial report was left behind: $(ls)"
done=$((done + 1))

# --- A mailbox that does not keep still ---

# It grows meanwhile: what is read is whole, and that it grew is told.
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do cat "$demo"; done >many.mbox
for i in 1 2 3 4 5 6 7 8 9 10; do cat many.mbox; done >growing.mbox
(while [ ! -e stop ]; do cat "$demo" >>growing.mbox; done) &
writer=$!
got=0
limited "$program" check -j 2 growing.mbox >out 2>err || got=$?
: >stop
wait "$writer"
rm stop
[ "$got" -eq 3 ] || fail "a growing mailbox: status $got"
done=$((done + 1))

# It shrinks meanwhile: told, no crash.
for i in 1 2 3 4 5 6 7 8 9 10; do cat many.mbox; done >shrinking.mbox
cp shrinking.mbox whole.mbox
(while [ ! -e stop ]; do
  head -c 1000 whole.mbox >shrinking.mbox
  cat whole.mbox >shrinking.mbox
done) &
writer=$!
for i in 1 2 3 4 5; do
  got=0
  limited "$program" check -j 2 shrinking.mbox >out 2>err || got=$?
  case $got in
    0) fail "a mailbox that shrank: status 0" ;;
    1 | 3 | 4) ;;
    *) fail "a mailbox that shrank: status $got" ;;
  esac
done
: >stop
wait "$writer"
rm stop
done=$((done + 1))

# Mail is delivered into a Maildir during the walk, and read mail moves from new to cur.
mkdir -p box/cur box/new box/tmp
i=0
while [ "$i" -lt 300 ]; do
  i=$((i + 1))
  printf 'From: a@example.org\nMessage-ID: <%s@example.org>\nSubject: %s\n\ntext\n' "$i" "$i" >"box/new/$i.M1.host"
done
(
  n=1000
  while [ ! -e stop ]; do
    n=$((n + 1))
    printf 'From: a@example.org\nMessage-ID: <%s@example.org>\n\ntext\n' "$n" >"box/tmp/$n.M1.host"
    mv "box/tmp/$n.M1.host" box/new/
    mv "box/new/$n.M1.host" "box/cur/$n.M1.host:2,S"
  done
) &
writer=$!
for i in 1 2 3 4 5; do
  got=0
  limited "$program" cases --all -o json box >out 2>err || got=$?
  case $got in
    0 | 3) ;;
    *) fail "delivery during the walk: status $got" ;;
  esac
done
: >stop
wait "$writer"
rm stop
done=$((done + 1))

# Ten thousand messages, and few files that may be open at a time.
rm -rf box
mkdir -p box/cur box/new box/tmp
awk 'BEGIN {
  for (i = 1; i <= 10000; ++i) {
    file = "box/cur/" i ".M1.host:2,S"
    printf "From: a@example.org\nMessage-ID: <%d@example.org>\n\ntext\n", i >file
    close(file)
  }
}'
got=0
(ulimit -n 24 && exec "$program" cases --all -o json box) >out 2>err || got=$?
[ "$got" -eq 0 ] || fail "10,000 files with 24 descriptors: status $got"
[ "$(grep -c '"message_id"' out)" -ge 10000 ] || fail "not all of 10,000 files were read"
done=$((done + 1))

# --- Ends ---

# A reader that goes away.
"$program" check --show note "$mail/every/every.mbox" 2>err | head -1 >out
[ ! -s err ] || grep -q 'exit status' err || fail "a closed pipe"
done=$((done + 1))

# SIGINT and SIGTERM while it reads: 130, no partial report.
for signal in INT; do
  rm -f pipe-in part.json
  mkfifo pipe-in
  (cat "$demo"; exec sleep 4) >pipe-in &
  feeder=$!
  "$program" check -o json:part.json - <pipe-in >out 2>err &
  child=$!
  sleep 1
  kill -s "$signal" "$child"
  got=0
  wait "$child" || got=$?
  kill "$feeder" 2>/dev/null || :
  wait "$feeder" 2>/dev/null || :
  [ "$got" -eq 130 ] || fail "SIG$signal: status $got, not 130"
  [ ! -e part.json ] || fail "SIG$signal: a partial report was left behind"
  done=$((done + 1))
done

# --- Surroundings ---

# No home folder, no variables at all, a locale that does not exist.
run 1 env -i "$program" check "$demo"
env -i "$program" check -o json "$demo" >plain.json 2>err || :
for locale in C POSIX xx_XX.UTF-8 en_US.ISO-8859-1 tr_TR.UTF-8; do
  LC_ALL=$locale LANG=$locale "$program" check -o json "$demo" >out 2>err || :
  cmp -s plain.json out || fail "locale $locale: another report"
done
TZ=Pacific/Kiritimati "$program" check -o json "$demo" >out 2>err || :
cmp -s plain.json out || fail "another report in another time zone"
done=$((done + 1))

# Names of files that are no text.
odd=$(printf 'b\377x \033[31m\n"q".mbox')
cp "$demo" "$odd"
run 1 "$program" check -o json "$odd"
LC_ALL=C grep -q "$(printf '[\033\377]')" out && fail "a file name came out as it is"
run 1 "$program" check "$odd"
LC_ALL=C grep -q "$(printf '[\033\377]')" out && fail "a file name came out as it is"

# Days before 1970 and after 2038. What no mail can have been written on gives way to the day of the
# mailbox.
{
  for year in 0001 1601 1901 1969 2039 2106 2107 9999; do
    printf 'From x@y Fri Jul  8 12:08:30 2011\nFrom: a@example.org\nTo: help@desk.example\n'
    printf 'Message-ID: <%s@example.org>\nSubject: %s\nDate: Thu, 3 Jun %s 10:00:00 +0000\n\ntext\n\n' \
      "$year" "$year" "$year"
  done
} >years.mbox
run 0 "$program" cases --all -o json years.mbox
says '2039-06-03T10:00:00Z' out
[ "$(grep -c '"date": "2011-07-08T12:08:30Z"' out)" -eq 7 ] || fail "days that cannot be"

echo "faults.sh: $done faults, each told"
[ "$done" -ge "$least" ] || fail "only $done faults were made"
