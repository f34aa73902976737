#include "cases/sides.h"

#include "cases/domain.h"
#include "cases/plus_address.h"
#include "util/ascii.h"

#include <functional>

namespace threadlint::cases {
namespace {

// Domain `host` is `domain` or stands below it.
bool Below(std::string_view host, std::string_view domain) {
  return util::EndsWithIgnoreCase(host, domain) &&
         (host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.');
}

}  // namespace

Desks::Desks(const Export& mail, const TokenTable& table, const std::vector<std::string>& named) {
  for (const std::string& domain : named) named_.insert(util::LowerAscii(domain));
  for (const TokenUse& use : table.uses) {
    const Token& token = table.tokens[use.token];
    if (use.place == TokenPlace::kRecipient || token.role == TokenRole::kMailbox) continue;
    const std::string_view base = mail[token.base];
    const std::string domain = DomainOf(base);
    if (IsFreeMail(domain)) {
      learned_addresses_.emplace(base);
    } else {
      learned_.insert(OrganisationOf(domain));
    }
  }
}

bool Desks::IsNamed(std::string_view address) const {
  if (named_.empty()) return false;
  if (named_.contains(util::LowerAscii(address))) return true;
  const std::string domain = DomainOf(address);
  for (const std::string& name : named_)
    if (Below(domain, name)) return true;
  return false;
}

bool Desks::IsLearned(std::string_view address) const {
  if (learned_.contains(OrganisationOf(DomainOf(address)))) return true;
  if (learned_addresses_.empty()) return false;
  const auto plus = ParsePlusAddress(address);
  return learned_addresses_.contains(plus ? plus->base : util::LowerAscii(address));
}

SideAndReason SideOf(const Export& mail, const Message& m, const TokenTable& tokens,
                     const Desks& desks) {
  if (m.bounce) return {Side::kAuto, "a mail system returned a mail"};
  if (m.auto_replied) return {Side::kAuto, "Auto-Submitted says that a machine answered"};
  const std::string_view from = mail[m.from];
  if (desks.IsNamed(from))
    return {Side::kAgent, "the author's address is of the named support domain"};
  for (const StringId a : mail.ReplyTo(m)) {
    const TokenIndex token = tokens.Of(a);
    if (token != kNoToken && a != m.from && tokens.tokens[token].role != TokenRole::kMailbox &&
        desks.Has(mail[a]))
      return {Side::kAgent, "answers to it go to an address with a help desk's token"};
  }
  if (desks.IsLearned(from))
    return {Side::kAgent, "the author's address is of the organisation that runs the help desk"};
  for (const StringId a : mail.Recipients(m))
    if (desks.Has(mail[a])) return {Side::kCustomer, "it is written to the help desk"};
  return {Side::kUnknown, "nothing ties its author to a help desk"};
}

}  // namespace threadlint::cases
