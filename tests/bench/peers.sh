#!/bin/sh
# peers.sh program=FILE [name=value…] [row…]: threadlint beside the tools that do the same work, in
# one run on the same mail, as one table. Without rows all of them; what is not given or not
# installed is said and left out. README.md says what each row needs and means.
#
#   rows    mbox maildir mairix notmuch workers tenfold separate startup compressed
#   inputs  program= mbox= maildir= support= support_maildir= small= large= mailboxes= demo=
#           count_ids=FILE (for tenfold)  runs=5
#
# Debian packages: time mblaze mairix notmuch gzip zstd
set -eu
program='' mbox='' maildir='' support='' support_maildir='' small='' large='' mailboxes='' demo=''
count_ids='' runs=5 rows=''
for argument; do
  case $argument in
    program=* | mbox=* | maildir=* | support=* | support_maildir=* | small=* | large=* | \
      mailboxes=* | demo=* | count_ids=*)
      [ -e "${argument#*=}" ] || { echo "peers.sh: ${argument#*=}: no such file" >&2; exit 2; }
      eval "${argument%%=*}=\$(readlink -f \"\${argument#*=}\")"
      ;;
    runs=*) runs=${argument#*=} ;;
    mbox | maildir | mairix | notmuch | workers | tenfold | separate | startup | compressed)
      rows="$rows $argument"
      ;;
    *)
      echo "peers.sh: $argument: not understood; see the top of the script" >&2
      exit 2
      ;;
  esac
done
[ -n "$program" ] || { echo 'peers.sh: program=FILE is missing' >&2; exit 2; }
rows=${rows:-mbox maildir mairix notmuch workers tenfold separate startup compressed}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Of one command $work/KEY.command and KEY.label say what it is; its figures stand in $work/KEY:
# seconds on the clock, of users, of the system, KB of the largest process. What it prints goes into
# a pipe: to /dev/null grep would not read on.
run() { # KEY
  command=$(cat "$work/$1.command")
  LC_ALL=C /usr/bin/time -f '%e %U %S %M' -o "$work/time" sh -c "$command" 2>"$work/err" |
    cat >/dev/null
  # "Command exited with non-zero status 1", which is what was found, or "… by signal 11".
  status=$(sed -n 's/^Command [a-z -]* //p' "$work/time")
  [ "${status:-0}" -le 1 ] ||
    { echo "peers.sh: status or signal $status: $command" >&2; cat "$work/err" >&2; exit 1; }
  tail -n 1 "$work/time" | awk -v n="$calls" '{ print $1 / n, $2 / n, $3 / n, $4 }' >>"$work/$1"
}
calls=1  # of the program in a command: its seconds are of one

# Runs the commands in turn, A B A B, and prints a line for each. Before more than one round there
# is another that warms the cache and does not count.
rounds() { # COUNT [KEY LABEL COMMAND]…
  count=$1 keys=''
  shift
  while [ $# -gt 0 ]; do
    keys="$keys $1"
    printf '%s\n' "$2" >"$work/$1.label"
    printf '%s\n' "$3" >"$work/$1.command"
    shift 3
  done
  if [ "$count" -gt 1 ]; then
    for key in $keys; do run "$key" && rm "$work/$key"; done
  fi
  while [ "$count" -gt 0 ]; do
    for key in $keys; do run "$key"; done
    count=$((count - 1))
  done
  for key in $keys; do line "$key"; done
}

middle() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
median() { middle <"$work/$1"; }
cpu() { awk '{ print $2 + $3 }' "$work/$1" | middle; }
peak() { awk '$4 > m { m = $4 } END { printf "%.1f", m / 1024 }' "$work/$1"; }
# Below the clock's 10 ms it counts as 10 ms.
over() { awk -v a="$1" -v b="$2" 'BEGIN { if (b == 0) b = 0.01; printf "%.3f", a / b }'; }

# One line: what ran, its median seconds on the clock and of processors, its peak in MB.
line() { # KEY
  printf '  %-46s %9.3f s %8.3f s %8.1f MB\n' "$(cat "$work/$1.label")" "$(median "$1")" \
    "$(cpu "$1")" "$(peak "$1")"
}
# One target beside what came out; a target is "at most" unless it begins with '>'.
target() { # VALUE UNIT LIMIT WHAT
  awk -v v="$1" -v unit="$2" -v limit="$3" -v what="$4" 'BEGIN {
    least = sub(/^>/, "", limit)
    met = least ? v + 0 >= limit + 0 : v + 0 <= limit + 0
    printf "    %-44s %9.2f %-3s target %s %g  %s\n", what, v, unit, least ? ">=" : "<=", limit,
           met ? "met" : "MISSED"
  }'
}
title() { printf '\n%s\n' "$1"; }
have() { # PROGRAM…
  for name; do
    command -v "$name" >/dev/null 2>&1 || { echo "  left out: $name is not installed"; return 1; }
  done
}
given() { # NAME…
  for name; do
    eval "[ -n \"\$$name\" ]" || { echo "  left out: $name= is not given"; return 1; }
  done
}

