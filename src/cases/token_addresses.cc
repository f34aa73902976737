// Tokens in addresses and message ids.
#include "cases/domain.h"
#include "cases/plus_address.h"
#include "cases/token_collector.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::cases {
namespace {

// What a user would call the place of a token that stands in no address.
constexpr std::string_view kPlusAddress = "plus-address";

}  // namespace

TokenIndex TokenCollector::AddAddress(StringId address) {
  if (address == 0) return kNoToken;
  if (looked_address_[address]) return out_.of_address_[address];
  looked_address_[address] = true;
  const std::string_view text = mail_[address];
  auto plus = ParsePlusAddress(text);
  if (!plus)
    if (auto tail = ParseTailAddress(text, false); tail && tails_.contains(tail->base)) plus = tail;
  const mail::TokenMatch* match = address_forms_.Of(address);
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
  const mail::TokenMatch* match = id_forms_.Of(id);
  if (match == nullptr) return kNoToken;
  if (out_.of_id_[id] != kNoToken) return out_.of_id_[id];
  const mail::TokenScheme& scheme = catalogue_.Schemes()[match->scheme];
  const std::string scope = scheme.local ? OrganisationOf(DomainOf(mail_[id])) : std::string();
  out_.root_[id] = scheme.role == TokenRole::kRoot;
  return out_.of_id_[id] =
             Add({scheme.space, scope, match->key}, scheme, 0, match->key, 0, !scheme.established);
}

void TokenCollector::FindForms(unsigned workers) {
  std::vector<bool> addresses(mail_.strings.size()), ids(mail_.strings.size());
  const auto mark = [](std::span<const StringId> strings, std::vector<bool>& wanted) {
    for (const StringId s : strings) wanted[s] = true;
  };
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    addresses[m.from] = ids[m.message_id] = true;
    mark(mail_.ReplyTo(m), addresses);
    mark(mail_.Recipients(m), addresses);
    mark(mail_.InReplyTo(m), ids);
    mark(mail_.References(m), ids);
  }
  addresses[0] = ids[0] = false;
  const auto find = [&](const std::vector<bool>& wanted, mail::TokenPlace place) {
    return TokenForms(mail_.strings, wanted, catalogue_, place, workers);
  };
  address_forms_ = find(addresses, mail::TokenPlace::kAddress);
  id_forms_ = find(ids, mail::TokenPlace::kId);
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
