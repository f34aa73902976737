#include "facts/reading.h"
#include "rules/open_matter.h"
#include "rules/persons.h"
#include "rules/wording.h"
#include "util/civil_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace threadlint::rules {
namespace {

constexpr int64_t kDay = util::kSecondsPerDay;
constexpr int64_t kLongChase = 5 * kDay, kLongEnd = 14 * kDay;

struct Waiting {
  uint32_t entry = 0, sentence = 0;
};

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view), messages_(view.messages()), persons_(view) {}

  std::vector<Finding> Run() {
    std::optional<Waiting> waiting;
    bool desk_wrote = false, told = false;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      const Side side = messages_[i].side;
      if (side == Side::kAgent || side == Side::kOther || side == Side::kUnknown) {
        desk_wrote = desk_wrote || side == Side::kAgent;
        waiting.reset();
        told = false;
      }
      if (side == Side::kAuto && Tells(i)) waiting.reset();
      if (side != Side::kCustomer || Of(i).date_source == DateSource::kNone) continue;
      const OpenMatter open = FindOpenMatter(view_, messages_[i].message);
      if (waiting && !told && persons_.Same(waiting->entry, i) && !AnswersMissing(i) &&
          open.chases && Of(i).date - Of(waiting->entry).date >= kLongChase) {
        out_.push_back(OfChase(*waiting, {i, open.sentence}));
        told = true;
      }
      if (!waiting && open.how != OpenMatter::How::kNot) waiting = Waiting{i, open.sentence};
      // He has his answer, it seems.
      if (waiting && open.how == OpenMatter::How::kNot) waiting.reset();
    }
    if (waiting && !told && desk_wrote && view_.now && !Of(waiting->entry).from_list &&
        IsLast(waiting->entry) && *view_.now - Of(waiting->entry).date > kLongEnd)
      out_.push_back(OfEnd(*waiting));
    return std::move(out_);
  }

 private:
  const Message& Of(uint32_t entry) const { return view_.message(messages_[entry].message); }
  bool IsLast(uint32_t entry) const {
    return std::ranges::all_of(messages_.subspan(entry + 1), [](const CaseMessage& m) {
      return m.side == Side::kCustomer || m.side == Side::kAuto;
    });
  }

  // What became of it, and not only that a mail was received.
  bool Tells(uint32_t entry) const {
    const facts::Reading* reading = view_.reading(messages_[entry].message);
    return reading != nullptr && std::ranges::any_of(reading->facts, [](const facts::Fact& fact) {
             return fact.kind == facts::FactKind::kClaim;
           });
  }

  // It answers a mail that is not in the export: perhaps the desk's.
  bool AnswersMissing(uint32_t entry) const {
    return std::ranges::any_of(view_.set->MissingOf(view_.get()), [&](const Missing& m) {
      return m.referenced_by == messages_[entry].message;
    });
  }

  static int64_t DayOf(const Message& m) {
    return util::SplitSeconds(m.date + m.zone_minutes * util::kSecondsPerMinute).day;
  }

  Finding OfChase(const Waiting& first, const Waiting& chase) const {
    Finding f;
    f.severity = Severity::kWarning;
    f.message = messages_[chase.entry].message;
    f.related = {messages_[first.entry].message};
    // As people count: from the one day to the other, by the customer's clock.
    const int64_t days = DayOf(Of(chase.entry)) - DayOf(Of(first.entry));
    f.confidence = days >= 10 ? 0.85 : 0.75;
    f.carried_by = Side::kAgent;
    f.text = fmt::format(
        "The customer's mail of {} asks again, {} after the one of {}, and no mail of a person of "
        "the desk stands between them.",
        Day(Of(chase.entry)), Count(static_cast<uint64_t>(days), "day"), Day(Of(first.entry)));
    f.text += BreakBetween(view_, f.related[0], f.message);
    f.evidence = {OfMessage(view_, f.related[0], first.sentence),
                  OfMessage(view_, f.message, chase.sentence)};
    f.reach = 1;
    f.wrong_if = "The desk answered by telephone, or in a mail that is not in the export.";
    return f;
  }

  Finding OfEnd(const Waiting& last) const {
    Finding f;
    f.severity = Severity::kNote;
    f.confidence = 0.6;
    f.message = messages_[last.entry].message;
    f.carried_by = Side::kAgent;
    f.text = fmt::format(
        "The customer's mail of {} asks something, and no answer stands in the export, which goes "
        "on to {}.",
        Day(Of(last.entry)), util::FormatShortDate(*view_.now));
    f.evidence = {OfMessage(view_, f.message, last.sentence)};
    f.reach = 1;
    f.wrong_if =
        "The answer was given by telephone, stands in a mail that is not in the export, or was "
        "not wanted any more.";
    return f;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  Persons persons_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> TL503(const CaseView& view) { return Finder(view).Run(); }

}  // namespace threadlint::rules
