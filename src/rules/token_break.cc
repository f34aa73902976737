#include "rules/token_break.h"

#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::rules {

std::vector<Finding> FindingsOfBreaks(const CaseView& view, BreakKind kind, Severity highest) {
  std::vector<Finding> out;
  const Case& c = view.get();
  for (uint32_t i = 0; i < c.breaks; ++i) {
    const uint32_t index = c.breaks_begin + i;
    const Break& b = view.set->breaks[index];
    if (b.kind != kind) continue;
    Finding f;
    // A role that nothing establishes is no ground for more than a warning.
    // Where answers go does not depend on it.
    const bool doubtful = Assumed(view, b) && kind != BreakKind::kAddressRedirected;
    f.severity = doubtful ? std::min(highest, Severity::kWarning) : highest;
    f.confidence = b.confidence;
    f.message = b.message;
    f.related = {b.previous};
    f.carried_by = b.carried_by;
    f.broken_by = index;
    f.reach = b.reach;
    // Two tokens of one mail stand both there.
    const MessageIndex first = kind == BreakKind::kTwoTokens ? b.message : b.previous;
    f.evidence = {InHeader(first, b.old_field), InHeader(b.message, b.new_field)};
    if (b.old_field.empty()) f.evidence[0].holds = b.old_text;
    if (b.new_field.empty()) f.evidence[1].holds = b.new_text;
    f.fact = fmt::format("{} -> {}", view.text(b.old_text), view.text(b.new_text));
    out.push_back(std::move(f));
  }
  return out;
}

std::string_view Carrier(const Break& b) {
  if (b.old_field == "Subject") return "The token in the subject";
  return b.old_field.empty() ? "The token in the text" : "The reply address";
}

bool Assumed(const CaseView& view, const Break& b) {
  return b.old_token != kNoToken && view.set->tokens[b.old_token].assumed;
}

std::string ReachSentence(const CaseView& view, const Break& b) {
  const std::string_view by = b.old_token == kNoToken    ? "reply headers"
                              : b.old_field == "Subject" ? "that number"
                              : b.old_field.empty()      ? "that token"
                                                         : "that address";
  if (b.restored != kNoMessage)
    return fmt::format(
        "The token comes back with the mail of {}; until then, {} cannot be tied to "
        "the earlier ones by {}.",
        Day(view.message(b.restored)), Count(b.reach, "message"), by);
  const auto before = static_cast<uint32_t>(view.messages().size()) - b.reach;
  return fmt::format("From this mail on, {} can no longer be tied to the {} before by {}.",
                     Count(b.reach, "message"), before, by);
}

}  // namespace threadlint::rules
