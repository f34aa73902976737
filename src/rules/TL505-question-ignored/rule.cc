#include "facts/reading.h"
#include "rules/asks.h"
#include "rules/persons.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace threadlint::rules {
namespace {

using facts::Mark;
using facts::WordId;

// A question of the customer, or a later sentence that comes back to one.
struct Question {
  uint32_t entry = 0;
  uint32_t sentence = 0;
  std::vector<WordId> words;
  facts::Wants wants = 0;  // the kinds of values that can answer it; 0: any answer
};

// What the desk wrote between two mails of the customer.
struct Answer {
  uint32_t entry = 0;  // the last mail of a person
  std::vector<WordId> words;
  facts::Wants values = 0;   // kinds of those that it names
  bool affirms = false;      // says yes or no somewhere, which needs no word of the question
  bool interleaved = false;  // answers below quoted lines, which need none either
};

bool Has(const std::vector<WordId>& words, WordId word) {
  return std::ranges::find(words, word) != words.end();
}

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view), messages_(view.messages()), persons_(view) {}

  std::vector<Finding> Run() {
    std::vector<Finding> out;
    std::vector<Question> asked;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      const facts::Reading* reading = Reading(i);
      if (reading == nullptr || messages_[i].side != Side::kCustomer) continue;
      const size_t oldest = asked.size() < kMostAsks ? 0 : asked.size() - kMostAsks;
      for (size_t k = asked.size(); k-- > oldest;) {
        if (asked[k].entry < FirstBefore(i)) break;
        if (!persons_.Same(asked[k].entry, i)) continue;
        auto found = Ignored(asked[k], i, *reading);
        if (!found) continue;
        out.push_back(std::move(*found));
        break;  // one a mail
      }
      AddQuestions(i, *reading, asked);
    }
    return out;
  }

 private:
  const facts::Reading* Reading(uint32_t entry) const {
    return view_.reading(messages_[entry].message);
  }
  bool IsNews(uint32_t entry, uint32_t sentence) const {
    return rules::IsNews(view_, messages_[entry].message, sentence);
  }

  static facts::Wants WantsOf(const facts::Reading& reading, uint32_t sentence) {
    facts::Wants out = 0;
    for (const facts::Fact& fact : reading.facts)
      if (fact.sentence == sentence && fact.kind == facts::FactKind::kQuestion)
        out |= fact.thing.wants & facts::kWantsAnyValue;
    return out;
  }

  void AddQuestions(uint32_t entry, const facts::Reading& reading,
                    std::vector<Question>& asked) const {
    for (uint32_t i = 0; i < reading.sentences.size(); ++i) {
      const facts::SentenceReading& s = reading.sentences[i];
      // A '?' stands in program text too.
      if (!s.prose || s.Is(Mark::kCourtesy) || !IsNews(entry, i)) continue;
      if (!s.Is(Mark::kQuestion) && !s.Is(Mark::kInsists)) continue;
      Question question{entry, i, TellingWords(reading, s), WantsOf(reading, i)};
      if (!question.words.empty()) asked.push_back(std::move(question));
    }
  }

  std::optional<Answer> AnswerBetween(uint32_t begin, uint32_t end) const {
    Answer out;
    bool any = false;
    for (uint32_t i = begin + 1; i < end; ++i) {
      const facts::Reading* reading = Reading(i);
      if (messages_[i].side != Side::kAgent || reading == nullptr) continue;
      if (!reading->has_text || reading->unread || reading->attachment_count > 0)
        return std::nullopt;  // the answer may stand where it was not read
      any = true;
      out.entry = i;
      for (const facts::Word& w : reading->words) out.words.push_back(w.id);
      for (const facts::Value& v : reading->values) out.values |= facts::WantsValue(v.kind);
      for (const facts::SentenceReading& s : reading->sentences)
        out.affirms = out.affirms || s.Is(Mark::kAffirms);
      out.interleaved = out.interleaved || reading->interleaved;
    }
    return any ? std::optional(out) : std::nullopt;
  }

  std::optional<Finding> Ignored(const Question& first, uint32_t entry,
                                 const facts::Reading& reading) const {
    constexpr double kSaysNothing = 0.34;  // of the question's words
    const auto answer = AnswerBetween(first.entry, entry);
    if (!answer) return std::nullopt;
    std::vector<WordId> open;
    for (const WordId w : first.words)
      if (!Has(answer->words, w)) open.push_back(w);
    const double said =
        1 - static_cast<double>(open.size()) / static_cast<double>(first.words.size());
    if (said > kSaysNothing) return std::nullopt;
    bool complains = false;
    for (const facts::SentenceReading& s : reading.sentences)
      complains = complains || s.Is(Mark::kUnanswered);
    // "On Thursday" answers "when will he come?" in none of its words.
    if (!complains && (first.wants & answer->values) != 0) return std::nullopt;
    for (uint32_t i = 0; i < reading.sentences.size(); ++i) {
      const facts::SentenceReading& s = reading.sentences[i];
      if (!IsNews(entry, i)) continue;
      // "And what does it cost?" is another question than when it is done.
      const facts::Wants wants = WantsOf(reading, i);
      if (!complains && wants != 0 && (wants & first.wants) == 0) continue;
      const std::vector<WordId> again = TellingWords(reading, s);
      const Overlap all = Compare(first.words, again);
      const Overlap left = Compare(open, again);
      // "The red ones", where it was the blue ones: one word stands in the place of another.
      const bool other = all.both < again.size() && all.both < first.words.size();
      // Who comes back to a question says little else in that sentence; "so ..." begins others too.
      const bool returns =
          left.both > 0 && (s.Is(Mark::kUnanswered) || 3 * left.both >= again.size());
      const bool insists = returns && (s.Is(Mark::kInsists) || s.Is(Mark::kUnanswered));
      const bool same = s.Is(Mark::kQuestion) && all.both >= 2 && (complains || !other) &&
                        3 * all.both >= 2 * std::min(first.words.size(), again.size()) &&
                        !answer->affirms && !answer->interleaved;
      double confidence = 0;
      if (insists) confidence = complains ? 0.85 : 0.75;
      if (same) confidence = std::max(confidence, complains ? 0.8 : 0.68);
      if (complains && returns && s.Is(Mark::kQuestion)) confidence = std::max(confidence, 0.8);
      if (confidence > 0) return Report(first, *answer, entry, i, confidence);
    }
    return std::nullopt;
  }

  Finding Report(const Question& first, const Answer& answer, uint32_t entry, uint32_t sentence,
                 double confidence) const {
    Finding f;
    f.severity = Severity::kWarning;
    f.confidence = confidence;
    f.message = messages_[entry].message;
    f.related = {messages_[first.entry].message, messages_[answer.entry].message};
    f.carried_by = Side::kAgent;
    f.text = fmt::format(
        "The customer's mail of {} comes back to a question that the one of {} had put. In what "
        "the desk wrote in between, the last of it on {}, the words of the question do not occur.",
        Day(view_.message(f.message)), Day(view_.message(f.related[0])),
        Day(view_.message(f.related[1])));
    f.evidence = {OfMessage(view_, f.related[0], first.sentence),
                  OfMessage(view_, f.related[1], UINT32_MAX),
                  OfMessage(view_, f.message, sentence)};
    f.reach = 1;
    f.wrong_if =
        "The desk answered in other words, by telephone, or in a mail that is not in the export.";
    return f;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  Persons persons_;
};

}  // namespace

std::vector<Finding> TL505(const CaseView& view) { return Finder(view).Run(); }

}  // namespace threadlint::rules
