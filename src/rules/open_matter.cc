#include "rules/open_matter.h"

#include "facts/reading.h"
#include "rules/entry.h"

#include <algorithm>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::Mark;

constexpr facts::Marks kPressing = Bit(Mark::kLapse) | Bit(Mark::kComplains) | Bit(Mark::kProtest) |
                                   Bit(Mark::kUnanswered) | Bit(Mark::kInsists) |
                                   Bit(Mark::kChases);
constexpr facts::Marks kChasing = Bit(Mark::kLapse) | Bit(Mark::kComplains) |
                                  Bit(Mark::kUnanswered) | Bit(Mark::kInsists) | Bit(Mark::kChases);
constexpr facts::Marks kSettling = Bit(Mark::kSettled);

bool Asks(const facts::Reading& reading, uint32_t sentence) {
  const facts::SentenceReading& s = reading.sentences[sentence];
  if (s.Is(Mark::kCourtesy) || s.Is(Mark::kStanding) || s.Is(Mark::kConditional)) return false;
  if ((s.Is(Mark::kQuestion) && s.prose) || s.Is(Mark::kWishes) || s.Is(Mark::kDemands))
    return true;
  return std::ranges::any_of(reading.facts, [&](const facts::Fact& fact) {
    return fact.sentence == sentence && facts::AsksForThing(fact.kind);
  });
}

}  // namespace

OpenMatter FindOpenMatter(const CaseView& view, MessageIndex message) {
  OpenMatter out;
  const facts::Reading* reading = view.reading(message);
  if (reading == nullptr) return out;
  bool settled = false;
  for (uint32_t i = 0; i < reading->sentences.size(); ++i) {
    const facts::SentenceReading& s = reading->sentences[i];
    if (!IsNews(view, message, i)) continue;
    // What has come leaves open what is asked behind it.
    if (s.Is(Mark::kKept) && !s.Is(Mark::kSettled) && !s.Is(Mark::kQuestion) &&
        !s.Is(Mark::kNegated) && !s.Is(Mark::kConditional)) {
      out = {};
      continue;
    }
    settled = settled || ((s.marks & kSettling) != 0 && !s.Is(Mark::kQuestion) &&
                          !s.Is(Mark::kNegated) && !s.Is(Mark::kConditional));
    const bool presses = (s.marks & kPressing) != 0 && !s.Is(Mark::kConditional);
    const bool chases = out.chases || (presses && (s.marks & kChasing) != 0);
    if (presses && out.how != OpenMatter::How::kPresses)
      out = {OpenMatter::How::kPresses, i, chases};
    else if (out.how == OpenMatter::How::kNot && Asks(*reading, i))
      out = {OpenMatter::How::kAsks, i, chases};
    out.chases = chases;
  }
  return settled ? OpenMatter{} : out;
}

}  // namespace threadlint::rules
