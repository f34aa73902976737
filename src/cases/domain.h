// Which domains belong to one organisation.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::cases {

// The part behind the last '@', ASCII lower case; empty without one.
std::string DomainOf(std::string_view address);

// The registrable domain: the label before the public suffix, and that suffix. A short table of
// two-label suffixes (co.uk, com.au, …) stands in for the public suffix list: what it does not
// know is taken as a one-label suffix, which joins too much only below such a suffix.
std::string OrganisationOf(std::string_view domain);

// Domains where everybody can have an address: never a help desk by themselves.
bool IsFreeMail(std::string_view domain);

}  // namespace threadlint::cases
