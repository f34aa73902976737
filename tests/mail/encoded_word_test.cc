#include "mail/encoded_word.h"

#include "util/utf8.h"

#include <doctest/doctest.h>

namespace threadlint::mail {
namespace {

using namespace std::string_view_literals;

std::string Decode(std::string_view raw, MailNotes* notes = nullptr) {
  MailNotes local;
  std::string out;
  DecodeUnstructured(raw, out, notes == nullptr ? local : *notes);
  return out;
}

TEST_CASE("encoded words, well formed and as they come") {
  struct {
    std::string_view raw, text;
  } const rows[] = {
      {"", ""},
      {"  plain  ", "plain"},
      {"folded \r\n\tline\n  two  three", "folded line two  three"},
      {"=?utf-8?Q?a_b=C3=A9?=", "a bé"},
      {"=?UTF-8?b?w6k=?=", "é"},
      {"=?utf-8*en?Q?a?=", "a"},                         // RFC 2231 section 5
      {"=?utf-8?Q?a?= =?utf-8?Q?b?= c", "ab c"},         // blank between neighbours goes
      {"=?utf-8?Q?a?=\r\n =?iso-8859-1?Q?=E9?=", "aé"},  // other charset
      {"=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"},        // blank at text stays
      {"=?utf-8?Q?=E2=82?= =?utf-8?B?rA==?=", "€"},      // split inside a character
      {"x=?utf-8?Q?=C3=A9?=y", "xéy"},                   // glued to letters
      {"=?utf-8?Q?blanks in it?=", "blanks in it"},
      {"=?utf-8?Q?why?"
       "?=",
       "why?"},
      {"=?utf-8?Q?=4?=", "=4"},        // cut escape
      {"=?utf-8?B?w6kK?=", "é"},       // line feed inside
      {"=?utf-8?B?w6k?=", "é"},        // no padding
      {"=?utf-8?B?w6k===?=", "é"},     // too much
      {"=?utf-8?B?YQ==Yg==?=", "ab"},  // padding in the middle
      {"=?utf-8?B?w 6 k=?=", "é"},
      {"=?utf-8?B?"
       "?=",
       ""},
      {"=?utf-8?X?a?=", "=?utf-8?X?a?="},  // no such encoding
      {"=?utf-8?Q?open", "=?utf-8?Q?open"},
      {"=?utf-8?Q?open =?utf-8?Q?a?=", "=?utf-8?Q?open a"},
      {"=?"
       "?Q?a?=",
       "=?"
       "?Q?a?="},
      {"caf\xC3\xA9", "café"},
      {"caf\xE9", "café"},
      {"caf\xE9 =?utf-8?Q?=C3=A9?=", "café é"},
      {"=?us-ascii?Q?=C3=A9?=", "é"},  // wrong charset
      {"=?iso-8859-1?Q?=C3=A9?=", "é"},
      {"=?x-nobody?Q?=E9?=", "é"},
      {"=?ISO-2022-JP?B?GyRCJCIbKEI=?= =?ISO-2022-JP?B?GyRCJCIbKEI=?=", "ああ"},
      {"=?utf-8?Q?=C2=A0a=E3=80=80?=", "a"},
      {"a\0b"sv, "a b"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.raw);
    CHECK(Decode(row.raw) == row.text);
  }
}

TEST_CASE("what was odd is noted") {
  MailNotes notes;
  Decode("=?x-nobody?Q?a?=", &notes);
  CHECK(notes.Has(MailNote::kUnknownCharset));
  CHECK_FALSE(notes.Has(MailNote::kInvalidBytes));
  Decode("=?utf-8?Q?=C3?=", &notes);
  CHECK(notes.Has(MailNote::kInvalidBytes));
  MailNotes clean;
  Decode("=?utf-8?Q?=C3=A9?= caf\xE9", &clean);
  CHECK(clean.Empty());
}

TEST_CASE("hostile words stay linear") {
  for (std::string_view piece : {"=?"sv, "=?a?Q?"sv, "=?a?B?="sv, "=?a?Q?a?= "sv, "?="sv, "?"sv}) {
    std::string text;
    while (text.size() < 1000000) text += piece;
    CHECK(util::IsValidUtf8(Decode(text)));
    text = "=?utf-8?Q?" + text;
    CHECK(util::IsValidUtf8(Decode(text)));
  }
}

}  // namespace
}  // namespace threadlint::mail
