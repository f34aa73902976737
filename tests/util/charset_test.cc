#include "util/charset.h"

#include "util/utf8.h"

#include <doctest/doctest.h>

namespace threadlint::util {
namespace {

using namespace std::string_view_literals;

TEST_CASE("labels are read in any spelling, each as its superset") {
  struct {
    std::string_view bytes, label, text;
  } const rows[] = {
      {"caf\xE9", "iso-8859-1", "café"},
      {"\x80 5", "ISO_8859-1", "€ 5"},
      {"\x80 5", "CP-1252", "€ 5"},
      {"\x80 5", "\"windows-1252\" ", "€ 5"},
      {"\xA4 5", "iso-8859-15", "€ 5"},
      {"\xBA\xBA\xD7\xD6", "gb2312", "汉字"},
      {"\xBA\xBA\xD7\xD6", "eucgb2312_cn", "汉字"},
      {"\x8E\x8A", "gb2312", "帄"},  // in GBK only
      {"\x82\xA0", "x-sjis", "あ"},
      {"\x87\x40", "Shift_JIS", "①"},  // in Windows-31J only
      {"\xB0\xA1", "ks_c_5601-1987", "가"},
      {"\x81\x41", "euc-kr", "갂"},  // in code page 949 only
      {"\xA4\xA4", "big5", "中"},
      {"\x1B$B$\"\x1B(B!", "iso-2022-jp", "あ!"},
      {"\x1B$B$\"\x1B(B\x1B$B$\"\x1B(B", "iso-2022-jp", "ああ"},
      {"Hi +Jjo-", "unicode-1-1-utf-7", "Hi ☺"},
      {"\xF0\xD2", "koi8-r", "Пр"},
      {"\xE0\xE1", "ISO-8859-8-I", "אב"},
      {"h\0\xE9\0"sv, "utf-16le", "hé"},
      {"\xFE\xFF\0h"sv, "utf-16", "h"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.label);
    Utf8Result result = ToUtf8(row.bytes, row.label);
    CHECK(result.text == row.text);
    CHECK_FALSE(result.unknown_label);
    CHECK_FALSE(result.invalid_bytes);
  }
}

TEST_CASE("valid UTF-8 wins over a label that lies") {
  CHECK(ToUtf8("caf\xC3\xA9", "iso-8859-1").text == "café");
  CHECK(ToUtf8("caf\xC3\xA9", "us-ascii").text == "café");
  CHECK(ToUtf8("caf\xC3\xA9", "").text == "café");
  CHECK(ToUtf8("Größe über Maß, schöne Grüße für Köln", "gb2312").text ==
        "Größe über Maß, schöne Grüße für Köln");
}

TEST_CASE("short texts of two-byte charsets that look like UTF-8 keep their label") {
  CHECK(ToUtf8("\xC4\xA3", "gb2312").text == "模");
}

TEST_CASE("without a usable label 8-bit text is UTF-8 or Windows-1252") {
  CHECK(ToUtf8("caf\xE9 \x96", "").text == "café –");
  CHECK(ToUtf8("caf\xE9", "us-ascii").text == "café");
  CHECK(ToUtf8("caf\xE9", "unknown-8bit").text == "café");
  Utf8Result cut = ToUtf8("na\xC3\xAFve caf\xC3", "");
  CHECK(cut.text == "naïve caf\xEF\xBF\xBD");
  CHECK(cut.invalid_bytes);
}

TEST_CASE("a label nobody knows is said, not obeyed") {
  Utf8Result result = ToUtf8("caf\xE9", "x-nobody-knows");
  CHECK(result.unknown_label);
  CHECK(result.text == "café");
  CHECK(ToUtf8("x", std::string(100000, 'a')).unknown_label);
}

TEST_CASE("bytes a charset does not allow are marked") {
  CHECK(ToUtf8("a\xC3", "utf-8").text == "a\xEF\xBF\xBD");
  CHECK(ToUtf8("a\xC3", "utf-8").invalid_bytes);
  CHECK(ToUtf8("\x81", "windows-1252").invalid_bytes);
}

TEST_CASE("any bytes under any label give valid UTF-8") {
  for (std::string_view label : {"utf-8", "utf-7", "utf-16", "utf-32", "iso-2022-jp", "iso-2022-kr",
                                 "iso-2022-cn", "hz", "gb18030", "big5-hkscs", "sjis", "euc-jp",
                                 "koi8-u", "tis-620", "cp437", "x-mac-roman", "windows-1255"}) {
    CAPTURE(label);
    std::string bytes;
    for (unsigned i = 0; i < 20000; ++i) bytes.push_back(static_cast<char>(i * i >> 3 ^ i));
    CHECK(IsValidUtf8(ToUtf8(bytes, label).text));
  }
}

TEST_CASE("a byte order mark is no text") { CHECK(ToUtf8("\xEF\xBB\xBFx", "utf-8").text == "x"); }

}  // namespace
}  // namespace threadlint::util
