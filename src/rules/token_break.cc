#include "rules/token_break.h"

#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> FindingsOfBreaks(const CaseView& view, BreakKind kind) {
  std::vector<Finding> out;
  const Case& c = view.get();
  for (uint32_t i = 0; i < c.breaks; ++i) {
    const uint32_t index = c.breaks_begin + i;
    const Break& b = view.set->breaks[index];
    if (b.kind != kind) continue;
    const Token& old_token = view.set->tokens[b.old_token];
    Finding f;
    // A role that nothing establishes is no ground for more than a warning.
    f.severity = old_token.assumed ? Severity::kWarning : Severity::kError;
    f.confidence = b.confidence;
    f.message = b.message;
    f.related = {b.previous};
    f.carried_by = b.carried_by;
    f.broken_by = index;
    f.reach = b.reach;
    const Message& now = view.message(b.message);
    Evidence before = InHeader(b.previous, "Reply-To");
    Evidence after = InHeader(b.message, "Reply-To");
    if (view.message(b.previous).reply_to == 0) before.field = "From";
    if (now.reply_to == 0) after.field = "From";
    f.evidence = {before, after};
    f.fact = fmt::format("{} -> {}", view.text(old_token.address), view.text(b.new_address));
    out.push_back(std::move(f));
  }
  return out;
}

std::string ReachSentence(const CaseView& view, const Break& b) {
  if (b.restored != kNoMessage)
    return fmt::format(
        "The token comes back with the mail of {}; until then, {} cannot be tied to "
        "the earlier ones by that address.",
        Day(view.message(b.restored)), Count(b.reach, "message"));
  const auto before = static_cast<uint32_t>(view.messages().size()) - b.reach;
  return fmt::format(
      "From this mail on, {} can no longer be tied to the {} before by that address.",
      Count(b.reach, "message"), before);
}

}  // namespace threadlint::rules
