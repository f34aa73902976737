#include "cases/desks.h"

#include "cases/disjoint_sets.h"
#include "cases/domain.h"
#include "cases/message_order.h"
#include "cases/person.h"
#include "mail/desk_signs.h"
#include "util/ascii.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace threadlint::cases {
namespace {

// Domain `host` is `domain` or stands below it.
bool Below(std::string_view host, std::string_view domain) {
  return util::EndsWithIgnoreCase(host, domain) &&
         (host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.');
}

}  // namespace

Desks::Desks(const Export& mail, std::span<const MessageIndex> in_order, const TokenTable& tokens,
             const mail::TokenCatalogue& catalogue, const std::vector<std::string>& named)
    : mail_(mail), in_order_(in_order), addresses_(1), place_(mail.strings.size()) {
  LearnPersons();
  LearnFromTokens(tokens);
  LearnFromSigns();
  LearnProviders();
  LearnFromSubjects(catalogue);
  LearnFromNames();
  LearnFromSharedAddresses();
  Resolve(named);
  JoinAnswerAddresses();
}

void Desks::Add(StringId organisation, Evidence evidence) {
  if (organisation == 0) return;
  if (organisation >= desk_of_.size()) desk_of_.resize(organisations_.size(), kNobody);
  DeskIndex& desk = desk_of_[organisation];
  if (desk == kNobody) {
    desk = static_cast<DeskIndex>(desks_.size());
    desks_.push_back({organisations_[organisation], evidence, 0, 0});
  } else {
    desks_[desk].evidence = std::min(desks_[desk].evidence, evidence);
  }
}

void Desks::LearnPersons() {
  StringPool keys;
  std::vector<PersonIndex> of_key{kNobody};  // by StringId in `keys`
  const auto look = [&](StringId a) {
    if (a == 0 || place_[a] != 0) return;
    place_[a] = static_cast<uint32_t>(addresses_.size());
    Address& address = addresses_.emplace_back();
    address.address = a;
    const std::string key = PersonKey(mail_[a]);
    const std::string domain = DomainOf(key);
    address.organisation = organisations_.Intern(IsFreeMail(domain) ? key : OrganisationOf(domain));
    const StringId id = keys.Intern(key);
    of_key.resize(keys.size(), kNobody);
    if (of_key[id] == kNobody) {
      of_key[id] = static_cast<PersonIndex>(address_of_person_.size());
      address_of_person_.push_back(a);
    }
    address.person = of_key[id];
  };
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    look(m.from);
    for (const StringId a : mail_.ReplyTo(m)) look(a);
    for (const StringId a : mail_.Recipients(m)) look(a);
  }
}

void Desks::LearnFromTokens(const TokenTable& table) {
  for (const TokenUse& use : table.uses) {
    const Token& token = table.tokens[use.token];
    const Message& m = mail_.messages[use.message];
    const bool tag = token.role == TokenRole::kMailbox ||
                     (token.role == TokenRole::kRecipient && table.facts[use.token].learned);
    if (!use.by_desk || tag) continue;
    if (use.place == TokenPlace::kMessageId) {
      // Ids that only help-desk software makes; on a list they are one poster's.
      if (!m.from_list && token.role != TokenRole::kMessage)
        Add(Organisation(m.from), Evidence::kMessageId);
      continue;
    }
    for (const StringId a : mail_.ReplyTo(m))
      if (table.Of(a) == use.token) Add(Organisation(a), Evidence::kToken);
    if (use.place == TokenPlace::kFrom) Add(Organisation(m.from), Evidence::kToken);
    const bool others_answer = use.place == TokenPlace::kReplyTo && !m.from_list;
    if (others_answer && !IsFreeMail(DomainOf(mail_[m.from])))
      Add(Organisation(m.from), Evidence::kToken);
  }
}

void Desks::LearnFromSigns() {
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    if (m.vendors != 0 && !m.from_list && m.from != 0 && !IsFreeMail(DomainOf(mail_[m.from])))
      Add(Organisation(m.from), Evidence::kFields);
  }
}

