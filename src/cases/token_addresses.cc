// Tokens in addresses and message ids.
#include "cases/domain.h"
#include "cases/plus_address.h"
#include "cases/token_collector.h"
#include "mail/desk_signs.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::cases {
namespace {

// What a user would call the place of a token that stands in no address.
constexpr std::string_view kPlusAddress = "plus-address";

}  // namespace

const mail::TokenMatch* TokenCollector::Best(const std::vector<mail::TokenMatch>& matches,
                                             uint64_t vendors) const {
  const mail::TokenMatch* best = nullptr;
  int best_rank = 0;
  for (const mail::TokenMatch& match : matches) {
    const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
    const bool sign = (mail::VendorNamed(scheme.vendor) & vendors) != 0;
    const int rank = sign ? 3 : scheme.ambiguous ? 0 : scheme.established ? 2 : 1;
    if (rank > best_rank) {
      best = &match;
      best_rank = rank;
    }
  }
  return best;
}

TokenIndex TokenCollector::AddAddress(StringId address) {
  if (address == 0) return kNoToken;
  if (looked_address_[address]) return out_.of_address_[address];
  looked_address_[address] = true;
  const std::string_view text = mail_[address];
  auto plus = ParsePlusAddress(text);
  if (!plus)
    if (auto tail = ParseTailAddress(text, false); tail && tails_.contains(tail->base)) plus = tail;
  const auto matches = catalogue_.Find(mail::TokenPlace::kAddress, text);
  const mail::TokenMatch* match = Best(matches, mail::VendorsOfAddress(text));
  TokenIndex& out = out_.of_address_[address];
  if (match != nullptr && catalogue_.Schemes()[match->scheme].established) {
    const mail::TokenScheme& scheme = catalogue_.Schemes()[match->scheme];
    const std::string scope = scheme.local ? OrganisationOf(DomainOf(text)) : std::string();
    const StringId base = mail_.strings.Intern(plus ? plus->base : "*@" + DomainOf(text));
    return out = Add({scheme.space, scope, match->key}, scheme, base,
                     plus ? plus->detail : std::string_view(match->key), address, false);
  }
  if (!plus && match == nullptr) return kNoToken;
  // A relay that folds a token of one case has not changed it; one that mixes them is another then.
  mail::TokenScheme scheme;
  scheme.name = match != nullptr ? catalogue_.Schemes()[match->scheme].name : kPlusAddress;
  const std::string base = plus ? plus->base : "*@" + DomainOf(text);
  const std::string_view detail = plus ? plus->detail : std::string_view(match->key);
  const bool mixed =
      std::ranges::any_of(detail, util::IsUpper) && std::ranges::any_of(detail, util::IsLower);
  scheme.folds = !mixed;
  return out = Add({std::string(kPlusAddress), base,
                    mixed ? std::string(detail) : util::LowerAscii(detail)},
                   scheme, mail_.strings.Intern(base), detail, address, true);
}

TokenIndex TokenCollector::AddId(StringId id) {
  if (id == 0) return kNoToken;
  if (looked_id_[id]) return out_.of_id_[id];
  looked_id_[id] = true;
  const std::string_view text = mail_[id];
  const auto matches = catalogue_.Find(mail::TokenPlace::kId, text);
  const mail::TokenMatch* match = Best(matches, mail::VendorsOfId(text));
  if (match == nullptr) return kNoToken;
  const mail::TokenScheme& scheme = catalogue_.Schemes()[match->scheme];
  const std::string scope = scheme.local ? OrganisationOf(DomainOf(text)) : std::string();
  out_.root_[id] = scheme.role == TokenRole::kRoot;
  return out_.of_id_[id] =
             Add({scheme.space, scope, match->key}, scheme, 0, match->key, 0, !scheme.established);
}

// Desks without sub-addressing put the token behind a '-' or '.'; so do people and their years of
// birth. Looked for where answers are sent elsewhere than to the writer, or where there are
// several.
void TokenCollector::FindTails() {
  std::map<std::string, std::set<std::string>> of_from;
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    if (m.from_list || m.bulk) continue;
    const auto reply_to = mail_.ReplyTo(m);
    for (const StringId a : reply_to)
      if (auto tail = ParseTailAddress(mail_[a]);
          tail && a != m.from && !IsFreeMail(DomainOf(mail_[a])))
        tails_.insert(tail->base);
    if (!reply_to.empty() || m.from == 0 || IsFreeMail(DomainOf(mail_[m.from]))) continue;
    if (auto tail = ParseTailAddress(mail_[m.from]))
      of_from[tail->base].insert(std::string(tail->detail));
  }
  constexpr size_t kSeveral = 3;
  for (const auto& [base, details] : of_from)
    if (details.size() >= kSeveral) tails_.insert(base);
}

}  // namespace threadlint::cases
