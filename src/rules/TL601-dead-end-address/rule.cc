#include "facts/reading.h"
#include "facts/value.h"
#include "rules/desk_mail.h"
#include "rules/entry.h"
#include "rules/wording.h"
#include "util/ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::Mark;

// A mail that says that an address is dead, and what led there.
struct DeadEnd {
  uint32_t entry = 0;  // the bounce, or the answer
  uint32_t customers = 0;
  std::optional<uint32_t> named;      // the desk's mail that had given the address
  bool by_name = false;               // that mail names it; otherwise it is the last one before
  std::vector<uint64_t> addresses;    // that the customer's mail went to: norms of values
  std::optional<facts::WordId> word;  // its first word, where the desk had named it
};

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view), messages_(view.messages()) {}

  std::vector<Finding> Run() const {
    std::vector<Finding> out;
    std::vector<DeadEnd> dead;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      if (!IsOfDesk(messages_[i].side)) continue;
      if (messages_[i].side == Side::kAgent)
        if (auto found = SendsThereAgain(i, dead)) out.push_back(std::move(*found));
      uint32_t sentence = UINT32_MAX;
      const double confidence = SaysDead(i, sentence);
      const auto customers = CustomersBefore(view_, i);
      if (confidence == 0 || !customers || !Answers(i, *customers)) continue;
      DeadEnd end;
      end.entry = i;
      end.customers = *customers;
      FindAddress(end);
      out.push_back(Report(end, sentence, confidence));
      dead.push_back(std::move(end));
    }
    return out;
  }

 private:
  const facts::Reading* Reading(uint32_t entry) const {
    return view_.reading(messages_[entry].message);
  }
  const Message& MessageOf(uint32_t entry) const { return view_.message(messages_[entry].message); }

  // How sure it is that this mail does nothing but say so; 0: it does not.
  double SaysDead(uint32_t entry, uint32_t& sentence) const {
    const Gist gist = ReadGist(view_, entry, Mark::kDeadEnd,
                               Bit(Mark::kChannel) | Bit(Mark::kThirdParty) | Bit(Mark::kRestart));
    if (gist.meant.empty() || (gist.marks & Bit(Mark::kAnswerable)) != 0) return 0;
    sentence = gist.meant.front();
    constexpr double kBounce = 0.85;  // which explains itself at length
    if (MessageOf(entry).bounce) return kBounce;
    // What reports something else has the line for a footer.
    constexpr double kBy[] = {0.92, 0.85, 0.7};
    if (gist.others >= std::size(kBy)) return 0;
    return kBy[gist.others] - (messages_[entry].side == Side::kAuto ? 0 : 0.15);
  }

  // It came upon the customer's mail: right behind it, or naming it as the one it answers.
  bool Answers(uint32_t entry, uint32_t customers) const {
    const Message& m = MessageOf(entry);
    const Message& asked = MessageOf(customers);
    // Bounces of the desk's own mails go to the desk.
    const auto to = view_.mail->Recipients(m);
    if (m.bounce && !to.empty() && std::ranges::find(to, asked.from) == to.end()) return false;
    const auto ids = view_.mail->InReplyTo(m);
    if (std::ranges::find(ids, asked.message_id) != ids.end()) return true;
    for (uint32_t i = customers + 1; i < entry; ++i)
      if (messages_[i].side == Side::kAgent) return false;
    return true;
  }

  static bool IsOneOf(const facts::Value& v, const DeadEnd& end) {
    return v.kind == facts::ValueKind::kEmail &&
           std::ranges::find(end.addresses, v.norm) != end.addresses.end();
  }

  void FindAddress(DeadEnd& end) const {
    for (const StringId to : view_.mail->Recipients(MessageOf(end.customers)))
      end.addresses.push_back(facts::StableHash(util::LowerAscii(view_.text(to))));
    for (uint32_t i = end.entry; i-- > FirstBefore(end.entry);) {
      if (messages_[i].side != Side::kAgent || Reading(i) == nullptr) continue;
      const facts::Reading& reading = *Reading(i);
      for (const facts::SentenceReading& s : reading.sentences)
        for (const facts::Value& v : reading.Values(s)) {
          if (!IsOneOf(v, end)) continue;
          for (const facts::Word& w : reading.Words(s))
            if (w.begin == v.begin && !w.instance) end.word = w.id;
          end.named = i;
          end.by_name = true;
          return;
        }
    }
    end.named = DesksBefore(view_, end.customers);
  }

  // The desk names the address once more.
  std::optional<Finding> SendsThereAgain(uint32_t entry, const std::vector<DeadEnd>& dead) const {
    const facts::Reading* reading = Reading(entry);
    if (reading == nullptr) return std::nullopt;
    constexpr facts::Marks kNot =
        Bit(Mark::kNegated) | Bit(Mark::kDeadEnd) | Bit(Mark::kAdmits) | Bit(Mark::kReported);
    for (const DeadEnd& end : dead)
      for (uint32_t i = 0; i < reading->sentences.size(); ++i) {
        const facts::SentenceReading& s = reading->sentences[i];
        if (!IsNews(view_, messages_[entry].message, i) || (s.marks & kNot) != 0) continue;
        const bool by_value = std::ranges::any_of(
            reading->Values(s), [&](const facts::Value& v) { return IsOneOf(v, end); });
        if (by_value || (end.word && s.Is(Mark::kWriteTo) && reading->Has(s, *end.word)))
          return ReportAgain(end, entry, i);
      }
    return std::nullopt;
  }

  Finding Begin(const DeadEnd& end, uint32_t entry, double confidence) const {
    Finding f;
    f.severity = Severity::kWarning;
    f.confidence = confidence;
    f.message = messages_[entry].message;
    f.carried_by = messages_[entry].side;
    if (entry != end.entry) AddRelated(messages_[end.entry].message, f);
    AddRelated(messages_[end.customers].message, f);
    if (end.named) AddRelated(messages_[*end.named].message, f);
    f.reach = 1;
    return f;
  }

  Finding Report(const DeadEnd& end, uint32_t sentence, double confidence) const {
    Finding f = Begin(end, end.entry, confidence);
    f.text = fmt::format("Nobody reads the customer's mail of {} where it went, {} of {} says.",
                         Day(view_.message(f.related[0])), MailOf(f.carried_by),
                         Day(view_.message(f.message)));
    if (end.named)
      f.text += fmt::format(
          " {} {}.",
          end.by_name ? "The desk had named that address on" : "The desk's last mail before was of",
          Day(MessageOf(*end.named)));
    f.evidence = {OfMessage(view_, f.related[0], UINT32_MAX),
                  OfMessage(view_, f.message, sentence)};
    f.wrong_if = "The customer's mail reached somebody all the same.";
    return f;
  }

  Finding ReportAgain(const DeadEnd& end, uint32_t entry, uint32_t sentence) const {
    constexpr double kSure = 0.85;
    Finding f = Begin(end, entry, kSure);
    f.text = fmt::format(
        "The desk's mail of {} sends the customer to an address that nobody reads, as a mail of {} "
        "had said.",
        Day(view_.message(f.message)), Day(view_.message(f.related[0])));
    f.text += BreakBetween(view_, f.related[0], f.message);
    f.evidence = {OfMessage(view_, f.related[0], UINT32_MAX),
                  OfMessage(view_, f.message, sentence)};
    f.wrong_if = "The address was put right in the meantime.";
    return f;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
};

}  // namespace

std::vector<Finding> TL601(const CaseView& view) { return Finder(view).Run(); }

}  // namespace threadlint::rules