// People of one domain who each write to a help desk of their own have nothing in common but where
// their mail is kept. Colleagues share those they write to.
void Desks::LearnProviders() {
  constexpr size_t kPersons = 4, kDesks = 4;
  struct Seen {
    std::set<PersonIndex> persons;
    std::map<StringId, std::set<PersonIndex>> desks;  // by organisation
  };
  std::map<StringId, Seen> by_organisation;
  const auto is_desk = [this](StringId a) { return IsDesk(Organisation(a)); };
  const auto meet = [&](StringId person, StringId desk) {
    Seen& seen = by_organisation[Organisation(person)];
    seen.persons.insert(Person(person));
    seen.desks[Organisation(desk)].insert(Person(person));
  };
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    if (m.from_list || m.from == 0) continue;
    for (const StringId a : mail_.Recipients(m)) {
      if (a == 0 || is_desk(a) == is_desk(m.from)) continue;
      is_desk(a) ? meet(m.from, a) : meet(a, m.from);
    }
  }
  std::set<StringId> providers;
  for (const auto& [name, seen] : by_organisation) {
    const auto shared =
        std::ranges::count_if(seen.desks, [](const auto& desk) { return desk.second.size() > 1; });
    if (seen.persons.size() >= kPersons && seen.desks.size() >= kDesks &&
        4 * static_cast<size_t>(shared) <= seen.desks.size())
      providers.insert(name);
  }
  for (Address& a : addresses_)
    if (a.address != 0 && providers.contains(a.organisation))
      a.organisation = organisations_.Intern(PersonKey(mail_[a.address]));
}

// Mails in whose subject a number stands for the first time.
struct Desks::Numbers {
  struct First {
    StringId from = 0;
    bool given = false;  // an answer that has it, to a mail of somebody else's that has not
    std::vector<StringId> others;  // organisations that use it too
  };
  std::map<std::string, First> first;  // by form and number

  static bool Ambiguous(const std::string& key) { return key.front() == '?'; }
  static std::string Form(const std::string& key) { return key.substr(0, key.find('\n')); }
};

Desks::Numbers Desks::NumbersInSubjects(const mail::TokenCatalogue& catalogue) const {
  Numbers out;
  std::unordered_map<StringId, std::vector<std::string>> keys_of;  // by subject, if it has any
  std::vector<bool> looked(mail_.strings.size());                  // by subject
  const auto keys = [&](StringId subject) -> std::span<const std::string> {
    if (!looked[subject]) {
      looked[subject] = true;
      for (const mail::TokenMatch& match :
           catalogue.Find(mail::TokenPlace::kSubject, mail_[subject])) {
        const mail::TokenScheme& scheme = catalogue.Schemes()[match.scheme];
        keys_of[subject].push_back((scheme.ambiguous ? "?" : "") + scheme.space + "\n" + match.key);
      }
    }
    const auto at = keys_of.find(subject);
    if (at == keys_of.end()) return {};
    return at->second;
  };
  std::vector<MessageIndex> by_id;  // by StringId, made when it is first asked for
  const auto mail_of = [&](StringId id) {
    if (by_id.empty()) {
      by_id.assign(mail_.strings.size(), kNoMessage);
      for (const MessageIndex i : in_order_) {
        MessageIndex& first = by_id[mail_.messages[i].message_id];
        if (first == kNoMessage) first = i;
      }
    }
    return by_id[id];
  };
  const auto given = [&](const Message& m, const std::string& key) {
    for (const StringId id : mail_.InReplyTo(m)) {
      const MessageIndex i = id == 0 ? kNoMessage : mail_of(id);
      if (i == kNoMessage) continue;
      const Message& answered = mail_.messages[i];
      return Organisation(answered.from) != Organisation(m.from) &&
             std::ranges::find(keys(answered.subject), key) == keys(answered.subject).end();
    }
    return false;
  };
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    if (m.from_list || m.from == 0) continue;
    for (const std::string& key : keys(m.subject)) {
      const auto [at, added] = out.first.try_emplace(key, Numbers::First{m.from, false, {}});
      if (added) at->second.given = given(m, key);
      Numbers::First& first = at->second;
      if (Organisation(first.from) != Organisation(m.from) &&
          std::ranges::find(first.others, Organisation(m.from)) == first.others.end())
        first.others.push_back(Organisation(m.from));
    }
  }
  return out;
}

