#include "cli/shown_options.h"

#include "verdict/confidence.h"
#include "verdict/selector.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace threadlint::cli {
namespace {

std::vector<std::string> ReadSelectors(const config::Values& values, std::string_view option) {
  std::vector<std::string> out = values.CommaList(option);
  for (const std::string& text : out) {
    verdict::Selector selector;
    if (!verdict::ParseSelector(text, selector))
      throw std::invalid_argument(fmt::format(
          "--{}: '{}' is not understood; it takes note, warning, error, never, a rule (TL101) or a "
          "family (TL1)",
          option, text));
  }
  return out;
}

std::string ReadMinConfidence(const config::Values& values, const config::Settings& settings) {
  constexpr std::string_view kName = "min-confidence";
  const bool set = !values.Has(kName) && settings.min_confidence.has_value();
  const std::string text = set ? settings.min_confidence->text : values.Text(kName);
  verdict::ConfidenceFloor floor;
  if (verdict::ParseConfidenceFloor(text, floor)) return text;
  const std::string wrong = fmt::format(
      "'{}' is not understood; it takes low, medium, high or a number from 0 to 1", text);
  if (set)
    throw config::SettingsError(settings.path, settings.min_confidence->line,
                                fmt::format("{}: {}", kName, wrong));
  throw std::invalid_argument(fmt::format("--{}: {}", kName, wrong));
}

uint64_t ReadLimit(const config::Values& values) {
  const std::string text = values.Text("limit");
  uint64_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::invalid_argument(
        fmt::format("--limit: '{}' is not understood; it takes a number, 0 for no limit", text));
  return limit;
}

}  // namespace

void ReadShown(const config::Values& values, const config::Settings& settings, Options& out) {
  out.show = ReadSelectors(values, "show");
  out.fail_on = ReadSelectors(values, "fail-on");
  out.min_confidence = ReadMinConfidence(values, settings);
  out.limit = ReadLimit(values);
}

}  // namespace threadlint::cli
