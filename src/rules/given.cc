#include "rules/given.h"

#include "rules/asks.h"

#include <algorithm>
#include <span>
#include <vector>

namespace threadlint::rules {
namespace {

using facts::Mark;
using facts::ValueKind;
using facts::WantsValue;
using facts::WordId;

// Values of these kinds are what they are without a label.
constexpr facts::Wants kSpeaksForItself =
    WantsValue(ValueKind::kPhone) | WantsValue(ValueKind::kEmail) |
    WantsValue(ValueKind::kPostcode) | WantsValue(ValueKind::kIban) | WantsValue(ValueKind::kUrl) |
    WantsValue(ValueKind::kTracking);

class Search {
 public:
  Search(const facts::Reading& asking, const facts::Fact& ask, const facts::Reading& mail,
         bool asked_before)
      : asking_(asking), ask_(ask), thing_(ask.thing), mail_(mail), asked_before_(asked_before) {
    const auto words = asking.Words(thing_);
    words_.assign(words.begin(), words.end());
    for (const WordId w : words_)
      if (w != thing_.form) core_.push_back(w);
    // "On what date was it booked": the clause says of what.
    if (core_.empty() && thing_.form != 0 && asking.Qualifiers(thing_).size() == 1)
      core_.assign(1, asking.Qualifiers(thing_).front());
  }

  Given Run() {
    Look();
    // "The log of a device that works": which one is meant must show in what was given.
    const auto qualifiers = asking_.Qualifiers(thing_);
    const auto known =
        std::ranges::count_if(qualifiers, [this](WordId w) { return AnywhereInMail(w); });
    if (2 * static_cast<size_t>(known) < qualifiers.size()) best_.confidence -= 0.25;
    if (!HasItsValues()) best_.confidence -= 0.3;
    // "The order number of the other one": what was given is of the one spoken of before.
    if (thing_.other_of) best_.confidence -= 0.3;
    return best_;
  }

 private:
  // "The statement of March" is not given by one of April, nor what a program of version 3 prints
  // by what version 4 does.
  bool HasItsValues() const {
    const facts::SentenceReading& s = asking_.sentences[ask_.sentence];
    for (const facts::Value& v : asking_.Values(s)) {
      const bool inside =
          v.begin >= thing_.at.begin && v.begin < thing_.at.begin + thing_.at.length;
      if (!inside && v.kind != ValueKind::kVersion) continue;
      const auto same = [&](const facts::Value& w) { return w.norm == v.norm; };
      if (best_.sentence < mail_.sentences.size()) {
        const auto beside = mail_.Values(mail_.sentences[best_.sentence]);
        const bool another =
            std::ranges::any_of(beside, [&](const facts::Value& w) { return w.kind == v.kind; });
        if (another && std::ranges::none_of(beside, same)) return false;
      }
      if (inside && std::ranges::none_of(mail_.values, same)) return false;
    }
    return true;
  }

  void Look() {
    if (thing_.wants == facts::kWantsAction) {
      Sentences([this](const auto& s, uint32_t i) { Action(s, i); });
      return;
    }
    if ((thing_.wants & facts::kWantsAnyValue) != 0)
      Sentences([this](const auto& s, uint32_t i) { ValueIn(s, i); });
    if ((thing_.wants & facts::kWantsAttachment) != 0) Attachment();
    if (thing_.wants == 0 && ask_.kind == facts::FactKind::kRequest) NamedAttachment();
    if ((thing_.wants & facts::kWantsAttachment) == 0)
      Sentences([this](const auto& s, uint32_t i) { Statement(s, i); });
  }

  template <typename Look>
  void Sentences(const Look& look) {
    for (uint32_t i = 0; i < mail_.sentences.size(); ++i) {
      const facts::SentenceReading& s = mail_.sentences[i];
      if (!s.Is(Mark::kConditional) && !s.Is(Mark::kReported)) look(s, i);
    }
  }

  void Offer(GivenHow how, double confidence, uint32_t sentence) {
    if (confidence > best_.confidence) best_ = {how, confidence, sentence};
  }

  bool Has(const facts::SentenceReading& s, WordId word) const { return mail_.Has(s, word); }
  size_t CountIn(const facts::SentenceReading& s, std::span<const WordId> words) const {
    return static_cast<size_t>(std::ranges::count_if(words, [&](WordId w) { return Has(s, w); }));
  }
  bool AnywhereInMail(WordId word) const {
    return std::ranges::find(mail_.words, word, &facts::Word::id) != mail_.words.end() ||
           std::ranges::find(mail_.attachment_words, word) != mail_.attachment_words.end();
  }

  // "Of the return": what the thing is of is spoken of in the mail.
  bool KnowsWhose() const {
    const std::span<const WordId> words(words_);
    const size_t noun = std::min<size_t>(thing_.noun_words, words.size());
    return std::ranges::all_of(words.subspan(noun), [this](WordId w) { return AnywhereInMail(w); });
  }