// A number in brackets belongs to who used it first. Whose numbers come up in answers, to subjects
// that had none, is asked first: what he then only repeats his customers brought, as the numbers of
// their orders. Of many who have their mail at one provider, each has one.
void Desks::LearnFromSubjects(const mail::TokenCatalogue& catalogue) {
  const Numbers numbers = NumbersInSubjects(catalogue);
  for (const bool given : {true, false}) {
    std::map<std::pair<StringId, std::string>, uint32_t> of_form;  // that many software shares
    std::vector<StringId> found;
    for (const auto& [key, first] : numbers.first) {
      if (first.others.empty() || IsFreeMail(DomainOf(mail_[first.from]))) continue;
      if (given && !first.given) continue;
      const StringId organisation = Organisation(first.from);
      // Customers begin with a number too, and some providers of mail nobody has a list of.
      const bool by_desk =
          std::ranges::any_of(first.others, [this](StringId other) { return IsDesk(other); });
      if (by_desk && !IsDesk(organisation)) continue;
      // One number may be of an order; a house that gives out several gives out case numbers.
      if (!Numbers::Ambiguous(key) || ++of_form[{organisation, Numbers::Form(key)}] >= 2)
        found.push_back(organisation);
    }
    for (const StringId organisation : found) Add(organisation, Evidence::kSubject);
  }
}

void Desks::LearnFromNames() {
  // Both directions between a desk-like address and a person.
  std::set<std::pair<StringId, PersonIndex>> wrote, got;
  std::vector<std::optional<bool>> named_so(mail_.strings.size());  // by address
  const auto is_desk_name = [&](StringId a) {
    if (!named_so[a]) named_so[a] = IsDeskName(mail_[a]);
    return *named_so[a];
  };
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    if (m.from_list || m.from == 0) continue;
    const auto each = [&](StringId to) {
      if (to == 0 || Organisation(to) == Organisation(m.from)) return;
      if (!m.bulk && is_desk_name(m.from)) wrote.emplace(Organisation(m.from), Person(to));
      if (is_desk_name(to)) got.emplace(Organisation(to), Person(m.from));
    };
    for (const StringId a : mail_.Recipients(m)) each(a);
  }
  std::map<std::string_view, StringId> found;  // desks are numbered by name
  for (const auto& pair : wrote)
    if (got.contains(pair)) found.emplace(organisations_[pair.first], pair.first);
  for (const auto& [name, organisation] : found) Add(organisation, Evidence::kName);
}

// One address, several people's names over it, and somebody answers it.
void Desks::LearnFromSharedAddresses() {
  struct Names {
    StringId first = 0;
    bool several = false;
    bool answered = false;
  };
  std::unordered_map<PersonIndex, Names> of;
  std::unordered_map<PersonIndex, StringId> address;
  const auto share_word = [](std::string_view a, std::string_view b) {
    const std::string in = " " + util::LowerAscii(b) + " ";
    std::string word;
    for (const char c : util::LowerAscii(a) + " ") {
      if (c != ' ' && c != ',') {
        word += c;
      } else {
        if (word.size() > 2 && in.find(word) != std::string::npos) return true;
        word.clear();
      }
    }
    return false;
  };
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    if (m.from_list || m.from == 0) continue;
    for (const StringId a : mail_.Recipients(m))
      if (a != 0) of[Person(a)].answered = true;
    if (m.from_name == 0 || m.bulk) continue;
    Names& names = of[Person(m.from)];
    address[Person(m.from)] = m.from;
    if (names.first == 0) names.first = m.from_name;
    names.several |= !share_word(mail_[names.first], mail_[m.from_name]) &&
                     !share_word(mail_[m.from_name], mail_[names.first]);
  }
  for (const auto& [person, names] : of)
    if (names.several && names.answered && !IsFreeMail(DomainOf(mail_[address[person]])))
      Add(Organisation(address[person]), Evidence::kShared);
}

