// Text taken apart at its blanks, for the numbers in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// A word between blanks, with its outer punctuation in place.
struct NumberChunk {
  static constexpr uint8_t kDigit = 1;    // 0 to 9
  static constexpr uint8_t kAddress = 2;  // a sign that addresses have
  static constexpr uint8_t kMoney = 4;    // a sign of money, or outside ASCII, as many of them are

  std::string_view text;
  bool after_gap = false;   // an empty line stands before it
  bool after_line = false;  // a line end stands before it
  uint8_t kinds = 0;        // of its characters

  bool HasDigit() const { return (kinds & kDigit) != 0; }
  bool HasMoneySign() const;
  // Of a page, a mailbox or a file; the id of a mail.
  bool IsAddress() const;
};

std::vector<NumberChunk> ReadNumberChunks(std::string_view text);

// What people write for "number" before one, as '#'; wide blanks as ' '.
std::string WithPlainSigns(std::string_view text);

}  // namespace threadlint::mail
