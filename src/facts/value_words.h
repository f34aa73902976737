// Words without digits that say a value, or begin one.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::facts::values {

enum class WordKind : uint8_t {
  kNone,
  kWeekday,  // number: 0 Sunday .. 6 Saturday
  kDay,      // number: days from the mail's own
  kNumber,   // "ten"
  kArticle,  // "a", "an": one, in "within an hour"
  kHalf,
  kHour,  // "noon": number is the hour
};

struct WordMeaning {
  WordKind kind = WordKind::kNone;
  int number = 0;
  char language = '\0';  // where the word means something else elsewhere: 'd', 'f', 's'
};

// A quick no for nearly all words.
bool MaySayValue(std::string_view word, bool ascii);
// `folded` as FoldedWord gives it.
WordMeaning MeaningOf(std::string_view folded);

}  // namespace threadlint::facts::values
