// The mails of a mailbox in memory.
#pragma once

#include "fuzz/memory_stream.h"
#include "source/framing.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::fuzz {

// Scans in stretches of `length` bytes (0: one) and joins; asks that header blocks given to the
// sink stand in the bytes.
source::Framing Frame(std::string_view bytes, source::Format format, uint64_t length);

// Each with its quoting undone.
std::vector<std::string> MailsOf(std::string_view bytes, const source::Framing& framing);

}  // namespace threadlint::fuzz
