#include "mail/structure.h"

#include "mail/mime_library.h"
#include "mail/mime_scanner.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace threadlint::mail {
namespace {

// One line a part: depth as indentation, type, body with line ends as '|'. Containers without body.
std::string Outline(std::string_view mail, const Structure& structure) {
  std::string out;
  for (size_t i = 0; i < structure.parts.size(); ++i) {
    const Part& part = structure.parts[i];
    bool leaf = true;
    for (const Part& other : structure.parts) leaf = leaf && other.parent != static_cast<int>(i);
    out += std::string(part.depth, ' ') + part.type;
    if (leaf) {
      std::string body(mail.substr(part.body_begin, part.body_end - part.body_begin));
      for (char& c : body)
        if (c == '\n') c = '|';
      std::erase(body, '\r');
      out += " [" + body + "]";
    }
    out += '\n';
  }
  return out;
}

// What holds for the ranges of any structure.
void CheckRanges(std::string_view mail, const Structure& structure) {
  REQUIRE_FALSE(structure.parts.empty());
  size_t last_begin = 0;
  for (size_t i = 0; i < structure.parts.size(); ++i) {
    const Part& part = structure.parts[i];
    CHECK(part.header_begin <= part.header_end);
    CHECK(part.header_end <= part.body_begin);
    CHECK(part.body_begin <= part.body_end);
    CHECK(part.body_end <= mail.size());
    CHECK(part.header_begin >= last_begin);
    last_begin = part.header_begin;
    // Between header and body stands the empty line, or nothing.
    const std::string_view gap = mail.substr(part.header_end, part.body_begin - part.header_end);
    CHECK((gap.empty() || gap == "\n" || gap == "\r\n"));
    if (i == 0) {
      CHECK(part.parent == -1);
      CHECK(part.header_begin == 0);
      CHECK(part.body_end == mail.size());
      continue;
    }
    REQUIRE(part.parent >= 0);
    REQUIRE(part.parent < static_cast<int>(i));
    const Part& parent = structure.parts[static_cast<size_t>(part.parent)];
    CHECK(part.depth == parent.depth + 1);
    CHECK(part.header_begin >= parent.body_begin);
    CHECK(part.body_end <= parent.body_end);
    // Siblings follow each other without overlap.
    for (size_t j = i + 1; j < structure.parts.size(); ++j) {
      if (structure.parts[j].parent != part.parent) continue;
      CHECK(structure.parts[j].header_begin >= part.body_end);
      break;
    }
  }
}

std::string WithCrlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

struct Row {
  std::string_view name;
  std::string mail;
  std::string_view outline;
  std::vector<MailNote> notes;
  bool by_library;  // mimetic may read what it would be given of it
};

const std::string kMixed = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n";

const Row kRows[] = {
    {"no MIME fields",
     "From: a@example.org\n\nhello\nworld\n",
     "text/plain [hello|world|]\n",
     {},
     true},
    {"empty mail", "", "text/plain []\n", {MailNote::kHeaderWithoutEnd}, false},
    {"header only", "From: a@example.org\n\n", "text/plain []\n", {}, true},
    {"header without end",
     "From: a@example.org\nContent-Type: text/html",
     "text/html []\n",
     {MailNote::kHeaderWithoutEnd},
     false},
    {"two parts",
     kMixed + "pre\n--b\n\none\n--b\nContent-Type: text/html\n\ntwo\n--b--\nepilogue\n",
     "multipart/mixed\n text/plain [one]\n text/html [two]\n",
     {},
     true},
    {"text without final line end",
     kMixed + "--b\n\none\n\n--b--",
     "multipart/mixed\n text/plain [one|]\n",
     {},
     true},
    {"empty parts",
     kMixed + "--b\n\n--b\n\n\n--b\nContent-Type: text/html\n\n--b--\n",
     "multipart/mixed\n text/plain []\n text/plain []\n text/html []\n",
     {},
     true},
    {"missing final delimiter",
     kMixed + "--b\n\none\n--b\n\ntwo\n",
     "multipart/mixed\n text/plain [one]\n text/plain [two|]\n",
     {MailNote::kMissingBoundary},
     true},
    {"delimiter at the very end",
     kMixed + "--b\n\none\n--b",
     "multipart/mixed\n text/plain [one]\n",
     {MailNote::kMissingBoundary},
     true},
    {"delimiters only at line starts, and whole",
     kMixed + "--b\n\nx --b\n--bc\n --b\n---b\n--b-\n--b--\n",
     "multipart/mixed\n text/plain [x --b|--bc| --b|---b|--b-]\n",
     {},
     true},
    {"blanks behind delimiters",
     kMixed + "--b  \n\none\n--b-- \t\nend\n",
     "multipart/mixed\n text/plain [one]\n",
     {},
     true},
    {"boundary with blanks at its end",
     "Content-Type: multipart/mixed; boundary=\"b  \"\n\n--b\n\none\n--b  --\n",
     "multipart/mixed\n text/plain [one]\n",
     {},
     true},
    {"one boundary is the start of the other",
     "Content-Type: multipart/mixed; boundary=a\n\n--a\n"
     "Content-Type: multipart/alternative; boundary=ab\n\n--ab\n\none\n--ab\n\ntwo\n--ab--\n\n"
     "--a\n\nthree\n--a--\n",
     "multipart/mixed\n multipart/alternative\n  text/plain [one]\n  text/plain [two]\n"
     " text/plain [three]\n",
     {},
     true},
    {"inner multipart without end",
     kMixed + "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\none\n"
              "--b\n\ntwo\n--b\n\nthree\n--b--\n",
     "multipart/mixed\n multipart/alternative\n  text/plain [one]\n text/plain [two]\n"
     " text/plain [three]\n",
     {MailNote::kMissingBoundary},
     true},
    {"three levels closed by the outermost",
     kMixed + "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n"
              "Content-Type: multipart/mixed; boundary=d\n\n--d\n\none\n--b\n\ntwo\n--b--\n",
     "multipart/mixed\n multipart/mixed\n  multipart/mixed\n   text/plain [one]\n"
     " text/plain [two]\n",
     {MailNote::kMissingBoundary},
     true},
    {"quoted semicolon in the boundary",
     "Content-Type: multipart/mixed; boundary=\"a;b\"\n\n--a;b\n\none\n--a;b--\n",
     "multipart/mixed\n text/plain [one]\n",
     {},
     true},
    {"blanks around the slash",
     "Content-Type: multipart / mixed ; boundary=b\n\n--b\n\none\n--b--\n",
     "multipart/mixed\n text/plain [one]\n",
     {},
     false},
    {"8-bit boundary",
     "Content-Type: multipart/mixed; boundary=\"b\xC3\xA9\"\n\n--b\xC3\xA9\n\none\n--b\xC3\xA9--\n",
     "multipart/mixed\n text/plain [one]\n",
     {},
     true},
    {"no boundary parameter, delimiters to be seen",
     "Content-Type: multipart/mixed\n\n--zz\nContent-Type: text/html\n\none\n--zz--\n",
     "multipart/mixed\n text/html [one]\n",
     {MailNote::kMissingBoundary},
     false},
    {"no boundary parameter, no delimiters",
     "Content-Type: multipart/mixed\n\n-- \nAnna\n--\n",
     "multipart/mixed\n text/plain [-- |Anna|--|]\n",
     {MailNote::kMissingBoundary},
     false},
    {"a closing delimiter alone",
     kMixed + "--b--\n",
     "multipart/mixed [--b--|]\n",
     {MailNote::kMissingBoundary},
     false},
    {"wrong boundary parameter",
     kMixed + "--c\n\none\n--c--\n",
     "multipart/mixed\n text/plain [--c||one|--c--|]\n",
     {MailNote::kMissingBoundary},
     false},
    {"multipart/digest",
     "Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: one\n\nfirst\n--b\n"
     "Content-Type: text/plain\n\nplain\n--b--\n",
     "multipart/digest\n message/rfc822\n  text/plain [first]\n text/plain [plain]\n",
     {},
     false},
    {"attached mail",
     kMixed +
         "--b\nContent-Type: message/rfc822\n\nSubject: in\n"
         "Content-Type: multipart/mixed; boundary=c\n\n--c\n\nin\n--c--\n\n--b\n\nout\n--b--\n",
     "multipart/mixed\n message/rfc822\n  multipart/mixed\n   text/plain [in]\n text/plain [out]\n",
     {},
     true},
    {"attached mail in base64",
     kMixed + "--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
              "U3ViamVjdDogaW4KCmlu\n--b\n\nout\n--b--\n",
     "multipart/mixed\n message/rfc822 [U3ViamVjdDogaW4KCmlu]\n text/plain [out]\n",
     {},
     false},
    {"the mail is an attached mail",
     "Content-Type: message/rfc822\n\nSubject: in\n\nbody\n",
     "message/rfc822\n text/plain [body|]\n",
     {},
     true},
    {"part without header and empty line",
     kMixed + "--b\nHello Anna,\nthis is text\n--b--\n",
     "multipart/mixed\n text/plain [Hello Anna,|this is text]\n",
     {},
     false},
    {"part header closed by a delimiter",
     kMixed + "--b\nContent-Type: text/html\n--b\n\ntwo\n--b--\n",
     "multipart/mixed\n text/html []\n text/plain [two]\n",
     {},
     false},
    {"separator line and bad line in the header",
     ">From anna Mon\nno field at all\nContent-Type: text/html\n\nx\n",
     "text/html [x|]\n",
     {},
     true},
    {"lone CR in the header",
     "Subject: a\rb\nContent-Type: text/html\n\nx\n",
     "text/html [x|]\n",
     {},
     true},
    {"NUL in the header",
     "Subject: a" + std::string(1, '\0') + "b\nContent-Type: text/html\n\nx\n",
     "text/html [x|]\n",
     {},
     true},
    {"separator line in the header of a part",
     kMixed + "--b\n>From anna Mon\nContent-Type: text/html\n\nx\n--b--\n",
     "multipart/mixed\n text/html [x]\n",
     {},
     false},
    {"lone CR in the header of a part",
     kMixed + "--b\nSubject: a\rb\nContent-Type: text/html\n\nx\n--b--\n",
     "multipart/mixed\n text/html [x]\n",
     {},
     false},
    {"NUL in the header of a part",
     kMixed + "--b\nSubject: a" + std::string(1, '\0') + "b\nContent-Type: text/html\n\nx\n--b--\n",
     "multipart/mixed\n text/html [x]\n",
     {},
     false},
    {"lone CR below the type of a multipart",
     "Content-Type: multipart/mixed; boundary=b\nSubject: a\rb\n\n--b\n\nx\n--b--\n",
     "multipart/mixed\n text/plain [x]\n",
     {},
     false},
    {"lone CR and NUL above the type of a multipart",
     "Subject: a\rb" + std::string(1, '\0') +
         "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n",
     "multipart/mixed\n text/plain [x]\n",
     {},
     true},
    {"type without subtype", "Content-Type: text\n\nx\n", "text/plain [x|]\n", {}, true},
    {"encrypted (PGP/MIME)",
     "Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: "
     "application/pgp-encrypted\n\nVersion: 1\n--b--\n",
     "multipart/encrypted\n application/pgp-encrypted [Version: 1]\n",
     {MailNote::kEncrypted},
     true},
    {"encrypted (PKCS #7)",
     "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB\n",
     "application/pkcs7-mime [MIIB|]\n",
     {MailNote::kEncrypted},
     true},
    {"encrypted (inline)",
     "Subject: x\n\nsee below\n-----BEGIN PGP MESSAGE-----\n\nabc\n",
     "text/plain [see below|-----BEGIN PGP MESSAGE-----||abc|]\n",
     {MailNote::kEncrypted},
     true},
    {"armour that is only quoted",
     "Subject: x\n\n> -----BEGIN PGP MESSAGE-----\n",
     "text/plain [> -----BEGIN PGP MESSAGE-----|]\n",
     {},
     true},
    {"winmail.dat",
     kMixed +
         "--b\n\nx\n--b\nContent-Type: application/octet-stream; name=WINMAIL.DAT\n\ny\n--b--\n",
     "multipart/mixed\n text/plain [x]\n application/octet-stream [y]\n",
     {MailNote::kTnef},
     true},
    {"only an image",
     kMixed + "--b\nContent-Type: text/html\n\n<img src=x>&nbsp;\n--b\n"
              "Content-Type: image/png\n\ny\n--b--\n",
     "multipart/mixed\n text/html [<img src=x>&nbsp;]\n image/png [y]\n",
     {MailNote::kImageOnly},
     true},
    {"image and words",
     kMixed + "--b\nContent-Type: text/html\n\n<img src=x>Hi\n--b\n"
              "Content-Type: image/png\n\ny\n--b--\n",
     "multipart/mixed\n text/html [<img src=x>Hi]\n image/png [y]\n",
     {},
     true},
};

TEST_CASE("structure: outline, notes, ranges; with LF and with CRLF; both readers agree") {
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    for (const std::string& mail : {row.mail, WithCrlf(row.mail)}) {
      const Structure structure = ReadStructure(mail);
      CHECK(Outline(mail, structure) == row.outline);
      CheckRanges(mail, structure);
      MailNotes expected;
      for (const MailNote note : row.notes) expected.Add(note);
      CHECK(structure.notes.bits() == expected.bits());
      const auto by_library = ReadMimeWithLibrary(mail, {});
      CHECK(by_library.has_value() == row.by_library);
      if (by_library) CHECK(Outline(mail, *by_library) == Outline(mail, ScanMime(mail, {})));
    }
  }
}

