// Public keys of domains that sign mail (RFC 6376 section 3.6), from a file that the user saved.
#pragma once

#include "util/signature_check.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

struct DkimKey {
  util::SigningKind kind = util::SigningKind::kRsa;
  std::string bytes;         // empty: the domain has taken the key back
  bool sha256 = true;        // h= allows it
  bool mail = true;          // s= allows mail
  bool test = false;         // t=y
  bool same_domain = false;  // t=s: i= may name no subdomain
};

// By "selector._domainkey.domain" in lower case. A name may have several.
using DkimKeys = std::map<std::string, std::vector<DkimKey>, std::less<>>;

// Reads lines such as
//   s1._domainkey.shop.example "v=DKIM1; k=rsa; p=MIIB" "IjAN..."
//   s1._domainkey.shop.example. 300 IN TXT "v=DKIM1; ..."
// a record in parentheses may go over several. Blank lines and what follows '#' or ';' at the start
// of a line are passed over. Throws std::invalid_argument, "name:line: what", for the first error.
void ReadDkimKeys(std::string_view name, std::string_view text, DkimKeys& out);

// One record, "v=DKIM1; k=rsa; p=...". Gives what is wrong with it; empty: nothing.
std::string ReadDkimKey(std::string_view record, DkimKey& out);

}  // namespace threadlint::mail
