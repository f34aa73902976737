// Numbers of orders, bookings, claims and the like, by which a mail says what it is about.
#pragma once

#include "cases/strong_links.h"
#include "util/civil_time.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace threadlint::cases {

inline constexpr int64_t kDay = util::kSecondsPerDay;
// A mail that comes so long after the last one may be about something else.
inline constexpr int64_t kOldAfter = 14 * kDay;

// Those that the mail names itself, in its text and in its subject; not those of a customer or a
// contract, which many matters share. A number may come twice.
std::vector<std::string> NumbersNamed(const Known& known, MessageIndex i);

// The mail names a thing, and none of those that its thread is about.
bool NamesAnotherThing(const mail::LinkReading& reading, std::span<const std::string> of_thread);

}  // namespace threadlint::cases
