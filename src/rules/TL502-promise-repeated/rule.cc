#include "rules/promises.h"
#include "rules/wording.h"
#include "util/civil_time.h"

#include <fmt/format.h>

namespace threadlint::rules {
namespace {

Finding OfRenewal(const CaseView& view, const PromiseHistory& history, const Renewal& renewal) {
  const auto messages = view.messages();
  const Lapse& lapse = history.lapses[renewal.lapse];
  const MessageIndex first = messages[lapse.promise.entry].message;
  const MessageIndex shown = messages[lapse.entry].message;
  Finding f;
  f.severity = Severity::kWarning;
  f.confidence = renewal.confidence;
  f.message = messages[renewal.promise.entry].message;
  f.related = {first};
  if (shown != f.message && shown != first) f.related.push_back(shown);
  f.carried_by = messages[renewal.promise.entry].side;
  f.text = fmt::format("{} of {} promises again, for {}, after a promise of {} for {} had lapsed.",
                       Capital(MailOf(f.carried_by)), Day(view.message(f.message)),
                       util::FormatShortDate(renewal.promise.deadline.day * util::kSecondsPerDay),
                       Day(view.message(first)),
                       util::FormatShortDate(lapse.promise.deadline.day * util::kSecondsPerDay));
  f.text += BreakBetween(view, first, f.message);
  f.evidence = {OfMessage(view, first, lapse.promise.sentence)};
  if (f.related.size() > 1) f.evidence.push_back(OfMessage(view, shown, lapse.sentence));
  f.evidence.push_back(OfMessage(view, f.message, renewal.promise.sentence));
  f.reach = 1;
  f.wrong_if = "The two promises are of different things.";
  f.fact = fmt::format("{}", lapse.promise.deadline.day);
  return f;
}

Finding OfRefrain(const CaseView& view, const Refrain& refrain) {
  constexpr size_t kMostRelated = 3, kMostEvidence = 6;
  const auto messages = view.messages();
  const auto& places = refrain.places;
  Finding f;
  f.severity = Severity::kWarning;
  f.confidence = places.size() > 3 ? 0.8 : 0.7;
  f.message = messages[places.back().entry].message;
  f.carried_by = messages[places.back().entry].side;
  for (size_t i = 0; i + 1 < places.size() && i < kMostRelated; ++i)
    f.related.push_back(messages[places[i].entry].message);
  f.text =
      fmt::format("The desk promises the same thing without a date in {} mails, from {} to {}.",
                  places.size(), Day(view.message(f.related[0])), Day(view.message(f.message)));
  f.text += BreakBetween(view, f.related[0], f.message);
  const size_t begin = places.size() > kMostEvidence ? places.size() - kMostEvidence : 0;
  for (size_t i = begin; i < places.size(); ++i)
    f.evidence.push_back(OfMessage(view, messages[places[i].entry].message, places[i].sentence));
  f.reach = static_cast<uint32_t>(places.size());
  f.wrong_if = "Each of the mails speaks of another matter.";
  return f;
}

}  // namespace

std::vector<Finding> TL502(const CaseView& view) {
  std::vector<Finding> out;
  const auto history = ReadPromises(view);
  for (const Renewal& renewal : history->renewals)
    out.push_back(OfRenewal(view, *history, renewal));
  for (const Refrain& refrain : history->refrains) out.push_back(OfRefrain(view, refrain));
  return out;
}

}  // namespace threadlint::rules
