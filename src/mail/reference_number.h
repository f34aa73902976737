// Numbers of orders, invoices, bookings, claims and cases, as people write them.
#pragma once

#include "mail/link_reading.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// The most a reading carries; a mail with more is a list, and names no one matter.
inline constexpr size_t kMostNumbers = 64;

// Appends the numbers in `text` (UTF-8) that `out` does not have yet, up to kMostNumbers in all; a
// known one becomes labelled if it is so here. Linear.
void AddNumbers(std::string_view text, bool quoted, std::vector<ReferenceNumber>& out);

}  // namespace threadlint::mail