  // A value of the kind wanted, beside the words that say whose it is.
  void ValueIn(const facts::SentenceReading& s, uint32_t index) {
    constexpr uint32_t kBeside = 45;  // bytes
    if (s.Is(Mark::kLater)) return;
    for (const facts::Value& v : mail_.Values(s)) {
      if ((thing_.wants & WantsValue(v.kind)) == 0) continue;
      if ((WantsValue(v.kind) & kSpeaksForItself) != 0 && !s.subject &&
          (v.kind != ValueKind::kTracking || KnowsWhose()))
        Offer(GivenHow::kValue, 0.7, index);
      if (asked_before_ && !s.subject) Offer(GivenHow::kValue, 0.75, index);
      // A bare number is told what it is before it: "order 1596", but not "500 from my account".
      // "How many seats": a number of them stands right before them.
      const bool counts = thing_.wants == WantsValue(ValueKind::kNumber);
      const uint32_t beside = counts ? kBeside / 4 : kBeside;
      const bool bare = v.kind == ValueKind::kNumber && core_.size() == 1;
      const auto distance = [&](WordId word) {
        uint32_t nearest = UINT32_MAX;
        for (const facts::Word& w : mail_.Words(s))
          if (w.id == word && !(bare && w.begin > v.begin))
            nearest = std::min(nearest, w.begin > v.begin ? w.begin - v.begin : v.begin - w.begin);
        return nearest;
      };
      if (core_.empty()) {
        if (thing_.form != 0 && distance(thing_.form) <= kBeside)
          Offer(GivenHow::kValue, 0.7, index);
        continue;
      }
      size_t near = 0;
      for (const WordId w : core_) near += distance(w) <= beside ? 1 : 0;
      const double mostly = NearlyAll(beside, distance);
      if (near < core_.size() && mostly > 0) {
        Offer(GivenHow::kValue, mostly - 0.15 * static_cast<double>(WordsBetween(s, v)), index);
      } else if (near == core_.size()) {
        Offer(GivenHow::kValue, 0.85 - 0.15 * static_cast<double>(WordsBetween(s, v)), index);
      } else if (thing_.form != 0 && distance(thing_.form) <= kBeside / 2 &&
                 std::ranges::all_of(core_, [this](WordId w) { return AnywhereInMail(w); })) {
        Offer(GivenHow::kValue, 0.58, index);
      }
    }
  }

  // Of "your harbour account number" the account alone: the noun's last word stands beside the
  // value, others of the noun may be missing, and what it is of is spoken of in the mail. 0 if not.
  template <typename Distance>
  double NearlyAll(uint32_t beside, const Distance& distance) const {
    constexpr double kWhole = 0.82, kOneLess = 0.1;
    if (!KnowsWhose()) return 0;
    const std::span<const WordId> words(words_);
    const auto noun = words.first(std::min<size_t>(thing_.noun_words, words.size()));
    WordId last = 0;
    double out = kWhole;
    for (const WordId w : noun) {
      if (w == thing_.form) continue;
      last = w;
      if (distance(w) > beside) out -= kOneLess;
    }
    return last != 0 && distance(last) <= beside ? out : 0;
  }

  // Words between the value and the nearest of the words wanted that are neither: they may say that
  // it is a value of something else.
  size_t WordsBetween(const facts::SentenceReading& s, const facts::Value& v) const {
    size_t fewest = 5;
    const auto words = mail_.Words(s);
    for (size_t i = 0; i < words.size(); ++i) {
      if (std::ranges::find(core_, words[i].id) == core_.end()) continue;
      size_t between = 0;
      const uint32_t from = std::min(words[i].begin, v.begin),
                     to = std::max(words[i].begin, v.begin);
      for (size_t k = 0; k < words.size(); ++k) {
        const facts::Word& w = words[k];
        if (w.begin > from && w.begin < to && !w.vague && !w.capital && w.id != thing_.form &&
            std::ranges::find(core_, w.id) == core_.end())
          ++between;
      }
      fewest = std::min(fewest, between);
    }
    return fewest;
  }

  void Attachment() {
    // The head's own words stand in the name or beside "attached"; "photo of the box" is no photo
    // of the kettle.
    std::vector<WordId> whose;
    for (const WordId w : words_)
      if (w != thing_.head) whose.push_back(w);
    size_t known = 0;
    for (const WordId w : whose) known += AnywhereInMail(w) ? 1 : 0;
    const bool fits = (mail_.attachments & thing_.wants) != 0;
    if (!fits) return;
    const bool all_known = known == whose.size();
    const bool specific = (thing_.wants & facts::kWantsImage) == 0;
    bool says_attached = false;
    for (const facts::SentenceReading& s : mail_.sentences)
      says_attached = says_attached || s.Is(Mark::kAttached);
    for (uint32_t i = 0; i < mail_.sentences.size(); ++i) {
      const facts::SentenceReading& s = mail_.sentences[i];
      if (s.Is(Mark::kLater) && !s.Is(Mark::kAttached)) continue;
      if (asked_before_ && s.Is(Mark::kAttached)) Offer(GivenHow::kAttachment, 0.8, i);
      if (!Has(s, thing_.head) || s.Is(Mark::kUnable)) continue;
      if (all_known && s.Is(Mark::kAttached)) Offer(GivenHow::kAttachment, 0.88, i);
      if (all_known && says_attached) Offer(GivenHow::kAttachment, 0.75, i);
      if (!all_known && specific && s.Is(Mark::kAttached) && whose.size() <= 2 &&
          OfSomethingKnown())
        Offer(GivenHow::kAttachment, 0.65, i);
    }
    const bool named =
        std::ranges::find(mail_.attachment_words, thing_.head) != mail_.attachment_words.end();
    if (named && all_known) Offer(GivenHow::kAttachment, 0.8, UINT32_MAX);
    if (asked_before_) Offer(GivenHow::kAttachment, 0.72, UINT32_MAX);
    if (!specific && all_known && says_attached)
      Offer(GivenHow::kAttachment, 0.62, FirstAttached());
  }

