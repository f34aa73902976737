// One mail address with the name it was given.
#pragma once

#include <string>

namespace threadlint::mail {

// An RFC 5322 mailbox. Addresses are kept as written (a token may be case-sensitive) apart from
// comments and folding white space, which are taken out.
struct Mailbox {
  std::string name;     // display name, decoded to UTF-8; empty if none
  std::string address;  // local-part@domain; never empty; may lack '@' in broken mail
  bool operator==(const Mailbox&) const = default;
};

}  // namespace threadlint::mail
