// Which numbers in a subject are a desk's, and which of several are meant.
#include "cases/token_collector.h"
#include "mail/desk_signs.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::cases {
namespace {

// In brackets, behind a label, or before a colon at the very beginning: where machines put what
// they add to a subject, and people do not put what they write.
bool SetApart(std::string_view subject, const mail::TokenMatch& match) {
  const std::string_view token = subject.substr(match.begin, match.end - match.begin);
  const std::string_view before = util::TrimRight(subject.substr(0, match.begin));
  const std::string_view after = util::TrimLeft(subject.substr(match.end));
  constexpr std::string_view kOpen = "[(", kClose = "])";
  if (kOpen.find(token.front()) != kOpen.npos && kClose.find(token.back()) != kClose.npos)
    return true;
  if (!after.empty() && kClose.find(after.front()) != kClose.npos) {
    const size_t open = before.find_last_of(kOpen);
    return open != before.npos && before.find_last_of(kClose) + 1 <= open + 1 &&
           before.size() - open < 24;
  }
  if (token.find(':') != token.npos) return true;
  return (before.empty() || before.ends_with(':')) && after.starts_with(':');
}

}  // namespace

int TokenCollector::RankOf(const mail::TokenMatch& match, std::string_view subject,
                           const Owner& owner, uint64_t vendors) const {
  const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
  if ((mail::VendorNamed(scheme.vendor) & vendors) != 0) return 4;
  const Key key = KeyOf(scheme, owner.organisation, match.key);
  // What a customer's mail has from the desk's it may spell as it likes.
  if (!owner.wrote && by_key_.contains(key)) return 3;
  const bool brought = brought_.contains(key);
  if (scheme.ambiguous) return owner.wrote && !brought && SetApart(subject, match) ? 1 : 0;
  if (scheme.established) return 2;
  // A word and a number: a case's, unless the customer brought it, as numbers of orders.
  return owner.wrote && !brought ? 1 : 0;
}

std::vector<mail::TokenMatch> TokenCollector::SubjectTokens(const Message& m,
                                                            const Owner& owner) const {
  const auto matches = catalogue_.Find(mail::TokenPlace::kSubject, mail_[m.subject]);
  const uint64_t vendors = m.vendors | mail::VendorsOfId(mail_[m.message_id]);
  std::vector<std::pair<int, mail::TokenMatch>> best;
  size_t past = 0;
  int highest = 0;
  for (const mail::TokenMatch& match : matches) {
    const int rank = RankOf(match, mail_[m.subject], owner, vendors);
    if (rank == 0) continue;
    highest = std::max(highest, rank);
    // Several forms may claim the same place: one of them is meant.
    if (!best.empty() && match.begin < past) {
      if (rank > best.back().first) best.back() = {rank, match};
    } else {
      best.emplace_back(rank, match);
    }
    past = std::max(past, match.end);
  }
  std::vector<mail::TokenMatch> out;
  for (const auto& [rank, match] : best)
    if (rank == highest || rank > 1) out.push_back(match);
  return out;
}

// Numbers that stand in a customer's subject before they stand in the desk's.
void TokenCollector::CollectBrought(const OwnerOf& desk) {
  std::map<Key, std::pair<int64_t, int64_t>> first;  // by the customer, by the desk
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    const Owner owner = desk(i);
    if (owner.organisation.empty()) continue;
    for (const mail::TokenMatch& match :
         catalogue_.Find(mail::TokenPlace::kSubject, mail_[m.subject])) {
      const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
      if (scheme.established && !scheme.ambiguous) continue;
      auto& [customer, agent] = first
                                    .try_emplace(KeyOf(scheme, owner.organisation, match.key),
                                                 std::pair{INT64_MAX, INT64_MAX})
                                    .first->second;
      int64_t& at = owner.wrote ? agent : customer;
      at = std::min(at, m.date);
    }
  }
  for (const auto& [key, dates] : first)
    if (dates.first < dates.second) brought_.insert(key);
}

}  // namespace threadlint::cases
