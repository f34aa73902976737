// Signs of help-desk software on a mail besides its tokens: header fields only it writes, forms of
// its message ids, domains it sends from. A vendor is named only where one of these stands.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::mail {

using VendorSet = uint64_t;  // a bit for each vendor of the table

// By field name (any case) and value; 0 for nearly all fields, told by name alone, fast.
VendorSet VendorsOfHeader(std::string_view name, std::string_view value);
VendorSet VendorsOfId(std::string_view message_id);  // without angle brackets
VendorSet VendorsOfAddress(std::string_view address);

// The set with one vendor's bit, by the name that TokenScheme::vendor has; 0 if it has no sign.
VendorSet VendorNamed(std::string_view vendor);
// Name of the vendor with the lowest bit in the set; empty for 0.
std::string_view FirstVendor(VendorSet vendors);

// A field whose value the token catalogue looks at (TokenPlace::kHeader of the built-in rows).
bool HoldsToken(std::string_view header_name);

}  // namespace threadlint::mail
