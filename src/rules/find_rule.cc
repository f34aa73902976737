#include "util/ascii.h"

#include <threadlint/rule.h>

#include <algorithm>

namespace threadlint {

std::string_view Name(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "error";
}

const RuleInfo* FindRule(std::string_view id_or_slug) {
  for (const RuleInfo& rule : Rules())
    if (util::EqualsIgnoreCase(rule.id, id_or_slug) ||
        util::EqualsIgnoreCase(rule.slug, id_or_slug))
      return &rule;
  return nullptr;
}

const CaseMessage* CaseView::Find(MessageIndex i) const {
  const auto in_case = messages();
  const auto at = std::ranges::find(in_case, i, &CaseMessage::message);
  return at == in_case.end() ? nullptr : &*at;
}

}  // namespace threadlint
