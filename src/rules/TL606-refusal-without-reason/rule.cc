#include "facts/reading.h"
#include "rules/desk_mail.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <iterator>
#include <optional>
#include <utility>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::Mark;

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view), messages_(view.messages()) {}

  std::vector<Finding> Run() const {
    std::vector<Finding> out;
    bool explained = false;  // an earlier mail of the desk said no and why
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      if (messages_[i].side != Side::kAgent) continue;
      const Gist gist = ReadGist(view_, i, Mark::kRefusal, Bit(Mark::kClosure));
      if (gist.meant.empty()) continue;
      if (auto found = Unexplained(i, gist, explained)) out.push_back(std::move(*found));
      explained = explained || (gist.marks & Bit(Mark::kReason)) != 0;
    }
    return out;
  }

 private:
  std::optional<Finding> Unexplained(uint32_t entry, const Gist& gist, bool explained) const {
    constexpr facts::Marks kOtherwise = Bit(Mark::kReason) | Bit(Mark::kHandOver) |
                                        Bit(Mark::kAdmits) | Bit(Mark::kRetry) | Bit(Mark::kVerify);
    constexpr double kBy[] = {0.88, 0.7, 0.55};
    const auto asked = CustomersBefore(view_, entry);
    const facts::Reading& reading = *view_.reading(messages_[entry].message);
    // What is offered instead says as much as a reason.
    if ((gist.marks & kOtherwise) != 0 || gist.offers || gist.others >= std::size(kBy) || !asked ||
        reading.attachment_count > 0)
      return std::nullopt;
    double confidence = kBy[gist.others];
    if (explained) confidence -= 0.25;
    if ((gist.other_marks & Bit(Mark::kPromise)) != 0) confidence -= 0.2;
    // More is wanted: it is not the end.
    for (const facts::Fact& fact : reading.facts) {
      if (!facts::AsksForThing(fact.kind)) continue;
      if (fact.sentence == gist.meant.front()) return std::nullopt;
      confidence -= 0.2;
      break;
    }
    constexpr double kLeast = 0.5;
    // "Their best guess is 16:00, I can't give you better than that" gives what there is.
    if (reading.sentences[gist.meant.front()].Is(Mark::kEstimate)) return std::nullopt;
    if (confidence < kLeast) return std::nullopt;
    return Report(entry, *asked, gist.meant.front(), confidence);
  }

  Finding Report(uint32_t entry, uint32_t asked, uint32_t sentence, double confidence) const {
    Finding f;
    f.severity = Severity::kWarning;
    f.confidence = confidence;
    f.message = messages_[entry].message;
    f.carried_by = Side::kAgent;
    AddRelated(messages_[asked].message, f);
    if (const auto first = FirstOfCustomer(view_)) AddRelated(messages_[*first].message, f);
    if (const auto before = CustomersBefore(view_, asked))
      AddRelated(messages_[*before].message, f);
    f.text = fmt::format(
        "The desk's mail of {} says no to the customer, who had written on {}, and gives no "
        "reason.",
        Day(view_.message(f.message)), Day(view_.message(f.related[0])));
    f.evidence = {OfMessage(view_, f.related[0], UINT32_MAX),
                  OfMessage(view_, f.message, sentence)};
    f.reach = 1;
    f.wrong_if = "The reason stands in another mail or letter, or was told by telephone.";
    return f;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
};

}  // namespace

std::vector<Finding> TL606(const CaseView& view) { return Finder(view).Run(); }

}  // namespace threadlint::rules