void Desks::Resolve(const std::vector<std::string>& named) {
  for (Address& a : addresses_) {
    if (a.address == 0) continue;
    const std::string_view address = mail_[a.address];
    const std::string domain = DomainOf(address);
    for (const std::string& name : named) {
      const bool is = name.find('@') != std::string::npos
                          ? PersonKey(address) == util::LowerAscii(name)
                          : Below(domain, util::LowerAscii(name));
      if (is) Add(a.organisation, Evidence::kNamed);
    }
    a.desk = DeskOf(a.organisation);
  }
}

// A desk that has its answers sent to another domain answers from there too.
void Desks::JoinAnswerAddresses() {
  std::vector<std::pair<StringId, StringId>> same;
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    if (m.from_list || Of(m.from) == kNobody) continue;
    for (const StringId a : mail_.ReplyTo(m)) {
      if (Organisation(a) == 0 || Organisation(a) == Organisation(m.from)) continue;
      if (IsFreeMail(DomainOf(mail_[a]))) continue;
      Add(Organisation(a), Evidence::kAnswers);
      same.emplace_back(Organisation(m.from), Organisation(a));
    }
  }
  DisjointSets sets(desks_.size());
  for (const auto& [x, y] : same) sets.Join(DeskOf(x), DeskOf(y));
  for (DeskIndex d = 0; d < desks_.size(); ++d) {
    Desk& to = desks_[sets.Find(d)];
    to.evidence = std::min(to.evidence, desks_[d].evidence);
    if (desks_[d].name < to.name) to.name = desks_[d].name;
  }
  for (Address& a : addresses_)
    if (const DeskIndex desk = DeskOf(a.organisation); desk != kNobody) a.desk = sets.Find(desk);
  for (const MessageIndex i : in_order_) {
    const Message& m = mail_.messages[i];
    if (Of(m.from) == kNobody || IsNoReply(mail_[m.from])) continue;
    Desk& desk = desks_[Of(m.from)];
    ++desk.mails;
    desk.marked += m.auto_generated ? 1 : 0;
  }
}

std::string_view Desks::Reason(DeskIndex desk) const {
  switch (desks_[desk].evidence) {
    case Evidence::kNamed:
      return "the author's address is of the named support domain";
    case Evidence::kToken:
      return "the author's address is of an organisation whose mails give a token as the address "
             "to answer to";
    case Evidence::kMessageId:
      return "the author's address is of an organisation whose mails have a help desk's message "
             "ids";
    case Evidence::kFields:
      return "the author's address is of an organisation whose mails bear header fields of "
             "help-desk software";
    case Evidence::kSubject:
      return "the author's address is of an organisation whose mails put a case number into the "
             "subject";
    case Evidence::kShared:
      return "the author's address is of an organisation where several people write from one "
             "address";
    case Evidence::kName:
      return "the author's organisation is written to, and answers, at an address named as help "
             "desks are";
    case Evidence::kAnswers:
      return "answers to the help desk go to the author's organisation";
  }
  return "nothing ties its author to a help desk";
}

bool Desks::SameCompany(PersonIndex a, PersonIndex b) const {
  if (a == kNobody || b == kNobody) return false;
  const StringId x = address_of_person_[a], y = address_of_person_[b];
  return Organisation(x) == Organisation(y) && !IsFreeMail(DomainOf(mail_[x]));
}

Correspondents Desks::Between(const Message& m) const {
  Correspondents out;
  out.desk = Of(m.from);
  if (out.desk != kNobody) {
    out.from_desk = true;
    for (const StringId a : mail_.Recipients(m))
      if (a != 0 && Of(a) != out.desk) {
        out.person = Person(a);
        break;
      }
    return out;
  }
  for (const StringId a : mail_.Recipients(m))
    if (Of(a) != kNobody) {
      out.desk = Of(a);
      if (m.from != 0) out.person = Person(m.from);
      break;
    }
  return out;
}

}  // namespace threadlint::cases
