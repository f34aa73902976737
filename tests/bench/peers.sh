#!/bin/sh
# peers.sh PROGRAM MBOX MAILDIR [RUNS]: threadlint beside the tools that users would take instead,
# on the same mail in the same run. MBOX and MAILDIR hold the same messages. Prints for each
# command the median of its wall-clock seconds and its largest resident set in MB. Peers that are
# not installed are left out. Warm cache: each command runs once before it is counted.
#
# Debian packages: mairix mblaze notmuch time
set -eu
program=$1 mbox=$(readlink -f "$2") maildir=$(readlink -f "$3") runs=${4:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# row LABEL RUNS COMMAND: one line of the table.
row() {
  label=$1 count=$2 command=$3
  : >"$work/times"
  i=0
  while [ "$i" -le "$count" ]; do
    /usr/bin/time -f '%e %M' -o "$work/time" sh -c "$command" >/dev/null 2>&1 || true
    [ "$i" -eq 0 ] && [ "$count" -gt 1 ] || tail -n 1 "$work/time" >>"$work/times"
    i=$((i + 1))
  done
  sort -n "$work/times" | awk -v label="$label" '
    { seconds[NR] = $1; if ($2 > memory) memory = $2 }
    END { printf "%-44s %8.2f s %8.0f MB\n", label, seconds[int((NR + 1) / 2)], memory / 1024 }'
}
have() { command -v "$1" >/dev/null 2>&1; }

bytes=$(wc -c <"$mbox")
printf '%s bytes, %s processors\n' "$bytes" "$(nproc)"
row "wc -l (mbox)" "$runs" "wc -l '$mbox'"
# Through a pipe: grep reads no further than the first match when it writes to /dev/null.
row "LC_ALL=C grep -c '^From ' (mbox)" "$runs" "LC_ALL=C grep -c '^From ' '$mbox' | cat"
row "threadlint cases --all (mbox)" "$runs" "'$program' cases --all '$mbox'"
row "threadlint cases --all -j 1 (mbox)" "$runs" "'$program' cases --all -j 1 '$mbox'"
row "threadlint check --all (mbox)" "$runs" "'$program' check --all --show note '$mbox'"
row "find + cat (Maildir)" "$runs" "find '$maildir' -type f -exec cat {} +"
row "threadlint cases --all (Maildir)" "$runs" "'$program' cases --all '$maildir'"
if have mthread; then
  row "mblaze: mlist | mthread (Maildir, headers)" "$runs" "mlist '$maildir' | mthread"
fi
if have mairix; then
  cat >"$work/mairixrc" <<EOF
base=/
maildir=$maildir
database=$work/mairix.db
mfolder=$work/found
EOF
  # Of its Maildir: it knows few forms of separators, and would read the mbox as one message.
  row "mairix (Maildir, indexes bodies)" 1 "rm -f $work/mairix.db; mairix -f $work/mairixrc"
fi
if have notmuch && [ -z "${WITHOUT_NOTMUCH:-}" ]; then
  mkdir -p "$work/mail"
  ln -s "$maildir" "$work/mail/all"
  printf '[database]\npath=%s\n[user]\nname=a\nprimary_email=a@x.example\n[new]\ntags=\n' \
    "$work/mail" >"$work/notmuchrc"
  row "notmuch new (Maildir, full text)" 1 \
    "rm -rf $work/mail/.notmuch; NOTMUCH_CONFIG=$work/notmuchrc notmuch new --no-hooks"
fi
