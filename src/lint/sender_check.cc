#include "lint/sender_check.h"

#include "cases/domain.h"
#include "mail/sender_results.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint {
namespace {

constexpr size_t kMostNoted = 4;  // methods named in a sentence

bool Confirms(const mail::SenderResult& result, std::string_view organisation) {
  if (result.result != "pass") return false;
  // Without header.from it speaks of the only domain that DMARC is about.
  if (result.method == "dmarc" && result.domain.empty()) return true;
  return !result.domain.empty() && cases::OrganisationOf(result.domain) == organisation;
}

std::string Noted(const std::vector<mail::SenderResult>& results) {
  std::string out;
  for (size_t i = 0; i < std::min(results.size(), kMostNoted); ++i) {
    const mail::SenderResult& r = results[i];
    out += fmt::format("{}{}={}", out.empty() ? "" : ", ", r.method, r.result);
    // Of what did not pass the domain says little.
    if (r.result == "pass" && !r.domain.empty()) out += " for " + r.domain;
  }
  if (results.size() > kMostNoted) out += ", …";
  return out;
}

}  // namespace

std::optional<SenderCheck> CheckSender(std::string_view header, std::string_view from,
                                       std::span<const std::string> hosts) {
  std::optional<mail::SenderResults> found = mail::ReadSenderResults(header, hosts);
  if (!found) return std::nullopt;
  // What DMARC came to is told first.
  std::stable_partition(found->results.begin(), found->results.end(),
                        [](const mail::SenderResult& r) { return r.method == "dmarc"; });
  SenderCheck out;
  const std::string organisation = cases::OrganisationOf(cases::DomainOf(from));
  const bool failed = std::ranges::any_of(found->results, [](const mail::SenderResult& r) {
    return r.method == "dmarc" && r.result == "fail";
  });
  out.confirmed = !organisation.empty() && !failed &&
                  std::ranges::any_of(found->results, [&](const mail::SenderResult& r) {
                    return Confirms(r, organisation);
                  });
  out.host = std::move(found->host);
  if (!out.confirmed) out.noted = Noted(found->results);
  return out;
}

}  // namespace threadlint
