#include "source/sniff.h"

#include "source/needs_conversion.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace threadlint::source {

TEST_CASE("What a file is") {
  struct Row {
    std::string bytes, name;
    bool named;
    Content content;
    Format format;
  };
  const std::string sep = "From a@example.com Tue Jan 14 12:00:00 2003\n";
  using C = Content;
  using F = Format;
  const std::vector<Row> rows = {
      {"", "x", true, C::kEmpty, F::kUnknown},
      {sep + "Received: x\n\n", "x", false, C::kMail, F::kMbox},
      {"\xEF\xBB\xBF" + sep + "Received: x\n\n", "x", false, C::kMail, F::kMbox},
      {"\r\n\n" + sep + "Subject: x\n\n", "x", false, C::kMail, F::kMbox},
      {sep, "x", false, C::kMail, F::kMbox},
      {"From \nReceived: x\n\n", "x", false, C::kMail, F::kMbox},
      {"From -\nFrom: a\nSubject: b\n\n", "x", false, C::kMail, F::kMbox},
      {"From -\nFrom: a\nNote: b\n\n", "x", false, C::kOther, F::kUnknown},
      {"From \nNote: x\n\n", "x", false, C::kOther, F::kUnknown},
      {sep + "Received: x\n\n", "x.eml", false, C::kMail, F::kEml},
      {"From here on all is well.\nNote: x\n", "x", true, C::kOther, F::kUnknown},
      {"\1\1\1\1\nReceived: x\n", "x", false, C::kMail, F::kMmdf},
      {"Received: x\n\n", "1", false, C::kMail, F::kEml},
      {"From: a\nSubject: b\nDate: c\n\n", "1", false, C::kMail, F::kEml},
      {"From: a\nSubject: b\n\n", "1", false, C::kOther, F::kUnknown},
      {"From: a\nSubject: b\n\n", "1", true, C::kMail, F::kEml},
      {"title: a\nauthor: b\n", "x.yaml", true, C::kOther, F::kUnknown},
      {"X-Any: a\n\n", "x.eml", false, C::kMail, F::kEml},
      {"From  : a\nNote: x\n\n", "1", true, C::kMail, F::kEml},
      {"\r\n\nReceived: x\n\n", "1", false, C::kMail, F::kEml},
      {std::string(255, ' ') + "\nReceived: x\n\n", "1", false, C::kMail, F::kEml},
      {"\nFrom: a\n\n", "x.eml", false, C::kMail, F::kEml},
      {"\ntitle: a\nauthor: b\n", "x.eml", false, C::kOther, F::kUnknown},
      {std::string(4096, '\n') + "Received: x\n\n", "1", true, C::kOther, F::kUnknown},
      {"Received: x\r\r", "1", false, C::kMail, F::kEml},
      {"From a@example.com Tue Jan 14 12:00:00 2003\rReceived: x\r\r", "x", false, C::kMail,
       F::kMbox},
      {"title: a\rauthor: b\r", "x.yaml", true, C::kOther, F::kUnknown},
      {"12        \nX-Any: a\n\n", "1.emlx", false, C::kMail, F::kEml},
      {"\x1f\x8b\x08", "x", false, C::kCompressed, F::kUnknown},
      {"PK\3\4", "x", false, C::kArchive, F::kUnknown},
      {"!BDN", "x", false, C::kPst, F::kUnknown},
      {std::string("\0\1\2", 3), "x", true, C::kOther, F::kUnknown},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CAPTURE(row.name);
    const Sniffed sniffed = Sniff(row.bytes, row.name, row.named);
    CHECK(sniffed.content == row.content);
    CHECK(sniffed.format == row.format);
  }
}

TEST_CASE("A mailbox behind lines that are no mail") {
  const std::string sep = "From a@example.com Tue Jan 14 12:00:00 2003\n";
  const std::string strong = sep + "Received: x\nSubject: y\n\nHello.\n\n";
  const std::string weak = sep + "From: a@example.com\nSubject: y\n\nHello.\n\n";
  const std::string chapter(2000, 'x');
  struct Row {
    std::string what, bytes, name;
    Format format;
  };
  for (const Row& row : std::vector<Row>{
           {"one line", "junk\n" + strong, "x", Format::kMbox},
           {"a paragraph", "This is a mailbox\n\n" + strong, "x", Format::kMbox},
           {"a first mail without header", sep + "\nHello.\n\n" + weak, "x", Format::kMbox},
           {"a first mail of NULs", sep + std::string(40, '\0') + "\n\n" + strong, "x",
            Format::kMbox},
           {"few fields, twice", "junk\n" + weak + weak, "x", Format::kMbox},
           {"few fields, once", "junk\n" + weak, "x", Format::kUnknown},
           {"a document with one example", chapter + "\n\n" + strong, "x", Format::kUnknown},
           {"prose", "Notes\n\nFrom here to there\nNote: x\nFrom a to b\n", "x", Format::kUnknown},
           {"separators alone", "Notes\n" + sep + "\n" + sep + "\n", "x", Format::kUnknown},
           {"in a source file", "s = \"\"\"\n  " + sep + "  Received: x\n", "x.py",
            Format::kUnknown},
           {"in the middle of lines", "x" + sep + "x" + sep, "x", Format::kUnknown},
           {"binary", std::string("\0\n", 2) + strong + strong, "x", Format::kUnknown},
           {"a patch",
            "junk\nFrom 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n"
            "From: a\nDate: b\nSubject: c\n\n",
            "x", Format::kUnknown},
           {"a mail that has one in its body", "Received: x\nFrom: a\n\n" + strong + strong, "x",
            Format::kEml},
           {"one mail by its name", "junk\n" + strong + strong, "x.eml", Format::kUnknown},
       }) {
    CAPTURE(row.what);
    for (const bool named : {true, false}) {
      CHECK(Sniff(row.bytes, row.name, named).format == row.format);
    }
  }
  // What the user points at may be a mailbox behind much else; in a walk it is a document.
  for (const std::string& junk : {chapter + "\n", std::string(20, '\n') + "a\n"}) {
    CHECK(Sniff("# Title\n" + junk + strong + strong, "x", true).format == Format::kMbox);
    CHECK(Sniff("# Title\n" + junk + strong + strong, "x", false).format == Format::kUnknown);
  }
}

TEST_CASE("The command to run can be pasted into a shell") {
  CHECK(ConversionHint(Content::kPst, "a/b.pst").find("readpst -r -D -j 0 -o OUT a/b.pst ") !=
        std::string::npos);
  CHECK(ConversionHint(Content::kOle, "my $mail's.msg").find("msgconvert 'my $mail'\\''s.msg' ") !=
        std::string::npos);
  CHECK(ConversionHint(Content::kOle, "-x.msg").find("msgconvert ./-x.msg ") != std::string::npos);
}

}  // namespace threadlint::source
