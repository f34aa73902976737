#include "source/separator_form.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace threadlint::source {

TEST_CASE("Forms of separator lines") {
  struct Row {
    std::string line;
    Envelope envelope;
    DateForm date;
    ZoneForm zone;
    bool remote, two_blanks;
  };
  using E = Envelope;
  using D = DateForm;
  using Z = ZoneForm;
  const std::vector<Row> rows = {
      {"From a@b.example Tue Jan 14 12:00:00 2003", E::kAddress, D::kCtime, Z::kNone, false, false},
      {"From a@b.example  Tue Jan  4 12:00:00 2003\n", E::kAddress, D::kCtime, Z::kNone, false,
       true},
      {"From a Tue Jan 14 12:00 2003", E::kWord, D::kCtimeMinutes, Z::kNone, false, false},
      {"From a Tue Jan 14 12:00:00 86 remote from h", E::kWord, D::kCtime, Z::kNone, true, false},
      {"From a at b.example  Tue Jan 14 12:00:00 2003", E::kAt, D::kCtime, Z::kNone, false, true},
      {"From mboxrd@z Thu Jan  1 00:00:00 1970", E::kMboxrdAtZ, D::kEpoch, Z::kNone, false, false},
      {"From 15@xxx Tue Jan 14 12:00:00 +0000 2019", E::kGmail, D::kCtime, Z::kNumericBeforeYear,
       false, false},
      {"From - Tue Jan 14 12:00:00 2003", E::kDash, D::kCtime, Z::kNone, false, false},
      {"From MAILER-DAEMON Tue Jan 14 12:00:00 2003", E::kDaemon, D::kCtime, Z::kNone, false,
       false},
      {"From a Tue Jan 14 12:00:00 EST 2003", E::kWord, D::kCtime, Z::kNamedBeforeYear, false,
       false},
      {"From a Tue Jan 14 12:00:00 2003 -0500", E::kWord, D::kCtime, Z::kNumericAfterYear, false,
       false},
      {"From a Tue Jan 14 12:00:00 2003 CET", E::kWord, D::kCtime, Z::kNamedAfterYear, false,
       false},
      {"From a Tue, 14 Jan 2003 12:00:00 +0100", E::kWord, D::kRfc5322, Z::kNumericAfterYear, false,
       false},
      {"From a 2003-01-14 12:00:00 2003", E::kWord, D::kLoose, Z::kNone, false, false},
      {"From a@b.example 2003-01-14T12:00:00Z", E::kAddress, D::kIso, Z::kNumericAfterYear, false,
       false},
      {"From a@b.example 2003-01-14T12:00:00.123+01:00", E::kAddress, D::kIso, Z::kNumericAfterYear,
       false, false},
      {"From a 2003/01/14 12:00", E::kWord, D::kIso, Z::kNone, false, false},
      {"From a 2003-01-14 12:00:00 -0500", E::kWord, D::kIso, Z::kNumericAfterYear, false, false},
      {"From a 2003-01-14T12:00:00X", E::kWords, D::kNone, Z::kNone, false, false},
      {"From a 2003-01-14", E::kWords, D::kNone, Z::kNone, false, false},
      {"From 2003-01-14 12:00:00", E::kWords, D::kNone, Z::kNone, false, false},
      {"From a 2003-01-14 12:00:00 it went", E::kWords, D::kNone, Z::kNone, false, false},
      {"From Tue Jan 14 12:00:00 2003", E::kNone, D::kCtime, Z::kNone, false, false},
      {"From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001", E::kHash, D::kGit,
       Z::kNone, false, false},
      {"From nobody Mon Sep 17 00:00:00 2001", E::kWord, D::kGit, Z::kNone, false, false},
      {"From ", E::kNone, D::kNone, Z::kNone, false, false},
      {"From\n", E::kNone, D::kNone, Z::kNone, false, false},
      {"From -", E::kDash, D::kNone, Z::kNone, false, false},
      {"From what I see", E::kWords, D::kNone, Z::kNone, false, false},
      {"From then on Tue Jan 14 12:00:00 2003 was past", E::kWords, D::kNone, Z::kNone, false,
       false},
      {"From a Tue Jan 14 1200 2003", E::kWords, D::kNone, Z::kNone, false, false},
      {"From a Die Jan 14 12:00:00 2003", E::kWord, D::kLoose, Z::kNone, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const SeparatorForm form = ParseSeparator(row.line);
    CHECK(form.envelope == row.envelope);
    CHECK(form.date == row.date);
    CHECK(form.zone == row.zone);
    CHECK(form.remote_from == row.remote);
    CHECK(form.two_blanks == row.two_blanks);
    CHECK_FALSE(form.crlf);
    CHECK(SeparatorForm::Unpack(form.Pack()).Pack() == form.Pack());
  }
  CHECK(ParseSeparator("From - Tue Jan 14 12:00:00 2003\r\n").crlf);
}

TEST_CASE("A line of very many words is no separator") {
  std::string line = "From";
  for (int i = 0; i < 400; ++i) line += " a";
  CHECK_FALSE(CouldSeparate(ParseSeparator(line + " Tue Jan 14 12:00:00 2003")));
}

}  // namespace threadlint::source
