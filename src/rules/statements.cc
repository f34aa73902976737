#include "rules/statements.h"

#include "rules/entry.h"

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

// "Wednesday" is another day in a mail of the next week, and may be meant for the same.
bool SameWeekday(const facts::Value& x, const facts::Value& y) {
  constexpr int64_t kDaysAWeek = 7;
  return x.kind == ValueKind::kDate && (x.number - y.number) % kDaysAWeek == 0;
}

// Both have values of a kind of those, and none is the same.
bool ValuesDiffer(const Statement& a, const Statement& b, facts::Wants kinds) {
  bool in_both = false;
  for (const facts::Value& x : a.reading->Values(a.sentence())) {
    if ((WantsValue(x.kind) & kinds) == 0) continue;
    for (const facts::Value& y : b.reading->Values(b.sentence())) {
      if (x.kind != y.kind) continue;
      if (x.norm == y.norm || SameWeekday(x, y)) return false;
      in_both = true;
    }
  }
  return in_both;
}

// The first says of a place or a person what the second does not: "in Detroit".
bool HasOwnName(const Statement& a, const Statement& b) {
  return std::ranges::any_of(a.reading->Words(a.sentence()), [&](const facts::Word& w) {
    const facts::TextRange thing = a.fact->thing.at;
    const bool named = a.fact->kind == facts::FactKind::kClaim && w.begin >= thing.begin &&
                       w.begin < thing.begin + thing.length;
    return w.capital && w.tells() && (w.linked || named) && !b.reading->Has(b.sentence(), w.id);
  });
}

bool NamesDiffer(const Statement& a, const Statement& b) {
  return HasOwnName(a, b) && HasOwnName(b, a);
}

// Words of the one thing that the other one's sentence does not have.
bool HasMore(const Statement& a, const Statement& b) {
  return std::ranges::any_of(a.reading->Words(a.fact->thing), [&](WordId w) {
    return w != a.fact->thing.head && !b.reading->Has(b.sentence(), w);
  });
}

// "The replacement" is another one, unless the other sentence speaks of it too.
bool IsAnother(const Statement& a, const Statement& b) {
  const facts::Thing& thing = a.fact->thing;
  if (!thing.other && !thing.other_of) return false;
  return std::ranges::any_of(a.reading->Words(a.sentence()), [&](const facts::Word& w) {
    return w.begin >= thing.at.begin && w.begin < thing.at.begin + thing.at.length && !w.vague &&
           !b.reading->Has(b.sentence(), w.id);
  });
}

bool ThingsAgree(const Statement& a, const Statement& b) {
  const facts::Thing& x = a.fact->thing;
  const facts::Thing& y = b.fact->thing;
  if (IsAnother(a, b) || IsAnother(b, a)) return false;
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
    if (reading == nullptr || !IsOfDesk(messages[i].side)) continue;
    size_t left = kMostInAMail;
    for (const facts::Fact& fact : reading->facts) {
      if (fact.kind != kind || left == 0) continue;
      const facts::SentenceReading& s = reading->sentences[fact.sentence];
      // "You can return it" offers, and says what holds.
      facts::Marks but = kind == facts::FactKind::kClaim ? Bit(Mark::kOffer) : 0;
      // "It is available, can I book it?"
      if (fact.stated || kind == facts::FactKind::kStated) but |= Bit(Mark::kQuestion);
      if ((s.marks & kStatesNothing & ~but) != 0 || s.subject) continue;
      if (view.IsOld(messages[i].message, fact.sentence)) continue;
      --left;
      out.push_back({i, reading, &fact});
    }
  }
  return out;
}

bool SameMatter(const Statement& a, const Statement& b, facts::Wants beside) {
  return ThingsAgree(a, b) && !ValuesDiffer(a, b, kNames | beside) && !NamesDiffer(a, b);
}

bool MaySpeakOfTheSame(const Statement& a, const Statement& b) {
  return !ValuesDiffer(a, b, kNames) && !NamesDiffer(a, b);
}

size_t SharedWords(const Statement& a, const Statement& b) {
  const auto in_value = [&](const facts::Word& w) {
    return std::ranges::any_of(a.reading->Values(a.sentence()), [&](const facts::Value& v) {
      return w.begin >= v.begin && w.begin < v.begin + v.length;
    });
  };
  size_t out = 0;
  for (const facts::Word& w : a.reading->Words(a.sentence()))
    if (w.tells() && b.reading->Has(b.sentence(), w.id) && !in_value(w)) ++out;
  return out;
}

bool States(const facts::SentenceReading& sentence) {
  return (sentence.marks & kStatesNothing) == 0 && !sentence.subject;
}

}  // namespace threadlint::rules
