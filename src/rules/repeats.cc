#include "rules/repeats.h"

#include "rules/case_memo.h"
#include "rules/persons.h"

#include <algorithm>

namespace threadlint::rules {
namespace {

using facts::Mark;

constexpr double kEnough = 0.6;

class Finder {
 public:
  explicit Finder(const CaseView& view)
      : view_(view),
        messages_(view.messages()),
        shared_asks_(FindAsks(view)),
        asks_(*shared_asks_),
        persons_(view) {}

  std::vector<Repeat> Run() {
    std::vector<Repeat> out;
    for (size_t i = 0; i < asks_.size(); ++i) {
      if (!asks_[i].earnest) continue;
      Repeat repeat;
      repeat.ask = asks_[i];
      FindEarlierAsk(i, repeat);
      FindAnswer(repeat);
      if (repeat.given_in != kNoEntry || repeat.answered_in != kNoEntry) out.push_back(repeat);
    }
    AddChoices(out);
    return out;
  }

 private:
  const facts::Reading* Reading(uint32_t entry) const {
    return view_.reading(messages_[entry].message);
  }
  bool IsCustomers(uint32_t entry) const {
    return messages_[entry].side == Side::kCustomer && Reading(entry) != nullptr;
  }
  // The first mail behind `entry`, before `end`, of the customer whom it answers.
  uint32_t NextOfCustomer(uint32_t entry, uint32_t end) const {
    for (uint32_t i = entry + 1; i < end; ++i)
      if (IsCustomers(i) && persons_.Concerns(entry, i)) return i;
    return kNoEntry;
  }

  void FindEarlierAsk(size_t index, Repeat& repeat) const {
    const Ask& ask = asks_[index];
    for (size_t k = index; k-- > 0;) {
      const Ask& earlier = asks_[k];
      if (earlier.entry < FirstBefore(ask.entry)) return;
      const bool done = ask.fact->kind == facts::FactKind::kTried;
      if (earlier.entry == ask.entry || ask.fact->thing.other_of ||
          done != (earlier.fact->kind == facts::FactKind::kTried) ||
          !SameThing(*earlier.reading, earlier.fact->thing, *ask.reading, ask.fact->thing))
        continue;
      const uint32_t answer = NextOfCustomer(earlier.entry, ask.entry);
      if (answer != kNoEntry && !persons_.Concerns(ask.entry, answer)) continue;
      repeat.asked_in = earlier.entry;
      repeat.asked = earlier.fact;
      repeat.answered_in = answer;
      return;
    }
  }

  void FindAnswer(Repeat& repeat) const {
    const Ask& ask = repeat.ask;
    const uint32_t next = NextOfCustomer(ask.entry, static_cast<uint32_t>(messages_.size()));
    repeat.protested = next != kNoEntry && Protests(*Reading(next), ask);
    FindAcknowledgement(repeat);
    const bool acknowledged = repeat.acknowledged_in != kNoEntry;
    const bool answers_it = repeat.answered_in != kNoEntry && IsForIt(repeat);
    double best = 0;
    for (uint32_t i = FirstBefore(ask.entry); i < ask.entry; ++i) {
      if (!IsCustomers(i) || !persons_.Concerns(ask.entry, i)) continue;
      Given given =
          FindGiven(*ask.reading, *ask.fact, *Reading(i), i == repeat.answered_in && answers_it);
      if (given.how == GivenHow::kNot && acknowledged && i < repeat.acknowledged_in)
        given = Mentioned(ask, *Reading(i));
      if (given.how == GivenHow::kNot) continue;
      double confidence = given.confidence;
      if (repeat.protested) confidence += 0.2;
      if (acknowledged) confidence += 0.15;
      // The latest of equals: it is what the desk had before its eyes.
      if (confidence < best || confidence < kEnough) continue;
      best = confidence;
      repeat.given_in = i;
      repeat.given = given;
    }
    repeat.confidence = std::min(best, 0.95);
    if (repeat.given_in == kNoEntry && repeat.answered_in != kNoEntry)
      repeat.confidence = repeat.protested ? 0.8 : 0.7;
  }

  // Of three papers asked for one that came may be another: an answer without a label is for the
  // thing if nothing else of its kind was asked for in that mail, or if enough came for all.
  bool IsForIt(const Repeat& repeat) const {
    const facts::Reading& asking = *Reading(repeat.asked_in);
    const facts::Reading& answer = *Reading(repeat.answered_in);
    const facts::Wants wants = repeat.ask.fact->thing.wants;
    uint32_t asked = 0;
    for (const facts::Fact& fact : asking.facts)
      if (facts::AsksForThing(fact.kind) && !fact.thing.alternative &&
          (fact.thing.wants & wants) != 0)
        ++asked;
    uint32_t came = (wants & answer.attachments) != 0 ? answer.attachment_count : 0;
    for (const facts::Value& value : answer.values)
      came += (wants & facts::WantsValue(value.kind)) != 0 ? 1 : 0;
    return asked <= 1 || came >= asked;
  }

