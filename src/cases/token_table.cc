#include "cases/token_table.h"

#include "cases/domain.h"
#include "cases/plus_address.h"
#include "mail/desk_signs.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::cases {
namespace {

// What a user would call the place of a token that stands in no address.
constexpr std::string_view kPlusAddress = "plus-address";

// Digits, or digits behind a name: "12345", "example.com#12345", "OPS-12".
bool IsCounter(std::string_view key) {
  size_t end = key.size();
  while (end > 0 && util::IsDigit(key[end - 1])) --end;
  if (end == key.size()) return false;
  return end == 0 || !util::IsAlnum(key[end - 1]);
}

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

bool TakesPart(const Message& m) {
  return m.copy_of == kNoMessage && m.left_out == LeftOutReason::kNo;
}

}  // namespace

TokenCollector::TokenCollector(Export& mail, const mail::TokenCatalogue& catalogue, TokenTable& out)
    : mail_(mail), catalogue_(catalogue), out_(out) {
  out_.of_address_.assign(mail.strings.size(), kNoToken);
  out_.of_id_.assign(mail.strings.size(), kNoToken);
  out_.root_.resize(mail.strings.size());
  looked_address_.resize(mail.strings.size());
  looked_id_.resize(mail.strings.size());
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
    if (auto tail = ParseTailAddress(text); tail && tails_.contains(tail->base)) plus = tail;
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
  for (const Message& m : mail_.messages) {
    if (!TakesPart(m) || m.from_list || m.bulk) continue;
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

void TokenCollector::CollectHeaders() {
  FindTails();
  const auto use = [&](TokenIndex token, MessageIndex i, TokenPlace place, bool by_desk) {
    if (token != kNoToken) out_.uses.push_back({token, i, place, by_desk});
  };
  for (MessageIndex i = 0; i < mail_.messages.size(); ++i) {
    const Message& m = mail_.messages[i];
    if (!TakesPart(m)) continue;
    for (const StringId a : mail_.ReplyTo(m))
      use(AddAddress(a), i, a == m.from ? TokenPlace::kFrom : TokenPlace::kReplyTo, true);
    if (mail_.ReplyTo(m).empty()) use(AddAddress(m.from), i, TokenPlace::kFrom, true);
    for (const StringId a : mail_.Recipients(m))
      use(AddAddress(a), i, TokenPlace::kRecipient, false);
    use(AddId(m.message_id), i, TokenPlace::kMessageId, true);
    for (const StringId id : mail_.InReplyTo(m)) use(AddId(id), i, TokenPlace::kReference, false);
    for (const StringId id : mail_.References(m)) use(AddId(id), i, TokenPlace::kReference, false);
  }
}

// What a subject shows says more to a reader than the key that ids share with it. Of several
// spellings the one that sorts first, whichever file comes first.
void TokenCollector::ShowAs(TokenIndex token, std::string_view spelling) {
  Token& t = out_.tokens[token];
  if (t.address != 0) return;
  if (!shown_.insert(token).second && mail_[t.text] <= spelling) return;
  t.text = mail_.strings.Intern(spelling);
}

int TokenCollector::RankOf(const mail::TokenMatch& match, std::string_view subject,
                           const Owner& owner, uint64_t vendors) const {
  const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
  if ((mail::VendorNamed(scheme.vendor) & vendors) != 0) return 4;
  const Key key{scheme.space, scheme.local ? std::string(owner.organisation) : std::string(),
                match.key};
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

void TokenCollector::CollectSubject(MessageIndex i, const Owner& owner) {
  const Message& m = mail_.messages[i];
  const std::string subject(mail_[m.subject]);
  for (const mail::TokenMatch& match : SubjectTokens(m, owner)) {
    const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
    const bool sign = (mail::VendorNamed(scheme.vendor) & m.vendors) != 0;
    const TokenIndex token = Add(
        {scheme.space, scheme.local ? std::string(owner.organisation) : std::string(), match.key},
        scheme, 0, subject.substr(match.begin, match.end - match.begin), 0,
        !(scheme.established && (sign || !scheme.local)));
    out_.facts[token].number |= IsCounter(match.key);
    ShowAs(token, subject.substr(match.begin, match.end - match.begin));
    out_.uses.push_back({token, i, TokenPlace::kSubject, owner.wrote});
  }
}

// Numbers that stand in a customer's subject before they stand in the desk's.
void TokenCollector::CollectBrought(const OwnerOf& desk) {
  std::map<Key, std::pair<int64_t, int64_t>> first;  // by the customer, by the desk
  for (MessageIndex i = 0; i < mail_.messages.size(); ++i) {
    const Message& m = mail_.messages[i];
    if (!TakesPart(m)) continue;
    const Owner owner = desk(i);
    if (owner.organisation.empty()) continue;
    for (const mail::TokenMatch& match :
         catalogue_.Find(mail::TokenPlace::kSubject, mail_[m.subject])) {
      const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
      if (scheme.established && !scheme.ambiguous) continue;
      auto& [customer, agent] =
          first
              .try_emplace(
                  {scheme.space, scheme.local ? std::string(owner.organisation) : std::string(),
                   match.key},
                  std::pair{INT64_MAX, INT64_MAX})
              .first->second;
      int64_t& at = owner.wrote ? agent : customer;
      at = std::min(at, m.date);
    }
  }
  for (const auto& [key, dates] : first)
    if (dates.first < dates.second) brought_.insert(key);
}

void TokenCollector::CollectFields(MessageIndex i, const Owner& owner) {
  for (const StringId field : mail_.DeskFields(mail_.messages[i])) {
    const std::string text(mail_[field]);
    const size_t colon = text.find(": ");
    if (colon == std::string::npos) continue;
    const auto matches = catalogue_.FindInHeader(std::string_view(text).substr(0, colon),
                                                 std::string_view(text).substr(colon + 2));
    for (const mail::TokenMatch& match : matches) {
      const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
      const TokenIndex token = Add(
          {scheme.space, scheme.local ? std::string(owner.organisation) : std::string(), match.key},
          scheme, 0, match.key, 0, !scheme.established);
      out_.uses.push_back({token, i, TokenPlace::kField, owner.wrote});
    }
  }
}

void TokenCollector::CollectTexts(const OwnerOf& desk) {
  CollectBrought(desk);
  // Desks first: what the customer's mails have in common with them is known then.
  for (const bool wrote : {true, false})
    for (MessageIndex i = 0; i < mail_.messages.size(); ++i) {
      if (!TakesPart(mail_.messages[i])) continue;
      const Owner owner = desk(i);
      if (owner.organisation.empty() || owner.wrote != wrote) continue;
      CollectSubject(i, owner);
      CollectFields(i, owner);
    }
}

void TokenCollector::AddBodyToken(MessageIndex i, const mail::TokenMatch& match,
                                  std::string_view organisation, bool wrote, bool quoted) {
  const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
  const Key key{scheme.space, scheme.local ? std::string(organisation) : std::string(), match.key};
  const bool sign = (mail::VendorNamed(scheme.vendor) & mail_.messages[i].vendors) != 0;
  if (scheme.ambiguous && !sign && !by_key_.contains(key)) return;
  const TokenIndex token = Add(key, scheme, 0, match.key, 0, !scheme.established);
  out_.facts[token].number |= scheme.local && IsCounter(match.key);
  out_.uses.push_back(
      {token, i, quoted ? TokenPlace::kQuoted : TokenPlace::kBody, wrote && !quoted});
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
