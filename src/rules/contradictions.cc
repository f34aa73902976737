#include "rules/contradictions.h"

#include "facts/topics.h"
#include "rules/claim_pairs.h"
#include "rules/entry.h"
#include "rules/objected_sentences.h"
#include "rules/pair_context.h"
#include "rules/value_pairs.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace threadlint::rules {
namespace {

using facts::FactKind;

// The later one says once more what the earlier one says.
bool Repeats(const Statement& a, const Statement& b) {
  if (a.fact->kind != FactKind::kStated)
    return a.fact->kind == b.fact->kind && a.fact->state == b.fact->state &&
           a.fact->what == b.fact->what && SameMatter(a, b, 0);
  return a.value().kind == b.value().kind && a.value().norm == b.value().norm &&
         a.fact->thing.head == b.fact->thing.head;
}

class Finder {
 public:
  Finder(const CaseView& view, StatementKind kind, Later later)
      : shared_(PairContext::Of(view)), context_(*shared_), kind_(kind), later_(later) {}

  std::vector<Contradiction> Run() {
    const bool sentences = kind_ == StatementKind::kStatus || kind_ == StatementKind::kPolicy;
    if (sentences) PairClaims();
    if (kind_ == StatementKind::kStatus) PairDenials();
    PairValues();
    if (sentences) {
      for (const Contradiction& found : FindObjectedSentences(context_, kind_, later_))
        out_.push_back(found);
      KeepTheSurest();
    }
    std::ranges::stable_sort(out_, {}, [](const Contradiction& c) { return c.later.entry; });
    for (Contradiction& found : out_) found.kind = kind_;
    return std::move(out_);
  }

 private:
  void PairClaims() {
    const facts::Topics* topics = context_.view().topics;
    if (topics == nullptr) return;
    std::vector<Statement> claims;
    std::ranges::copy_if(
        context_.Statements(FactKind::kClaim), std::back_inserter(claims), [&](const Statement& s) {
          return topics->IsPolicy(s.fact->state) == (kind_ == StatementKind::kPolicy);
        });
    Pair(claims, [&](const auto& a, const auto& b) { return CompareClaims(context_, a, b); });
  }

  void PairDenials() {
    std::vector<Statement> all = context_.Statements(FactKind::kIs);
    const std::vector<Statement>& denied = context_.Statements(FactKind::kIsNot);
    all.insert(all.end(), denied.begin(), denied.end());
    std::ranges::stable_sort(all, {}, &Statement::entry);
    Pair(all, [&](const auto& a, const auto& b) { return CompareDenials(context_, a, b); });
  }

  void PairValues() {
    std::vector<Statement> values;
    std::ranges::copy_if(context_.Statements(FactKind::kStated), std::back_inserter(values),
                         [&](const Statement& s) { return KindOfValue(s.value().kind) == kind_; });
    ValuePairs pairs(context_);
    Pair(values, [&](const auto& a, const auto& b) { return pairs.Compare(a, b); });
  }

  // Each with the last one before it that it contradicts, unless what lies between has said it
  // already.
  template <class Test>
  void Pair(const std::vector<Statement>& all, Test contradicts) {
    // Desks that write lists of hundreds of figures to one customer are machines.
    constexpr size_t kMostBefore = 400;
    for (size_t i = 0; i < all.size(); ++i) {
      const Statement& later = all[i];
      if (context_.Admits(later.entry) != (later_ == Later::kAdmits)) continue;
      const size_t end = i < kMostBefore ? 0 : i - kMostBefore;
      for (size_t k = i; k-- > end;) {
        const Statement& earlier = all[k];
        if (earlier.entry < FirstBefore(later.entry)) break;
        if (earlier.entry == later.entry || !context_.SpeakToTheSame(earlier, later)) continue;
        if (Repeats(earlier, later)) break;
        if (const auto found = contradicts(earlier, later)) {
          Add(*found);
          break;
        }
      }
    }
  }

  void Add(const Contradiction& found) {
    if (mails_.emplace(found.earlier.entry, found.later.entry).second) out_.push_back(found);
  }

  // Two mails are reported once, and a sentence against one earlier mail: the surest of those
  // found, with the customer's words if they set just these two against each other.
  void KeepTheSurest() {
    std::ranges::stable_sort(out_, std::greater(), &Contradiction::confidence);
    std::vector<Contradiction> kept;
    for (const Contradiction& found : out_) {
      const auto same = std::ranges::find_if(kept, [&](const Contradiction& c) {
        return c.later.entry == found.later.entry &&
               (c.later.sentence == found.later.sentence || c.earlier.entry == found.earlier.entry);
      });
      if (same == kept.end()) {
        kept.push_back(found);
      } else if (same->objected_in == kNoEntry && same->earlier.entry == found.earlier.entry) {
        same->objected_in = found.objected_in;
        same->objection = found.objection;
      }
    }
    out_ = std::move(kept);
  }