  // "A refund or a replacement?": the customer has named one of the two, and not the other.
  void AddChoices(std::vector<Repeat>& out) const {
    constexpr double kHasChosen = 0.66;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      const facts::Reading* asking = Reading(i);
      if (messages_[i].side != Side::kAgent || asking == nullptr) continue;
      const auto& facts = asking->facts;
      for (size_t k = 0; k < facts.size();) {
        size_t end = k + 1;
        while (end < facts.size() && facts[end].kind == facts[k].kind &&
               facts[end].sentence == facts[k].sentence)
          ++end;
        const std::span<const facts::Fact> group(&facts[k], end - k);
        k = end;
        if (group.front().kind != facts::FactKind::kChoice || group.size() < 2) continue;
        Repeat repeat;
        if (!FindChosen(*asking, group, i, repeat)) continue;
        repeat.confidence = kHasChosen;
        out.push_back(repeat);
      }
    }
  }

  bool FindChosen(const facts::Reading& asking, std::span<const facts::Fact> group, uint32_t entry,
                  Repeat& repeat) const {
    if (asking.sentences[group.front().sentence].Is(Mark::kConditional)) return false;
    size_t named = 0;
    for (const facts::Fact& fact : group) {
      bool found = false;
      for (uint32_t i = FirstBefore(entry); i < entry; ++i) {
        if (!IsCustomers(i)) continue;
        const facts::Reading& mail = *Reading(i);
        for (uint32_t s = 0; s < mail.sentences.size(); ++s) {
          if (mail.sentences[s].Is(Mark::kConditional) || mail.sentences[s].Is(Mark::kNegated) ||
              !HasAll(mail, mail.sentences[s], asking.Words(fact.thing)))
            continue;
          found = true;
          repeat.ask = {entry, &asking, &fact, false, true};
          repeat.given_in = i;
          repeat.given = {GivenHow::kStatement, 0, s};
        }
      }
      named += found ? 1 : 0;
    }
    return named == 1;
  }

  static bool HasAll(const facts::Reading& mail, const facts::SentenceReading& s,
                     std::span<const facts::WordId> words) {
    return std::ranges::all_of(words, [&](facts::WordId w) { return mail.Has(s, w); });
  }

  // "As I wrote", or "I attached the bill to my first mail", which is not said of an address.
  static bool Protests(const facts::Reading& reading, const Ask& ask) {
    constexpr ptrdiff_t kFew = 3;  // words that name something
    return std::ranges::any_of(reading.sentences, [&](const facts::SentenceReading& s) {
      if (!s.Is(Mark::kProtest) || s.subject) return false;
      const auto words = reading.Words(s);
      const auto wanted = ask.words();
      return std::ranges::count_if(words, [](const facts::Word& w) { return !w.vague; }) <= kFew ||
             std::ranges::any_of(words, [&](const facts::Word& w) {
               return std::ranges::find(wanted, w.id) != wanted.end();
             });
    });
  }

  // The last mail of the desk before the request that says that it has the thing.
  void FindAcknowledgement(Repeat& repeat) const {
    const Ask& ask = repeat.ask;
    for (uint32_t i = ask.entry; i-- > FirstBefore(ask.entry);) {
      const facts::Reading* reading = Reading(i);
      if (reading == nullptr || messages_[i].side == Side::kCustomer) continue;
      for (const facts::Fact& fact : reading->facts)
        if (fact.kind == facts::FactKind::kAcknowledged &&
            !reading->sentences[fact.sentence].Is(Mark::kQuestion) &&
            SameThing(*reading, fact.thing, *ask.reading, ask.fact->thing)) {
          repeat.acknowledged_in = i;
          repeat.acknowledgement = fact.sentence;
          return;
        }
    }
  }

  // What the desk says that it has was sent by a way that the mail only speaks of.
  static Given Mentioned(const Ask& ask, const facts::Reading& mail) {
    constexpr double kTheDeskSaysSo = 0.55;
    for (uint32_t i = 0; i < mail.sentences.size(); ++i) {
      const facts::SentenceReading& s = mail.sentences[i];
      if (s.Is(Mark::kLater) || s.Is(Mark::kUnable) || s.Is(Mark::kConditional)) continue;
      if (mail.Has(s, ask.fact->thing.head)) return {GivenHow::kReply, kTheDeskSaysSo, i};
    }
    return {};
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  std::shared_ptr<const std::vector<Ask>> shared_asks_;
  const std::vector<Ask>& asks_;
  Persons persons_;
};

}  // namespace

std::shared_ptr<const std::vector<Repeat>> FindRepeats(const CaseView& view) {
  return Once<std::vector<Repeat>>(view, [&] { return Finder(view).Run(); });
}

}  // namespace threadlint::rules
