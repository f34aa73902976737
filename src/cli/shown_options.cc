#include "cli/shown_options.h"

#include "cli/parse_values.h"
#include "cli/severity_option.h"
#include "verdict/confidence.h"
#include "verdict/selector.h"

#include <string>
#include <string_view>

namespace threadlint::cli {
namespace {

// The library takes these as texts.
bool IsSelector(std::string_view text, std::string& out) {
  out = text;
  verdict::Selector selector;
  return verdict::ParseSelector(text, selector);
}

bool IsConfidence(std::string_view text, std::string& out) {
  out = text;
  verdict::ConfidenceFloor floor;
  return verdict::ParseConfidenceFloor(text, floor);
}

// A rule or a family: what can be run or left out.
bool IsRules(std::string_view text, std::string& out) {
  out = text;
  verdict::Selector selector;
  return verdict::ParseSelector(text, selector) &&
         (selector.kind == verdict::Selector::Kind::kRule ||
          selector.kind == verdict::Selector::Kind::kFamily);
}

}  // namespace

void ReadShown(const config::Values& values, Options& out) {
  constexpr std::string_view kTakes =
      "note, warning, error, never, a rule (TL101) or a family (TL1)";
  out.show = values.ReadAll<std::string>("show", IsSelector, kTakes);
  out.fail_on = values.ReadAll<std::string>("fail-on", IsSelector, kTakes);
  out.min_confidence = values.Read<std::string>("min-confidence", IsConfidence,
                                                "low, medium, high or a number from 0 to 1");
  constexpr std::string_view kRules = "a rule (TL101, or its slug) or a family (TL1)";
  out.select = values.ReadAll<std::string>("select", IsRules, kRules);
  out.ignore = values.ReadAll<std::string>("ignore", IsRules, kRules);
  for (const config::Value& value : ReadSeverities(values)) out.severity.push_back(value.text);
  out.limit = values.Read<uint64_t>("limit", ParseNumber, "a number, 0 for no limit");
}

}  // namespace threadlint::cli
