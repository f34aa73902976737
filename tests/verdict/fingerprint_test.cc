#include "verdict/fingerprint.h"

#include <threadlint/rule.h>

#include <doctest/doctest.h>

namespace threadlint::verdict {
namespace {

TEST_CASE("a fingerprint does not depend on the order of the names") {
  Finding finding;
  finding.rule = FindRule("TL101");
  finding.fact = "x";
  const std::string one = FingerprintOf(finding, {"<a@x>", "<b@x>"});
  CHECK(one == FingerprintOf(finding, {"<b@x>", "<a@x>"}));
  CHECK(one != FingerprintOf(finding, {"<a@x>", "<c@x>"}));
  finding.fact = "y";
  CHECK(one != FingerprintOf(finding, {"<a@x>", "<b@x>"}));
}

}  // namespace
}  // namespace threadlint::verdict
