#include "rules/objected_sentences.h"

#include "rules/entry.h"
#include "rules/objections.h"
#include "rules/value_pairs.h"

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_map>

namespace threadlint::rules {
namespace {

using facts::Mark;

// Both name a value of one kind, and not the same: then it is that which differs.
bool ValuesDiffer(const Statement& a, const Statement& b) {
  for (const facts::Value& x : a.reading->Values(a.sentence()))
    for (const facts::Value& y : b.reading->Values(b.sentence()))
      if (x.kind == y.kind && x.norm != y.norm && KindOfValue(x.kind)) return true;
  return false;
}

// In long sentences a few words are the same by chance.
bool IsFarFrom(const Statement& a, const Statement& b, size_t shared) {
  constexpr size_t kOneIn = 9;
  return kOneIn * shared < std::min(a.sentence().words, b.sentence().words);
}

// What applies to everybody, not what became of one thing.
bool IsPolicy(const Statement& a, const Statement& b) {
  return a.sentence().Is(Mark::kRule) && b.sentence().Is(Mark::kRule);
}

class Finder {
 public:
  Finder(const PairContext& context, StatementKind kind, Later later)
      : context_(context), kind_(kind), later_(later) {}

  std::vector<Contradiction> Run() {
    const auto messages = context_.messages();
    std::vector<Contradiction> out;
    for (uint32_t c = 1; c < messages.size(); ++c) {
      if (messages[c].side != Side::kCustomer || context_.reading(c) == nullptr) continue;
      uint32_t desk = c;
      while (desk-- > FirstBefore(c))
        if (messages[desk].side != Side::kCustomer) break;
      if (desk >= c || !context_.IsDesk(desk) || !context_.Concerns(desk, c)) continue;
      if (context_.Admits(desk) != (later_ == Later::kAdmits)) continue;
      if (auto found = Objected(c, desk)) out.push_back(*found);
    }
    return out;
  }

 private:
  std::optional<Contradiction> Objected(uint32_t customers, uint32_t desk) {
    const bool conflict = context_.SaysConflict(customers);
    if (!conflict && !context_.Confronts(customers)) return std::nullopt;
    std::optional<Contradiction> best;
    size_t most = 2;  // words of what he was told that stand in his objection, and some besides
    for (uint32_t i = FirstBefore(desk); i < desk; ++i) {
      if (!context_.IsDesk(i)) continue;
      for (const facts::Fact& said : SentencesOf(i)) {
        const Statement a{i, context_.reading(i), &said};
        const Objection objection = ObjectsWith(context_.view(), customers, a.entry, a.sentence());
        if (objection.words < 2 && !conflict) continue;
        for (const facts::Fact& denied : SentencesOf(desk)) {
          const Statement b{desk, context_.reading(desk), &denied};
          // It has become so, and the desk says why.
          if (b.sentence().Is(Mark::kCause) && b.sentence().Is(Mark::kRevised)) continue;
          if (a.sentence().Is(Mark::kNegated) == b.sentence().Is(Mark::kNegated) ||
              IsPolicy(a, b) != (kind_ == StatementKind::kPolicy))
            continue;
          const size_t shared = SharedWords(a, b);
          const size_t fewest =
              (objection.words < 2 ? 2U : 1U) + (b.sentence().Is(Mark::kNegated) ? 0U : 1U);
          if (shared < fewest || objection.words + shared <= most || ValuesDiffer(a, b) ||
              IsFarFrom(a, b, shared) || !MaySpeakOfTheSame(a, b))
            continue;
          most = objection.words + shared;
          best = Contradicts(a, b, most > 4 ? 0.72 : 0.66);
          best->fact = nullptr;
          best->objected_in = customers;
          best->objection = objection.sentence;
        }
      }
    }
    return best;
  }

  // Sentences of that mail that state something, each as a fact of its own.
  std::span<const facts::Fact> SentencesOf(uint32_t entry) {
    constexpr size_t kMostInAMail = 50;
    const auto [at, is_new] = sentences_.try_emplace(entry);
    std::vector<facts::Fact>& facts = at->second;
    if (!is_new) return facts;
    const facts::Reading& reading = *context_.reading(entry);
    for (uint32_t s = 0; s < reading.sentences.size() && facts.size() < kMostInAMail; ++s) {
      const facts::SentenceReading& sentence = reading.sentences[s];
      if (!States(sentence) || !sentence.prose ||
          context_.view().IsOld(context_.messages()[entry].message, s))
        continue;
      if (std::ranges::any_of(reading.facts, [&](const facts::Fact& fact) {
            return fact.sentence == s && facts::AsksForThing(fact.kind);
          }))
        continue;
      facts::Fact fact;
      fact.sentence = s;
      facts.push_back(fact);
    }
    return facts;
  }

  const PairContext& context_;
  StatementKind kind_;
  Later later_;
  std::unordered_map<uint32_t, std::vector<facts::Fact>> sentences_;  // by entry
};

}  // namespace

std::vector<Contradiction> FindObjectedSentences(const PairContext& context, StatementKind kind,
                                                 Later later) {
  return Finder(context, kind, later).Run();
}

}  // namespace threadlint::rules
