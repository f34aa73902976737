#include "rules/objections.h"

#include "rules/entry.h"
#include "util/civil_time.h"

#include <limits>

namespace threadlint::rules {
namespace {

using facts::Mark;
using facts::ValueKind;

// Days since 1970-01-01 by the writer's clock.
int64_t DayOf(const Message& message) {
  return util::SplitSeconds(message.date + message.zone_minutes * util::kSecondsPerMinute).day;
}

// Money in hundredths and plain figures in thousandths, by one measure; kNone for other kinds.
constexpr int64_t kNone = std::numeric_limits<int64_t>::min();
int64_t Thousandths(const facts::Value& value) {
  constexpr int64_t kOfAHundredth = 10;
  if (value.kind == ValueKind::kAmount) return value.number * kOfAHundredth;
  return value.kind == ValueKind::kNumber ? value.number : kNone;
}

}  // namespace

NamedAgain NamesAgain(const CaseView& view, uint32_t customers, const facts::Value& value) {
  constexpr facts::Marks kObjects = facts::Bit(Mark::kQuestion) | facts::Bit(Mark::kConflict) |
                                    facts::Bit(Mark::kNegated) | facts::Bit(Mark::kConfronts) |
                                    facts::Bit(Mark::kProtest) | facts::Bit(Mark::kInsists) |
                                    facts::Bit(Mark::kComplains);
  const MessageIndex message = view.messages()[customers].message;
  const facts::Reading& reading = *view.reading(message);
  const int64_t figure = Thousandths(value);
  NamedAgain out;
  for (uint32_t s = 0; s < reading.sentences.size(); ++s) {
    const facts::SentenceReading& sentence = reading.sentences[s];
    if (sentence.subject) continue;
    for (const facts::Value& v : reading.Values(sentence)) {
      const bool same = (v.kind == value.kind && v.norm == value.norm) ||
                        (figure != kNone && figure != 0 && Thousandths(v) == figure);
      const bool objects = (sentence.marks & kObjects) != 0;
      if (!same || (out.named && (out.objects || !objects))) continue;
      out = {true, objects, s};
    }
  }
  return out;
}

Objection ObjectsWith(const CaseView& view, uint32_t customers, uint32_t entry,
                      const facts::SentenceReading& sentence) {
  const MessageIndex message = view.messages()[customers].message;
  const facts::Reading& reading = *view.reading(message);
  const MessageIndex earlier = view.messages()[entry].message;
  const facts::Reading& said = *view.reading(earlier);
  const int64_t day = DayOf(view.message(earlier));
  Objection best;
  for (uint32_t s = 0; s < reading.sentences.size(); ++s) {
    const facts::SentenceReading& own = reading.sentences[s];
    if (!own.Is(Mark::kConfronts) || !IsNews(view, message, s)) continue;
    Objection found{0, s};
    for (const facts::Word& w : reading.Words(own))
      if (!w.vague && said.Has(sentence, w.id)) ++found.words;
    for (const facts::Value& v : reading.Values(own)) {
      if (v.kind == ValueKind::kDate && v.number == day && found.words > 0) ++found.words;
      for (const facts::Value& x : said.Values(sentence))
        if (v.kind == x.kind && v.norm == x.norm) ++found.words;
    }
    if (best.sentence == UINT32_MAX || found.words > best.words) best = found;
  }
  return best;
}

}  // namespace threadlint::rules
