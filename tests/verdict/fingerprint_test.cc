#include "verdict/fingerprint.h"

#include <threadlint/rule.h>

#include <doctest/doctest.h>

#include <utility>

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

TEST_CASE("findings about the same are told apart, and by their mail") {
  Report report;
  Finding finding;
  finding.rule = FindRule("TL903");
  finding.fact = "x";
  for (const uint64_t offset : {900u, 5u}) {
    Evidence place;
    place.path = "a.mbox";
    place.offset = offset;
    finding.evidence = {place};
    report.findings.push_back(finding);
  }
  Fingerprint(report);
  const std::string later = report.findings[0].fingerprint, first = report.findings[1].fingerprint;
  CHECK(later != first);
  CHECK(first == FingerprintOf(finding, {}));
  CHECK(report.findings[0].anchor == report.findings[1].anchor);
  CHECK(IsShortHash(report.findings[0].anchor));
  // The order in which they come does not matter.
  std::swap(report.findings[0], report.findings[1]);
  Fingerprint(report);
  CHECK(report.findings[0].fingerprint == first);
  CHECK(report.findings[1].fingerprint == later);
}

}  // namespace
}  // namespace threadlint::verdict
