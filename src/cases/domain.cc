#include "cases/domain.h"

#include "util/ascii.h"

#include <algorithm>
#include <array>

namespace threadlint::cases {
namespace {

// Second-level labels under which country registries sell names.
constexpr std::array<std::string_view, 18> kSecondLevel = {
    "ac", "asn", "co", "com", "edu", "gen", "go", "gob", "gov",
    "gv", "ltd", "me", "mil", "ne",  "net", "or", "org", "plc"};

constexpr std::array<std::string_view, 34> kFreeMail = {
    "aol.com",     "bluewin.ch", "fastmail.com", "free.fr",        "freenet.de", "gmail.com",
    "gmx.at",      "gmx.ch",     "gmx.com",      "gmx.de",         "gmx.net",    "googlemail.com",
    "hotmail.com", "icloud.com", "laposte.net",  "libero.it",      "live.com",   "mac.com",
    "mail.com",    "mail.ru",    "mailbox.org",  "me.com",         "msn.com",    "orange.fr",
    "outlook.com", "posteo.de",  "proton.me",    "protonmail.com", "qq.com",     "t-online.de",
    "web.de",      "yahoo.com",  "yandex.ru",    "zoho.com"};

// Names of providers that have more than one domain (yahoo.co.uk, hotmail.fr, gmx.net).
constexpr std::array<std::string_view, 16> kFreeMailNames = {
    "aol",  "fastmail", "gmail",   "gmx",    "googlemail", "hotmail",    "icloud",   "laposte",
    "live", "mailbox",  "outlook", "posteo", "proton",     "protonmail", "t-online", "yahoo"};

// Where each customer of a provider has a name of his own below the provider's: an organisation
// each.
constexpr std::array<std::string_view, 12> kHosts = {
    "atlassian.net", "desk.com",      "freshdesk.com", "freshservice.com",
    "gorgias.io",    "groovehq.com",  "helpscout.net", "kayako.com",
    "myshopify.com", "uservoice.com", "zendesk.com",   "zohodesk.com"};

}  // namespace

std::string DomainOf(std::string_view address) {
  const size_t at = address.rfind('@');
  if (at == std::string_view::npos) return {};
  std::string domain = util::LowerAscii(address.substr(at + 1));
  while (!domain.empty() && domain.back() == '.') domain.pop_back();
  return domain;
}

std::string OrganisationOf(std::string_view domain) {
  const size_t last = domain.rfind('.');
  if (last == std::string_view::npos || last == 0) return std::string(domain);
  size_t second = domain.rfind('.', last - 1);
  const size_t label = second == std::string_view::npos ? 0 : second + 1;
  const std::string_view middle = domain.substr(label, last - label);
  const bool country = domain.size() - last - 1 == 2;
  if (second != std::string_view::npos && country &&
      std::ranges::find(kSecondLevel, middle) != kSecondLevel.end()) {
    second = second == 0 ? std::string_view::npos : domain.rfind('.', second - 1);
  }
  const std::string_view registered =
      second == std::string_view::npos ? domain : domain.substr(second + 1);
  if (registered.size() < domain.size() && std::ranges::find(kHosts, registered) != kHosts.end()) {
    const size_t dot = domain.rfind('.', domain.size() - registered.size() - 2);
    return std::string(dot == std::string_view::npos ? domain : domain.substr(dot + 1));
  }
  return std::string(registered);
}

bool IsFreeMail(std::string_view domain) {
  const std::string organisation = OrganisationOf(domain);
  if (std::ranges::find(kFreeMail, organisation) != kFreeMail.end()) return true;
  const std::string_view name = std::string_view(organisation).substr(0, organisation.find('.'));
  return std::ranges::find(kFreeMailNames, name) != kFreeMailNames.end();
}

}  // namespace threadlint::cases