TEST_CASE("header, delimiters and bodies together are the whole mail") {
  const std::string mail =
      "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\npre\r\n--b\r\n"
      "Content-Type: text/html\r\n\r\none\r\n\r\n--b\r\n\r\ntwo\r\n--b--\r\nepilogue";
  const Structure structure = ReadStructure(mail);
  REQUIRE(structure.parts.size() == 3);
  const auto text = [&](size_t from, size_t to) { return mail.substr(from, to - from); };
  const auto header = [&](size_t i) {
    return text(structure.parts[i].header_begin, structure.parts[i].header_end);
  };
  const auto body = [&](size_t i) {
    return text(structure.parts[i].body_begin, structure.parts[i].body_end);
  };
  CHECK(header(0) + "\r\n" + body(0) == mail);
  CHECK(body(0) == "pre\r\n--b\r\n" + header(1) + "\r\n" + body(1) + "\r\n--b\r\n" + header(2) +
                       "\r\n" + body(2) + "\r\n--b--\r\nepilogue");
  CHECK(header(1) == "Content-Type: text/html\r\n");
  CHECK(body(1) == "one\r\n");
  CHECK(header(2).empty());
}

TEST_CASE("what a part's header says of it") {
  const std::string mail =
      "content-TYPE: Text/Plain; CHARSET=\"ISO-8859-1\"; Format=Flowed; DelSp=YES; name=n.txt\n"
      "Content-Transfer-Encoding:  Quoted-Printable (why not)\n"
      "Content-Disposition: Attachment; filename*0*=utf-8''a%CC%81; filename*1=\"b;c.txt\"\n"
      "Content-Type: text/html\n\n";
  const Part part = ReadStructure(mail).parts[0];
  CHECK(part.type == "text/plain");
  CHECK(part.charset == "iso-8859-1");
  CHECK(part.format_flowed);
  CHECK(part.del_sp);
  CHECK(part.encoding == "quoted-printable");
  CHECK(part.disposition == "attachment");
  CHECK(part.file_name ==
        "a\xCC\x81"
        "b;c.txt");
}

