// The mail of testdata/every, on which other tests rely to see a finding of every kind.
#include <threadlint/lint.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace threadlint {
namespace {

TEST_CASE("every rule reports on the mail that is kept for it") {
  const std::string folder = THREADLINT_SOURCE_DIR "/testdata/every/";
  Options options;
  options.paths = {folder + "every.mbox", folder + "damaged.mbox"};
  const Report report = Lint(options);
  for (const RuleInfo& rule : Rules()) {
    CAPTURE(rule.id);
    CHECK(std::ranges::any_of(report.findings, [&](const Finding& f) { return f.rule == &rule; }));
  }
}

}  // namespace
}  // namespace threadlint
