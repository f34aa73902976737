// Values as a row of text, for tables of tests.
#pragma once

#include "facts/value.h"

#include <string>
#include <string_view>

namespace threadlint::facts {

// Friday, 8 May 2026, 12:00 UTC.
inline ValueContext MailOfMay(std::string_view language = "") {
  ValueContext context;
  context.written = 1778241600;
  context.language = language;
  return context;
}

// "kind text" each, '|' between; '?' behind what is doubtful.
inline std::string ShownValues(std::string_view text, const ValueContext& context) {
  constexpr std::string_view kKinds[] = {
      "amount", "date",    "time",    "duration", "id",   "phone", "postcode", "email",
      "url",    "measure", "version", "number",   "iban", "card",  "tracking", "percent"};
  std::string out;
  for (const Value& value : ReadValues(text, context)) {
    if (!out.empty()) out += '|';
    out += kKinds[static_cast<size_t>(value.kind)];
    out += ' ';
    out += text.substr(value.begin, value.length);
    if (value.doubtful) out += '?';
  }
  return out;
}

struct ShownRow {
  std::string_view text, values;
};

// The first value of a text; an empty one if it has none.
inline Value FirstValue(std::string_view text, const ValueContext& context) {
  const std::vector<Value> values = ReadValues(text, context);
  return values.empty() ? Value() : values.front();
}

}  // namespace threadlint::facts
