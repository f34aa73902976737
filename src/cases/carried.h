// What one mail carries for the desk to find its case by.
#pragma once

#include "cases/strong_links.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace threadlint::cases {

struct CarriedToken {
  uint32_t family = 0;
  TokenIndex token = kNoToken;  // as TokenFacts::kept has it
  bool visible = false;         // stands where an answer takes it along: address, subject, text
  bool in_header = false;       // address or subject: it takes it along by itself
  bool in_address = false;
  std::string_view field;  // header field it stands in; empty: the text
};

struct Carried {
  std::vector<CarriedToken> tokens;  // one a family: what is visible before what is not

  const CarriedToken* OfFamily(uint32_t family) const {
    for (const CarriedToken& t : tokens)
      if (t.family == family) return &t;
    return nullptr;
  }
  bool Has(TokenIndex token) const {
    for (const CarriedToken& t : tokens)
      if (t.token == token && t.visible) return true;
    return false;
  }
  bool HasInHeader(TokenIndex token) const {
    for (const CarriedToken& t : tokens)
      if (t.token == token && t.in_header) return true;
    return false;
  }
  bool HasAddressToken() const {
    for (const CarriedToken& t : tokens)
      if (t.in_address) return true;
    return false;
  }
};

// Of a mail of the desk: what its answers will carry. Of a customer's: what it carries, quoted text
// included, since desks look there too. Tokens that do not group are none.
Carried ReadCarried(const Known& known, MessageIndex message);

// Where that very token stands in the mail, the place that people see best; nothing if it does not
// stand there.
std::optional<CarriedToken> WhereCarried(const Known& known, MessageIndex message,
                                         TokenIndex token);

}  // namespace threadlint::cases
