#include "facts/reading.h"
#include "rules/asks.h"
#include "rules/given.h"
#include "rules/persons.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::FactKind;
using facts::Mark;

constexpr facts::Marks kDeniesNothing = Bit(Mark::kConditional) | Bit(Mark::kOffer) |
                                        Bit(Mark::kQuestion) | Bit(Mark::kReported) |
                                        Bit(Mark::kStanding) | Bit(Mark::kRetry);

// Who says what, and where.
struct Said {
  uint32_t entry = 0;
  uint32_t sentence = UINT32_MAX;
  double confidence = 0;
};

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view), messages_(view.messages()), persons_(view) {}

  std::vector<Finding> Run() {
    std::vector<Finding> out;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      const facts::Reading* reading = Reading(i);
      if (reading == nullptr || !IsOfDesk(messages_[i].side)) continue;
      for (const facts::Fact& fact : reading->facts) {
        if (fact.kind != FactKind::kDenied || fact.thing.other) continue;
        if ((reading->sentences[fact.sentence].marks & kDeniesNothing) != 0) continue;
        if (view_.IsOld(messages_[i].message, fact.sentence)) continue;
        // "Sorry that we wrote we had not received it. We received it today."
        if (Acknowledges(*reading, fact)) continue;
        if (auto found = Check(i, *reading, fact)) {
          out.push_back(std::move(*found));
          break;  // one denial a mail
        }
      }
    }
    return out;
  }

 private:
  const facts::Reading* Reading(uint32_t entry) const {
    return view_.reading(messages_[entry].message);
  }

  static bool IsSent(const facts::Thing& thing) {
    return (thing.wants & facts::kWantsAttachment) != 0;
  }
  // Something hangs on a mail of the customer before that one.
  bool Hangs(uint32_t end) const {
    for (uint32_t i = FirstBefore(end); i < end; ++i)
      if (const facts::Reading* reading = Reading(i); reading != nullptr &&
                                                      messages_[i].side == Side::kCustomer &&
                                                      reading->attachment_count > 0)
        return true;
    return false;
  }

  // The last mail of the desk before `end` that says that it has the thing.
  std::optional<Said> FindAcknowledgement(uint32_t end, const facts::Reading& denying,
                                          const facts::Thing& thing) const {
    for (uint32_t i = end; i-- > FirstBefore(end);) {
      const facts::Reading* reading = Reading(i);
      if (reading == nullptr || !IsOfDesk(messages_[i].side)) continue;
      for (const facts::Fact& fact : reading->facts) {
        if (fact.kind != FactKind::kAcknowledged) continue;
        const facts::SentenceReading& s = reading->sentences[fact.sentence];
        if (s.Is(Mark::kConditional) || s.Is(Mark::kQuestion) || s.Is(Mark::kLater)) continue;
        if (SameThing(*reading, fact.thing, denying, thing)) return Said{i, fact.sentence, 0.85};
        // "Your 4 attachments were received", and then: "no photos came with it".
        const bool all =
            (fact.thing.bundle && IsSent(thing)) || (thing.bundle && IsSent(fact.thing));
        if (all && Hangs(i)) return Said{i, fact.sentence, 0.75};
      }
    }
    return std::nullopt;
  }

  // The last mail of the customer before `end` on which it hangs.
  std::optional<Said> FindAttachment(uint32_t end, const facts::Reading& denying,
                                     const facts::Fact& fact) const {
    constexpr double kSure = 0.75;
    for (uint32_t i = end; i-- > FirstBefore(end);) {
      const facts::Reading* reading = Reading(i);
      if (reading == nullptr || messages_[i].side != Side::kCustomer || !persons_.Concerns(end, i))
        continue;
      const Given given = FindGiven(denying, fact, *reading, false);
      if (given.how == GivenHow::kAttachment && given.confidence >= kSure)
        return Said{i, given.sentence, given.confidence};
    }
    return std::nullopt;
  }

  std::optional<Finding> Check(uint32_t entry, const facts::Reading& reading,
                               const facts::Fact& fact) const {
    const auto acknowledged = FindAcknowledgement(entry, reading, fact.thing);
    const auto attached = FindAttachment(entry, reading, fact);
    if (!acknowledged && !attached) return std::nullopt;
    const Said& rests_on = acknowledged ? *acknowledged : *attached;
    const MessageIndex denying = messages_[entry].message;
    const MessageIndex earlier = messages_[rests_on.entry].message;
    Finding f;
    f.severity = acknowledged ? Severity::kError : Severity::kWarning;
    f.confidence = acknowledged && attached ? 0.9 : rests_on.confidence;
    f.message = denying;
    f.related = {earlier};
    f.carried_by = messages_[entry].side;
    f.text =
        fmt::format("{} of {} says that something was not received. {} of {} {}.",
                    Capital(MailOf(messages_[entry].side)), Day(view_.message(denying)),
                    Capital(MailOf(messages_[rests_on.entry].side)), Day(view_.message(earlier)),
                    acknowledged ? "says that it was" : "brings it as an attachment");
    f.text += BreakBetween(view_, earlier, denying);
    f.evidence = {OfMessage(view_, earlier, rests_on.sentence)};
    if (acknowledged && attached) {
      f.related.push_back(messages_[attached->entry].message);
      f.evidence.push_back(OfMessage(view_, f.related.back(), attached->sentence));
    }
    f.evidence.push_back(OfMessage(view_, denying, fact.sentence));
    f.reach = 1;
    f.wrong_if =
        "The two mails speak of different things, or what was received was sent back or could not "
        "be used.";
    f.fact = fmt::format("{:08x}", fact.thing.head);
    return f;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  Persons persons_;
};

}  // namespace

std::vector<Finding> TL405(const CaseView& view) { return Finder(view).Run(); }

}  // namespace threadlint::rules
