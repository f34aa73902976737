#include "facts/reading.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL303(const CaseView& view) {
  using facts::Bit;
  using facts::Mark;
  constexpr facts::Marks kMeansNothing = Bit(Mark::kConditional) | Bit(Mark::kOffer) |
                                         Bit(Mark::kStanding) | Bit(Mark::kReported) |
                                         Bit(Mark::kCourtesy);
  std::vector<Finding> out;
  MessageIndex told = kNoMessage;  // the customer's first mail that says something
  uint32_t told_sentence = 0;
  for (const CaseMessage& entry : view.messages()) {
    const facts::Reading* reading = view.reading(entry.message);
    if (reading == nullptr) continue;
    if (entry.side == Side::kCustomer && told == kNoMessage) {
      // Where he says the most: that is what he would have to say again.
      uint32_t most = 0;
      for (uint32_t i = 0; i < reading->sentences.size(); ++i) {
        const facts::SentenceReading& s = reading->sentences[i];
        if (s.subject || s.words <= most) continue;
        most = s.words;
        told = entry.message;
        told_sentence = i;
      }
    }
    if (entry.side != Side::kAgent || told == kNoMessage) continue;
    for (uint32_t i = 0; i < reading->sentences.size(); ++i) {
      const facts::SentenceReading& s = reading->sentences[i];
      if (!s.Is(Mark::kRestart) || (s.marks & kMeansNothing) != 0) continue;
      if (view.IsOld(entry.message, i)) continue;
      Finding& f = out.emplace_back();
      f.severity = Severity::kWarning;
      f.confidence = 0.7;
      f.message = entry.message;
      f.related = {told};
      f.carried_by = entry.side;
      f.text = fmt::format(
          "The desk's mail of {} asks the customer to begin again. His mail of {} has told the "
          "matter.",
          Day(view.message(entry.message)), Day(view.message(told)));
      f.text += BreakBetween(view, told, entry.message);
      f.evidence = {OfMessage(view, told, told_sentence), OfMessage(view, entry.message, i)};
      f.reach = 1;
      f.wrong_if = "What is to be begun again is another matter, or the customer asked for it.";
      break;
    }
  }
  return out;
}

}  // namespace threadlint::rules
