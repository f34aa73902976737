// What must stand in every text that a pattern matches, so that most patterns need no search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::util {

// Before or behind a literal: no word of ASCII letters, digits and '_' runs over that place.
inline constexpr char kWordEdge = '\b';

// One of these stands in the text. ASCII letters are small, whatever their case in the pattern.
using LiteralClause = std::vector<std::string>;

// Each of these clauses holds of every text in which the pattern finds something; none if nothing
// is known. Pattern as in util/regex_set.h; what that leaves open gives no clauses.
// `ignore_case`: of bytes outside ASCII nothing is known then.
std::vector<LiteralClause> RequiredLiterals(std::string_view pattern, bool ignore_case);

// About how often one of them stands in a text.
double FrequencyOf(const LiteralClause& clause);

}  // namespace threadlint::util
