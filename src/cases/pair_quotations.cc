// Threads of one pair of which one quotes the other.
#include "cases/matter_numbers.h"
#include "cases/pair_join.h"

#include <algorithm>
#include <utility>

namespace threadlint::cases {

void PairJoin::CompareQuotation(MessageIndex i) {
  const mail::LinkReading* reading = known_.Reading(i);
  if (reading == nullptr || At(i).in_reply_to + At(i).references > 0) return;
  std::unordered_map<MessageIndex, size_t> shared;
  for (const uint64_t line : reading->quoted_lines) {
    const auto at = by_line_.find(line);
    if (at == by_line_.end()) continue;
    for (const MessageIndex m : at->second) {
      ++join_.threads.steps;
      ++shared[m];
    }
  }
  MessageIndex best = kNoMessage;
  size_t most = 0;
  for (const auto& [m, lines] : shared) {
    if (At(m).date > At(i).date || At(i).date - At(m).date > kJoinWithin) continue;
    if (best == kNoMessage || lines > most || (lines == most && IsLater(m, best))) {
      best = m;
      most = lines;
    }
  }
  // Nearly all that the earlier mail says, or a good deal of it.
  if (best == kNoMessage) return;
  const size_t whole = known_.Reading(best)->own_lines.size();
  if (most * 10 < whole * 8 && most < 4) return;
  if (AboutAnotherThing(i, best)) return;
  join_.Add({i, best, LinkKind::kQuotation, LinkKind::kQuotation, Strength::kMedium,
             "it quotes what that message says"});
}

bool PairJoin::IsLater(MessageIndex a, MessageIndex b) const {
  const auto key = [&](MessageIndex i) {
    return std::pair(At(i).date, MessageKey(known_.mail, At(i)));
  };
  return key(a) > key(b);
}

bool PairJoin::AboutAnotherThing(MessageIndex i, MessageIndex quoted) {
  if (known_.who[i].from_desk || At(i).date - At(quoted).date < kOldAfter) return false;
  const Part* part = PartOf(quoted);
  if (part == nullptr || part->numbers.empty()) return false;
  return NamesAnotherThing(*known_.Reading(i), part->numbers);
}

void PairJoin::RememberLines(MessageIndex i) {
  const mail::LinkReading* reading = known_.Reading(i);
  if (reading == nullptr) return;
  for (const uint64_t line : reading->own_lines) {
    std::vector<MessageIndex>& mails = by_line_[line];
    if (mails.size() == kLastMails) mails.erase(mails.begin());
    mails.push_back(i);
  }
}

}  // namespace threadlint::cases
