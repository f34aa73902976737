#include "mail/quoted_printable.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::mail {
namespace {

struct Row {
  std::string_view encoded;
  std::string_view decoded;
  bool clean;
};

const Row kRows[] = {
    {"", "", true},
    {"plain text", "plain text", true},
    {"caf=C3=A9", "caf\xc3\xa9", true},
    {"caf=c3=a9", "caf\xc3\xa9", true},
    {"one=\nline", "oneline", true},
    {"one=\r\nline", "oneline", true},
    {"one= \t \r\nline", "oneline", true},
    {"one=\rline", "oneline", true},
    {"end=", "end", true},
    {"end=  ", "end", true},
    {"a=b", "a=b", false},
    {"a==3D", "a==", false},
    {"=4", "=4", false},
    {"=G1 =1G", "=G1 =1G", false},
    {"x= y", "x= y", false},
    {"-- \nJohn", "-- \nJohn", true},
    {"> \r\nx", "> \r\nx", true},
    {"nul=00x", std::string_view("nul\0x", 5), true},
};

TEST_CASE("quoted-printable decodes, and keeps what it cannot read") {
  for (const Row& row : kRows) {
    CAPTURE(row.encoded);
    std::string out = "> ";
    CHECK(DecodeQuotedPrintable(row.encoded, out) == row.clean);
    CHECK(out == "> " + std::string(row.decoded));
  }
}

TEST_CASE("quoted-printable rubbish is linear") {
  std::string blanks;
  for (int i = 0; i < 1000; ++i) blanks += '=' + std::string(1000, ' ') + 'x';
  std::string out;
  CHECK_FALSE(DecodeQuotedPrintable(blanks, out));
  CHECK(out == blanks);
}

}  // namespace
}  // namespace threadlint::mail
