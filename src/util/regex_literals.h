// What must stand in every text that a pattern matches, so that most patterns need no search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::util {

// Before or behind a literal: no word of ASCII letters, digits and '_' runs over that place.
inline constexpr char kWordEdge = '\b';

// In a literal: any digit. So much is known of "\d{7}".
inline constexpr char kDigit = '0';

// One of these stands in the text. ASCII letters are small, whatever their case in the pattern, and
// all digits are kDigit.
using LiteralClause = std::vector<std::string>;

struct LiteralWay {
  // All of these hold of the text; nothing is known if there are none.
  std::vector<LiteralClause> clauses;
  // The match begins with one of the first clause's.
  bool begins = false;
  bool operator==(const LiteralWay&) const = default;
};

// Of every text in which the pattern finds something one of these ways holds. Pattern as in
// util/regex_set.h: where that leaves something open nothing is known.
std::vector<LiteralWay> RequiredLiterals(std::string_view pattern, bool ignore_case);

// About how often one of them stands in a text.
double FrequencyOf(const LiteralClause& clause);

}  // namespace threadlint::util
