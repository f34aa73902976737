// The decisions of JoinStretches, one small mailbox each.
#include "made_up_mail.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace threadlint::source {
namespace {

const std::string kSep = "From a@example.com Tue Jan 14 12:00:00 2003\n";
const std::string kOtherSep = "From x Sat Feb  1 08:00:00 2003 PST\n";
const std::string kHead = "Received: by b.example\nFrom: a@example.com\nSubject: s\n";
const std::string kWeakHead = "From: a@example.com\nSubject: s\n";
const std::string kPatch =
    "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n"
    "From: C <c@example.net>\nDate: Tue, 14 Jan 2003 12:00:00 +0000\nSubject: [PATCH] p\n\nd\n\n";
const std::string kMail = kSep + kHead + "\nHello.\n\n";

std::string Times(int n, const std::string& s) {
  std::string out;
  for (int i = 0; i < n; ++i) out += s;
  return out;
}

bool Has(const Framing& framing, NoteKind kind) {
  return std::any_of(framing.notes.begin(), framing.notes.end(),
                     [kind](const Note& note) { return note.kind == kind; });
}

}  // namespace

TEST_CASE("What starts a message in an mbox file") {
  struct Row {
    std::string what;
    std::string bytes;
    size_t mails;
    bool doubtful;
  };
  const std::vector<Row> rows = {
      {"one mail", kMail, 1, false},
      {"a patch in a body", kMail + kPatch + kMail, 2, false},
      {"a series of patches", Times(3, kPatch), 3, false},
      {"patches before mail", kPatch + kPatch + kMail, 3, false},
      {"patches behind mail are text", kPatch + kMail + kPatch, 2, false},
      {"prose that has a colon line behind it", kMail + "From here on\nnote: all is well\n\n", 1,
       false},
      {"an address behind a link is no field", kMail + kSep + "https://example.com/a\n\n" + kMail,
       2, false},
      {"a form of its own among unquoted lines",
       Times(9, kMail) + "From here\n\n" + kOtherSep + kHead + "\nForwarded.\n\n" + kMail, 10,
       true},
      {"a form of its own in a file that quotes",
       Times(9, kMail) + ">From here\n\n" + kOtherSep + kHead + "\nMerged.\n\n" + kMail, 11, false},
      {"a form of its own, nothing tells",
       Times(9, kMail) + "Hi\n\n" + kOtherSep + kHead + "\nMerged.\n\n" + kMail, 11, true},
      {"a local sender, nothing tells",
       Times(9, kMail) + "From root Tue Jan 14 12:00:00 2003\n" + kHead + "\nCron.\n\n", 10, false},
      {"bounces beside mail, nothing quoted",
       Times(9, kMail) + "From here\n\n" + "From MAILER-DAEMON Tue Jan 14 12:00:00 2003\n" + kHead +
           "\nBack.\n\n",
       10, false},
      {"the form, but few fields behind it", kMail + kSep + kWeakHead + "\nDraft.\n\n", 2, true},
      {"the form, but one line that looks like a field", kMail + kSep + "Note: no\n\n", 1, false},
      {"the form without an empty line before it, unquoted",
       Times(20, kMail) + "From here\n\nSee\n" + kSep + kHead + "\nForwarded.\n\n", 20, true},
      {"a line quoted in the header",
       kSep + ">From b Tue Jan 14 12:00:00 2003\n" + kHead + "\nHello.\n\n" + kMail, 2, false},
      {"a separator straight behind a separator", kMail + kSep + kSep + kHead + "\nHello.\n\n", 2,
       false},
      {"blank lines before the first", "\n\n" + kMail, 1, false},
      {"text before the first", "Junk.\n\n" + kMail, 1, true},
      {"no date: a header must follow", Times(3, "From \n" + kHead + "\nHi.\n\nFrom\nTo: you\n\n"),
       3, false},
      {"joined behind a mailbox without its last empty line",
       Times(12, kMail) + kSep + kHead + "\nBye.\n" + kMail, 14, true},
      {"the same, a mail of few fields",
       Times(12, kMail) + kSep + kHead + "\nSee\n" + kSep + kWeakHead + "\n", 13, false},
      {"the same, another form",
       Times(12, kMail) + kSep + kHead + "\nSee\n" + kOtherSep + kHead + "\nx\n", 13, true},
      {"the same, a bare line elsewhere",
       Times(20, kMail + "so\nFrom here\n\n") + "See\n" + kSep + kHead + "\nForwarded.\n\n", 20,
       true},
      {"days as ISO 8601 has them",
       Times(3, "From a@b.example 2003-01-14T12:00:00Z\n" + kHead + "\nHi.\n\n"), 3, false},
      {"from the end of a line on", kMail + "x" + kSep + kHead + "\n", 1, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    MemoryStream stream(row.bytes);
    const Framing framing = Frame(stream, Format::kMbox);
    CHECK(framing.mails.size() == row.mails);
    CHECK(Has(framing, NoteKind::kDoubtfulBoundary) == row.doubtful);
  }
}

TEST_CASE("Which blank line belongs to the mailbox") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string first, last;
  };
  const std::vector<Row> rows = {
      {"one blank line is the file's", kMail + kMail, kHead + "\nHello.\n", kHead + "\nHello.\n"},
      {"a second is the mail's own", kSep + kHead + "\nA\n\n\n" + kMail, kHead + "\nA\n\n",
       kHead + "\nHello.\n"},
      {"none is removed where there are none",
       kSep + kHead + "\nA\n\n" + kSep + kHead + "\nB\n" + kSep + kHead + "\nC\n\n",
       kHead + "\nA\n\n", kHead + "\nC\n\n"},
      {"CRLF", "From \r\nReceived: x\r\n\r\nA\r\n\r\nFrom \r\nReceived: y\r\n\r\nB\r\n\r\n",
       "Received: x\r\n\r\nA\r\n", "Received: y\r\n\r\nB\r\n"},
      {"a header without its empty line", kSep + kHead + "\n" + kMail, kHead, kHead + "\nHello.\n"},
      {"a mail without body", kSep + kHead + "\n\n" + kMail, kHead + "\n", kHead + "\nHello.\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    MemoryStream stream(row.bytes);
    const Framing framing = Frame(stream, Format::kMbox);
    REQUIRE(!framing.mails.empty());
    const auto read = [&](const RawMail& mail) {
      std::string memory;
      std::string_view out;
      ReadMail(stream, mail.offset, mail.length, framing.quoting, memory, out);
      return std::string(out);
    };
    CHECK(read(framing.mails.front()) == row.first);
    CHECK(read(framing.mails.back()) == row.last);
  }
}

