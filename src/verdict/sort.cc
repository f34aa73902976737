#include "util/sha256.h"
#include "verdict/verdict.h"

#include <threadlint/rule.h>

#include <algorithm>
#include <tuple>

namespace threadlint::verdict {

std::string Fingerprint(const Finding& finding, const std::vector<std::string>& message_names) {
  std::vector<std::string> names = message_names;
  std::sort(names.begin(), names.end());
  std::string key(finding.rule->id);
  for (const std::string& name : names) key.append("\n").append(name);
  key.append("\n\n").append(finding.fact);
  return util::Hex(util::Sha256Of(key)).substr(0, 16);
}

void Sort(std::vector<Finding>& findings, const Export& mail) {
  for (Finding& f : findings) {
    std::vector<std::string> names;
    if (f.message != kNoMessage) names.push_back(MessageName(mail, mail.messages[f.message]));
    for (const MessageIndex i : f.related) names.push_back(MessageName(mail, mail.messages[i]));
    f.fingerprint = Fingerprint(f, names);
  }
  const auto date = [&](const Finding& f) {
    return f.message == kNoMessage ? INT64_MAX : mail.messages[f.message].date;
  };
  const auto path = [](const Finding& f) {
    return f.evidence.empty() ? std::string_view() : std::string_view(f.evidence.front().path);
  };
  std::sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    // Cases stand in their set in the order in which they are reported.
    if (a.case_index != b.case_index) return a.case_index < b.case_index;
    return std::tuple(date(a), a.rule->id, path(a), std::string_view(a.fingerprint)) <
           std::tuple(date(b), b.rule->id, path(b), std::string_view(b.fingerprint));
  });
}

}  // namespace threadlint::verdict
