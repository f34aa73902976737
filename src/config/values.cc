#include "config/values.h"

#include "util/ascii.h"

#include <fmt/format.h>

#include <utility>

namespace threadlint::config {
std::string_view Name(Layer layer) {
  switch (layer) {
    case Layer::kDefault:
      return "default";
    case Layer::kFile:
      return "file";
    case Layer::kEnvironment:
      return "environment";
    case Layer::kCommandLine:
      break;
  }
  return "command line";
}

std::string Describe(const Origin& origin) {
  if (origin.layer == Layer::kFile) return origin.place;
  std::string out(Name(origin.layer));
  if (origin.layer == Layer::kEnvironment) out += ' ' + origin.place;
  return out;
}

std::string Where(std::string_view option, const Origin& origin) {
  switch (origin.layer) {
    case Layer::kFile:
      return fmt::format("{}: {}", origin.place, option);
    case Layer::kEnvironment:
      return origin.place;
    case Layer::kDefault:
    case Layer::kCommandLine:
      break;
  }
  return fmt::format("--{}", option);
}

ValueError::ValueError(std::string_view option, const Origin& origin, std::string_view what)
    : std::invalid_argument(fmt::format("{}: {}", Where(option, origin), what)) {}

void NormalizeFlag(const Option& option, Value& value) {
  if (value.text == "1" || util::EqualsIgnoreCase(value.text, "true")) {
    value.text = "true";
  } else if (value.text == "0" || util::EqualsIgnoreCase(value.text, "false")) {
    value.text = "false";
  } else {
    throw ValueError(
        option.name, value.origin,
        fmt::format("'{}' is not understood; it takes true, false, 1 or 0", value.text));
  }
}

void Values::Set(std::string_view name, std::vector<Value> values) {
  values_.insert_or_assign(std::string(name), std::move(values));
}

void Values::Set(std::string_view name, std::vector<std::string> values) {
  std::vector<Value> out;
  out.reserve(values.size());
  for (std::string& text : values) out.push_back({std::move(text), {}});
  Set(name, std::move(out));
}

void Values::Remove(std::string_view name) {
  if (const auto at = values_.find(name); at != values_.end()) values_.erase(at);
}

const std::vector<Value>* Values::Given(std::string_view name) const {
  const auto at = values_.find(name);
  return at == values_.end() ? nullptr : &at->second;
}

bool Values::Has(std::string_view name) const {
  const std::vector<Value>* given = Given(name);
  return given != nullptr && !given->empty();
}

Value Values::Last(std::string_view name) const {
  if (Has(name)) return Given(name)->back();
  return {std::string(FindOption(name)->fallback), {Layer::kDefault, {}}};
}

std::string Values::Text(std::string_view name) const { return Last(name).text; }

std::vector<Value> Values::All(std::string_view name) const {
  const Option& option = *FindOption(name);
  std::vector<Value> given;
  if (Has(name)) {
    given = *Given(name);
  } else if (!option.fallback.empty()) {
    given.push_back(Last(name));
  }
  if (!option.Is(kCommas)) return given;
  std::vector<Value> out;
  for (const Value& value : given)
    for (std::string& item : SplitCommas(value.text))
      out.push_back({std::move(item), value.origin});
  return out;
}

std::vector<std::string> Values::List(std::string_view name) const {
  if (!Has(name)) {
    const std::string_view fallback = FindOption(name)->fallback;
    return fallback.empty() ? std::vector<std::string>() : std::vector{std::string(fallback)};
  }
  std::vector<std::string> out;
  for (const Value& value : *Given(name)) out.push_back(value.text);
  return out;
}

std::vector<std::string> Values::CommaList(std::string_view name) const {
  std::vector<std::string> out;
  for (const std::string& value : List(name))
    for (std::string& item : SplitCommas(value)) out.push_back(std::move(item));
  return out;
}

void Values::Reject(std::string_view name, const Value& value, std::string_view takes) {
  throw ValueError(name, value.origin,
                   fmt::format("'{}' is not understood; it takes {}", value.text, takes));
}

}  // namespace threadlint::config
