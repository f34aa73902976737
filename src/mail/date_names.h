// Names in dates: months of many languages, time zones.
#pragma once

#include <optional>
#include <string_view>

namespace threadlint::mail {

struct MonthName {
  int month = 0;            // 1..12; 0: no month
  bool may_be_day = false;  // "mar" is Tuesday in French, Spanish, Italian and Romanian too
};

// Month for a name in any case, whole or cut to three letters or more, with or without accents and
// final dot; UTF-8.
MonthName FindMonth(std::string_view word);

// Month for "Jan" .. "Dec" in any case; 0 for anything else.
int FindEnglishMonth(std::string_view three);

// Minutes east of UTC for a zone name in any case: RFC 5322 section 4.3 and names in common use
// that mean one zone. Nothing for unknown and ambiguous names (IST is India, Ireland and Israel)
// and for military letters other than Z, which senders used with both signs.
std::optional<int> FindZone(std::string_view name);

}  // namespace threadlint::mail
