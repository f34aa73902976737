#include "rules/claim_pairs.h"

#include "facts/topics.h"
#include "rules/objections.h"

#include <algorithm>

namespace threadlint::rules {
namespace {

using facts::FactKind;
using facts::Mark;
using facts::ValueKind;
using facts::WantsValue;

constexpr double kEnough = 0.6;

// The mail of the one says what the other says too.
bool SaysToo(const Statement& one, const Statement& other) {
  return std::ranges::any_of(one.reading->facts, [&](const facts::Fact& fact) {
    return fact.kind == other.fact->kind && fact.state == other.fact->state &&
           fact.thing.head == other.fact->thing.head;
  });
}

// One of the two says when.
bool NamesTime(const Statement& a, const Statement& b) {
  const auto names = [](const Statement& s) {
    return std::ranges::any_of(s.reading->Values(s.sentence()), [](const facts::Value& v) {
      return v.kind == ValueKind::kDate || v.kind == ValueKind::kTime;
    });
  };
  return names(a) || names(b);
}

// "Not in Leeds", "not before Monday", "not against frost": denied for a place, a day or a kind of
// which neither the first sentence nor the customer has spoken.
bool DeniesApart(const PairContext& context, const Statement& a, const Statement& b) {
  if (b.sentence().Is(Mark::kTimed) && !a.sentence().Is(Mark::kTimed)) return true;
  const facts::TextRange thing = b.fact->thing.at;
  return std::ranges::any_of(b.reading->Words(b.sentence()), [&](const facts::Word& w) {
    return w.linked && w.tells() && w.begin >= thing.begin + thing.length &&
           !a.reading->Has(a.sentence(), w.id) && !context.CustomerWrote(w.id, b.entry);
  });
}

// What the two sentences say is told by the rule about policies.
bool DifferAboutARule(const facts::Topics& topics, const Statement& a, const Statement& b) {
  const auto claims = [](const Statement& s, auto what) {
    return std::ranges::any_of(s.reading->facts, [&](const facts::Fact& f) {
      return f.kind == FactKind::kClaim && f.sentence == s.fact->sentence && what(f);
    });
  };
  return claims(a, [&](const facts::Fact& x) {
    return topics.IsPolicy(x.state) && claims(b, [&](const facts::Fact& y) {
             const facts::Passage passage = topics.Between(x.state, y.state);
             return x.what == y.what && (passage == facts::Passage::kImpossible ||
                                         passage == facts::Passage::kReversal);
           });
  });
}

// Nothing is declared about the two, and the customer sets them against each other.
std::optional<Contradiction> CompareObjected(const PairContext& context, const Statement& a,
                                             const Statement& b) {
  const facts::Topics& topics = *context.view().topics;
  if (a.fact->state == b.fact->state ||
      topics.TopicOf(a.fact->state) != topics.TopicOf(b.fact->state))
    return std::nullopt;
  const uint32_t answer = context.NextOfCustomer(b.entry);
  if (answer == kNoEntry || !SameMatter(a, b, 0) || SaysToo(b, a)) return std::nullopt;
  if (b.sentence().Is(Mark::kCause)) return std::nullopt;  // it has become so
  const Objection objection = ObjectsWith(context.view(), answer, a.entry, a.sentence());
  if (objection.words == 0) return std::nullopt;
  Contradiction out = Contradicts(a, b, 0.68);
  out.objected_in = answer;
  out.objection = objection.sentence;
  return out;
}

}  // namespace

std::optional<Contradiction> CompareClaims(const PairContext& context, const Statement& a,
                                           const Statement& b) {
  const facts::Passage passage = context.view().topics->Between(a.fact->state, b.fact->state);
  const bool reversal = passage == facts::Passage::kReversal;
  if (passage == facts::Passage::kOpen) return CompareObjected(context, a, b);
  if (passage != facts::Passage::kImpossible && !reversal) return std::nullopt;
  // A favour that is not said to be for the same thing is one for another.
  if (reversal && (a.fact->thing.words == 0 || b.fact->thing.words == 0))
    return CompareObjected(context, a, b);
  if (a.fact->what != b.fact->what) return std::nullopt;  // dispatched, but not cancelled
  if (context.view().topics->IsWished(b.fact->state) && context.CustomerNamesDay(a, b))
    return std::nullopt;
  if (!SameMatter(a, b, 0)) return std::nullopt;
  // "Not by law, but we will": the mail has both, and the one that it ends with counts.
  if (SaysToo(b, a)) return std::nullopt;
  double confidence = 0.85;
  // Without a name it is taken for what the case is about.
  if (a.fact->thing.words == 0 || b.fact->thing.words == 0) confidence -= 0.1;
  if (reversal) confidence -= 0.1;
  if (context.CustomerChanged(a, b)) confidence -= 0.2;
  if (NamesTime(a, b) && context.CustomerSpokeOfDays(a, b)) confidence -= 0.3;
  if (b.sentence().Is(Mark::kRevised)) confidence -= 0.2;
  if (confidence < kEnough) return std::nullopt;
  Contradiction out = Contradicts(a, b, confidence);
  out.reversal = reversal;
  return out;
}

std::optional<Contradiction> CompareDenials(const PairContext& context, const Statement& a,
                                            const Statement& b) {
  if (a.fact->kind != FactKind::kIs || b.fact->kind != FactKind::kIsNot ||
      a.fact->state != b.fact->state || a.fact->thing.head != b.fact->thing.head)
    return std::nullopt;
  constexpr facts::Wants kWhen = WantsValue(ValueKind::kDate) | WantsValue(ValueKind::kTime);
  if (!SameMatter(a, b, kWhen) || b.sentence().Is(Mark::kRevised)) return std::nullopt;
  const facts::Topics* topics = context.view().topics;
  if (topics != nullptr && DifferAboutARule(*topics, a, b)) return std::nullopt;
  if (SaysToo(b, a) || DeniesApart(context, a, b)) return std::nullopt;
  if (b.sentence().Is(Mark::kCause)) return std::nullopt;  // it has become so
  constexpr double kSure = 0.8, kAsked = 0.65;
  const double confidence = context.CustomerChanged(a, b) ? kAsked : kSure;
  return Contradicts(a, b, confidence);
}

}  // namespace threadlint::rules
