#include "verdict/fingerprint.h"

#include "util/sha256.h"

#include <threadlint/rule.h>

#include <algorithm>

namespace threadlint::verdict {

std::string FingerprintOf(const Finding& finding, const std::vector<std::string>& message_names) {
  std::vector<std::string> names = message_names;
  std::sort(names.begin(), names.end());
  std::string key(finding.rule->id);
  for (const std::string& name : names) key.append("\n").append(name);
  key.append("\n\n").append(finding.fact);
  return util::Hex(util::Sha256Of(key)).substr(0, 16);
}

void Fingerprint(Report& report) {
  const Export& mail = report.mail;
  for (Finding& f : report.findings) {
    std::vector<std::string> names;
    if (f.message != kNoMessage) names.push_back(MessageName(mail, mail.messages[f.message]));
    for (const MessageIndex i : f.related) names.push_back(MessageName(mail, mail.messages[i]));
    f.fingerprint = FingerprintOf(f, names);
  }
}

}  // namespace threadlint::verdict
