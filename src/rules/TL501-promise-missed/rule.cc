#include "rules/promises.h"
#include "rules/wording.h"
#include "util/civil_time.h"

#include <fmt/format.h>

namespace threadlint::rules {
namespace {

std::string DayOf(const facts::Deadline& deadline) {
  return util::FormatShortDate(deadline.day * util::kSecondsPerDay, 0);
}

std::string Sentence(const CaseView& view, const Lapse& lapse, const PromiseHistory& history) {
  const auto messages = view.messages();
  const CaseMessage& promising = messages[lapse.promise.entry];
  const CaseMessage& showing = messages[lapse.entry];
  const std::string promised =
      fmt::format("{} of {} promises {} that was due by {}", Capital(MailOf(promising.side)),
                  Day(view.message(promising.message)),
                  lapse.promise.reply ? "an answer" : "something", DayOf(lapse.promise.deadline));
  std::string out;
  if (lapse.silent) {
    out = fmt::format("{}. No mail of the desk came after it.", promised);
  } else {
    out = fmt::format("{}. {} of {} shows that it had not come then.", promised,
                      Capital(MailOf(showing.side)), Day(view.message(showing.message)));
  }
  if (history.dated > 1)
    out += fmt::format(" {} of the {} promises with a date in this case lapsed, as far as shown.",
                       history.lapses.size(), history.dated);
  return out;
}

Finding Report(const CaseView& view, const Lapse& lapse, const PromiseHistory& history) {
  const auto messages = view.messages();
  const MessageIndex promising = messages[lapse.promise.entry].message;
  Finding f;
  f.severity = lapse.silent ? Severity::kWarning : Severity::kError;
  f.confidence = lapse.confidence;
  f.message = messages[lapse.entry].message;
  if (!lapse.silent) f.related = {promising};
  f.carried_by = messages[lapse.promise.entry].side;
  f.text = Sentence(view, lapse, history);
  f.evidence = {OfMessage(view, promising, lapse.promise.sentence)};
  if (!lapse.silent) {
    f.text += BreakBetween(view, promising, f.message);
    f.evidence.push_back(OfMessage(view, f.message, lapse.sentence));
  }
  f.reach = 1;
  f.wrong_if = lapse.silent
                   ? "The answer came by telephone, or in a mail that is not in the export."
                   : "The later mail speaks of something else than what was promised, or "
                     "a new date was agreed outside of these mails.";
  f.fact = fmt::format("{}", lapse.promise.deadline.day);
  return f;
}

}  // namespace

std::vector<Finding> TL501(const CaseView& view) {
  std::vector<Finding> out;
  const auto history = ReadPromises(view);
  for (const Lapse& lapse : history->lapses) out.push_back(Report(view, lapse, *history));
  return out;
}

}  // namespace threadlint::rules
