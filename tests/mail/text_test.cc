#include "mail/text.h"

#include "mail/text_flowed.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::mail {
namespace {

struct DecodeRow {
  std::string mail;
  std::string_view text;
  MailNote note;  // kCount: none
};

constexpr MailNote kNoNote = MailNote::kCount;

const DecodeRow kDecodeRows[] = {
    {"A: b\n\none\r\ntwo\rthree\n", "one\ntwo\nthree\n", kNoNote},
    {"Content-Type: text/plain; charset=iso-8859-1\n\ncaf\xE9", "caf\xC3\xA9", kNoNote},
    {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
     "caf=C3=A9=\n!",
     "caf\xC3\xA9!", kNoNote},
    {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n\nY2Fm\nw6k=\n",
     "caf\xC3\xA9", kNoNote},
    {"Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: "
     "base64\n\naABpAA0ACgA=",
     "hi\n", kNoNote},
    {"Content-Transfer-Encoding: base64\n\naGk|K\n", "hi\n", MailNote::kDamagedEncoding},
    {"Content-Transfer-Encoding: quoted-printable\n\n1=2\n", "1=2\n", MailNote::kDamagedEncoding},
    {"Content-Type: text/plain; charset=utf-8\n\na\xFF\xC3\xA9z", "a\xEF\xBF\xBD\xC3\xA9z",
     MailNote::kInvalidBytes},
    {"Content-Type: text/plain; charset=klingon\n\nhi", "hi", MailNote::kUnknownCharset},
    {"Content-Type: text/html\n\n<meta charset=\"iso-8859-5\">\xD0",
     "<meta charset=\"iso-8859-5\">"
     "\xD0\xB0",
     kNoNote},
    {"Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#:&D*\n`\nend\n",
     "begin 644 a\n#:&D*\n`\nend\n", kNoNote},
};

TEST_CASE("text of a part comes as UTF-8 with LF") {
  for (const DecodeRow& row : kDecodeRows) {
    CAPTURE(row.mail);
    const Structure structure = ReadStructure(row.mail);
    MailNotes notes;
    CHECK(DecodeText(row.mail, structure.parts[0], notes) == row.text);
    MailNotes expected;
    if (row.note != kNoNote) expected.Add(row.note);
    CHECK(notes.bits() == expected.bits());
  }
}

const std::string kLong =
    "This is the text that somebody wrote with care, in whole sentences, to be read as it is. ";

std::string Multipart(std::string_view subtype, std::string_view boundary,
                      std::initializer_list<std::string_view> parts) {
  const std::string mark(boundary);
  std::string out =
      "Content-Type: multipart/" + std::string(subtype) + "; boundary=" + mark + "\n\n";
  for (const std::string_view part : parts) out += "--" + mark + "\n" + std::string(part) + "\n";
  return out + "--" + mark + "--\n";
}

struct MainRow {
  std::string_view name;
  std::string mail;
  std::string text;
};

const std::string kHtml = "Content-Type: text/html\n\n<p>in HTML: " + kLong + kLong + "</p>";
const std::string kHtmlText = "in HTML: " + kLong + kLong.substr(0, kLong.size() - 1) + "\n";

const MainRow kMainRows[] = {
    {"plain", "A: b\n\nhello\n", "hello\n"},
    {"html", "Content-Type: text/html\n\n<b>hello</b>\n", "hello\n"},
    {"plain before HTML", Multipart("alternative", "b", {"\nplain " + kLong, kHtml}),
     "plain " + kLong},
    {"HTML before plain", Multipart("alternative", "b", {kHtml, "\nplain " + kLong}),
     "plain " + kLong},
    {"empty plain", Multipart("alternative", "b", {"\n \n", kHtml}), kHtmlText},
    {"stub", Multipart("alternative", "b", {"\nThis is an HTML message.", kHtml}), kHtmlText},
    {"stub of a few letters", Multipart("alternative", "b", {"\nHi", kHtml}), kHtmlText},
    {"short plain with short HTML",
     Multipart("alternative", "b", {"\nYes.", "Content-Type: text/html\n\n<p>Yes.</p>"}), "Yes."},
    {"HTML inside related",
     Multipart("alternative", "b",
               {"\n", Multipart("related", "c", {kHtml, "Content-Type: image/png\n\nx"})}),
     kHtmlText},
    {"HTML, then the footer of a list", Multipart("mixed", "b", {kHtml, "\nlist footer"}),
     kHtmlText},
    {"plain, then a text file",
     Multipart("mixed", "b", {"Content-Type: text/plain; name=a.txt\n\nfile", "\nwords"}), "words"},
    {"attachment passed over",
     Multipart("mixed", "b", {"Content-Disposition: attachment\n\nfile", "\nwords"}), "words"},
    {"attached mail passed over",
     Multipart("mixed", "b", {"Content-Type: message/rfc822\n\nSubject: in\n\nin", "\nwords"}),
     "words"},
    {"only an attachment", Multipart("mixed", "b", {"Content-Disposition: attachment\n\nfile"}),
     ""},
    {"only a named text", Multipart("mixed", "b", {"Content-Type: text/plain; name=a\n\nwords"}),
     "words"},
    {"no text", "Content-Type: image/png\n\nx", ""},
    {"flowed", "Content-Type: text/plain; format=flowed\n\none \ntwo\n\n> q \n> r\n",
     "one two\n\n> q r\n"},
};

TEST_CASE("the main text is what the writer wrote") {
  for (const MainRow& row : kMainRows) {
    CAPTURE(row.name);
    const Structure structure = ReadStructure(row.mail);
    MailNotes notes;
    CHECK(MainText(row.mail, structure, notes) == row.text);
    CHECK((MainTextPart(structure, row.mail) < 0) == row.text.empty());
  }
}

struct FlowedRow {
  std::string_view text;
  bool del_sp;
  std::string_view expected;
};

const FlowedRow kFlowedRows[] = {
    {"", false, ""},
    {"one \ntwo\nthree\n", false, "one two\nthree\n"},
    {"one \ntwo", true, "onetwo\n"},
    {"one  \ntwo", true, "one two\n"},
    {" >not a quote\n From here\n", false, ">not a quote\nFrom here\n"},
    {"> a \n> b\n>> c \n> d\n", false, "> a b\n>> c \n> d\n"},
    {">a\n>\n> b\n", false, "> a\n>\n> b\n"},
    {"text \n-- \nAnna \nB.\n", false, "text \n-- \nAnna B.\n"},
    {"last \n", false, "last \n"},
};

TEST_CASE("format=flowed is undone") {
  for (const FlowedRow& row : kFlowedRows) {
    CAPTURE(row.text);
    CHECK(UndoFlowed(row.text, row.del_sp) == row.expected);
  }
}

}  // namespace
}  // namespace threadlint::mail
