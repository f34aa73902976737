// What a run of letters, digits and dashes can number, by its form alone.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::mail {

enum class NumberShape : uint8_t {
  kNone,     // no reference number: dates, years, phone numbers, standards, words
  kTelling,  // believed anywhere: "102-5239268-9612243", "2024-7118818", "ORD-68840225"
  kPlain,    // 6 to 12 digits: believed unless what stands around says otherwise
  kNeedsLabel,
};

// `text`: letters, digits, '-', '/', '_'; as written.
NumberShape ShapeOf(std::string_view text);

}  // namespace threadlint::mail
