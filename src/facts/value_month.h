// Months by name, and calendar days put together.
#pragma once

#include "facts/value_scan.h"

#include <optional>
#include <string_view>

namespace threadlint::facts::values {

// 1..12; 0: no month's name, or a word that rather is something else ("out", "set", "list").
unsigned MonthOfWord(const Scan& scan, std::string_view word);

// -1: none is stated.
inline constexpr int64_t kNoYear = -1;

// Gives whether there is such a day. Without a year it is the one nearest to the mail's date, or,
// if that is not known, a day of any year.
bool MakeCalendarDay(const Scan& scan, int64_t year, int64_t month, int64_t day, Value& out);
// A whole month: its norm is its own, `number` is its first day.
Value MakeCalendarMonth(int64_t year, unsigned month);

// The year at `at`, of four digits, or two if `short_ones`; moves `at` behind it.
int64_t ReadYear(const Scan& scan, size_t& at, bool short_ones);

}  // namespace threadlint::facts::values
