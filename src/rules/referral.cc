#include "rules/referral.h"

#include "rules/asks.h"
#include "rules/desk_mail.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::Mark;

constexpr facts::Marks kBeside = Bit(Mark::kChannel) | Bit(Mark::kThirdParty) |
                                 Bit(Mark::kDeadEnd) | Bit(Mark::kClosure) | Bit(Mark::kRestart) |
                                 Bit(Mark::kRefusal);

class Finder {
 public:
  Finder(const CaseView& view, Mark to, std::string_view where)
      : view_(view), messages_(view.messages()), to_(to), where_(where) {}

  std::vector<Finding> Run() const {
    std::vector<Finding> out;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      if (messages_[i].side != Side::kAgent) continue;
      if (auto found = Referral(i)) out.push_back(std::move(*found));
    }
    return out;
  }

 private:
  std::optional<Finding> Referral(uint32_t entry) const {
    const facts::Reading* reading = view_.reading(messages_[entry].message);
    if (reading == nullptr || reading->attachment_count > 0) return std::nullopt;
    const auto sent = CustomersBefore(view_, entry);
    if (!sent || AsksForIt(*sent)) return std::nullopt;
    const Gist gist = ReadGist(view_, entry, to_, kBeside);
    if (gist.meant.empty()) return std::nullopt;
    // Done for him, or it must not stand in a mail.
    if ((gist.marks & (Bit(Mark::kHandOver) | Bit(Mark::kVerify))) != 0) return std::nullopt;
    const double confidence = Confidence(entry, *sent, gist);
    constexpr double kLeast = 0.5;
    if (confidence < kLeast) return std::nullopt;
    return Report(entry, *sent, gist.meant.front(), confidence);
  }

  bool AsksForIt(uint32_t customers) const { return AnySays(view_, customers, Mark::kAsksWay); }

  // The more a mail says besides, the likelier it is that it helps.
  double Confidence(uint32_t entry, uint32_t sent, const Gist& gist) const {
    constexpr double kBy[] = {0.88, 0.78, 0.64, 0.52};
    constexpr double kMuch = 0.35;
    double out = gist.others < std::size(kBy) ? kBy[gist.others] : kMuch;
    if ((gist.other_marks & Bit(Mark::kPromise)) != 0) out -= 0.2;
    const facts::Reading& reading = *view_.reading(messages_[entry].message);
    for (const facts::Fact& fact : reading.facts)
      if (facts::AsksForThing(fact.kind) &&
          std::ranges::find(gist.meant, fact.sentence) == gist.meant.end()) {
        out -= 0.12;
        break;
      }
    // Another mail of the desk stands between: that one may have answered.
    if (const auto last = DesksBefore(view_, entry); last && *last > sent) out -= 0.2;
    if (AnySays(view_, sent, Mark::kProtest) || AnySays(view_, sent, Mark::kComplains)) out += 0.05;
    if (const auto next = CustomersNext(entry);
        next && (AnySays(view_, *next, Mark::kProtest) || AnySays(view_, *next, Mark::kComplains) ||
                 AnySays(view_, *next, Mark::kUnanswered)))
      out += 0.08;
    return std::min(out, 0.95);
  }

  std::optional<uint32_t> CustomersNext(uint32_t entry) const {
    for (uint32_t i = entry + 1; i < messages_.size(); ++i) {
      if (messages_[i].side == Side::kAgent) return std::nullopt;
      if (messages_[i].side == Side::kCustomer) return i;
    }
    return std::nullopt;
  }

  Finding Report(uint32_t entry, uint32_t sent, uint32_t sentence, double confidence) const {
    Finding f;
    f.severity = Severity::kWarning;
    f.confidence = confidence;
    f.message = messages_[entry].message;
    f.carried_by = Side::kAgent;
    AddRelated(messages_[sent].message, f);
    if (const auto first = FirstOfCustomer(view_)) AddRelated(messages_[*first].message, f);
    f.text = fmt::format(
        "The desk's mail of {} answers the customer's mail of {} by sending the customer {}.",
        Day(view_.message(f.message)), Day(view_.message(f.related[0])), where_);
    f.evidence = {OfMessage(view_, f.related[0], UINT32_MAX),
                  OfMessage(view_, f.message, sentence)};
    f.reach = 1;
    f.wrong_if =
        "What the customer wants can only be done there, and the desk had told him why; or the "
        "customer had asked where to turn.";
    return f;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  Mark to_;
  std::string_view where_;
};

}  // namespace

std::vector<Finding> FindReferrals(const CaseView& view, Mark to, std::string_view where) {
  return Finder(view, to, where).Run();
}

}  // namespace threadlint::rules
