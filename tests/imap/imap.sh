#!/bin/sh
# imap.sh THREADLINT IMAPD: mail as it gets onto a user's disk: an IMAP server (Dovecot's imap, which
# speaks to a pipe: no port, no daemon), isync's mbsync, a Maildir. Nothing may be lost or counted
# twice, also while mail is delivered and flags change.
set -eu
threadlint=$1
imapd=$2
mails=32      # that the server holds from the start: cases 0 to 3
deliveries=6  # of 8 mails each, while threadlint runs: cases 4 to 9
news=500      # unread mails in another folder, which are read meanwhile

work=$(mktemp -d)
writers=
# shellcheck disable=SC2317,SC2329 # called by the trap
clean_up() {
  touch stop
  for pid in $writers; do
    wait "$pid" || : # killed, they would leave their own processes behind
  done
  cd /
  # A server whose client was killed may still be writing.
  rm -rf "$work" 2>/dev/null || { sleep 2 && rm -rf "$work"; }
}
cd "$work" # names in reports are short, and blanks in $TMPDIR do no harm
trap clean_up EXIT
trap 'exit 1' HUP INT TERM
fail() {
  echo "FAILED: $*"
  exit 1
}

# --- A correspondence: desk mail goes to INBOX, the customer's own to Sent. ---

# Case c has 8 mails: the customer writes the even ones. The token of case 3 changes at mail 5.
write_mail() { # c i
  c=$1 i=$2
  token=C$((4711 + c * 97))KX
  [ "$c$i" != 35 ] && [ "$c$i" != 36 ] && [ "$c$i" != 37 ] || token=C9902QW
  customer='Maria Thorne <maria@postbox.example>'
  desk="Larkspur <service@larkspur.example>"
  tokened="Larkspur <service+$token@larkspur.example>"
  printf 'Date: Mon, %02d Apr 2024 1%d:00:00 +0000\n' $((i * 3 + 1)) "$c"
  case $i in
    0) printf 'From: %s\nTo: %s\n' "$customer" "$desk" ;;
    2 | 4 | 6) printf 'From: %s\nTo: %s\n' "$customer" "$tokened" ;;
    *) printf 'From: %s\nReply-To: %s\nTo: %s\n' "$desk" "$tokened" "$customer" ;;
  esac
  printf 'Message-ID: <m%d.%d@postbox.example>\n' "$c" "$i"
  [ "$i" = 0 ] || printf 'In-Reply-To: <m%d.%d@postbox.example>\n' "$c" $((i - 1))
  printf 'Subject: Lamp %d\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n' "$c"
  printf 'Content-Transfer-Encoding: 8bit\n\nMail %d about the lamp, für Sie.\n\n' "$i"
  printf 'From here on it is a mailbox that would break.\n.\n'
}

mkdir originals later
for i in 0 1 2 3 4 5 6 7; do
  for c in 0 1 2 3; do write_mail "$c" "$i" >"originals/$c$i.eml"; done
  for c in 4 5 6 7 8 9; do write_mail "$c" "$i" >"later/$c$i.eml"; done
done

write_news() { # with "append": as IMAP commands; with "mbox": as an mbox
  awk -v form="$1" -v news=$news 'BEGIN {
    end = form == "append" ? "\r\n" : "\n"
    for (n = 1; n <= news; ++n) {
      mail = "From: news@lamps.example" end "To: maria@postbox.example" end \
        "Date: Tue, 02 Apr 2024 10:00:00 +0000" end "Subject: News " n end \
        "Message-ID: <n" n "@lamps.example>" end end "News " n "." end
      if (form == "append") printf "t APPEND News () {%d+}\r\n", length(mail)
      else print "From news@lamps.example Tue Apr  2 10:00:00 2024"
      printf "%s%s", mail, end
    }
  }'
}

# --- The server ---

# Dovecot refuses to touch mail as root.
as_user=
mkdir server
if [ "$(id -u)" = 0 ]; then
  as_user='setpriv --reuid=65534 --regid=65534 --clear-groups'
  chmod 755 .
  chown 65534:65534 server
fi
cat >dovecot.conf <<CONF
log_path = $work/server/log
mail_location = maildir:$work/server/Maildir
mail_home = $work/server
first_valid_uid = 1
namespace inbox {
  inbox = yes
  separator = /
}
CONF
cat >tunnel <<RUN
#!/bin/sh
cd "$work/server"
exec env -i PATH="\$PATH" USER=maria HOME="$work/server" $as_user "$imapd" -c "$work/dovecot.conf"
RUN
chmod +x tunnel

