#include "facts/reading.h"
#include "rules/asks.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace threadlint::rules {
namespace {

using facts::Mark;
using facts::WordId;

// A question of the customer.
struct Question {
  uint32_t entry = 0;
  uint32_t sentence = 0;
  std::vector<WordId> words;
};

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view), messages_(view.messages()) {}

  std::vector<Finding> Run() {
    std::vector<Finding> out;
    std::vector<Question> asked;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      const facts::Reading* reading = Reading(i);
      if (reading == nullptr || messages_[i].side != Side::kCustomer) continue;
      const std::vector<Question> now = QuestionsIn(i, *reading);
      if (const auto found = FindIgnored(asked, now, i, *reading)) out.push_back(*found);
      asked.insert(asked.end(), now.begin(), now.end());
    }
    return out;
  }

 private:
  const facts::Reading* Reading(uint32_t entry) const {
    return view_.reading(messages_[entry].message);
  }

  std::vector<Question> QuestionsIn(uint32_t entry, const facts::Reading& reading) const {
    std::vector<Question> out;
    const std::vector<uint8_t>& old = view_.read[messages_[entry].message].old;
    for (uint32_t i = 0; i < reading.sentences.size(); ++i) {
      const facts::SentenceReading& s = reading.sentences[i];
      if (!s.Is(Mark::kQuestion) || s.Is(Mark::kCourtesy) || s.subject) continue;
      if (i < old.size() && old[i] != 0) continue;
      Question question{entry, i, {}};
      for (const facts::Word& w : reading.Words(s))
        if (!w.vague && !w.instance) question.words.push_back(w.id);
      std::ranges::sort(question.words);
      const auto same = std::ranges::unique(question.words);
      question.words.erase(same.begin(), same.end());
      if (question.words.size() >= 2) out.push_back(std::move(question));
    }
    return out;
  }

  // Which share of the question's words the mails of the desk between two entries say; nothing if
  // there is none of a person.
  std::optional<double> Answered(const Question& q, uint32_t end, uint32_t& last) const {
    bool answers = false;
    size_t most = 0;
    for (uint32_t i = q.entry + 1; i < end; ++i) {
      const facts::Reading* reading = Reading(i);
      if (messages_[i].side != Side::kAgent || reading == nullptr || !reading->has_text) continue;
      answers = true;
      last = i;
      size_t said = 0;
      for (const WordId w : q.words)
        said += std::ranges::find(reading->words, w, &facts::Word::id) != reading->words.end();
      most = std::max(most, said);
    }
    if (!answers) return std::nullopt;
    return static_cast<double>(most) / static_cast<double>(q.words.size());
  }

  std::optional<Finding> FindIgnored(const std::vector<Question>& asked,
                                     const std::vector<Question>& now, uint32_t entry,
                                     const facts::Reading& reading) const {
    constexpr double kSaysNothing = 0.34;
    bool complains = false;
    for (const facts::SentenceReading& s : reading.sentences)
      complains = complains || s.Is(Mark::kUnanswered) || s.Is(Mark::kProtest);
    for (size_t k = asked.size(); k-- > 0;) {
      const Question& first = asked[k];
      uint32_t answer = 0;
      const auto said = Answered(first, entry, answer);
      if (!said || *said > kSaysNothing) continue;
      for (const Question& again : now) {
        const Overlap overlap = Compare(first.words, again.words);
        const size_t fewer = std::min(first.words.size(), again.words.size());
        const bool same = overlap.both >= 2 && 3 * overlap.both >= 2 * fewer;
        const bool close = complains && overlap.both >= 2 && 2 * overlap.both >= fewer;
        if (!same && !close) continue;
        Finding f;
        f.severity = Severity::kWarning;
        f.confidence = complains ? 0.8 : 0.65;
        f.message = messages_[entry].message;
        f.related = {messages_[first.entry].message, messages_[answer].message};
        f.carried_by = Side::kAgent;
        f.text = fmt::format(
            "The customer's mail of {} puts a question again that his mail of {} had put. The "
            "desk's "
            "mail of {} in between says nothing on it.",
            Day(view_.message(f.message)), Day(view_.message(f.related[0])),
            Day(view_.message(f.related[1])));
        f.evidence = {OfMessage(view_, f.related[0], first.sentence),
                      OfMessage(view_, f.related[1], UINT32_MAX),
                      OfMessage(view_, f.message, again.sentence)};
        f.reach = 1;
        f.wrong_if =
            "The desk answered in other words, by telephone or in a mail that is not in the "
            "export.";
        return f;
      }
    }
    return std::nullopt;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
};

}  // namespace

std::vector<Finding> TL505(const CaseView& view) { return Finder(view).Run(); }

}  // namespace threadlint::rules
