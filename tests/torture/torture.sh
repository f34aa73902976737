#!/bin/sh
# torture.sh THREADLINT TORTURE_MAIL [NAME…|all]: mail made to stop a reader, each within the seconds of
# CPU and the memory of the table, each with the status and the words of it. Without a name those that
# need no more than a gigabyte of memory.
set -eu
program=$(readlink -f "$1") maker=$(readlink -f "$2")
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

# Name, seconds of CPU at most, MB of memory at most, status, what must stand in the report ("-":
# nothing more). 3: a limit was reached and is told; 0: read whole, nothing to say.
table='
multiparts        5   400  3  nested deeper than the limit
attached-mails    5   400  3  nested deeper than the limit
parts             5   400  3  more parts than the limit
fields            5   400  3  header of this mail is longer
long-line        60  4000  3  larger than the limit
long-header-line 10   600  3  header of this mail is longer
references       60  1500  0  -
long-ids          5   400  3  header of this mail is longer
nuls              5   400  0  -
prefixes          5   400  3  nested deeper than the limit
base64-rubbish   10   600  0  -
long-html        20  1000  3  more text than the limit
deep-html         5   400  0  -
deep-quotation    5   400  0  -
open-tags        10   600  3  more text than the limit
open-comments    10   600  3  more text than the limit
entities         10   600  3  more text than the limit
attributes        5   400  0  -
same-id          20   600  0  -
reply-loop       20   600  0  -
empty-mails      90  9000  4  -
quotation-marks  10   600  3  more text than the limit
sentences        10   600  3  more text than the limit
asks             30   600  1  TL302
recipients        5   400  3  header of this mail is longer
encoded-words     5   400  0  -
comments          5   400  0  -
'

try() {
  name=$1 seconds=$2 megabytes=$3 want=$4 words=$5
  "$maker" "$name" >mail.mbox
  got=0
  # A command of this shell's own limits: a grown address space is memory that may be used.
  (
    ulimit -t "$seconds"
    ulimit -v $((megabytes * 1024))
    exec "$program" check -j 2 --time --show note mail.mbox
  ) >report 2>messages || got=$?
  took=$(awk '$1 == "all" { cpu = $5 } / at most / { print "took " cpu " s, " $5 " MB" }' messages)
  ok=ok
  [ "$got" -eq "$want" ] || ok="status $got, not $want"
  if [ "$words" != - ] && ! tr -s ' \n' ' ' <report | grep -q "$words"; then
    ok="$ok; no \"$words\" in the report"
  fi
  echo "$name: $took: $ok"
  if [ "$ok" != ok ]; then
    failed=1
    tail -3 messages
  fi
  rm -f mail.mbox report messages
}

echo "$table" | while read -r name seconds megabytes want words; do
  [ -n "$name" ] || continue
  case " $* " in
    "  ") [ "$megabytes" -le 1000 ] || continue ;;
    *" $name "* | " all ") ;;
    *) continue ;;
  esac
  try "$name" "$seconds" "$megabytes" "$want" "$words"
  [ "$failed" -eq 0 ] || touch failed
done
# Every one that the maker knows stands in the table.
for name in $("$maker"); do
  echo "$table" | grep -q "^$name " || {
    echo "$name: not in the table"
    touch failed
  }
done
[ ! -e failed ]