TEST_CASE("Content-Length is believed only where it leads to a message or the end") {
  const auto mail = [](const std::string& length, const std::string& body) {
    return kSep + kHead + "Content-Length: " + length + "\n\n" + body;
  };
  const std::string inner = "x\n\n" + kMail;  // 3 bytes, then a whole mail
  const std::string size = std::to_string(inner.size());
  struct Row {
    std::string what;
    std::string bytes;
    size_t mails;
    bool wrong, truncated;
  };
  const std::vector<Row> rows = {
      {"covers a mail", mail(size, inner + "\n" + kMail), 2, false, false},
      {"to the end of the file", mail(size, inner), 1, false, false},
      {"to the end, an empty line behind", mail(size, inner + "\n"), 1, false, false},
      {"too long, within the file", mail("9", inner + kMail), 3, true, false},
      {"beyond the end, last mail", kMail + mail("9999", "x\n"), 2, false, true},
      {"beyond the end, not the last mail", mail("9999", "x\n\n") + kMail, 2, true, false},
      {"beyond the end, every mail", Times(3, mail("9999", "x\n\n")), 3, true, false},
      {"beyond the end, the last and one more", mail("9999", "x\n\n") + kMail + mail("9999", "x\n"),
       3, true, false},
      {"beyond the end, the one before was right", mail("3", "x\n\n\n") + mail("9999", "x\n"), 2,
       false, true},
      {"no number", mail("1O", "x\n\n") + kMail, 2, false, false},
      {"negative", mail("-4", "x\n\n") + kMail, 2, false, false},
      {"beyond 64 bits", mail("99999999999999999999999", "x\n\n") + kMail, 2, false, false},
      {"the largest number", mail("9223372036854775807", "x\n\n") + kMail, 2, true, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    MemoryStream stream(row.bytes);
    const Framing framing = Frame(stream, Format::kMbox);
    CHECK(framing.mails.size() == row.mails);
    CHECK(Has(framing, NoteKind::kWrongContentLength) == row.wrong);
    CHECK(Has(framing, NoteKind::kTruncated) == row.truncated);
    if (!framing.mails.empty()) CHECK(framing.mails.back().truncated == row.truncated);
  }
}

TEST_CASE("How body lines were quoted") {
  struct Row {
    std::string what;
    std::string body;
    Quoting quoting;
  };
  const std::vector<Row> rows = {
      {"nothing seen", "x\n", Quoting::kNone},
      {"one mark", ">From x\n", Quoting::kMboxo},
      {"two marks", ">>From x\n", Quoting::kMboxrd},
      {"four marks", ">>>>From x\n", Quoting::kMboxrd},
      {"one mark, but another line stands bare", ">From x\n\nFrom y on\n", Quoting::kNone},
      {"a mark inside a line", "x >From x\n", Quoting::kNone},
      {"a mark without a blank behind", ">From: x\n", Quoting::kNone},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    MemoryStream stream(kMail + kSep + kHead + "\n" + row.body + "\n" + kMail);
    CHECK(Frame(stream, Format::kMbox).quoting == row.quoting);
  }
  MemoryStream inbox("From mboxrd@z Thu Jan  1 00:00:00 1970\n" + kHead + "\n>From x\n\n");
  CHECK(Frame(inbox, Format::kMbox).quoting == Quoting::kMboxrd);
}

TEST_CASE("A separator that the end of the file cuts ends the mail before it") {
  struct Row {
    std::string what, tail, last;
  };
  for (const Row& row : std::vector<Row>{
           {"cut in the sender", "From carl", kHead + "\nHello.\n"},
           {"cut in the date", "From carl@example.com Tue Ja", kHead + "\nHello.\n"},
           {"prose in a file that does not quote", "Hm\n\nFrom what\n\nFrom wh",
            kHead + "\nHello.\n\nHm\n\nFrom what\n\nFrom wh"},
           {"no empty line before it", "Hm\nFrom wh", kHead + "\nHello.\n\nHm\nFrom wh"}}) {
    CAPTURE(row.what);
    MemoryStream stream(kMail + kMail + row.tail);
    const Framing framing = Frame(stream, Format::kMbox);
    REQUIRE(framing.mails.size() == 2);
    CHECK(Has(framing, NoteKind::kTruncated));
    std::string memory;
    std::string_view out;
    ReadMail(stream, framing.mails[1].offset, framing.mails[1].length, framing.quoting, memory,
             out);
    CHECK(out == row.last);
  }
}

TEST_CASE("MMDF with lines missing") {
  const std::string line = "\1\1\1\1\n";
  const std::string mail = kHead + "\nHello.\n";
  struct Row {
    std::string what;
    std::string bytes;
    size_t mails;
    bool truncated;
  };
  const std::vector<Row> rows = {
      {"whole", line + mail + line + line + mail + line, 2, false},
      {"the closing line is missing", line + mail + line + line + mail, 2, true},
      {"one line between two", line + mail + line + mail + line, 2, false},
      {"an opening line at the end", line + mail + line + line, 1, false},
      {"an empty mail", line + line + line + mail + line, 2, false},
      {"a line that goes on", line + mail + "\1\1\1\1x\n" + line, 1, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    MemoryStream stream(row.bytes);
    const Framing framing = Frame(stream, Format::kMmdf);
    CHECK(framing.mails.size() == row.mails);
    CHECK(Has(framing, NoteKind::kTruncated) == row.truncated);
  }
}

TEST_CASE("Single mails") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string mail;
    bool truncated;
  };
  const std::vector<Row> rows = {
      {"as it is", kHead + "\nFrom here\n", kHead + "\nFrom here\n", false},
      {"byte order mark", "\xEF\xBB\xBF" + kHead + "\n", kHead + "\n", false},
      {"a separator line left in", kSep + kHead + "\nB", kHead + "\nB", false},
      {"header alone", kHead, kHead, false},
      {"cut in the header", kHead + "Dat", kHead + "Dat", true},
      {"emlx", "64        \n" + kHead + "\nHello, old friend\n<plist>\n",
       (kHead + "\nHello, old friend\n<plist>").substr(0, 64), false},
      {"emlx that was cut", "9999\n" + kHead + "\nHello\n", kHead + "\nHello\n", true},
      {"empty", "", "", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    MemoryStream stream(row.bytes);
    const Framing framing = Frame(stream, Format::kEml);
    REQUIRE(framing.mails.size() == 1);
    CHECK(framing.mails[0].truncated == row.truncated);
    std::string memory;
    std::string_view out;
    ReadMail(stream, framing.mails[0].offset, framing.mails[0].length, framing.quoting, memory,
             out);
    CHECK(out == row.mail);
  }
}

TEST_CASE("Notes of one kind are counted from the 21st on") {
  std::string bytes;
  for (int i = 0; i < 100; ++i) {
    bytes += kSep + kHead + "Content-Length: 3\n\nlonger than that\n\n";
  }
  MemoryStream stream(bytes);
  const Framing framing = Frame(stream, Format::kMbox);
  CHECK(framing.mails.size() == 100);
  REQUIRE(framing.notes.size() == 21);
  CHECK(framing.notes.back().text == "80 more places like this, from here on");
}

}  // namespace threadlint::source