  // Of "the passport of your daughter" the mail must say something of her.
  bool OfSomethingKnown() const {
    const auto of = std::span(words_).subspan(std::min<size_t>(thing_.noun_words, words_.size()));
    return of.empty() || std::ranges::any_of(of, [this](WordId w) { return AnywhereInMail(w); });
  }

  // A thing that no list knows for a paper was sent, if the mail says so and something hangs on it.
  void NamedAttachment() {
    if (mail_.attachment_count == 0) return;
    const bool in_name = std::ranges::all_of(words_, [this](WordId w) {
      return std::ranges::find(mail_.attachment_words, w) != mail_.attachment_words.end();
    });
    if (in_name) Offer(GivenHow::kAttachment, 0.75, UINT32_MAX);
    Sentences([this](const facts::SentenceReading& s, uint32_t i) {
      if (s.Is(Mark::kAttached) && !s.Is(Mark::kUnable) && CountIn(s, words_) == words_.size())
        Offer(GivenHow::kAttachment, 0.75, i);
    });
  }

  uint32_t FirstAttached() const {
    for (uint32_t i = 0; i < mail_.sentences.size(); ++i)
      if (mail_.sentences[i].Is(Mark::kAttached)) return i;
    return UINT32_MAX;
  }

  // What was asked is said in words: "lights: power green", "we are on the Pro plan".
  void Statement(const facts::SentenceReading& s, uint32_t index) {
    if (s.Is(Mark::kQuestion) || s.Is(Mark::kLater) || s.Is(Mark::kUnable)) return;
    const size_t found = CountIn(s, words_);
    const size_t missing = words_.size() - found;
    // Of "your in-game username" one word too many does no harm, if what it is follows.
    // But a "version: 1.0" is of what stands there, not of the program asked about.
    const bool names_a_form = thing_.form != 0 && thing_.form == thing_.head;
    if (missing > 1 || (missing == 1 && (names_a_form || !HasAllButOneOfNoun(s)))) return;
    double confidence = words_.size() >= 3 ? 0.65 : words_.size() == 2 ? 0.55 : 0.4;
    // What a program printed holds many words, and nobody says anything with them.
    if (missing > 0 || (!s.prose && !asked_before_)) confidence = 0.4;
    const auto words = mail_.Words(s);
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i].id != thing_.head) continue;
      const double less = missing > 0 ? 0.06 : 0;
      if (words[i].instance) confidence = std::max(confidence, 0.7 - less);
      if (words[i].states) confidence = std::max(confidence, 0.68 - less);
      // "On the Pro plan" says which; "our N200" and "the IP address" are names of it alone.
      if (i > 0 && words[i - 1].capital && !words[i - 1].vague && !words[i].instance &&
          !words[i].capital && (thing_.wants & facts::kWantsAnyValue) == 0)
        confidence = std::max(confidence, 0.65 - less);
    }
    // A thing to be sent is not given by speaking of it.
    if (ask_.kind == facts::FactKind::kRequest && thing_.wants == 0 && words_.size() == 1)
      confidence -= 0.15;
    Offer(GivenHow::kStatement, confidence, index);
  }

  bool HasAllButOneOfNoun(const facts::SentenceReading& s) const {
    const std::span<const WordId> words(words_);
    const size_t noun = std::min<size_t>(thing_.noun_words, words.size());
    return noun >= 2 && thing_.head != thing_.form && Has(s, thing_.head) &&
           CountIn(s, words.subspan(noun)) == words.size() - noun;
  }

  void Action(const facts::SentenceReading& s, uint32_t index) {
    if (s.Is(Mark::kQuestion) || s.Is(Mark::kUnable)) return;
    const size_t found = CountIn(s, words_);
    if (found == 0 || found * 3 < words_.size() * 2) return;
    const double confidence = s.Is(Mark::kDone) ? (words_.size() == 1 ? 0.66 : 0.75) : 0.45;
    Offer(GivenHow::kAction, confidence, index);
  }

  const facts::Reading& asking_;
  const facts::Fact& ask_;
  const facts::Thing& thing_;
  const facts::Reading& mail_;
  bool asked_before_;
  std::vector<WordId> words_, core_;
  Given best_;
};

}  // namespace

Given FindGiven(const facts::Reading& asking, const facts::Fact& ask, const facts::Reading& mail,
                bool asked_before) {
  return Search(asking, ask, mail, asked_before).Run();
}

}  // namespace threadlint::rules
