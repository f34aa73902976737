#include "cases/token_table.h"

#include "cases/domain.h"
#include "cases/plus_address.h"
#include "cases/token_roles.h"
#include "util/ascii.h"
#include "util/hash.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace threadlint::cases {

namespace {

void FindKept(const Export& mail, TokenTable& table) {
  std::vector<TokenIndex> order(table.tokens.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](TokenIndex t) { return mail[table.tokens[t].address]; });
  std::map<std::pair<std::string, std::string>, TokenIndex> first;
  table.kept.resize(order.size());
  for (const TokenIndex t : order)
    table.kept[t] = first
                        .try_emplace({OrganisationOf(DomainOf(mail[table.tokens[t].base])),
                                      util::LowerAscii(mail[table.tokens[t].text])},
                                     t)
                        .first->second;
}

}  // namespace

TokenTable ReadTokens(Export& mail, DisjointSets& threads,
                      const std::vector<uint32_t>& node_of_message) {
  TokenTable out;
  out.of_address.assign(mail.strings.size(), kNoToken);
  std::vector<bool> looked(mail.strings.size());
  std::map<std::pair<std::string, std::string>, TokenIndex> by_key;

  const auto token_of = [&](StringId address) {
    if (looked[address]) return out.of_address[address];
    looked[address] = true;
    const auto plus = ParsePlusAddress(mail[address]);
    if (!plus) return kNoToken;
    // Case is folded in the key: a relay that folds a token has not changed it.
    const auto [at, added] = by_key.try_emplace({plus->base, util::LowerAscii(plus->detail)},
                                                static_cast<TokenIndex>(out.tokens.size()));
    if (added) {
      Token token;
      token.address = address;
      token.scheme = "plus-address";
      out.tokens.push_back(token);
    } else if (mail[address] < mail[out.tokens[at->second].address]) {
      out.tokens[at->second].address = address;  // whichever file comes first
    }
    return out.of_address[address] = at->second;
  };
  const auto use = [&](StringId address, MessageIndex i, TokenPlace place) {
    const TokenIndex token = address == 0 ? kNoToken : token_of(address);
    if (token != kNoToken) out.uses.push_back({token, i, place});
  };
  for (MessageIndex i = 0; i < mail.messages.size(); ++i) {
    const Message& m = mail.messages[i];
    if (m.copy_of != kNoMessage || m.left_out != LeftOutReason::kNo) continue;
    for (const StringId a : mail.ReplyTo(m))
      use(a, i, a == m.from ? TokenPlace::kFrom : TokenPlace::kReplyTo);
    if (mail.ReplyTo(m).empty()) use(m.from, i, TokenPlace::kFrom);
    for (const StringId a : mail.Recipients(m)) use(a, i, TokenPlace::kRecipient);
  }
  for (Token& token : out.tokens) {
    // Interning may move nothing the table points to: strings stay where they are.
    const auto plus = ParsePlusAddress(mail[token.address]);
    token.text = mail.strings.Intern(plus->detail);
    token.base = mail.strings.Intern(plus->base);
  }
  out.of_address.resize(mail.strings.size(), kNoToken);
  FindKept(mail, out);
  LearnRoles(mail, threads, node_of_message, out);
  return out;
}

}  // namespace threadlint::cases
