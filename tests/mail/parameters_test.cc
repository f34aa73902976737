#include "mail/parameters.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::mail {
namespace {

// "value|name=value|name=value"
std::string Read(std::string_view raw) {
  MailNotes notes;
  ParameterizedValue read = ParseParameters(raw, notes);
  std::string out = read.value;
  for (const Parameter& parameter : read.parameters)
    out += "|" + parameter.name + "=" + parameter.value;
  return out;
}

TEST_CASE("parameters, by the book and otherwise") {
  struct {
    std::string_view raw, read;
  } const rows[] = {
      {"", ""},
      {"text/plain", "text/plain"},
      {"Text/PLAIN; Charset=\"UTF-8\"", "text/plain|charset=UTF-8"},
      {"text / plain ; charset = us-ascii (plain)", "text/plain|charset=us-ascii"},
      {"text/plain; (one (two)) charset=(x)utf-8", "text/plain|charset=utf-8"},
      {"text/plain charset=utf-8 format=flowed", "text/plain|charset=utf-8|format=flowed"},
      {"text/html; charset=\"utf-8\" name=\"a b\"", "text/html|charset=utf-8|name=a b"},
      {"multipart/mixed; boundary=\"a;b=c\"", "multipart/mixed|boundary=a;b=c"},
      {"attachment; filename=My File.pdf", "attachment|filename=My File.pdf"},
      {"attachment; filename=\"open.pdf", "attachment|filename=open.pdf"},
      {"attachment; filename=\"a\\\"b\\\\c\"", "attachment|filename=a\"b\\c"},
      {"attachment; filename=\"C:\\temp\\a.txt\"", "attachment|filename=C:\\temp\\a.txt"},
      {"attachment; filename=a; filename=b", "attachment|filename=a"},
      {"attachment; filename*=utf-8'en'%E2%82%AC.txt", "attachment|filename=€.txt"},
      {"attachment; filename=e.txt; filename*=utf-8''%E2%82%AC", "attachment|filename=€"},
      {"attachment; filename*=%E2%82%AC", "attachment|filename=€"},  // no charset
      {"a; f*1*=%E9; f*0*=iso-8859-1''caf", "a|f=café"},
      {"a; f*0*=utf-8''%E2%82; f*1*=%AC; f*2=%41", "a|f=€%41"},
      {"a; f*0=x; f*2=z", "a|f=xz"},
      {"a; f*0*=iso-8859-1''caf%E9; f*1*=iso-8859-1'%E9", "a|f=caféé"},
      {"a; *=b; f=1", "a|f=1"},
      {"a; f*0=\"=?utf-8?Q?=C3?=\"; f*1=\"=?utf-8?Q?=A9?=\"", "a|f=é"},
      {"a; f=\"=?utf-8?Q?=C3=A9_x?=\"", "a|f=é x"},
      {"a; f==?utf-8?Q?x;y z?=", "a|f=x;y z"},
      {"a; f=caf\xE9", "a|f=café"},
      {"a; f=%41", "a|f=%41"},
      {";;;", ""},
      {"a;=b;\"c;d\"=e;f=1", "a|f=1"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.raw);
    CHECK(Read(row.raw) == row.read);
  }
}

TEST_CASE("a boundary keeps its bytes") {
  MailNotes notes;
  ParameterizedValue read = ParseParameters("multipart/mixed; boundary=\"=?a?Q?=41?=\xE9\"", notes);
  REQUIRE(read.Find("boundary") != nullptr);
  CHECK(read.Find("boundary")->bytes == "=?a?Q?=41?=\xE9");
  CHECK(read.Find("charset") == nullptr);
}

TEST_CASE("hostile parameters stay linear") {
  for (std::string_view piece : {"(", "\"", "\\\"", "a=\"", "f*0*=x;", ";", "a*99999999999=x;",
                                 "= ", "a ", "=?a?Q?", "a=\"\\\";"}) {
    CAPTURE(piece);
    std::string text = "text/plain; ";
    while (text.size() < 1000000) text += piece;
    MailNotes notes;
    CHECK(ParseParameters(text, notes).value.starts_with("text/plain"));
  }
}

}  // namespace
}  // namespace threadlint::mail
