#include "cli/shown_options.h"

#include <fmt/format.h>

#include <stdexcept>

namespace threadlint::cli {
namespace {

std::vector<verdict::Selector> ReadSelectors(const config::Values& values,
                                             std::string_view option) {
  std::vector<verdict::Selector> out;
  for (const std::string& text : values.CommaList(option)) {
    verdict::Selector selector;
    if (!verdict::ParseSelector(text, selector))
      throw std::invalid_argument(fmt::format(
          "--{}: '{}' is not understood; it takes note, warning, error, never, a rule (TL101) or a "
          "family (TL1)",
          option, text));
    out.push_back(selector);
  }
  return out;
}

}  // namespace

verdict::ConfidenceFloor ReadMinConfidence(const config::Values& values,
                                           const config::Settings& settings) {
  constexpr std::string_view kName = "min-confidence";
  const bool set = !values.Has(kName) && settings.min_confidence.has_value();
  const std::string text = set ? settings.min_confidence->text : values.Text(kName);
  verdict::ConfidenceFloor floor;
  if (verdict::ParseConfidenceFloor(text, floor)) return floor;
  const std::string wrong = fmt::format(
      "'{}' is not understood; it takes low, medium, high or a number from 0 to 1", text);
  if (set)
    throw config::SettingsError(settings.path, settings.min_confidence->line,
                                fmt::format("{}: {}", kName, wrong));
  throw std::invalid_argument(fmt::format("--{}: {}", kName, wrong));
}

verdict::Shown ReadShown(const config::Values& values, const config::Settings& settings) {
  return {ReadSelectors(values, "show"), ReadSelectors(values, "fail-on"),
          ReadMinConfidence(values, settings)};
}

}  // namespace threadlint::cli