row_mbox() {
  title 'cases of an mbox, headers'
  given mbox || return 0
  rounds "$runs" \
    m-us 'threadlint cases --all' "'$program' cases --all '$mbox'" \
    m-grep "LC_ALL=C grep -c '^From '" "grep -c '^From ' '$mbox'" \
    m-wc 'wc -l' "wc -l '$mbox'"
  target "$(over "$(median m-us)" "$(median m-grep)")" x 0.7 'time / grep'
  target "$(over "$(median m-us)" "$(median m-wc)")" x 2 'time / wc -l (the moon)'
  target "$(peak m-us)" MB 128 'memory'
}

row_maildir() {
  title 'the same as Maildir (mblaze: memory of mthread, the larger of the two)'
  given maildir && have mlist mthread || return 0
  rounds "$runs" \
    d-us 'threadlint cases --all' "'$program' cases --all '$maildir'" \
    d-mblaze 'mlist | mthread' "mlist '$maildir' | mthread" \
    d-cat 'find + cat' "find '$maildir' -type f -exec cat {} +"
  target "$(over "$(median d-us)" "$(median d-mblaze)")" x 0.6 'time / mblaze'
  target "$(over "$(peak d-us)" "$(peak d-mblaze)")" x 0.25 'memory / mblaze'
  target "$(over "$(median d-us)" "$(median d-cat)")" x 1 'time / find + cat (for orientation)'
}

check='check --all --show note -o json'

beside_mairix() { # KIND PATH
  printf 'base=/\n%s=%s\ndatabase=%s\nmfolder=%s\n' "$1" "$2" "$work/mairix.db" "$work/found" \
    >"$work/mairixrc"
  rounds "$runs" \
    "x-us-$1" "threadlint check, $1" "'$program' $check '$2'" \
    "x-mairix-$1" "mairix, $1" "rm -f '$work/mairix.db'; mairix -f '$work/mairixrc'"
  mairix -f "$work/mairixrc" -d 2>"$work/err" |
    awk '/ messages$/ { printf "    mairix has read %d messages\n", $1 }'
  target "$(over "$(median "x-us-$1")" "$(median "x-mairix-$1")")" x 0.3 "time / mairix, $1"
  target "$(peak "x-us-$1")" MB 256 'memory'
}

row_mairix() {
  title 'check of support mail, every body and rule; mairix: an index built anew'
  have mairix || return 0
  if given support; then beside_mairix mbox "$support"; fi
  if given support_maildir; then beside_mairix maildir "$support_maildir"; fi
}

row_notmuch() {
  title 'check of support mail beside notmuch new (one run of it)'
  given support support_maildir && have notmuch || return 0
  mkdir -p "$work/mail"
  ln -sfn "$support_maildir" "$work/mail/all"
  printf '[database]\npath=%s\n[user]\nname=a\nprimary_email=a@x.example\n[new]\ntags=\n' \
    "$work/mail" >"$work/notmuchrc"
  rounds "$runs" n-us 'threadlint check, mbox' "'$program' $check '$support'"
  rounds 1 n-notmuch 'notmuch new, Maildir' "rm -rf '$work/mail/.notmuch'
    NOTMUCH_CONFIG='$work/notmuchrc' notmuch new --no-hooks"
  target "$(over "$(median n-notmuch)" "$(median n-us)")" x '>40' 'times faster than notmuch'
}

row_workers() {
  title "one worker and two ($(nproc) processors)"
  given mbox support || return 0
  rounds "$runs" \
    w-1 'threadlint cases --all -j 1' "'$program' cases --all -j 1 '$mbox'" \
    w-2 'threadlint cases --all -j 2' "'$program' cases --all -j 2 '$mbox'" \
    w-c1 'threadlint check -j 1' "'$program' $check -j 1 '$support'" \
    w-c2 'threadlint check -j 2' "'$program' $check -j 2 '$support'"
  target "$(over "$(median w-1)" "$(median w-2)")" x '>1.7' 'cases: one worker / two'
  target "$(over "$(median w-c1)" "$(median w-c2)")" x '>1.7' 'check: one worker / two'
}

# counts FILE: messages, bytes of distinct ids, references.
counts() { "$count_ids" "$1" | awk '{ print $1, $7, $9 }'; }

# Memory may hold 64 MB, and for each message 400 bytes, its ids once and 4 bytes a reference.
memory_bound() { # PEAK-MB COUNTS WHAT
  bound=$(echo "$2" | awk '{ printf "%.1f", 64 + (400 * $1 + $2 + 4 * $3) / 1048576 }')
  target "$1" MB "$bound" "$3"
}

