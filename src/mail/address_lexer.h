// Splits an address field into words, quoted strings, comments, brackets and separators.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace threadlint::mail {

enum class AddressTokenKind : uint8_t {
  kWord,     // verbatim
  kQuoted,   // between the quotes, backslashes still in it
  kEncoded,  // one encoded word of RFC 2047, whatever is in it
  kComment,  // between the outer parentheses
  kAngle,    // between "<" and ">"
  kComma,
  kSemicolon,
  kColon,
  kEnd
};

struct AddressToken {
  AddressTokenKind kind = AddressTokenKind::kEnd;
  std::string_view text;  // into the input
  bool space_before = false;
  bool cut_before = false;  // by folding at the line limit, which tears words apart
  size_t position = 0;      // behind the token
};

// Linear: what was not closed once (comment, quotes) is not searched for again and counts as text.
class AddressLexer {
 public:
  // Begins at `pos`; what is before it only tells how long its first line is.
  explicit AddressLexer(std::string_view s, size_t pos = 0) : s_(s), pos_(pos) {}
  AddressToken Next();

 private:
  bool TakeComment(std::string_view& text);
  bool TakeQuoted(std::string_view& text);
  std::string_view TakeAngle();
  std::string_view TakeWord();
  size_t QuoteEnd(size_t pos) const;
  bool IsHardCut(size_t line_end) const;

  std::string_view s_;
  size_t pos_;
  bool comments_closed_ = false;
  bool quotes_closed_ = false;
};

}  // namespace threadlint::mail
