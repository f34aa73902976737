#include "report/picture_words.h"

#include <doctest/doctest.h>

namespace threadlint::report {
namespace {

constexpr int64_t kDay = 86400;

TEST_CASE("silences in words") {
  CHECK(WaitWords(3 * kDay) == "3 days");
  CHECK(WaitWords(60 * kDay + 1) == "60 days");
  CHECK(WaitWords(61 * kDay) == "about 2 months");
  CHECK(WaitWords(300 * kDay) == "about 10 months");
  CHECK(WaitWords(730 * kDay) == "about 2 years");
  CHECK(WaitWords(1000 * kDay) == "about 3 years");
}

TEST_CASE("days and times by the clock of the case") {
  Message m;
  CHECK(PictureDay(m, 0).empty());
  CHECK(PictureTime(m, 0).empty());
  m.date_source = DateSource::kDate;
  m.date = 1714777500;  // 2024-05-03T23:05:00Z
  CHECK(PictureDay(m, 0) == "3 May");
  CHECK(PictureTime(m, 0) == "23:05");
  CHECK(PictureDay(m, 60) == "4 May");
  CHECK(PictureTime(m, 60) == "00:05");
}

}  // namespace
}  // namespace threadlint::report