row_tenfold() {
  title 'ten times the messages'
  given small large count_ids || return 0
  rounds "$runs" \
    t-cases-small 'threadlint cases, small' "'$program' cases --all '$small'" \
    t-cases-large 'threadlint cases, large' "'$program' cases --all '$large'" \
    t-check-small 'threadlint check, small' "'$program' $check '$small'" \
    t-check-large 'threadlint check, large' "'$program' $check '$large'"
  counts "$small" >"$work/small" && counts "$large" >"$work/large"
  paste "$work/small" "$work/large" | awk '{
    printf "  messages %d -> %d, bytes of distinct ids %d -> %d, references %d -> %d\n",
           $1, $4, $2, $5, $3, $6 }'
  times=$(paste "$work/small" "$work/large" | awk '{ printf "%.4f", $4 / $1 }')
  limit=$(awk -v n="$times" 'BEGIN { printf "%.2f", n * 1.05 }')
  for name in cases check; do
    target "$(over "$(median "t-$name-large")" "$(median "t-$name-small")")" x "$limit" \
      "$name: time, for $times x the messages"
    memory_bound "$(peak "t-$name-small")" "$(cat "$work/small")" "$name: memory, small"
    memory_bound "$(peak "t-$name-large")" "$(cat "$work/large")" "$name: memory, large"
    awk -v large="$(peak "t-$name-large")" -v small="$(peak "t-$name-small")" \
      -v counts="$(paste "$work/small" "$work/large")" 'BEGIN {
        split(counts, n)
        more = n[4] - n[1]
        printf "    %-44s %9.0f bytes, allowed %.0f\n", "each message more",
               (large - small) * 1048576 / more, 400 + (n[5] - n[2] + 4 * (n[6] - n[3])) / more
      }'
  done
}

row_separate() {
  title 'many small mailboxes'
  given mailboxes || return 0
  cat >"$work/loop" <<EOF
for box in '$mailboxes'/*; do '$program' check -o json "\$box" >>'$work/reports' 2>&1 || :; done
EOF
  one="'$program' check --separate -o 'json:$work/one/{name}.json' '$mailboxes'/*; [ \$? -le 3 ]"
  mkdir -p "$work/one"
  rounds "$runs" \
    s-one "threadlint check --separate, $(find "$mailboxes" -type f | wc -l) mailboxes" \
    "rm -f '$work/one/'*; $one"
  rounds 1 s-loop 'one call each (one run)' "sh '$work/loop'"
  target "$(over "$(median s-loop)" "$(median s-one)")" x '>10' 'times faster'
}

row_startup() {
  title 'start-up, of fifty calls the mean'
  calls=50
  cat >"$work/fifty" <<'EOF'
i=0
while [ $i -lt 50 ]; do "$@" >/dev/null 2>&1 || [ $? -eq 1 ] || exit 2; i=$((i + 1)); done
EOF
  rounds "$runs" \
    u-version 'threadlint --version' "sh '$work/fifty' '$program' --version" \
    u-true '/bin/true' "sh '$work/fifty' /bin/true"
  target "$(awk -v s="$(median u-version)" 'BEGIN { print s * 1000 }')" ms 10 'threadlint --version'
  if given demo; then
    rounds "$runs" u-demo 'threadlint check of the demonstration' \
      "sh '$work/fifty' '$program' check '$demo'"
  fi
  calls=1
}

# How often the input is read: the stages of --time that have messages.
sweeps() { # FILE
  "$program" cases --all --time -o "json:$work/report" "$1" 2>&1 |
    awk '$(NF - 4) ~ /^[0-9]+$/ && $(NF - 4) > 0 { n++ } END { print n + 0 }'
}

row_compressed() {
  title 'the same mbox, compressed'
  given mbox || return 0
  for form in gz zst; do
    compress=gzip cat=zcat
    [ "$form" = gz ] || { compress='zstd -q' cat=zstdcat; }
    have "${compress%% *}" "$cat" || continue
    file=$mbox.$form
    if [ ! -e "$file" ]; then
      file=$work/mail.mbox.$form
      $compress -c "$mbox" >"$file"
    fi
    times=$(sweeps "$file")
    rounds "$runs" \
      "z-us-$form" "threadlint cases --all .$form ($times sweeps)" "'$program' cases --all '$file'" \
      "z-cat-$form" "$cat" "$cat '$file'"
    target "$(over "$(over "$(median "z-us-$form")" "$(median "z-cat-$form")")" "$times")" x 1.3 \
      "time / $cat, a sweep"
  done
}

printf '%s processors, medians of %s runs in turn: clock, processors, largest process\n' \
  "$(nproc)" "$runs"
for row in $rows; do "row_$row"; done
