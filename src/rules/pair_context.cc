#include "rules/pair_context.h"

#include "rules/case_memo.h"
#include "rules/entry.h"

#include <algorithm>

namespace threadlint::rules {

using facts::Mark;
using facts::ValueKind;

namespace {

bool IsWhen(const facts::Value& value) {
  return value.kind == ValueKind::kDate || value.kind == ValueKind::kTime;
}

// Of entries in order, one lies between the two.
bool HasBetween(const std::vector<uint32_t>& entries, const Statement& a, const Statement& b) {
  const auto at = std::ranges::upper_bound(entries, a.entry);
  return at != entries.end() && *at < b.entry;
}

}  // namespace

PairContext::PairContext(const CaseView& view)
    : view_(view), messages_(view.messages()), persons_(view), mails_(messages_.size()) {
  const auto entries = static_cast<uint32_t>(messages_.size());
  uint32_t last = kNoEntry, paid = 0;
  for (uint32_t i = 0; i < entries; ++i) {
    mails_[i].last_of_customer = last;
    mails_[i].paid_before = paid;
    if (messages_[i].side == Side::kCustomer) last = i;
    const facts::Reading* read = reading(i);
    if (read == nullptr) continue;
    if (messages_[i].side == Side::kCustomer && std::ranges::any_of(read->values, IsWhen))
      named_days_.push_back(i);
    bool paid_here = false;
    for (uint32_t s = 0; s < read->sentences.size(); ++s) {
      const facts::SentenceReading& sentence = read->sentences[s];
      mails_[i].admits = mails_[i].admits || sentence.Is(Mark::kAdmits);
      mails_[i].pays = mails_[i].pays || sentence.Is(Mark::kPays);
      if (view_.IsOld(messages_[i].message, s)) continue;
      paid_here = paid_here || sentence.Is(Mark::kPays);
      if (messages_[i].side == Side::kCustomer) ReadSentence(i, s);
    }
    if (paid_here) ++paid;
  }
  uint32_t next = kNoEntry;
  for (uint32_t i = entries; i-- > 0;) {
    mails_[i].next_of_customer = next;
    if (messages_[i].side == Side::kCustomer && reading(i) != nullptr) next = i;
  }
}

std::shared_ptr<const PairContext> PairContext::Of(const CaseView& view) {
  return Once<PairContext>(view, [&] { return PairContext(view); });
}

const std::vector<Statement>& PairContext::Statements(facts::FactKind kind) const {
  const auto [at, is_new] = statements_.try_emplace(kind);
  if (is_new) at->second = FindStatements(view_, kind);
  return at->second;
}

void PairContext::ReadSentence(uint32_t entry, uint32_t at) {
  constexpr facts::Marks kMoves = facts::Bit(Mark::kQuestion) | facts::Bit(Mark::kUnable) |
                                  facts::Bit(Mark::kNegated) | facts::Bit(Mark::kConditional);
  const facts::Reading& read = *reading(entry);
  const facts::SentenceReading& s = read.sentences[at];
  if (s.Is(Mark::kConflict)) mails_[entry].conflict = true;
  if (s.Is(Mark::kConfronts)) mails_[entry].confronts = true;
  if (s.Is(Mark::kAmends) && (amends_.empty() || amends_.back() != entry)) amends_.push_back(entry);
  const bool wish = s.Is(Mark::kWishes) || s.Is(Mark::kChanged);
  if (wish) wishes_.push_back({entry, at});
  if (wish || ((s.marks & kMoves) != 0 && std::ranges::any_of(read.Values(s), IsWhen)))
    if (days_.empty() || days_.back() != entry) days_.push_back(entry);
}

bool PairContext::SpeakToTheSame(const Statement& a, const Statement& b) const {
  const uint32_t last = mails_[b.entry].last_of_customer;
  return last == kNoEntry || last < a.entry ||
         persons_.Concerns(b.entry, last) == persons_.Concerns(a.entry, last) ||
         persons_.Concerns(b.entry, last);
}

bool PairContext::CustomerChanged(const Statement& a, const Statement& b) const {
  auto wish = std::ranges::upper_bound(wishes_, a.entry, {}, &Place::entry);
  for (; wish != wishes_.end() && wish->entry < b.entry; ++wish) {
    const facts::Reading& read = *reading(wish->entry);
    for (const facts::Word& w : read.Words(read.sentences[wish->sentence]))
      if (!w.vague && (a.reading->Has(a.sentence(), w.id) || b.reading->Has(b.sentence(), w.id)))
        return true;
  }
  return false;
}

bool PairContext::CustomerSpokeOfDays(const Statement& a, const Statement& b) const {
  return HasBetween(days_, a, b);
}

bool PairContext::CustomerAmended(const Statement& a, const Statement& b) const {
  return HasBetween(amends_, a, b);
}

bool PairContext::CustomerNamesDay(const Statement& a, const Statement& b) const {
  return HasBetween(named_days_, a, b);
}

bool PairContext::SomebodyPaid(const Statement& a, const Statement& b) const {
  return mails_[b.entry].pays || mails_[b.entry].paid_before > mails_[a.entry + 1].paid_before;
}

bool PairContext::CustomerWrote(facts::WordId word, uint32_t entry) const {
  if (!wrote_) {
    wrote_ = true;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      if (messages_[i].side != Side::kCustomer || reading(i) == nullptr) continue;
      for (const facts::Word& w : reading(i)->words) {
        std::vector<uint32_t>& entries = written_[w.id];
        if (entries.empty() || entries.back() != i) entries.push_back(i);
      }
    }
  }
  const auto found = written_.find(word);
  if (found == written_.end()) return false;
  const auto at = std::ranges::lower_bound(found->second, FirstBefore(entry));
  return at != found->second.end() && *at < entry;
}

}  // namespace threadlint::rules
