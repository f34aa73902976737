#include "cases/matter_numbers.h"

#include "cases/title.h"

#include <algorithm>

namespace threadlint::cases {

std::vector<std::string> NumbersNamed(const Known& known, MessageIndex i) {
  std::vector<std::string> out;
  if (const mail::LinkReading* reading = known.Reading(i))
    for (const mail::ReferenceNumber& n : reading->numbers)
      if (!n.quoted && !n.standing) out.push_back(n.value);
  for (mail::ReferenceNumber& n :
       mail::NumbersIn(SubjectWithoutTokens(known.mail, known.tokens, i)))
    out.push_back(std::move(n.value));
  return out;
}

bool NamesAnotherThing(const mail::LinkReading& reading, std::span<const std::string> of_thread) {
  bool fresh = false;
  for (const mail::ReferenceNumber& n : reading.numbers) {
    if (n.quoted) continue;
    if (std::ranges::find(of_thread, n.value) != of_thread.end()) return false;
    fresh |= n.labelled && !n.standing;
  }
  return fresh;
}

}  // namespace threadlint::cases
