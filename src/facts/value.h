// Values that a text states: amounts, dates, numbers of orders, phones, measures. Each has a normal
// form, so that values that are written differently can be found equal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace threadlint::facts {

enum class ValueKind : uint8_t {
  kAmount,  // of money
  kDate,    // a day, or a day of every year ("3 May") if the mail's date is not known
  kTime,    // of day
  kDuration,
  kIdentifier,  // order, claim, serial and part numbers, number plates, UUIDs
  kPhone,
  kPostcode,
  kEmail,
  kUrl,
  kMeasure,  // number and unit
  kVersion,
  kNumber,
  kIban,
  kCardTail,  // "ending 4471", "xxxx8810"
  kTracking,  // of a parcel, in a carrier's form with its check digit right
  kPercent,
};

struct Value {
  ValueKind kind = ValueKind::kNumber;
  uint32_t begin = 0, length = 0;  // bytes of the text
  // Equal for equal values of a kind, however written; the same in every run. Numbers, identifiers,
  // tracking numbers, IBANs and tails of cards share one form (digits and capitals): "4471" is one
  // value whatever it was taken for. Phones compare by their last nine digits, with or without the
  // prefix of the country. Durations and measures compare across units, working days apart.
  uint64_t norm = 0;
  uint32_t unit = 0;  // UnitHash() of unit or currency; 0: none, or not stated
  // Amount: in hundredths. Date: days since 1970-01-01. Time: seconds since midnight. Duration:
  // seconds; of "3-5 days" the longer. Measure, percentage, number: in thousandths. Otherwise 0.
  int64_t number = 0;
  bool doubtful = false;  // can be read otherwise too: "03/04/2026", "$" of many countries
};

// The mail that the text is of.
struct ValueContext {
  std::optional<int64_t> written;  // seconds since 1970-01-01T00:00:00Z; for "tomorrow", "3 May"
  int32_t zone_seconds = 0;        // the writer's clock, east of UTC
  // "en", "de", ...; empty: not known. Tells decimal signs ("1.840 kg"), and words that other
  // languages have too ("hier"). "en-US" has the month first; all others the day.
  std::string_view language;
};

// More are a table or a log, and no statement.
inline constexpr size_t kMostValues = 512;

// In the order in which they stand; none overlap. `text`: UTF-8. Linear.
std::vector<Value> ReadValues(std::string_view text, const ValueContext& context);

// FNV-1a with a last mix: small, and the same in every run and on every machine.
constexpr uint64_t StableHash(std::string_view bytes) {
  uint64_t hash = 0xCBF29CE484222325;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3;
  }
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93;
  hash ^= hash >> 32;
  return hash;
}

// Of the unit's symbol ("V", "kg", "GB") or the currency's ISO 4217 code ("GBP").
constexpr uint32_t UnitHash(std::string_view unit) {
  return static_cast<uint32_t>(StableHash(unit));
}

}  // namespace threadlint::facts
