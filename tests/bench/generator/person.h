#pragma once

#include "prng.h"

#include <string>
#include <string_view>

namespace threadlint::bench {

struct Person {
  std::string first, last, address, street, town, phone;
  std::string host;  // of the address
  int zone_minutes = 0;

  std::string Name() const { return first + ' ' + last; }
};

// The customer with this number: a made-up name, and an address of his own domain. The big mail
// providers have none in example.*, and a domain that many write from would pass for a company.
Person Customer(uint64_t seed, uint64_t number);
// A name for somebody who answers at a desk.
std::string AgentName(Prng& prng);

}  // namespace threadlint::bench