session() { # IMAP commands on stdin, each with the tag "t"
  { cat && printf 't LOGOUT\r\n'; } | ./tunnel >session.log 2>>server.err ||
    fail "the IMAP server: $(cat server.err session.log)"
  ! grep -aE '^t (NO|BAD)|^\* BYE [^L]' session.log || fail 'the IMAP server refused a command'
  grep -qa '^t OK Logout' session.log || fail "no answer of the IMAP server: $(cat server.err)"
}

append() { # folder flags file...
  folder=$1 flags=$2
  shift 2
  for file; do
    printf 't APPEND %s (%s) {%d+}\r\n' "$folder" "$flags" "$(sed 's/$/\r/' "$file" | wc -c)"
    sed 's/$/\r/' "$file"
    printf '\r\n'
  done
}

flag() { # folder, message number, +FLAGS or -FLAGS, flags
  printf 't SELECT %s\r\nt STORE %s %s (%s)\r\n' "$@"
}

# --- mbsync ---

cat >mbsyncrc <<CONF
IMAPStore server
Tunnel "exec ./tunnel"

MaildirStore local
Path "$work/mail/"
Inbox "$work/mail/INBOX"
SubFolders Verbatim

Channel all
Far :server:
Near :local:
Patterns *
Create Near
Sync Pull
SyncState *
CONF
mkdir mail
pull() { mbsync -q -c mbsyncrc "${1-all}" >mbsync.log 2>&1 || fail "mbsync: $(cat mbsync.log)"; }

# --- What threadlint says ---

run() { # expected exit status, command and arguments; the report goes to report.json
  expected=$1
  shift
  got=0
  "$threadlint" "$@" -o json:report.json >out.log 2>err.log || got=$?
  [ "$got" = "$expected" ] || fail "$*: exit $got instead of $expected: $(cat err.log)"
}

