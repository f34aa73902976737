#include "rules/wording.h"

#include <fmt/format.h>

#include <map>

namespace threadlint::rules {

std::vector<Finding> TL204(const CaseView& view) {
  std::vector<Finding> out;
  std::map<StringId, MessageIndex> first;
  for (const CaseMessage& entry : view.messages()) {
    const Message& m = view.message(entry.message);
    if (!m.id_collides) continue;
    const auto [at, is_first] = first.try_emplace(m.message_id, entry.message);
    if (is_first) continue;
    Finding f;
    // The same mail sent once more hides nothing from anyone.
    f.severity = m.resent ? Severity::kNote : Severity::kWarning;
    f.confidence = 0.9;
    f.message = entry.message;
    f.related = {at->second};
    f.carried_by = entry.side;
    f.text = fmt::format("The mail of {} has the Message-ID <{}> of the mail of {}, but {}.",
                         Day(m), view.text(m.message_id), Day(view.message(at->second)),
                         m.resent ? "another date; the text is the same" : "says something else");
    f.evidence = {InHeader(at->second, "Message-ID"), InHeader(entry.message, "Message-ID")};
    f.reach = 1;
    f.fact = std::string(view.text(m.message_id));
    f.wrong_if =
        "Software between writer and reader may have changed the text of one of two copies, for "
        "example by a warning banner or a footer of a form that is not known here.";
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace threadlint::rules
