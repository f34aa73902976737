#include "rules/promises.h"
#include "rules/wording.h"
#include "util/civil_time.h"

#include <fmt/format.h>

namespace threadlint::rules {
namespace {

std::string DayOf(const facts::Deadline& deadline) {
  return util::FormatShortDate(deadline.day * util::kSecondsPerDay, 0);
}

std::string HowMany(const PromiseHistory& history) {
  if (history.lapses.size() < history.dated)
    return fmt::format("{} of the {}", history.lapses.size(), history.dated);
  return history.dated == 2 ? "Both" : fmt::format("All {}", history.dated);
}

std::string Sentence(const CaseView& view, const Lapse& lapse, const PromiseHistory& history) {
  const auto messages = view.messages();
  const CaseMessage& promising = messages[lapse.promise.entry];
  const CaseMessage& showing = messages[lapse.entry];
  const std::string promised =
      fmt::format("{} of {} {} due by {}", Capital(MailOf(promising.side)),
                  Day(view.message(promising.message)),
                  lapse.promise.reply ? "promises an answer that was" : "makes a promise that was",
                  DayOf(lapse.promise.deadline));
  std::string out;
  if (lapse.silent) {
    out = fmt::format("{}. No mail of the desk came after it.", promised);
  } else {
    out = fmt::format("{}. {} of {} shows that it had not {} then.", promised,
                      Capital(MailOf(showing.side)), Day(view.message(showing.message)),
                      lapse.promise.reply ? "come" : "been kept");
  }
  if (history.dated > 1)
    out += fmt::format(" {} promises with a date in this case lapsed, as far as these mails show.",
                       HowMany(history));
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
