// The bare address inside brackets or between commas.
#pragma once

#include "mail/mail_note.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace threadlint::mail {

// An '@' with something on both sides.
bool HasAt(std::string_view s);

// Position of the first byte at or behind `pos` that is no byte of a plain ASCII address or a plain
// display name: the short ways of ordinary mail stop there.
size_t SkipAddressBytes(std::string_view s, size_t pos);
size_t SkipNameBytes(std::string_view s, size_t pos);

// `raw` (what stands between "<" and ">", or a bare address) as an address: comments, folding,
// source route, "mailto:", stray quotes and encoded words undone. Empty if it is none; an address
// without '@' is let through if it is one word.
std::string CleanAddress(std::string_view raw, MailNotes& notes);

}  // namespace threadlint::mail
