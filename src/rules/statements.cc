#include "rules/statements.h"

#include "rules/asks.h"

#include <algorithm>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::Mark;
using facts::ValueKind;
using facts::WantsValue;
using facts::WordId;

constexpr facts::Marks kStatesNothing = Bit(Mark::kConditional) | Bit(Mark::kQuestion) |
                                        Bit(Mark::kOffer) | Bit(Mark::kReported) |
                                        Bit(Mark::kCourtesy) | Bit(Mark::kStanding);

// Values that say which thing is meant.
constexpr facts::Wants kNames = WantsValue(ValueKind::kIdentifier) |
                                WantsValue(ValueKind::kTracking) | WantsValue(ValueKind::kIban) |
                                WantsValue(ValueKind::kCardTail) | WantsValue(ValueKind::kEmail) |
                                WantsValue(ValueKind::kVersion) | WantsValue(ValueKind::kPostcode);

// Both have values of a kind of those, and none is the same.
bool ValuesDiffer(const Statement& a, const Statement& b, facts::Wants kinds) {
  bool in_both = false;
  for (const facts::Value& x : a.reading->Values(a.sentence())) {
    if ((WantsValue(x.kind) & kinds) == 0) continue;
    for (const facts::Value& y : b.reading->Values(b.sentence())) {
      if (x.kind != y.kind) continue;
      if (x.norm == y.norm) return false;
      in_both = true;
    }
  }
  return in_both;
}

// Both sentences have names of their own, and none is the same.
bool NamesDiffer(const Statement& a, const Statement& b) {
  bool in_a = false, in_b = false, same = false;
  for (const facts::Word& x : a.reading->Words(a.sentence())) {
    if (!x.capital || x.instance) continue;
    in_a = true;
    same = same || b.reading->Has(b.sentence(), x.id);
  }
  for (const facts::Word& y : b.reading->Words(b.sentence())) {
    if (!y.capital || y.instance) continue;
    in_b = true;
    same = same || a.reading->Has(a.sentence(), y.id);
  }
  return in_a && in_b && !same;
}

// Words of the one thing that the other one's sentence does not have.
bool HasMore(const Statement& a, const Statement& b) {
  return std::ranges::any_of(a.reading->Words(a.fact->thing), [&](WordId w) {
    return w != a.fact->thing.head && !b.reading->Has(b.sentence(), w);
  });
}

bool ThingsAgree(const Statement& a, const Statement& b) {
  const facts::Thing& x = a.fact->thing;
  const facts::Thing& y = b.fact->thing;
  if (x.other || y.other || x.other_of || y.other_of) return false;
  if (x.words == 0 || y.words == 0) return true;  // of what the case is about
  if (x.head != y.head && !b.reading->Has(b.sentence(), x.head) &&
      !a.reading->Has(a.sentence(), y.head))
    return false;
  // "The delivery fee" and "the cancellation fee": each says more than the other.
  return !HasMore(a, b) || !HasMore(b, a);
}

}  // namespace

std::vector<Statement> FindStatements(const CaseView& view, facts::FactKind kind) {
  constexpr size_t kMostInAMail = 50;
  std::vector<Statement> out;
  const auto messages = view.messages();
  for (uint32_t i = 0; i < messages.size(); ++i) {
    const facts::Reading* reading = view.reading(messages[i].message);
    if (reading == nullptr || (messages[i].side != Side::kAgent && messages[i].side != Side::kAuto))
      continue;
    size_t left = kMostInAMail;
    for (const facts::Fact& fact : reading->facts) {
      if (fact.kind != kind || left == 0) continue;
      const facts::SentenceReading& s = reading->sentences[fact.sentence];
      if ((s.marks & kStatesNothing) != 0 || s.subject) continue;
      if (view.IsOld(messages[i].message, fact.sentence)) continue;
      --left;
      out.push_back({i, reading, &fact});
    }
  }
  return out;
}

bool SameMatter(const Statement& a, const Statement& b, facts::Wants but) {
  return ThingsAgree(a, b) && !ValuesDiffer(a, b, kNames & ~but) && !NamesDiffer(a, b);
}

}  // namespace threadlint::rules
