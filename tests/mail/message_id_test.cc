#include "mail/message_id.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::mail {
namespace {

std::string Join(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : " ") + id;
  return out;
}

struct Row {
  std::string_view raw, ids;
};

TEST_CASE("References and In-Reply-To") {
  const Row rows[] = {
      {"", ""},
      {"<a@x> <b@x>", "a@x b@x"},
      {"<a@x>\r\n\t<b@x>", "a@x b@x"},
      {"<a@x><b@x>", "a@x b@x"},
      {"<a@x>,<b@x>, <c@x>", "a@x b@x c@x"},
      {"<a@x> <a@x>", "a@x a@x"},
      {"<a\r\n b@x>", "ab@x"},
      {"< a@x >", "a@x"},
      {"<a@x b@y>", "a@x b@y"},
      {"<a@x,b@y>", "a@x b@y"},
      {"<1234567>", "1234567"},
      {"<>", ""},
      {"<<a@x>+4711>", "a@x"},
      {"<a@x>+4711", "a@x"},
      {"<<a@x>>", "a@x"},
      {"<a@x", "a@x"},
      {"<a@x <b@x>", "a@x b@x"},
      {"<a@x> <torn.", "a@x"},
      {"a@x>", "a@x"},
      {"a@x", "a@x"},
      {"a@x b@x", "a@x b@x"},
      {"a@x, b@x", "a@x b@x"},
      {"<a@x> b@x", "a@x b@x"},
      {"1234567", "1234567"},
      {"=?utf-8?q?=3Ca=40x=3E?=", "a@x"},
      {"<a@x> <=?utf-8?q?=3Chalf-an-?=>", "a@x"},
      {"=?us-ascii?Q?<a@x>?= =?us-ascii?Q?_<b@x>?=", "a@x b@x"},
      // An archive's spelling of an id is another id: no mail system finds the thread by it.
      {"<a () mail !\r\n example ! org>", "a()mail!example!org"},
      {"<\xE9@x>", "é@x"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.raw);
    CHECK(Join(ParseIds(row.raw)) == row.ids);
  }
}

TEST_CASE("free text in In-Reply-To gives ids, never mail addresses") {
  const Row rows[] = {
      {"<a@x> (Joe's message of \"Fri, 3 May\")", "a@x"},
      {"<a@x> (message of joe <joe@x.example>)", "a@x"},
      {"Your message of \"Fri, 3 May 1994 14:00 EDT.\" <9405031400.AA1@x>", "9405031400.AA1@x"},
      {"Your message of Fri, 3 May 1994 14:00 EDT", ""},
      {"message from joe@x.example on Tuesday", ""},
      {"Message from Joe <joe@x.example> of \"Fri\" <9405031400.AA1@x>", "9405031400.AA1@x"},
      {"Joe Doe <joe@x.example>", ""},
      {"<Joe Doe <joe@x.example>", ""},
      {"\"Joe\" <joe@x.example>", ""},
      {"<a@x> from joe@x.example", "a@x"},
      {"no id at all", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.raw);
    CHECK(Join(ParseIds(row.raw)) == row.ids);
  }
}

TEST_CASE("References cut at the line limit lose the torn id alone") {
  std::string raw;
  size_t whole = 0;
  while (raw.size() < 980) {
    raw += "<0123456789.abcdef@mail.example.org> ";
    ++whole;
  }
  CHECK(ParseIds(raw + "<0123456789.ab").size() == whole);
  CHECK(ParseIds("<0123456789.ab@x <b@x").size() == 2);
}

TEST_CASE("Message-ID") {
  struct {
    std::string_view raw, id;
    bool several, odd;
  } const rows[] = {
      {" <a@x>", "a@x", false, false},
      {"<a@x>\r\n", "a@x", false, false},
      {"\r\n <a@x>", "a@x", false, false},
      {"<a@x> (added by mx@x)", "a@x", false, false},
      {"<a@x> <a@x>", "a@x", false, false},
      {"<a@x> <b@x>", "a@x", true, false},
      {"<abc>", "abc", false, false},
      {"a@x", "a@x", false, true},
      {"abc", "abc", false, true},
      {"abc def", "abcdef", false, true},
      {"<a b@x>", "ab@x", false, true},
      {"<a\r\n b@x>", "ab@x", false, true},
      {"<<a@x>+4711>", "a@x", false, true},
      {"<a@x>+4711", "a@x", false, true},
      {"<a@x", "a@x", false, true},
      {"=?utf-8?Q?=3Ca=40x=3E?=", "a@x", false, true},
      {"", "", false, false},
      {"<>", "", false, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.raw);
    MailNotes notes;
    std::string id = "old";
    ReadMessageId(row.raw, id, notes);
    CHECK(id == row.id);
    CHECK(notes.Has(MailNote::kSeveralMessageIds) == row.several);
    CHECK(notes.Has(MailNote::kOddMessageId) == row.odd);
  }
}

TEST_CASE("a mail and its reply agree on the id, whatever was glued to it") {
  MailNotes notes;
  std::string id;
  ReadMessageId("<1@x.example>+AB12", id, notes);
  CHECK(ParseIds("<<1@x.example>+AB12>").at(0) == id);
  CHECK(ParseIds("<1@x.example>+AB12").at(0) == id);
}

TEST_CASE("hostile id lists stay linear") {
  for (std::string_view piece : {"<", ">", "(", "\"", "a", "a ", "a@b ", "<a@b", "<a ", "<a@b> ",
                                 "<a@b c@d ", ",", "<>", "=?a?Q?<?= ", "()"}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 1000000) text += piece;
    for (const std::string& id : ParseIds(text)) REQUIRE_FALSE(id.empty());
    MailNotes notes;
    std::string id;
    ReadMessageId(text, id, notes);
    ParseIds("<" + text);
  }
}

}  // namespace
}  // namespace threadlint::mail
