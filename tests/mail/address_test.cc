#include "mail/address.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::mail {
namespace {

// "name|address" joined by " / "
std::string Read(std::string_view raw) {
  MailNotes notes;
  std::string out;
  for (const Mailbox& mailbox : ParseAddresses(raw, notes)) {
    if (!out.empty()) out += " / ";
    out += mailbox.name + "|" + mailbox.address;
  }
  return out;
}

struct Row {
  std::string_view raw, read;
};

TEST_CASE("addresses by the book") {
  const Row rows[] = {
      {"", ""},
      {"joe@x.example", "|joe@x.example"},
      {"Joe Doe <joe@x.example>", "Joe Doe|joe@x.example"},
      {"\"Doe, Joe\" <joe@x.example>, ann@y.example", "Doe, Joe|joe@x.example / |ann@y.example"},
      {"\"a \\\"b\\\" c\" <joe@x.example>", "a \"b\" c|joe@x.example"},
      {"joe@x.example (Joe (the) Doe)", "Joe (the) Doe|joe@x.example"},
      {"Dr. Joe O'Neil-Doe <joe@x.example>", "Dr. Joe O'Neil-Doe|joe@x.example"},
      {"\"joe doe\"@x.example", "|\"joe doe\"@x.example"},
      {"<\"joe, doe\"@x.example>", "|\"joe, doe\"@x.example"},
      {"joe@[IPv6:2001:db8::1]", "|joe@[IPv6:2001:db8::1]"},
      {"joe(c1)@(c2)x.example", "c2|joe@x.example"},
      {"joe @ x . example", "|joe@x.example"},
      {"<@r1.example,@r2.example:j@x.example>", "|j@x.example"},
      {"Team: a@x.example, B <b@x.example>; c@y.example",
       "|a@x.example / B|b@x.example / |c@y.example"},
      {"undisclosed-recipients:;", ""},
      {"<>", ""},
      {"Case+Token <CS-Reply+AbC@X.example>", "Case+Token|CS-Reply+AbC@X.example"},
      {"J\xC3\xB6rg <j@x.example>", "Jörg|j@x.example"},
      {"=?utf-8?Q?J=C3=B6?= =?utf-8?Q?rg?= <j@x.example>", "Jörg|j@x.example"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.raw);
    CHECK(Read(row.raw) == row.read);
  }
}

TEST_CASE("addresses as they come") {
  const Row rows[] = {
      {"undisclosed-recipients:", ""},
      {"Undisclosed recipients <>", ""},
      {"\"Undisclosed-Recipient:;\" <>", ""},
      {"<undisclosed-recipients:;>", ""},
      {"<Undisclosed-Recipients:@mx.example;>", ""},
      {"Joe <joe@x.example", "Joe|joe@x.example"},
      {"Joe joe@x.example>", "Joe|joe@x.example"},
      {"Joe joe@x.example", "Joe|joe@x.example"},
      {"<<joe@x.example>>", "|joe@x.example"},
      {"Support: team <s@x.example>", "Support: team|s@x.example"},
      {"Doe, Joe <joe@x.example>", "Doe, Joe|joe@x.example"},
      {"Joe <joe@x.example> Ann <ann@y.example>", "Joe|joe@x.example / Ann|ann@y.example"},
      {"Joe <joe@x.example, Ann <ann@y.example>", "Joe|joe@x.example / Ann|ann@y.example"},
      {"a@x.example b@y.example", "|a@x.example / |b@y.example"},
      {"a@x.example; b@y.example;", "|a@x.example / |b@y.example"},
      {",,a@x.example,,", "|a@x.example"},
      {"\"Joe <joe@x.example>", "Joe|joe@x.example"},
      {"\"Joe <joe@x.example>, \"Ann\" <ann@y.example>", "Joe|joe@x.example / Ann|ann@y.example"},
      {"\"Joe Doe <joe@x.example>\"", "Joe Doe|joe@x.example"},
      {"'joe@x.example'", "|joe@x.example"},
      {"joe@x.example <Joe>", "Joe|joe@x.example"},
      {"joe@x.example <joe@x.example>", "joe@x.example|joe@x.example"},
      {"mailto:joe@x.example", "|joe@x.example"},
      {"<mailto:joe@x.example?subject=Hi>", "|joe@x.example"},
      {"\"Joe\" [mailto:joe@x.example]", "Joe|joe@x.example"},
      {"<cs-reply+A3\r\n SC@x.example>", "|cs-reply+A3SC@x.example"},
      {"=?utf-8?Q?Joe_<joe@x.example>?=", "Joe|joe@x.example"},
      {"<=?utf-8?Q?joe=40x.example?=>", "|joe@x.example"},
      {"=?utf-8?Q?Doe,_Joe?= <joe@x.example>", "Doe, Joe|joe@x.example"},
      {"\"=?utf-8?Q?a=2Cb?=\" <x@y.example>", "a,b|x@y.example"},
      {"=?utf-8?B?IkrDtnJnIg==?= <j@x.example>", "Jörg|j@x.example"},
      {"J\xF6rg <j@x.example>", "Jörg|j@x.example"},
      {"joe at x.example (Joe)", "Joe|joe@x.example"},
      {"root", "|root"},
      {"root (Joe), joe@x.example", "Joe|root / |joe@x.example"},
      {"<MAILER-DAEMON>", "|MAILER-DAEMON"},
      {"joe@x.example (open", "(open|joe@x.example"},
      {"G1: G2: a@x.example;;", "|a@x.example"},
      {"Joe Doe", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.raw);
    CHECK(Read(row.raw) == row.read);
  }
}

TEST_CASE("an address torn apart at the line limit is one address") {
  std::string list;
  while (list.size() < 970) list += "somebody@somewhere.example, ";
  CHECK(Read(list + "joe@lists.exa\r\n mple.org, b@y.example")
            .ends_with("|joe@lists.example.org / |b@y.example"));
  CHECK(Read("Joe\r\n joe@x.example") == "Joe|joe@x.example");
}

TEST_CASE("what is no address is noted, what is none on purpose is not") {
  struct {
    std::string_view raw;
    bool noted;
  } const rows[] = {
      {"Joe Doe", true},
      {"<Joe Doe>", true},
      {"joe@x.example", false},
      {"a:;", false},
      {"undisclosed recipients", false},
      {"<>", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.raw);
    MailNotes notes;
    ParseAddresses(row.raw, notes);
    CHECK(notes.Has(MailNote::kUnreadableAddress) == row.noted);
  }
}

TEST_CASE("hostile address lists stay linear") {
  for (std::string_view piece : {"(",      ")",          "\"",     "<",          "<a@b", "<a@b ",
                                 ":",      "a:",         ";",      "[",          "[a",   "a,",
                                 "a b,",   "\\\"",       "\"\\\"", "<\"\\\"",    "@",    "a@",
                                 "=?a?Q?", "=?a?Q?a?= ", "(\\)",   "\"<a@b>\"x", "<>",   "<a>"}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 1000000) text += piece;
    MailNotes notes;
    for (const Mailbox& mailbox : ParseAddresses(text, notes))
      REQUIRE_FALSE(mailbox.address.empty());
    ParseAddresses("joe@x.example " + text, notes);
    ParseAddresses("\"" + text, notes);
    ParseAddresses("<" + text, notes);
  }
}

}  // namespace
}  // namespace threadlint::mail
