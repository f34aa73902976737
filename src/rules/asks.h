// What the desk asks for in a case, mail by mail.
#pragma once

#include "facts/reading.h"
#include "rules/entry.h"

#include <threadlint/rule.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace threadlint::rules {

// One thing that one mail of the desk asks for.
struct Ask {
  uint32_t entry = 0;  // into CaseView::messages()
  const facts::Reading* reading = nullptr;
  const facts::Fact* fact = nullptr;
  bool verifies = false;  // asked in order to see who is writing
  bool earnest = true;    // it is asked for, here and now, and no other one of its kind

  std::span<const facts::WordId> words() const { return reading->Words(fact->thing); }
};

// Of one mail; a longer list of requests says nothing more.
inline constexpr size_t kMostAsks = 50;

// What people of the desk ask for, in the order of the case. Not earnest is what asks for nothing,
// or for something else than it seems to: conditions, offers, courtesy, read-backs, another one of
// the same kind, a second try with its reason, more of what the same mail thanks for, sentences
// that were there before.
std::shared_ptr<const std::vector<Ask>> FindAsks(const CaseView& view);

// Both name the same thing.
bool SameThing(const facts::Reading& a, const facts::Thing& x, const facts::Reading& b,
               const facts::Thing& y);

// The mail of that request or denial says in another sentence that its writer has the thing.
bool Acknowledges(const facts::Reading& reading, const facts::Fact& but);

// Words of a sentence that tell one thing from another, each once. The second adds them to `out`.
std::vector<facts::WordId> TellingWords(const facts::Reading& reading,
                                        const facts::SentenceReading& s);
void AddTellingWords(const facts::Reading& reading, const facts::SentenceReading& s,
                     std::vector<facts::WordId>& out);

// Words that stand in both, and those that stand in either.
struct Overlap {
  size_t both = 0, either = 0;
};
Overlap Compare(std::span<const facts::WordId> a, std::span<const facts::WordId> b);

}  // namespace threadlint::rules
