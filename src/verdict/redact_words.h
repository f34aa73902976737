// Words that stand in names and are words of the language too.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::verdict {

enum class NameWord : uint8_t {
  kName,     // masked wherever it stands
  kGuarded,  // a word of the language too ("will", "rose"), or very short: only where a name stands
  kCalendar,  // a month or a day ("june"): only behind a greeting or a title
  kNever,     // "the", "support": says nothing of anybody
};

// `folded`: one word in lower case without accents.
NameWord ClassOf(std::string_view folded);

bool IsTitle(std::string_view folded);     // "mrs": a name follows
bool IsGreeting(std::string_view folded);  // "dear": a name may follow
bool IsRelative(std::string_view folded);  // "neighbour": a name may follow
bool IsParticle(std::string_view folded);  // "van": stands within names
// Part of the local part of an address that names a function: "noreply", "claims".
bool IsFunction(std::string_view folded);

}  // namespace threadlint::verdict
