// Who is meant by an address.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::cases {

// The address of a person without what he may add to it himself: ASCII lower case, a "+tag" taken
// out (RFC 5233). Two addresses with the same key are one person's.
std::string PersonKey(std::string_view address);

// Local parts that say that nobody reads the answer: no-reply, donotreply, mailer-daemon and their
// spellings, in several languages.
bool IsNoReply(std::string_view address);

// Local parts that organisations answer customers from: support, help, kundenservice, atencion.
// Words at their beginning, in several languages.
bool IsDeskName(std::string_view address);

}  // namespace threadlint::cases
