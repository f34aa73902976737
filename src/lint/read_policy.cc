#include "lint/read_policy.h"

#include "lint/redact_tools.h"

#include <fmt/format.h>

#include <stdexcept>

namespace threadlint {
namespace {

std::vector<verdict::Selector> ReadSelectors(const std::vector<std::string>& texts) {
  std::vector<verdict::Selector> out;
  for (const std::string& text : texts)
    if (!verdict::ParseSelector(text, out.emplace_back()))
      throw std::invalid_argument(
          fmt::format("'{}' is not understood; it takes note, warning, error, never, a rule "
                      "(TL101) or a family (TL1)",
                      text));
  return out;
}

}  // namespace

verdict::SeverityTable ReadSeverities(const Options& options) {
  verdict::SeverityTable out;
  for (const std::string& text : options.severity)
    if (!verdict::ParseSeverityRow(text, out.emplace_back()))
      throw std::invalid_argument(fmt::format(
          "'{}' is not understood; it takes RULE=LEVEL, such as TL103=note or TL1=off", text));
  return out;
}

verdict::Policy ReadPolicy(const Options& options) {
  verdict::Policy out;
  out.show = ReadSelectors(options.show);
  out.fail_on = ReadSelectors(options.fail_on);
  if (!verdict::ParseConfidenceFloor(options.min_confidence, out.floor))
    throw std::invalid_argument(
        fmt::format("'{}' is not understood; it takes low, medium, high or a number from 0 to 1",
                    options.min_confidence));
  out.limit = options.limit;
  out.severities = ReadSeverities(options);
  for (const auto& [name, text] : options.suppressions)
    for (verdict::Suppression& entry : verdict::ParseSuppressions(name, text))
      out.suppressions.push_back(std::move(entry));
  out.today = options.today;
  out.narrowed = !options.with.empty() || options.since || options.until;
  if (options.baseline)
    out.baseline = verdict::ParseBaseline(options.baseline->first, options.baseline->second);
  out.redaction.on = options.redact;
  out.redaction.key = options.redact_key;
  out.redaction.in_shape = options.redact_in_shape;
  out.redaction.tools = RedactTools();
  return out;
}

}  // namespace threadlint
