// Words that stand by numbers and say what they number.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::mail {

enum class NumberWord : uint8_t {
  kNone,
  kMatter,    // order, invoice, booking, claim, shipment, return, case
  kStanding,  // customer, account, contract, policy: one for many matters
  kNumber,    // "no.", "Nr.", "numero": says only that a number follows
  kPhone,
  kOther,  // tax, bank, post code, article, meter: no number of a matter
  kUnit,   // behind an amount: "EUR", "kWh"
};

// By the whole word or its beginning (folded).
NumberWord NumberWordOf(std::string_view folded_word);

}  // namespace threadlint::mail
