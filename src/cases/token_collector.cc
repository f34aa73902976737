#include "cases/token_collector.h"

#include "cases/domain.h"

#include <algorithm>

namespace threadlint::cases {

TokenCollector::TokenCollector(Export& mail, const mail::TokenCatalogue& catalogue,
                               std::span<const MessageIndex> in_order, TokenTable& out)
    : mail_(mail), catalogue_(catalogue), in_order_(in_order), out_(out) {
  out_.of_address_.assign(mail.strings.size(), kNoToken);
  out_.of_id_.assign(mail.strings.size(), kNoToken);
  out_.root_.resize(mail.strings.size());
  looked_address_.resize(mail.strings.size());
}

uint32_t TokenCollector::Family(std::string_view space, std::string_view scope) {
  return families_
      .try_emplace({std::string(space), std::string(scope)},
                   static_cast<uint32_t>(families_.size()))
      .first->second;
}

TokenIndex TokenCollector::Add(Key key, const mail::TokenScheme& scheme, StringId base,
                               std::string_view text, StringId address, bool learned) {
  const uint32_t family = Family(key.space, key.scope);
  const std::string key_text = key.key;
  const std::string family_name = key.scope.empty() ? key.space : key.space + " of " + key.scope;
  const auto [at, added] =
      by_key_.try_emplace(std::move(key), static_cast<TokenIndex>(out_.tokens.size()));
  const TokenIndex index = at->second;
  if (!added) {
    Token& token = out_.tokens[index];
    TokenFacts& facts = out_.facts[index];
    // Whichever file comes first: the spelling that sorts first stands for all.
    if (address != 0 && (token.address == 0 || mail_[address] < mail_[token.address]))
      token.address = address;
    // An address says more to a reader than an id does, and a verified form more than a likely one.
    const bool better = address != 0 && token.base == 0;
    if (better || (!learned && facts.learned)) {
      if (base != 0) token.base = base;
      token.scheme = mail_.strings.Intern(scheme.name);
    }
    if (!learned && facts.learned) {
      facts.learned = false;
      token.role = scheme.role;
      token.assumed = false;
    }
    if (token.role == TokenRole::kRoot && scheme.role != TokenRole::kRoot) token.role = scheme.role;
    facts.folds = facts.folds && scheme.folds;
    return index;
  }
  Token token;
  token.address = address;
  token.base = base;
  token.text = mail_.strings.Intern(text);
  token.scheme = mail_.strings.Intern(scheme.name);
  token.role = scheme.role;
  token.assumed = learned;
  TokenFacts facts;
  facts.family = family;
  facts.kept = index;
  facts.learned = learned;
  facts.folds = scheme.folds;
  facts.key = mail_.strings.Intern(key_text);
  facts.family_name = base != 0 ? base : mail_.strings.Intern(family_name);
  if (learned && base != 0)  // a transfer from support+X@ to billing+X@ keeps the token
    facts.kept =
        kept_.try_emplace({OrganisationOf(DomainOf(mail_[base])), key_text}, index).first->second;
  out_.tokens.push_back(token);
  out_.facts.push_back(facts);
  return index;
}

void TokenCollector::CollectHeaders(unsigned workers) {
  FindTails();
  FindForms(workers);
  const auto use = [&](TokenIndex token, MessageIndex i, TokenPlace place, bool by_desk) {
    if (token != kNoToken) out_.uses.push_back({token, i, place, by_desk});
  };
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    for (const StringId a : mail_.ReplyTo(m))
      use(AddAddress(a), i, a == m.from ? TokenPlace::kFrom : TokenPlace::kReplyTo, true);
    if (mail_.ReplyTo(m).empty()) use(AddAddress(m.from), i, TokenPlace::kFrom, true);
    for (const StringId a : mail_.Recipients(m))
      use(AddAddress(a), i, TokenPlace::kRecipient, false);
    use(AddId(m.message_id), i, TokenPlace::kMessageId, true);
    for (const StringId id : mail_.InReplyTo(m)) use(AddId(id), i, TokenPlace::kReference, false);
    for (const StringId id : mail_.References(m)) use(AddId(id), i, TokenPlace::kReference, false);
  }
  address_forms_ = id_forms_ = {};
}

void TokenCollector::CollectTexts(const OwnerOf& desk) {
  CollectBrought(desk);
  // Desks first: what the customer's mails have in common with them is known then.
  for (const bool wrote : {true, false})
    for (const MessageIndex i : in_order_) {
      const Owner owner = desk(i);
      if (owner.organisation.empty() || owner.wrote != wrote) continue;
      CollectSubject(i, owner);
      CollectFields(i, owner);
    }
}

void TokenCollector::Finish() {
  for (const TokenUse& use : out_.uses)
    if (use.by_desk) out_.facts[out_.facts[use.token].kept].given = true;
  std::stable_sort(out_.uses.begin(), out_.uses.end(),
                   [](const TokenUse& a, const TokenUse& b) { return a.message < b.message; });
  out_.begin_.assign(mail_.messages.size() + 1, 0);
  for (const TokenUse& use : out_.uses) ++out_.begin_[use.message + 1];
  for (size_t i = 1; i < out_.begin_.size(); ++i) out_.begin_[i] += out_.begin_[i - 1];
  out_.of_address_.resize(mail_.strings.size(), kNoToken);
  out_.of_id_.resize(mail_.strings.size(), kNoToken);
}

}  // namespace threadlint::cases
