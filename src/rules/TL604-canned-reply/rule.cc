#include "facts/reading.h"
#include "rules/desk_mail.h"
#include "rules/entry.h"
#include "rules/persons.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace threadlint::rules {
namespace {

using facts::Mark;

// What one mail of the desk says, greetings and the like aside.
struct Said {
  struct Sentence {
    uint64_t hash = 0;
    uint32_t words = 0;
    uint32_t index = 0;  // into Reading::sentences
  };
  uint32_t entry = 0;
  std::vector<Sentence> sentences;
  uint32_t words = 0;
};

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view), messages_(view.messages()), persons_(view) {}

  std::vector<Finding> Run() const {
    std::vector<Finding> out;
    std::vector<Said> said;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      if (!IsOfDesk(messages_[i].side)) continue;
      if (messages_[i].side == Side::kAuto && Acknowledges(i)) continue;
      Said now = Read(i);
      for (size_t k = said.size(); k-- > 0 && said[k].entry >= FirstBefore(i);)
        if (auto found = Same(said[k], now)) {
          out.push_back(std::move(*found));
          break;
        }
      said.push_back(std::move(now));
    }
    return out;
  }

 private:
  // Machines that confirm each mail say the same each time, as they should.
  bool Acknowledges(uint32_t entry) const {
    const facts::Reading* reading = view_.reading(messages_[entry].message);
    if (reading == nullptr || view_.message(messages_[entry].message).bounce) return true;
    for (const facts::Fact& fact : reading->facts)
      if (fact.kind == facts::FactKind::kAcknowledged) return true;
    return !AnySays(view_, entry, Mark::kChannel) && !AnySays(view_, entry, Mark::kThirdParty);
  }

  Said Read(uint32_t entry) const {
    Said out;
    out.entry = entry;
    const MessageIndex message = messages_[entry].message;
    const facts::Reading* reading = view_.reading(message);
    if (reading == nullptr) return out;
    for (uint32_t i = 0; i < reading->sentences.size(); ++i) {
      const facts::SentenceReading& s = reading->sentences[i];
      if (!IsNews(view_, message, i) || s.Is(Mark::kPadding) || s.Is(Mark::kCourtesy) ||
          s.Is(Mark::kStanding) || !s.prose || s.words < 2)
        continue;
      out.sentences.push_back({s.hash, s.words, i});
      out.words += s.words;
    }
    return out;
  }

  // One short sentence can be all there is to say twice.
  double Confidence(uint32_t same, uint32_t all, uint32_t sentences, uint32_t customers) const {
    constexpr uint32_t kEnough = 12;  // words
    double out = same >= kEnough ? 0.9 : 0.75;
    if (sentences == 1 && same < kEnough) out = 0.5;
    if (same < all) out -= 0.1;
    const bool insists =
        AnySays(view_, customers, Mark::kProtest) || AnySays(view_, customers, Mark::kInsists) ||
        AnySays(view_, customers, Mark::kComplains) || AnySays(view_, customers, Mark::kUnanswered);
    return insists ? std::min(out + 0.1, 0.95) : out;
  }

  std::optional<Finding> Same(const Said& before, const Said& now) const {
    constexpr uint32_t kFewest = 5;         // words
    constexpr uint32_t kPart = 3, kOf = 4;  // that must be the same
    uint32_t same = 0, sentences = 0, sentence = UINT32_MAX, first = UINT32_MAX;
    for (const Said::Sentence& s : now.sentences) {
      const auto at = std::ranges::find(before.sentences, s.hash, &Said::Sentence::hash);
      if (at == before.sentences.end()) continue;
      same += s.words;
      ++sentences;
      if (sentence != UINT32_MAX) continue;
      sentence = s.index;
      first = at->index;
    }
    const uint32_t all = std::max(before.words, now.words);
    if (same < kFewest || kOf * same < kPart * all) return std::nullopt;
    const auto customers = CustomersBefore(view_, now.entry);
    if (!customers || *customers < before.entry || !persons_.Concerns(before.entry, *customers))
      return std::nullopt;
    Finding f;
    f.severity = Severity::kWarning;
    f.confidence = Confidence(same, all, sentences, *customers);
    // Who writes to a list has his legal notice below short mails and long ones.
    constexpr double kOnList = 0.3;
    if (view_.message(messages_[now.entry].message).from_list) f.confidence -= kOnList;
    f.message = messages_[now.entry].message;
    f.carried_by = messages_[now.entry].side;
    AddRelated(messages_[before.entry].message, f);
    AddRelated(messages_[*customers].message, f);
    if (const auto opening = FirstOfCustomer(view_)) AddRelated(messages_[*opening].message, f);
    f.text = fmt::format("{} of {} says {} as that of {} had said, and the customer wrote on {}.",
                         Capital(MailOf(f.carried_by)), Day(view_.message(f.message)),
                         same == all ? "the same" : "nearly the same",
                         Day(view_.message(f.related[0])), Day(view_.message(f.related[1])));
    f.text += BreakBetween(view_, f.related[0], f.message);
    f.evidence = {OfMessage(view_, f.related[0], first), OfMessage(view_, f.related[1], UINT32_MAX),
                  OfMessage(view_, f.message, sentence)};
    f.reach = 1;
    f.wrong_if = "The customer had asked to be sent it once more, or nothing had changed since.";
    return f;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  Persons persons_;
};

}  // namespace

std::vector<Finding> TL604(const CaseView& view) { return Finder(view).Run(); }

}  // namespace threadlint::rules
