#include "base_rate.h"

#include <doctest/doctest.h>

#include <vector>

namespace threadlint::accuracy {
namespace {

Precision At(double base_rate, std::vector<Tally> rules) { return PrecisionAt(base_rate, rules); }

TEST_CASE("wrong findings in clean cases weigh as clean cases do") {
  const Tally tally{20, 0, 40, 1, 100};  // 0.5 right in a defective case, 0.01 wrong in a clean one
  CHECK(At(0.5, {tally}).value == doctest::Approx(0.5 * 0.5 / (0.5 * 0.5 + 0.5 * 0.01)));
  CHECK(At(0.03, {tally}).value == doctest::Approx(0.03 * 0.5 / (0.03 * 0.5 + 0.97 * 0.01)));
  // Two wrong findings in 100 cases make half of all findings wrong, if 2 in 100 are right.
  CHECK(At(0.02, {Tally{40, 0, 40, 2, 98}}).value == doctest::Approx(0.5).epsilon(0.01));
}

TEST_CASE("wrong findings in defective cases count too") {
  CHECK(At(0.03, {Tally{20, 5, 40, 0, 100}}).value == doctest::Approx(0.8));
  CHECK(At(1, {Tally{20, 5, 40, 9, 100}}).value == doctest::Approx(0.8));
}

TEST_CASE("the interval holds the value, and narrows with more cases") {
  const Precision few = At(0.03, {Tally{4, 0, 10, 0, 20}});
  const Precision many = At(0.03, {Tally{400, 0, 1000, 0, 2000}});
  CHECK(few.value == 1);
  CHECK(few.high == 1);
  CHECK(few.low < 0.5);
  CHECK(many.low > 0.8);
  for (uint64_t wrong = 0; wrong < 5; ++wrong) {
    const Precision p = At(0.03, {Tally{10, 2, 30, wrong, 300}});
    CHECK(p.low <= p.value);
    CHECK(p.value <= p.high);
    CHECK(p.low > 0);
    CHECK(p.high <= 1);
    if (wrong > 0) CHECK(p.value < At(0.03, {Tally{10, 2, 30, wrong - 1, 300}}).value);
  }
}

TEST_CASE("the interval is that of the ratio of two counts") {
  // Nothing wrong in defective cases and many right ones: what is left is the Jeffreys interval of
  // the wrong ones. 5 of 500: Gamma(5.5)/500 is 0.0038 to 0.0219.
  const Precision p = At(0.03, {Tally{100'000'000, 0, 100'000'000, 5, 500}});
  CHECK(p.low == doctest::Approx(0.03 / (0.03 + 0.97 * 0.0219)).epsilon(0.02));
  CHECK(p.high == doctest::Approx(0.03 / (0.03 + 0.97 * 0.0038)).epsilon(0.02));
}

TEST_CASE("rules measured on different cases are added as rates, under one prior") {
  const Tally half{10, 1, 40, 1, 100};
  const Precision two = At(0.03, {half, half});
  const Precision one = At(0.03, {Tally{20, 2, 40, 2, 100}});
  CHECK(two.value == doctest::Approx(one.value));
  CHECK(two.low == doctest::Approx(one.low).epsilon(0.05));
  CHECK(two.high == doctest::Approx(one.high).epsilon(0.05));
  // A rule that no set with defects is labelled for adds its wrong findings alone.
  CHECK(At(0.03, {half, Tally{0, 0, 0, 1, 100}}).value < At(0.03, {half}).value);
}

TEST_CASE("nothing is known where nothing was found rightly, or no case is clean") {
  CHECK_FALSE(At(0.03, {Tally{0, 2, 40, 1, 100}}).known);
  CHECK_FALSE(At(0.03, {Tally{5, 2, 40, 0, 0}}).known);
  CHECK_FALSE(At(0.03, {}).known);
}

TEST_CASE("how many times the cases would show it") {
  const std::vector<Tally> rules = {Tally{30, 0, 100, 0, 200}};
  const unsigned some = TimesTheCasesFor(0.5, 0.03, rules);
  const unsigned most = TimesTheCasesFor(0.8, 0.03, rules);
  CHECK(some == 2);   // 2.512 * 0.97 / (0.03 * 0.3) is 271 clean cases, with enough defective ones
  CHECK(most == 10);  // 1083
  CHECK(TimesTheCasesFor(0.5, 0.03, std::vector<Tally>{Tally{60, 0, 200, 0, 400}}) == 1);
  // What is counted is below.
  CHECK(TimesTheCasesFor(0.8, 0.03, std::vector<Tally>{Tally{30, 10, 100, 0, 200}}) == 0);
  CHECK(TimesTheCasesFor(0.8, 0.03, std::vector<Tally>{Tally{}}) == 0);
}

}  // namespace
}  // namespace threadlint::accuracy
