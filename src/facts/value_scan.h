// What the readers of values have in common: the text, words around a place, numbers as written.
#pragma once

#include "facts/value.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace threadlint::facts::values {

// No reader looks further than this from where it begins: the whole stays linear.
inline constexpr size_t kReach = 96;

struct Scan {
  std::string_view text;
  const ValueContext& context;
  size_t floor = 0;             // where the last value ends: no value begins before
  const Value* last = nullptr;  // that value

  char At(size_t at) const { return at < text.size() ? text[at] : '\0'; }
  bool Stands(size_t at, std::string_view what) const {
    return at <= text.size() && text.substr(at).starts_with(what);
  }
};

// Bytes of the blank at `at` (wide ones too, no line end); 0: none stands there.
size_t BlankLength(const Scan& scan, size_t at);
// Behind the blanks at `at`, of which one may be a line end.
size_t SkipBlanks(const Scan& scan, size_t at);
// Where the blanks before `at` begin, of which one may be a line end.
size_t BlanksBefore(const Scan& scan, size_t at);
// Bytes of a hyphen, dash or minus at `at`; 0: none.
size_t DashLength(const Scan& scan, size_t at);
// Behind the dash at `at` with blanks around it, or `at` if there is none.
size_t SkipDash(const Scan& scan, size_t at);

// Bytes of the letter at, or before, `at`; 0: none. Letters are those of ASCII and what UTF-8 has
// but for signs and punctuation.
size_t LetterLength(std::string_view text, size_t at);
size_t LetterBefore(std::string_view text, size_t at);
// The letters from, or up to, `at`, as far as kReach.
std::string_view WordAt(const Scan& scan, size_t at);
std::string_view WordBefore(const Scan& scan, size_t at);
// The word that stands before `at`, blanks between; ':' and "#" too if `signs`. Empty: none.
std::string_view PreviousWord(const Scan& scan, size_t at, bool signs = false);

// A word in lower case without the accents of Western Europe; empty if it is too long or has other
// letters.
class FoldedWord {
 public:
  explicit FoldedWord(std::string_view word);
  std::string_view Text() const { return {text_.data(), size_}; }

 private:
  std::array<char, 24> text_;
  size_t size_ = 0;
};

bool IsOneOf(std::string_view word, std::string_view blank_separated);
// The same of the word's folded form.
bool IsFoldedOneOf(std::string_view word, std::string_view blank_separated);

// Languages that write "1.234,56".
bool UsesDecimalComma(const Scan& scan);

// "1,840.00", "1.840,00", "1'840", "19,90", "61340"
struct Figure {
  size_t begin = 0, end = 0;
  int64_t thousandths = 0;
  size_t whole_digits = 0;  // before the decimal sign
  size_t decimals = 0;
  bool plain = true;      // digits alone
  bool grouped = false;   // has signs between thousands
  bool doubtful = false;  // "1.840": thousands or decimals
  bool valid = false;     // false: too long, or more signs than a number has ("4.2.1")
};
// At a digit. `spaces`: groups may be parted by ordinary blanks.
Figure ReadFigure(const Scan& scan, size_t at, bool spaces = false);
// For amounts: "1.840" is no 1.84.
int64_t ThousandthsOfMoney(const Figure& figure);

// Digits alone at `at`; -1 if none or more than 18. Moves `at` behind them.
int64_t ReadDigits(const Scan& scan, size_t& at);
size_t CountDigits(const Scan& scan, size_t at);

// Letters in capitals and digits of `text`, for norms.
uint64_t NormOfIdentifier(std::string_view text);

Value MakeValue(ValueKind kind, size_t begin, size_t end, uint64_t norm);

}  // namespace threadlint::facts::values
