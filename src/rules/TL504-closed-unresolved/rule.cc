#include "facts/reading.h"
#include "rules/asks.h"
#include "rules/open_matter.h"
#include "rules/persons.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::Mark;
using facts::WordId;

constexpr facts::Marks kClosesNothing =
    Bit(Mark::kConditional) | Bit(Mark::kQuestion) | Bit(Mark::kReported) | Bit(Mark::kAwaits);

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view), messages_(view.messages()), persons_(view) {
    constexpr size_t kMostCompared = 60;
    const auto shared = FindAsks(view);
    const std::vector<Ask>& asks = *shared;
    for (size_t i = 1; i < asks.size(); ++i)
      for (size_t k = i - std::min(i, kMostCompared); k < i; ++k)
        if (asks[k].entry < asks[i].entry && SameThing(*asks[k].reading, asks[k].fact->thing,
                                                       *asks[i].reading, asks[i].fact->thing)) {
          repeats_.push_back(asks[i].entry);
          break;
        }
  }

  std::vector<Finding> Run() {
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      if (!IsOfDesk(messages_[i].side)) continue;
      if (const auto closure = ClosureIn(i)) Check(i, *closure);
    }
    return std::move(out_);
  }

 private:
  const facts::Reading* Reading(uint32_t entry) const {
    return view_.reading(messages_[entry].message);
  }

  std::optional<uint32_t> ClosureIn(uint32_t entry) const {
    const facts::Reading* reading = Reading(entry);
    if (reading == nullptr) return std::nullopt;
    for (uint32_t i = 0; i < reading->sentences.size(); ++i) {
      const facts::SentenceReading& s = reading->sentences[i];
      if (s.subject || !s.Is(Mark::kClosure) || (s.marks & kClosesNothing) != 0) continue;
      if (messages_[entry].side == Side::kAgent && view_.IsOld(messages_[entry].message, i))
        continue;
      return i;
    }
    return std::nullopt;
  }

  void Check(uint32_t entry, uint32_t closure) {
    // The customer's mails that no person of the desk has answered, the last first.
    for (uint32_t i = entry; i-- > FirstBefore(entry);) {
      // A mail that asks once more for what he has answered leaves his answer open.
      if (messages_[i].side == Side::kAgent && std::ranges::find(repeats_, i) == repeats_.end())
        return;
      if (messages_[i].side != Side::kCustomer || !persons_.Concerns(entry, i)) continue;
      const OpenMatter open = FindOpenMatter(view_, messages_[i].message);
      if (open.how == OpenMatter::How::kNot) return;  // what he wrote last counts
      const double confidence = Confidence(entry, closure, i, open);
      if (confidence > 0) out_.push_back(Report(entry, closure, i, open, confidence));
      return;
    }
  }

  double Confidence(uint32_t entry, uint32_t closure, uint32_t customer,
                    const OpenMatter& open) const {
    const bool presses = open.how == OpenMatter::How::kPresses;
    if (messages_[entry].side == Side::kAuto) return presses ? 0.88 : 0.75;
    // A mail that goes into what was asked may well have settled it.
    const facts::Reading& reading = *Reading(entry);
    const facts::Reading& asking = *Reading(customer);
    std::vector<WordId> said;
    for (uint32_t i = 0; i < reading.sentences.size(); ++i)
      if (i != closure && !reading.sentences[i].subject)
        AddTellingWords(reading, reading.sentences[i], said);
    const size_t both = Compare(said, TellingWords(asking, asking.sentences[open.sentence])).both;
    if (reading.attachment_count > 0) return 0;
    if (presses) return both == 0 ? 0.85 : both == 1 ? 0.75 : 0.62;
    constexpr size_t kShort = 12;
    return both == 0 && said.size() <= kShort ? 0.68 : 0;
  }

  Finding Report(uint32_t entry, uint32_t closure, uint32_t customer, const OpenMatter& open,
                 double confidence) const {
    Finding f;
    f.severity = Severity::kWarning;
    f.confidence = confidence;
    f.message = messages_[entry].message;
    f.related = {messages_[customer].message};
    f.carried_by = messages_[entry].side;
    f.text = fmt::format(
        "{} of {} says that the matter is closed. The customer's mail of {}, to which no other "
        "answer stands in between, shows it open.",
        Capital(MailOf(messages_[entry].side)), Day(view_.message(f.message)),
        Day(view_.message(f.related[0])));
    f.text += BreakBetween(view_, f.related[0], f.message);
    f.evidence = {OfMessage(view_, f.related[0], open.sentence),
                  OfMessage(view_, f.message, closure)};
    f.reach = 1;
    f.wrong_if =
        "The mail that closes it settles what the customer asked for, it was agreed to outside of "
        "these mails, or another matter is closed.";
    return f;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  Persons persons_;
  std::vector<uint32_t> repeats_;  // mails of the desk, in order
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> TL504(const CaseView& view) { return Finder(view).Run(); }

}  // namespace threadlint::rules
