#include "verdict/sort.h"

#include <threadlint/rule.h>

#include <algorithm>
#include <tuple>

namespace threadlint::verdict {

void Sort(std::vector<Finding>& findings, const Export& mail) {
  const auto date = [&](const Finding& f) {
    return f.message == kNoMessage ? INT64_MAX : mail.messages[f.message].date;
  };
  // Of files, for findings that are about no mail: a mail's own may be called anything.
  const auto path = [](const Finding& f) {
    return f.message != kNoMessage || f.evidence.empty()
               ? std::string_view()
               : std::string_view(f.evidence.front().path);
  };
  std::sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    // Cases stand in their set in the order in which they are reported.
    if (a.case_index != b.case_index) return a.case_index < b.case_index;
    return std::tuple(date(a), a.rule->id, path(a), std::string_view(a.fingerprint)) <
           std::tuple(date(b), b.rule->id, path(b), std::string_view(b.fingerprint));
  });
}

}  // namespace threadlint::verdict
