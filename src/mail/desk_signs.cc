#include "mail/desk_signs.h"

#include "util/ascii.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <iterator>
#include <span>

namespace threadlint::mail {
namespace {

// A vendor's place is its bit, and the order in which FirstVendor() names them.
enum Vendor : uint8_t {
  kAlaveteli,
  kAmazon,
  kBoldDesk,
  kChatwoot,
  kDiscourse,
  kEbay,
  kFixMyStreet,
  kFreeScout,
  kFreshdesk,
  kFreshservice,
  kFront,
  kGitHub,
  kGitLab,
  kGorgias,
  kHelpScout,
  kHubSpot,
  kIntercom,
  kJira,
  kKayako,
  kLiveAgent,
  kMantis,
  kOsTicket,
  kOtrs,
  kPhabricator,
  kReamaze,
  kRedmine,
  kRt,
  kSalesforce,
  kServiceNow,
  kUvDesk,
  kZammad,
  kZendesk,
  kZoho,
  kVendors
};
static_assert(kVendors <= 64);

constexpr std::array<std::string_view, kVendors> kNames = {
    "Alaveteli",   "Amazon",    "BoldDesk",        "Chatwoot",     "Discourse",  "eBay",
    "FixMyStreet", "FreeScout", "Freshdesk",       "Freshservice", "Front",      "GitHub",
    "GitLab",      "Gorgias",   "Help Scout",      "HubSpot",      "Intercom",   "Jira",
    "Kayako",      "LiveAgent", "MantisBT",        "osTicket",     "OTRS",       "Phabricator",
    "Re:amaze",    "Redmine",   "Request Tracker", "Salesforce",   "ServiceNow", "UVdesk",
    "Zammad",      "Zendesk",   "Zoho Desk"};

constexpr VendorSet Bit(Vendor vendor) { return VendorSet{1} << vendor; }

// A header field: "x-vendor-" with a '-' at the end stands for every name that begins so.
struct FieldSign {
  std::string_view name;   // lower case
  std::string_view value;  // what the value begins with, any case; empty: anything
  Vendor vendor;
  bool token = false;  // the catalogue has rows for its value
};

// Sorted by name. Marketing tools of the same houses (HubSpot) write fields of their own into
// newsletters: those are left out.
constexpr FieldSign kFields[] = {
    {"managed-by", "RT ", kRt},
    {"rt-", "", kRt},
    {"rt-ticket", "", kRt, true},
    {"user-agent", "Zammad", kZammad},
    {"x-amazon-", "", kAmazon},
    {"x-amazon-metadata", "", kAmazon, true},
    {"x-chatwoot-", "", kChatwoot},
    {"x-discourse-", "", kDiscourse},
    {"x-discourse-topic-id", "", kDiscourse, true},
    {"x-ebay-", "", kEbay},
    {"x-freescout-", "", kFreeScout},
    {"x-freshdesk-", "", kFreshdesk},
    {"x-freshservice-", "", kFreshservice},
    {"x-github-", "", kGitHub},
    {"x-gitlab-", "", kGitLab},
    {"x-gitlab-epic-id", "", kGitLab, true},
    {"x-gitlab-issue-id", "", kGitLab, true},
    {"x-gitlab-mergerequest-id", "", kGitLab, true},
    {"x-gitlab-reply-key", "", kGitLab, true},
    {"x-gorgias-", "", kGorgias},
    {"x-helpscout-", "", kHelpScout},
    {"x-intercom-", "", kIntercom},
    {"x-jira-", "", kJira},
    {"x-jira-fingerprint", "", kJira, true},
    {"x-kayako-", "", kKayako},
    {"x-mailer", "FreeScout", kFreeScout},
    {"x-mailer", "Freshdesk", kFreshdesk},
    {"x-mailer", "Kayako", kKayako},
    {"x-mailer", "LiveAgent", kLiveAgent},
    {"x-mailer", "MantisBT", kMantis},
    {"x-mailer", "osTicket", kOsTicket},
    {"x-mailer", "OTOBO", kOtrs},
    {"x-mailer", "OTRS", kOtrs},
    {"x-mailer", "Redmine", kRedmine},
    {"x-mailer", "UVdesk", kUvDesk},
    {"x-mailer", "Zammad", kZammad},
    {"x-mailer", "Zendesk", kZendesk},
    {"x-mailer", "Znuny", kOtrs},
    {"x-managed-by", "RT", kRt},
    {"x-msg-context", "HS-", kHelpScout, true},
    {"x-osticket-", "", kOsTicket},
    {"x-otobo-", "", kOtrs},
    {"x-otrs-", "", kOtrs},
    {"x-phabricator-", "", kPhabricator},
    {"x-powered-by", "OTOBO", kOtrs},
    {"x-powered-by", "OTRS", kOtrs},
    {"x-powered-by", "Znuny", kOtrs},
    {"x-redmine-", "", kRedmine},
    {"x-redmine-issue-id", "", kRedmine, true},
    {"x-rt-", "", kRt},
    {"x-rt-ticket", "", kRt, true},
    {"x-servicenow-", "", kServiceNow},
    {"x-servicenow-source", "", kServiceNow, true},
    {"x-sfdc-", "", kSalesforce},
    {"x-sfdc-entityid", "", kSalesforce, true},
    {"x-zammad-", "", kZammad},
    {"x-zendesk-", "", kZendesk},
};
static_assert(std::is_sorted(std::begin(kFields), std::end(kFields),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));

// Fields are looked up by two letters: the first ones, or those behind "x-". Most fields of most
// mails end there.
constexpr size_t kLetters = 26;
struct Range {
  uint8_t begin = 0, end = 0;
  uint32_t second = 0;  // letters that stand behind this one: a bit each
};

constexpr bool IsExtended(std::string_view name) {
  return name.size() > 3 && (name[0] == 'x' || name[0] == 'X') && name[1] == '-';
}

constexpr size_t LetterOf(std::string_view name) {
  const char letter = util::ToLower(name[IsExtended(name) ? 2 : 0]);
  if (!util::IsLower(letter)) return 2 * kLetters;
  return static_cast<size_t>(letter - 'a') + (IsExtended(name) ? kLetters : 0);
}

constexpr uint32_t SecondOf(std::string_view name) {
  const char letter = util::ToLower(name[IsExtended(name) ? 3 : 1]);
  return util::IsLower(letter) ? uint32_t{1} << (letter - 'a') : 0;
}

constexpr auto kByLetter = [] {
  std::array<Range, 2 * kLetters + 1> ranges{};
  for (size_t i = 0; i < std::size(kFields); ++i) {
    Range& range = ranges[LetterOf(kFields[i].name)];
    if (range.end == 0) range.begin = static_cast<uint8_t>(i);
    range.end = static_cast<uint8_t>(i + 1);
    range.second |= SecondOf(kFields[i].name);
  }
  return ranges;
}();
static_assert(std::ranges::all_of(kFields,
                                  [](const FieldSign& sign) { return SecondOf(sign.name) != 0; }));

std::span<const FieldSign> SignsLike(std::string_view name) {
  if (name.size() < 2) return {};
  const Range& range = kByLetter[LetterOf(name)];
  if ((range.second & SecondOf(name)) == 0) return {};
  return std::span(kFields).subspan(range.begin, static_cast<size_t>(range.end - range.begin));
}

bool Names(const FieldSign& sign, std::string_view name) {
  return sign.name.ends_with('-') ? util::StartsWithIgnoreCase(name, sign.name)
                                  : util::EqualsIgnoreCase(name, sign.name);
}

// Where desks and their mail gateways have addresses. ".example.com": every domain below it, as
// the people who make the software write from "example.com" itself. A local part is that alone.
struct AddressSign {
  std::string_view local;  // lower case; empty: any
  std::string_view domain;
  Vendor vendor;
};
constexpr AddressSign kAddresses[] = {
    {"", ".atlassian.net", kJira},
    {"", ".bolddesk.com", kBoldDesk},
    {"", ".case.salesforce.com", kSalesforce},
    {"", ".fixmystreet.com", kFixMyStreet},
    {"", ".freshdesk.com", kFreshdesk},
    {"", ".freshservice.com", kFreshservice},
    {"", ".gorgias.com", kGorgias},
    {"", ".gorgias.io", kGorgias},
    {"", ".hs-inbox.com", kHubSpot},
    {"", ".intercom-mail.com", kIntercom},
    {"", ".kayako.com", kKayako},
    {"", ".ladesk.com", kLiveAgent},
    {"", ".reamaze.com", kReamaze},
    {"", ".service-now.com", kServiceNow},
    {"", ".uvdesk.com", kUvDesk},
    {"", ".zendesk.com", kZendesk},
    {"", ".zohodesk.com", kZoho},
    {"", "discoursemail.com", kDiscourse},
    {"", "helpscout.net", kHelpScout},
    {"", "in.frontapp.com", kFront},
    {"", "incoming.gitlab.com", kGitLab},
    {"", "intercom-mail.com", kIntercom},
    {"", "mg.gitlab.com", kGitLab},
    {"", "reply.github.com", kGitHub},
    {"", "whatdotheyknow.com", kAlaveteli},
    {"noreply", "github.com", kGitHub},
    {"notifications", "github.com", kGitHub},
};

// Domains of message ids: made by the software, so the bare domain is a sign, too.
struct IdDomain {
  std::string_view domain;
  Vendor vendor;
};
constexpr IdDomain kIdDomains[] = {
    {"freshdesk.com", kFreshdesk},    {"freshservice.com", kFreshservice},
    {"frontapp.com", kFront},         {"github.com", kGitHub},
    {"helpscout.net", kHelpScout},    {"intercom-mail.com", kIntercom},
    {"atlassian.net", kJira},         {"reamaze.com", kReamaze},
    {"service-now.com", kServiceNow}, {"sfdc.net", kSalesforce},
    {"zendesk.com", kZendesk},        {"zohodesk.com", kZoho},
};

bool InDomain(std::string_view host, std::string_view domain) {
  if (domain.front() == '.') return util::EndsWithIgnoreCase(host, domain);
  if (!util::EndsWithIgnoreCase(host, domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

// Beginnings of message ids: '9' stands for one or more digits, 'h' for one or more hexadecimal
// ones, 'w' for one or more letters, digits, '-' and '_'; all else for itself, in any case.
struct IdForm {
  std::string_view form;
  Vendor vendor;
};
constexpr IdForm kIdForms[] = {
    {"FS_", kFreeScout},
    {"JIRA.9.9", kJira},
    {"RT-Ticket-9@", kRt},
    {"account/9/conversation/h-", kChatwoot},
    {"conversation/w/messages/9@", kChatwoot},
    {"discourse/post/9@", kDiscourse},
    {"issue_9@", kGitLab},
    {"merge_request_9@", kGitLab},
    {"note_9@", kGitLab},
    {"redmine.w-9.9", kRedmine},
    {"rt-9.9", kRt},
    {"topic/9", kDiscourse},
};

bool IsWordByte(char c) { return util::IsAlnum(c) || c == '-' || c == '_'; }

// "w" takes as little as it can.
bool BeginsLike(std::string_view id, std::string_view form) {
  size_t at = 0;
  for (size_t i = 0; i < form.size(); ++i) {
    const size_t begin = at;
    switch (form[i]) {
      case '9':
        while (at < id.size() && util::IsDigit(id[at])) ++at;
        break;
      case 'h':
        while (at < id.size() && util::IsHexDigit(id[at])) ++at;
        break;
      case 'w':
        while (at < id.size() && IsWordByte(id[at]) && (at == begin || id[at] != form[i + 1])) ++at;
        break;
      default:
        if (at < id.size() && util::ToLower(id[at]) == util::ToLower(form[i])) ++at;
    }
    if (at == begin) return false;
  }
  return true;
}

// Lengths of the runs of digits, hexadecimal digits and so on that Zammad and osTicket make.
size_t RunOf(std::string_view s, bool (*is)(char)) {
  size_t n = 0;
  while (n < s.size() && is(s[n])) ++n;
  return n;
}

// 20221018180732.42.xxxxxxxx-xxxx-…@
bool IsZammadId(std::string_view id) {
  if (RunOf(id, util::IsDigit) != 14 || id.size() < 60 || id[14] != '.') return false;
  id.remove_prefix(15);
  const size_t ticket = RunOf(id, util::IsDigit);
  if (ticket == 0 || id.size() < ticket + 38 || id[ticket] != '.') return false;
  id.remove_prefix(ticket + 1);
  return RunOf(id, util::IsHexDigit) == 8 && id[8] == '-' && id[13] == '-' && id[36] == '@';
}

// Bxxxxxx-xxxxx-<22 to 24>-local@
bool IsOsTicketId(std::string_view id) {
  if (id.size() < 40 || id[0] != 'B' || id[7] != '-' || id[13] != '-') return false;
  const size_t dash = id.find('-', 14);
  return dash >= 36 && dash <= 38 && id.find('@', dash) != id.npos;
}

}  // namespace

VendorSet VendorsOfHeader(std::string_view name, std::string_view value) {
  VendorSet vendors = 0;
  for (const FieldSign& sign : SignsLike(name)) {
    if (!Names(sign, name)) continue;
    if (sign.value.empty() || util::StartsWithIgnoreCase(util::TrimLeft(value), sign.value)) {
      vendors |= Bit(sign.vendor);
    }
  }
  return vendors;
}

bool HoldsToken(std::string_view header_name) {
  return std::ranges::any_of(SignsLike(header_name), [&](const FieldSign& sign) {
    return sign.token && util::EqualsIgnoreCase(header_name, sign.name);
  });
}

VendorSet VendorsOfId(std::string_view message_id) {
  const size_t at = message_id.rfind('@');
  if (at == message_id.npos) return 0;
  VendorSet vendors = 0;
  const std::string_view host = message_id.substr(at + 1);
  for (const IdDomain& sign : kIdDomains) {
    if (InDomain(host, sign.domain)) vendors |= Bit(sign.vendor);
  }
  for (const IdForm& sign : kIdForms) {
    if (BeginsLike(message_id, sign.form)) vendors |= Bit(sign.vendor);
  }
  if (IsZammadId(message_id)) vendors |= Bit(kZammad);
  if (IsOsTicketId(message_id)) vendors |= Bit(kOsTicket);
  return vendors;
}

VendorSet VendorsOfAddress(std::string_view address) {
  const size_t at = address.rfind('@');
  if (at == address.npos) return 0;
  const std::string_view local = address.substr(0, at);
  const std::string_view host = address.substr(at + 1);
  VendorSet vendors = 0;
  for (const AddressSign& sign : kAddresses) {
    if (!sign.local.empty() && !util::EqualsIgnoreCase(local, sign.local)) continue;
    if (InDomain(host, sign.domain)) vendors |= Bit(sign.vendor);
  }
  // Both have a domain for each country. Amazon's people write from amazon.com, too: of that domain
  // only the address of its customer service counts.
  if (util::StartsWithIgnoreCase(host, "marketplace.amazon.") ||
      (util::StartsWithIgnoreCase(host, "amazon.") &&
       util::StartsWithIgnoreCase(local, "cs-reply"))) {
    vendors |= Bit(kAmazon);
  }
  if (util::StartsWithIgnoreCase(host, "members.ebay.")) vendors |= Bit(kEbay);
  return vendors;
}

VendorSet VendorNamed(std::string_view vendor) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == vendor) return VendorSet{1} << i;
  }
  return 0;
}

std::string_view FirstVendor(VendorSet vendors) {
  const auto first = static_cast<size_t>(std::countr_zero(vendors));
  return first < kNames.size() ? kNames[first] : std::string_view();
}

}  // namespace threadlint::mail
