#include "verdict/selector.h"

#include <threadlint/rule.h>

#include <doctest/doctest.h>

namespace threadlint::verdict {
namespace {

bool Selects(std::string_view text, std::string_view rule, Severity severity) {
  Selector selector;
  REQUIRE(ParseSelector(text, selector));
  Finding finding;
  finding.rule = FindRule(rule);
  finding.severity = severity;
  return Matches(selector, finding);
}

TEST_CASE("severities select that or worse") {
  CHECK(Selects("note", "TL202", Severity::kNote));
  CHECK(Selects("warning", "TL101", Severity::kError));
  CHECK_FALSE(Selects("error", "TL101", Severity::kWarning));
  CHECK_FALSE(Selects("never", "TL101", Severity::kError));
}

TEST_CASE("rules and families") {
  CHECK(Selects("TL101", "TL101", Severity::kNote));
  CHECK(Selects("tl101", "TL101", Severity::kNote));
  CHECK(Selects("reply-token-changed", "TL101", Severity::kNote));
  CHECK_FALSE(Selects("TL101", "TL102", Severity::kError));
  CHECK(Selects("TL1", "TL102", Severity::kNote));
  CHECK(Selects("TL1*", "TL102", Severity::kNote));
  CHECK_FALSE(Selects("TL2", "TL102", Severity::kError));
}

TEST_CASE("nothing else is a selector") {
  Selector selector;
  for (const char* text : {"", "TL", "TL7", "TL999", "loud", "TL10", "*", "TL1 "}) {
    CAPTURE(text);
    const bool family = std::string_view(text) == "TL" || std::string_view(text) == "TL10";
    CHECK(ParseSelector(text, selector) == family);
  }
}

}  // namespace
}  // namespace threadlint::verdict
