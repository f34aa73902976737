#include "verdict/redact_people.h"

#include "util/ascii.h"

#include <algorithm>

namespace threadlint::verdict {
namespace {

constexpr uint8_t kWroteAsAgent = 1, kWroteAsCustomer = 2, kGotFromDesk = 4;

// "no-reply", "customer.service": says what the address is for, and nothing of a person.
bool NamesFunction(std::string_view local) {
  bool any = false;
  for (size_t at = 0; at < local.size();) {
    size_t end = at;
    while (end < local.size() && util::IsAlpha(local[end])) ++end;
    if (end > at) {
      if (!IsFunction(local.substr(at, end - at))) return false;
      any = true;
    }
    at = end;
    while (at < local.size() && !util::IsAlpha(local[at])) {
      if (util::IsDigit(local[at]) || static_cast<unsigned char>(local[at]) >= 0x80) return false;
      ++at;
    }
  }
  return any;
}

}  // namespace

struct People::Parts {
  std::string local;         // without the token, lower case
  std::string tag;           // the token, as written
  std::string domain;        // lower case
  std::string organisation;  // its registrable part
  std::string canonical;     // the same for all addresses of one mailbox
};

People::People(const Redaction& redaction, const Report& report, Pseudonyms& pseudonyms)
    : redaction_(redaction),
      report_(report),
      mail_(report.mail),
      pseudonyms_(pseudonyms),
      names_(redaction.tools.fold) {
  for (TokenIndex t = 0; t < report.set.tokens.size(); ++t)
    if (report.set.tokens[t].address != 0) tokens_.emplace(mail_[report.set.tokens[t].address], t);
  for (const Message& m : mail_.messages)
    if (m.from != 0 && m.from_name != 0) names_of_[m.from].emplace(mail_[m.from_name]);
  for (const auto& [address, name] : mail_.names) names_of_[address].emplace(mail_[name]);
  for (const auto& [message, name] : redaction.signers) signers_.emplace(message, name);
  FindDesks();
  FindRoles();

  std::vector<bool> done(report.set.cases.size());
  const auto meet = [&](uint32_t c) {
    if (done[c]) return;
    done[c] = true;
    for (const CaseMessage& entry : report.set.Messages(report.set.cases[c]))
      MeetMessage(entry.message);
  };
  for (const uint32_t c : report.shown) meet(c);
  for (uint32_t c = 0; c < report.set.cases.size(); ++c) meet(c);
  MeetRest();
}

People::Parts People::Split(std::string_view address) const {
  Parts out;
  const size_t at = address.rfind('@');
  out.local = util::LowerAscii(address.substr(0, at));
  if (at != std::string_view::npos) out.domain = util::LowerAscii(address.substr(at + 1));
  while (out.domain.ends_with('.')) out.domain.pop_back();
  out.organisation = redaction_.tools.organisation(out.domain);
  const auto token = tokens_.find(std::string(address));
  if (token != tokens_.end()) {
    const Token& t = report_.set.tokens[token->second];
    const std::string_view base = mail_[t.base];
    out.tag = mail_[t.text];
    if (const size_t end = base.rfind('@'); end != std::string_view::npos) {
      out.local = util::LowerAscii(base.substr(0, end));
    } else if (const size_t begin = util::FindIgnoreCase(out.local, out.tag);
               begin != std::string::npos) {
      out.local.erase(begin, out.tag.size());
    }
  } else if (const size_t plus = address.substr(0, at).find('+'); plus != std::string_view::npos) {
    out.tag = address.substr(plus + 1, at - plus - 1);
    out.local.resize(plus);
  }
  out.canonical = out.local + "@" + out.domain;
  return out;
}

// Domains that people of a desk write from.
void People::FindDesks() {
  for (const CaseMessage& entry : report_.set.messages) {
    if (entry.side != Side::kAgent) continue;
    const Parts parts = Split(mail_[mail_.messages[entry.message].from]);
    if (!parts.domain.empty() && !redaction_.tools.is_free_mail(parts.domain))
      desks_.insert(parts.organisation);
  }
}

void People::FindRoles() {
  for (const CaseMessage& entry : report_.set.messages) {
    const Message& m = mail_.messages[entry.message];
    const bool agent = entry.side == Side::kAgent;
    const bool customer = entry.side == Side::kCustomer;
    if (agent || customer)
      roles_[Split(mail_[m.from]).canonical] |= agent ? kWroteAsAgent : kWroteAsCustomer;
    if (agent || entry.side == Side::kAuto)
      for (const StringId a : mail_.Recipients(m))
        roles_[Split(mail_[a]).canonical] |= kGotFromDesk;
  }
  for (const auto& [canonical, bits] : roles_) {
    const Parts parts = Split(canonical);
    if (RoleOf(canonical, parts.organisation) == Role::kCustomer)
      mailers_.insert(parts.organisation);
  }
}

People::Role People::RoleOf(const std::string& canonical, std::string_view organisation) const {
  const auto at = roles_.find(canonical);
  const uint8_t bits = at == roles_.end() ? 0 : at->second;
  if ((bits & kWroteAsAgent) != 0) return Role::kAgent;
  if ((bits & kWroteAsCustomer) != 0) return Role::kCustomer;
  if (desks_.contains(std::string(organisation))) return Role::kAgent;
  return (bits & kGotFromDesk) != 0 ? Role::kCustomer : Role::kOther;
}

std::string People::Domain(std::string_view organisation) {
  const std::string key(organisation);
  const std::string_view prefix = desks_.contains(key) ? "desk"
                                  : redaction_.tools.is_free_mail(key) || mailers_.contains(key)
                                      ? "mail"
                                      : "firm";
  return pseudonyms_.Numbered(prefix, "domain", key);
}

// The name is the house's, not a person's: "Shop Support", "Shop".
bool People::IsOfDesk(std::string_view name, std::string_view organisation) const {
  const std::string label(organisation.substr(0, organisation.find('.')));
  std::string run;
  for (const NameToken& token : SplitWords(name)) {
    const std::string folded =
        redaction_.tools.fold(name.substr(token.begin, token.end - token.begin));
    if (IsFunction(folded) || folded == label) return true;
    run += folded;
  }
  return !run.empty() && (label.starts_with(run) || (label.size() > 3 && run.starts_with(label)));
}

NameIndex People::PersonOf(std::string_view address) {
  const Parts parts = Split(address);
  const auto at = persons_.find(parts.canonical);
  if (at != persons_.end()) return at->second;
  const Role role = RoleOf(parts.canonical, parts.organisation);
  const std::string_view prefix = role == Role::kAgent      ? "Agent"
                                  : role == Role::kCustomer ? "Customer"
                                                            : "Other";
  const NameIndex who =
      names_.Add(pseudonyms_.Numbered(prefix, "person", parts.canonical), role != Role::kAgent);
  persons_.emplace(parts.canonical, who);
  // Half of an address is often a name: "ada.verne".
  constexpr size_t kShortest = 4;
  for (const NameToken& token : SplitWords(parts.local))
    if (token.end - token.begin >= kShortest)
      names_.AddWord(who,
                     std::string_view(parts.local).substr(token.begin, token.end - token.begin));
  return who;
}

NameIndex People::NamedAt(std::string_view address, std::string_view name) {
  const Parts parts = Split(address);
  const Role role = RoleOf(parts.canonical, parts.organisation);
  if (role == Role::kCustomer) return PersonOf(address);
  const bool function = NamesFunction(parts.local);
  if (function && IsOfDesk(name, parts.organisation)) {
    const auto [at, added] = houses_.try_emplace(parts.organisation, 0);
    if (added) {
      std::string pseudonym = Domain(parts.organisation);
      pseudonym[0] = util::ToUpper(pseudonym[0]);
      at->second = names_.Add(std::move(pseudonym), false);
      names_.AddWord(at->second, parts.organisation.substr(0, parts.organisation.find('.')));
    }
    return at->second;
  }
  if (role == Role::kOther) return PersonOf(address);
  // Agents are known by their names: many write from one address, and one from several.
  std::string key = parts.organisation;
  for (const NameToken& token : SplitWords(name)) {
    const std::string folded =
        redaction_.tools.fold(name.substr(token.begin, token.end - token.begin));
    if (!IsTitle(folded)) key += "\n" + folded;
  }
  const auto at = agents_.find(key);
  if (at != agents_.end()) return at->second;
  const NameIndex who = function ? names_.Add(pseudonyms_.Numbered("Agent", "person", key), false)
                                 : PersonOf(address);
  agents_.emplace(std::move(key), who);
  return who;
}

void People::Meet(StringId id) {
  if (id == 0 || !met_.insert(id).second) return;
  const std::string_view address = mail_[id];
  if (address.find('@') == std::string_view::npos) return;
  Domain(Split(address).organisation);
  if (const auto names = names_of_.find(id); names != names_of_.end())
    for (const std::string& name : names->second) {
      if (name.find('@') != std::string::npos) continue;
      names_.AddName(NamedAt(address, name), name);
      // "Shop Care (Iris)"
      const size_t open = name.find('('), close = name.find(')', open);
      if (close == std::string::npos) continue;
      const std::string inner = name.substr(open + 1, close - open - 1);
      if (!SplitWords(inner).empty()) names_.AddName(NamedAt(address, inner), inner);
    }
  Address(address);
}

void People::MeetMessage(MessageIndex i) {
  const Message& m = mail_.messages[i];
  Meet(m.from);
  if (const auto signer = signers_.find(i); signer != signers_.end() && m.from != 0)
    names_.AddName(NamedAt(mail_[m.from], signer->second), signer->second);
  for (const StringId a : mail_.ReplyTo(m)) Meet(a);
  for (const StringId a : mail_.Recipients(m)) Meet(a);
}

// Of mail that is in no case, in an order that no file has a part in.
void People::MeetRest() {
  std::vector<StringId> rest;
  const auto add = [&](StringId id) {
    if (id != 0 && !met_.contains(id)) rest.push_back(id);
  };
  for (const Message& m : mail_.messages) {
    add(m.from);
    for (const StringId a : mail_.ReplyTo(m)) add(a);
    for (const StringId a : mail_.Recipients(m)) add(a);
  }
  std::ranges::sort(rest, {}, [this](StringId id) { return mail_[id]; });
  for (const StringId id : rest) Meet(id);
}

std::string People::Address(std::string_view address) {
  const Parts parts = Split(address);
  const bool customer = RoleOf(parts.canonical, parts.organisation) == Role::kCustomer;
  std::string out =
      !customer && NamesFunction(parts.local) ? parts.local : names_.Pseudonym(PersonOf(address));
  if (!parts.tag.empty()) out += "+" + pseudonyms_.Lettered("token", "token", parts.tag, parts.tag);
  return out + "@" + Host(parts.domain);
}

std::string People::Host(std::string_view host) {
  const std::string lower = util::LowerAscii(host);
  if (lower.empty()) return "mail.invalid";
  return util::LowerAscii(Domain(redaction_.tools.organisation(lower))) + ".invalid";
}

bool People::IsKnownHost(std::string_view host) const {
  return pseudonyms_.Find("domain", redaction_.tools.organisation(util::LowerAscii(host))) !=
         nullptr;
}

std::string People::Writer(std::string_view address, std::string_view name) {
  if (name.find('@') != std::string_view::npos || SplitWords(name).empty())
    return names_.Pseudonym(PersonOf(address));
  return names_.Pseudonym(NamedAt(address, name));
}

std::vector<NameIndex> People::Of(const Case& c) const {
  std::vector<NameIndex> out;
  const auto add = [&](StringId id) {
    const auto at = persons_.find(Split(mail_[id]).canonical);
    if (at != persons_.end()) out.push_back(at->second);
  };
  for (const CaseMessage& entry : report_.set.Messages(c)) {
    const Message& m = mail_.messages[entry.message];
    add(m.from);
    for (const StringId a : mail_.Recipients(m)) add(a);
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string People::NameAnew(const std::string& folded) {
  if (const NameIndex* who = names_.Whole(folded)) return names_.Pseudonym(*who);
  const NameIndex who = names_.Add(pseudonyms_.Numbered("Other", "name", folded), true);
  names_.AddName(who, folded);
  return names_.Pseudonym(who);
}

}  // namespace threadlint::verdict