  std::shared_ptr<const PairContext> shared_;
  const PairContext& context_;
  StatementKind kind_;
  Later later_;
  std::vector<Contradiction> out_;
  std::set<std::pair<uint32_t, uint32_t>> mails_;  // of those, earlier and later
};

std::string_view Quality(StatementKind kind) {
  switch (kind) {
    case StatementKind::kStatus:
      return "the state of something";
    case StatementKind::kPolicy:
      return "what applies";
    case StatementKind::kAmount:
      return "an amount";
    case StatementKind::kDate:
      return "a date or time";
  }
  return "";
}

// What the two differ about, as closely as it is sure.
std::string_view Matter(const facts::Topics& topics, const Contradiction& found) {
  const auto is_claim = [](const facts::Fact* fact) {
    return fact != nullptr && fact->kind == FactKind::kClaim;
  };
  if (is_claim(found.fact) && is_claim(found.earlier_fact) &&
      topics.TopicOf(found.fact->state) == topics.TopicOf(found.earlier_fact->state))
    if (const std::string_view called = topics.CalledOf(found.fact->state); !called.empty())
      return called;
  return Quality(found.kind);
}

std::string_view WrongIf(StatementKind kind) {
  switch (kind) {
    case StatementKind::kStatus:
      return "The two speak of different things, or what happened between them explains the "
             "change.";
    case StatementKind::kPolicy:
      return "The two speak of different things, or something was agreed between them.";
    case StatementKind::kAmount:
      return "The two amounts are of different things, or the first was an estimate.";
    case StatementKind::kDate:
      return "The two dates are of different things, or the later one was agreed between them.";
  }
  return "";
}

}  // namespace

std::vector<Contradiction> FindContradictions(const CaseView& view, StatementKind kind,
                                              Later later) {
  return Finder(view, kind, later).Run();
}

Finding Report(const CaseView& view, const Contradiction& found) {
  const CaseMessage& earlier = view.messages()[found.earlier.entry];
  const CaseMessage& later = view.messages()[found.later.entry];
  Finding f;
  f.confidence = found.confidence;
  f.message = later.message;
  f.related = {earlier.message};
  f.carried_by = later.side;
  f.text = fmt::format("{} of {} and {} of {} differ about {}.", Capital(MailOf(earlier.side)),
                       Day(view.message(earlier.message)), MailOf(later.side),
                       Day(view.message(later.message)), Matter(*view.topics, found));
  f.text += BreakBetween(view, earlier.message, later.message);
  f.evidence = {OfMessage(view, earlier.message, found.earlier.sentence),
                OfMessage(view, later.message, found.later.sentence)};
  if (found.objected_in != kNoEntry) {
    const MessageIndex customers = view.messages()[found.objected_in].message;
    f.text += fmt::format(" The customer's mail of {} sets the one against the other.",
                          Day(view.message(customers)));
    AddEvidence(OfMessage(view, customers, found.objection), f);
  }
  f.reach = 1;
  f.wrong_if = WrongIf(found.kind);
  f.fact = found.fact != nullptr && found.fact->kind == FactKind::kClaim
               ? std::string(view.topics->Name(found.fact->state))
               : fmt::format("{:08x}", found.fact == nullptr ? 0 : found.fact->thing.head);
  return f;
}

namespace {

// What the later statement said was taken back later still: fairness demands to say so.
void AddCorrection(const CaseView& view, const Contradiction& found,
                   const std::vector<Contradiction>& corrections, Finding& f) {
  const auto corrects = [&](const Contradiction& c) {
    return c.earlier.entry == found.later.entry && c.earlier.sentence == found.later.sentence;
  };
  const auto at = std::ranges::find_if(corrections, corrects);
  if (at == corrections.end()) return;
  f.corrected_in = view.messages()[at->later.entry].message;
  f.severity = Severity::kWarning;
  f.text += fmt::format(" The desk's mail of {} corrects the later one.",
                        Day(view.message(f.corrected_in)));
  f.related.push_back(f.corrected_in);
  AddEvidence(OfMessage(view, f.corrected_in, at->later.sentence), f);
}

}  // namespace

std::vector<Finding> ReportContradictions(const CaseView& view, StatementKind kind) {
  std::vector<Finding> out;
  const std::vector<Contradiction> corrections = FindContradictions(view, kind, Later::kAdmits);
  for (const Contradiction& found : FindContradictions(view, kind, Later::kDoesNot)) {
    Finding f = Report(view, found);
    f.severity = found.reversal ? Severity::kWarning : Severity::kError;
    AddCorrection(view, found, corrections, f);
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace threadlint::rules