count() { sed -n '/^  "summary"/,$s/^    "'"$1"'": \(.*\),$/\1/p' report.json; }
expect() { # pairs of a name in the summary and its number
  while [ $# -gt 0 ]; do
    [ "$(count "$1")" = "$2" ] || fail "$1 is $(count "$1"), not $2, in: $(cat report.json)"
    shift 2
  done
}

# The cases and findings without the places of the mails.
essence() {
  sed -E -e '/^  "(inputs|summary)"/,/^  []}]/d' -e '/^ *"(path|offset|length|sha256)":/d' \
    -e '/"copy_places": \[\]/d' -e '/"copy_places": \[$/,/^ *\]$/d' -e 's/"path": "[^"]*", "offset": [0-9]+, "line": [0-9]+, //' report.json
}
same_as() { # what file
  essence >now.txt
  diff "$2" now.txt || fail "$1: other cases or findings than in $2"
}
no_mail_twice() {
  twice=$(sed -n 's/^ *"message_id": //p' report.json | sort | uniq -d)
  [ -z "$twice" ] || fail "shown twice: $twice"
}

run 1 check --all --show note originals
expect messages $mails copies 0 left_out 0 cases 4 errors 1
essence >cases.txt
grep -q '"fingerprint"' cases.txt || fail 'the essence of a report lacks its findings'

# --- One pull: every mail counted once, nothing lost ---

{
  printf 't CREATE %s\r\n' Sent Archive Drafts Trash
  append Sent '\Seen' originals/[0-3][0246].eml
  append INBOX '' originals/[0-3][1357].eml
} | session
pull
[ "$(find mail -path '*/cur/*' -o -path '*/new/*' | wc -l)" = $mails ] || fail 'mbsync lost mails'
run 1 check --all --show note mail
expect messages $mails copies 0 left_out 0 incomplete false
same_as 'the Maildir of mbsync' cases.txt
! grep -q '"skipped_files": [^0]' report.json || fail 'files of mbsync were taken for something else'
run 1 check --all --show note mail/Sent mail/INBOX
same_as 'Sent and INBOX by name' cases.txt
run 0 cases --all mail
no_mail_twice
[ "$(grep -c '"message_id"' report.json)" = $mails ] || fail 'cases does not list every mail'
# The server's own Maildir++ with its index files, and both together: mbsync adds a header.
run 1 check --all --show note server/Maildir
expect messages $mails copies 0
same_as 'the Maildir of Dovecot' cases.txt
run 1 check --all --show note server/Maildir mail
expect messages $((2 * mails)) copies $mails
same_as 'both Maildirs' cases.txt

# --- Flags and copies on the server ---

{
  flag INBOX 1:3 +FLAGS '\Seen \Answered'
  flag INBOX 5 +FLAGS '\Flagged'
  printf 't COPY 7 Archive\r\n'
} | session
pull
run 1 check --all --show note mail
expect messages $((mails + 1)) copies 1 left_out 0
same_as 'mails read, answered, flagged and copied' cases.txt

# Three mails without a case of their own: a draft, a mail in Drafts, one in Trash.
{
  append INBOX '\Draft' originals/32.eml
  append Drafts '' originals/34.eml
  append Trash '\Deleted' originals/36.eml
} | session
pull
run 1 check --all --show note mail
expect messages $((mails + 4)) copies 4 left_out 0
same_as 'drafts and trash of mails that are there' cases.txt

# A mail that is deleted or a draft is left out; the same when the flag goes again.
for mark in '\Deleted' '\Draft'; do
  flag INBOX 16 +FLAGS "$mark" | session
  pull
  run 1 check --all --show note mail
  essence >now.txt
  ! grep -q '<m3.7@' now.txt || fail "$mark does not leave the mail out"
  [ "$(grep -c fingerprint now.txt)" = "$(grep -c fingerprint cases.txt)" ] || fail "$mark: findings"
  flag INBOX 16 -FLAGS "$mark" | session
  pull
  run 1 check --all --show note mail
  same_as "$mark taken back" cases.txt
done

# --- Deliveries and new flags while threadlint reads ---

{
  printf 't CREATE News\r\n'
  write_news append
} | session
pull
mails=$((mails + 4 + news))
run 1 check --all mail
expect messages $mails copies 4 left_out 0

# What a mail program does to a folder: takes mail from new/ to cur/, marks it as read and unread.
# Not under the hands of mbsync, which is given INBOX alone meanwhile.
read_new() { # folder
  for file in "mail/$1"/new/*; do
    [ ! -e stop ] || break
    [ ! -e "$file" ] || mv "$file" "mail/$1/cur/${file##*/}S"
  done
}
toggle_read() { # folder
  for file in "mail/$1"/cur/*; do
    case $file in
      *S) mv "$file" "${file%S}" ;;
      *) mv "$file" "${file}S" ;;
    esac
  done
}

echo 0 >delivered
(
  trap - EXIT
  read_new News
  until [ -e stop ]; do toggle_read Sent; done
) >reader.log 2>&1 &
reader=$!
(
  trap - EXIT
  delivered=0
  while [ $delivered -lt $((8 * deliveries)) ] && [ ! -e stop ]; do
    append INBOX '' later/$((4 + delivered / 8))?.eml | session
    pull all:INBOX
    delivered=$((delivered + 8))
    echo $delivered >delivered.new
    mv delivered.new delivered
    read_new INBOX
  done
) >deliverer.log 2>&1 &
deliverer=$!
writers="$reader $deliverer"

runs=0
while kill -0 $deliverer 2>/dev/null || [ $runs -lt 30 ]; do
  least=$((mails + $(cat delivered)))
  run 1 check --all mail
  most=$((mails + $(cat delivered) + 8)) # mbsync may be through with a delivery not yet told
  expect copies 4 left_out 0 errors 1 incomplete false
  [ "$(count messages)" -ge $least ] || fail "$(count messages) messages, $least were there before"
  [ "$(count messages)" -le $most ] || fail "$(count messages) messages, only $most are there now"
  no_mail_twice
  runs=$((runs + 1))
done
touch stop
wait $deliverer || fail "deliveries: $(cat deliverer.log)"
wait $reader || fail "reading: $(cat reader.log)"
writers=

run 1 check --all --show note mail
expect messages $((mails + 8 * deliveries)) copies 4 left_out 0
essence >cases.txt
write_news mbox >news.mbox
run 1 check --all --show note originals later news.mbox
expect messages $((mails - 4 + 8 * deliveries)) copies 0
same_as 'everything that was delivered meanwhile' cases.txt
echo "$mails mails, $((8 * deliveries)) more delivered during $runs runs: all counted once."