TEST_CASE("limits are notes, and what lies beyond them stays in a range") {
  std::string parts = kMixed;
  for (int i = 0; i < 10; ++i) parts += fmt::format("--b\n\n{}\n", i);
  StructureLimits limits;
  limits.parts = 5;
  Structure structure = ReadStructure(parts, limits);
  CHECK(structure.parts.size() == 5);
  CHECK(structure.notes.Has(MailNote::kTooManyParts));
  CHECK(structure.parts[0].body_end == parts.size());
  CheckRanges(parts, structure);

  std::string deep;
  for (int i = 0; i < 10; ++i)
    deep += fmt::format("Content-Type: multipart/mixed; boundary=b{}\n\n--b{}\n", i, i);
  limits = {};
  limits.depth = 5;
  structure = ReadStructure(deep, limits);
  CHECK(structure.parts.size() == 6);
  CHECK(structure.parts.back().depth == 5);
  CHECK(structure.parts.back().body_end == deep.size());
  CHECK(structure.notes.Has(MailNote::kTooDeep));
  CheckRanges(deep, structure);

  limits = {};
  limits.mail_bytes = 10;
  structure = ReadStructure(parts, limits);
  CHECK(structure.parts.size() == 11);
  CHECK(structure.notes.Has(MailNote::kTooLarge));
}

}  // namespace
}  // namespace threadlint::mail
