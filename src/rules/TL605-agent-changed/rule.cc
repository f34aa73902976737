#include "facts/reading.h"
#include "rules/desk_mail.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace threadlint::rules {
namespace {

using facts::Mark;
using facts::Reading;

bool SamePerson(const Reading& a, const Reading& b) {
  return std::ranges::any_of(a.signer_words, [&](facts::WordId word) {
    return std::ranges::find(b.signer_words, word) != b.signer_words.end();
  });
}

Evidence OfSigner(const CaseView& view, MessageIndex message) {
  const facts::TextRange signer = view.reading(message)->signer;
  Evidence out;
  out.message = message;
  out.begin = signer.begin;
  out.length = signer.length;
  return out;
}

Finding Report(const CaseView& view, MessageIndex last, MessageIndex now) {
  Finding f;
  f.severity = Severity::kNote;
  f.confidence = 0.8;
  f.message = now;
  f.related = {last};
  f.carried_by = Side::kAgent;
  f.text = fmt::format(
      "Another person signs the desk's mail of {} than that of {}, and no mail says that the case "
      "was handed over.",
      Day(view.message(now)), Day(view.message(last)));
  f.text += BreakBetween(view, last, now);
  f.evidence = {OfSigner(view, last), OfSigner(view, now)};
  f.reach = 1;
  f.wrong_if = "It is one person under two names, or the customer was told otherwise.";
  return f;
}

}  // namespace

std::vector<Finding> TL605(const CaseView& view) {
  std::vector<Finding> out;
  std::vector<MessageIndex> signed_before;
  bool announced = false;
  const auto messages = view.messages();
  for (uint32_t i = 0; i < messages.size(); ++i) {
    if (messages[i].side != Side::kAgent) continue;
    const MessageIndex message = messages[i].message;
    // On a list anybody may answer.
    if (view.message(message).from_list) return {};
    const bool passes_on = AnySays(view, i, Mark::kHandOver);
    announced = announced || passes_on;
    const Reading* reading = view.reading(message);
    if (reading == nullptr || reading->signer.length == 0) continue;
    const bool known = std::ranges::any_of(signed_before, [&](MessageIndex before) {
      return SamePerson(*view.reading(before), *reading);
    });
    if (!known && !signed_before.empty() && !announced)
      out.push_back(Report(view, signed_before.back(), message));
    signed_before.push_back(message);
    announced = passes_on;
  }
  return out;
}

}  // namespace threadlint::rules
