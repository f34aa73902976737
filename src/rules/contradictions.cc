#include "rules/contradictions.h"

#include "facts/topics.h"
#include "rules/asks.h"
#include "rules/objections.h"
#include "rules/persons.h"
#include "rules/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace threadlint::rules {
namespace {

using facts::FactKind;
using facts::Mark;
using facts::ValueKind;
using facts::WantsValue;

constexpr double kEnough = 0.6;
constexpr int64_t kSecondsADay = 86400;

// Where a value of that kind belongs; none for kinds that change with the day.
std::optional<StatementKind> KindOf(ValueKind kind) {
  switch (kind) {
    case ValueKind::kAmount:
      return StatementKind::kAmount;
    case ValueKind::kDate:
    case ValueKind::kTime:
      return StatementKind::kDate;
    case ValueKind::kDuration:
    case ValueKind::kPercent:
      return StatementKind::kPolicy;
    case ValueKind::kMeasure:
    case ValueKind::kNumber:
    case ValueKind::kIdentifier:
      return StatementKind::kStatus;
    default:
      return std::nullopt;
  }
}

class Finder {
 public:
  Finder(const CaseView& view, StatementKind kind)
      : view_(view), messages_(view.messages()), persons_(view), kind_(kind) {}

  std::vector<Contradiction> Run() {
    if (view_.topics != nullptr &&
        (kind_ == StatementKind::kStatus || kind_ == StatementKind::kPolicy)) {
      std::vector<Statement> claims = FindStatements(view_, FactKind::kClaim);
      std::erase_if(claims, [&](const Statement& s) {
        return view_.topics->IsPolicy(s.fact->state) != (kind_ == StatementKind::kPolicy);
      });
      Pair(claims, [this](const Statement& a, const Statement& b) { return Claims(a, b); });
    }
    if (kind_ == StatementKind::kStatus) PairDenials();
    std::vector<Statement> values = FindStatements(view_, FactKind::kStated);
    std::erase_if(values, [&](const Statement& s) { return KindOf(s.value().kind) != kind_; });
    Pair(values, [this](const Statement& a, const Statement& b) { return Values(a, b); });
    if (kind_ == StatementKind::kStatus || kind_ == StatementKind::kPolicy) AddObjections();
    std::ranges::stable_sort(out_, {}, [](const Contradiction& c) { return c.later.entry; });
    return std::move(out_);
  }

 private:
  // Each with the last one before it that it contradicts, unless what lies between has said it
  // already.
  template <class Test>
  void Pair(const std::vector<Statement>& all, Test contradicts) {
    for (size_t i = 0; i < all.size(); ++i) {
      const Statement& later = all[i];
      for (size_t k = i; k-- > 0;) {
        const Statement& earlier = all[k];
        if (earlier.entry < FirstBefore(later.entry)) break;
        if (earlier.entry == later.entry || !SpeakToTheSame(earlier, later)) continue;
        if (Repeats(earlier, later)) break;
        auto found = contradicts(earlier, later);
        if (!found) continue;
        if (std::ranges::none_of(out_, [&](const Contradiction& c) {
              return c.later.entry == later.entry && c.earlier.entry == earlier.entry;
            }))
          out_.push_back(std::move(*found));
        break;
      }
    }
  }

  // "Is available", and then "is not available": not the other way round, which things come to be.
  void PairDenials() {
    std::vector<Statement> all = FindStatements(view_, FactKind::kIs);
    const std::vector<Statement> denied = FindStatements(view_, FactKind::kIsNot);
    all.insert(all.end(), denied.begin(), denied.end());
    std::ranges::stable_sort(all, {}, &Statement::entry);
    Pair(all, [this](const Statement& a, const Statement& b) { return Denial(a, b); });
  }

  std::optional<Contradiction> Denial(const Statement& a, const Statement& b) const {
    if (a.fact->kind != FactKind::kIs || b.fact->kind != FactKind::kIsNot ||
        a.fact->state != b.fact->state || a.fact->thing.head != b.fact->thing.head)
      return std::nullopt;
    constexpr facts::Wants kWhen = WantsValue(ValueKind::kDate) | WantsValue(ValueKind::kTime);
    if (!SameMatter(a, b, kWhen) || b.sentence().Is(Mark::kRevised)) return std::nullopt;
    if (DifferAboutARule(a, b)) return std::nullopt;
    constexpr double kSure = 0.8, kAsked = 0.65;
    if (SaysToo(b, a)) return std::nullopt;
    return Make(a, b, CustomerChanged(a, b) ? kAsked : kSure);
  }

  // What the two sentences say is told by the rule about policies.
  bool DifferAboutARule(const Statement& a, const Statement& b) const {
    const auto claims = [](const Statement& s, auto what) {
      return std::ranges::any_of(s.reading->facts, [&](const facts::Fact& f) {
        return f.kind == FactKind::kClaim && f.sentence == s.fact->sentence && what(f);
      });
    };
    return view_.topics != nullptr && claims(a, [&](const facts::Fact& x) {
             return view_.topics->IsPolicy(x.state) && claims(b, [&](const facts::Fact& y) {
                      const facts::Passage passage = view_.topics->Between(x.state, y.state);
                      return x.what == y.what && (passage == facts::Passage::kImpossible ||
                                                  passage == facts::Passage::kReversal);
                    });
           });
  }

  bool SpeakToTheSame(const Statement& a, const Statement& b) const {
    for (uint32_t i = b.entry; i-- > a.entry;)
      if (messages_[i].side == Side::kCustomer)
        return persons_.Concerns(b.entry, i) == persons_.Concerns(a.entry, i) ||
               persons_.Concerns(b.entry, i);
    return true;
  }

  // The later one says once more what the earlier one says.
  static bool Repeats(const Statement& a, const Statement& b) {
    if (a.fact->kind != FactKind::kStated)
      return a.fact->kind == b.fact->kind && a.fact->state == b.fact->state &&
             a.fact->what == b.fact->what && SameMatter(a, b, 0);
    return a.value().kind == b.value().kind && a.value().norm == b.value().norm &&
           a.fact->thing.head == b.fact->thing.head;
  }

  // A sentence between the two, of the customer's or of anybody's, for which `test` holds.
  template <class Test>
  bool Between(const Statement& a, const Statement& b, bool customers, Test test) const {
    for (uint32_t i = a.entry + 1; i < b.entry; ++i) {
      if (customers && messages_[i].side != Side::kCustomer) continue;
      const facts::Reading* reading = view_.reading(messages_[i].message);
      if (reading == nullptr) continue;
      for (uint32_t s = 0; s < reading->sentences.size(); ++s)
        if (!view_.IsOld(messages_[i].message, s) && test(*reading, reading->sentences[s]))
          return true;
    }
    return false;
  }

  // The customer wanted the thing otherwise, or said that something was wrong about it.
  bool CustomerChanged(const Statement& a, const Statement& b) const {
    return Between(a, b, true, [&](const facts::Reading& reading, const facts::SentenceReading& s) {
      if (!s.Is(Mark::kWishes) && !s.Is(Mark::kChanged)) return false;
      return std::ranges::any_of(reading.Words(s), [&](const facts::Word& w) {
        return !w.vague &&
               (a.reading->Has(a.sentence(), w.id) || b.reading->Has(b.sentence(), w.id));
      });
    });
  }

  // The customer spoke of a day on which it should be, or cannot be.
  bool CustomerSpokeOfDays(const Statement& a, const Statement& b) const {
    constexpr facts::Marks kMoves = facts::Bit(Mark::kQuestion) | facts::Bit(Mark::kUnable) |
                                    facts::Bit(Mark::kNegated) | facts::Bit(Mark::kConditional);
    return Between(a, b, true, [&](const facts::Reading& reading, const facts::SentenceReading& s) {
      if (s.Is(Mark::kWishes) || s.Is(Mark::kChanged)) return true;
      return (s.marks & kMoves) != 0 &&
             std::ranges::any_of(reading.Values(s), [](const facts::Value& v) {
               return v.kind == ValueKind::kDate || v.kind == ValueKind::kTime;
             });
    });
  }

  // One of the two says when.
  static bool NamesTime(const Statement& a, const Statement& b) {
    const auto names = [](const Statement& s) {
      return std::ranges::any_of(s.reading->Values(s.sentence()), [](const facts::Value& v) {
        return v.kind == ValueKind::kDate || v.kind == ValueKind::kTime;
      });
    };
    return names(a) || names(b);
  }

  // Money went from one to the other.
  bool SomebodyPaid(const Statement& a, const Statement& b) const {
    const auto pays = [](const facts::Reading&, const facts::SentenceReading& s) {
      return s.Is(Mark::kPays);
    };
    return Between(a, b, false, pays) ||
           std::ranges::any_of(b.reading->sentences, [&](const facts::SentenceReading& s) {
             return pays(*b.reading, s);
           });
  }

  // The mail of the one names the value of the other too.
  static bool Names(const Statement& a, const facts::Value& value) {
    return std::ranges::any_of(a.reading->values, [&](const facts::Value& v) {
      return v.kind == value.kind && v.norm == value.norm;
    });
  }

  // Words that say which thing is meant and stand nowhere before, nor in the other mail.
  bool IsNewDistinction(const Statement& a, const Statement& b) const {
    const auto known = [&](const Statement& other, facts::WordId w, uint32_t end) {
      if (std::ranges::find(other.reading->words, w, &facts::Word::id) !=
          other.reading->words.end())
        return true;
      for (uint32_t i = FirstBefore(end); i < end; ++i) {
        const facts::Reading* reading = view_.reading(messages_[i].message);
        if (reading != nullptr && messages_[i].side == Side::kCustomer &&
            std::ranges::find(reading->words, w, &facts::Word::id) != reading->words.end())
          return true;
      }
      return false;
    };
    for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)})
      for (const facts::WordId w : one->reading->Words(one->fact->thing))
        if (w != one->fact->thing.head && !known(*other, w, b.entry)) return true;
    return false;
  }

  // In that sentence or the ones beside it.
  static bool IsNear(const Statement& statement, Mark mark) {
    const auto& sentences = statement.reading->sentences;
    const size_t at = statement.fact->sentence;
    for (size_t i = at == 0 ? 0 : at - 1; i < std::min(at + 2, sentences.size()); ++i)
      if (sentences[i].Is(mark)) return true;
    return false;
  }

  static bool Admits(const Statement& statement) {
    return std::ranges::any_of(statement.reading->sentences,
                               [](const facts::SentenceReading& s) { return s.Is(Mark::kAdmits); });
  }

  Contradiction Make(const Statement& a, const Statement& b, double confidence) const {
    Contradiction out;
    out.kind = kind_;
    out.earlier = a;
    out.later = b;
    out.admitted = Admits(b);
    out.confidence = confidence;
    return out;
  }

  // The mail of the one says what the other says too.
  static bool SaysToo(const Statement& one, const Statement& other) {
    return std::ranges::any_of(one.reading->facts, [&](const facts::Fact& fact) {
      return fact.kind == other.fact->kind && fact.state == other.fact->state &&
             fact.thing.head == other.fact->thing.head;
    });
  }

  // Between the two the customer says a day or an hour.
  bool CustomerNamesDay(const Statement& a, const Statement& b) const {
    constexpr facts::Wants kWhen = WantsValue(ValueKind::kDate) | WantsValue(ValueKind::kTime);
    for (uint32_t i = a.entry + 1; i < b.entry; ++i) {
      const facts::Reading* reading = view_.reading(messages_[i].message);
      if (messages_[i].side == Side::kCustomer && reading != nullptr &&
          std::ranges::any_of(reading->values, [](const facts::Value& v) {
            return (WantsValue(v.kind) & kWhen) != 0;
          }))
        return true;
    }
    return false;
  }

  std::optional<Contradiction> Claims(const Statement& a, const Statement& b) const {
    const facts::Passage passage = view_.topics->Between(a.fact->state, b.fact->state);
    const bool reversal = passage == facts::Passage::kReversal;
    if (passage == facts::Passage::kOpen) return ObjectedClaims(a, b);
    if (passage != facts::Passage::kImpossible && !reversal) return std::nullopt;
    // A favour that is not said to be for the same thing is one for another.
    if (reversal && (a.fact->thing.words == 0 || b.fact->thing.words == 0))
      return ObjectedClaims(a, b);
    if (a.fact->what != b.fact->what) return std::nullopt;  // dispatched, but not cancelled
    if (view_.topics->IsWished(b.fact->state) && CustomerNamesDay(a, b)) return std::nullopt;
    if (!SameMatter(a, b, 0)) return std::nullopt;
    double confidence = 0.85;
    // Without a name it is taken for what the case is about.
    if (a.fact->thing.words == 0 || b.fact->thing.words == 0) confidence -= 0.1;
    if (reversal) confidence -= 0.1;
    if (CustomerChanged(a, b)) confidence -= 0.2;
    if (NamesTime(a, b) && CustomerSpokeOfDays(a, b)) confidence -= 0.3;
    // "Not by law, but we will": the mail has both, and the one that it ends with counts.
    if (SaysToo(b, a)) return std::nullopt;
    if (b.sentence().Is(Mark::kRevised)) confidence -= 0.2;
    if (confidence < kEnough) return std::nullopt;
    Contradiction out = Make(a, b, confidence);
    out.reversal = reversal;
    return out;
  }

  std::optional<Contradiction> Values(const Statement& a, const Statement& b) const {
    const facts::Value& x = a.value();
    const facts::Value& y = b.value();
    if (x.kind != y.kind || x.norm == y.norm || !CanDiffer(x, y)) return std::nullopt;
    auto objected = ObjectedValues(a, b);
    auto plain = PlainValues(a, b);
    if (!plain) return objected;
    if (objected) {
      plain->objected_in = objected->objected_in;
      plain->objection = objected->objection;
      plain->confidence = std::min(plain->confidence + 0.1, 0.9);
    }
    return plain;
  }

  // The customer names the earlier value again when he reads the later one, or says that he was
  // told otherwise: then few words in common will do.
  std::optional<Contradiction> ObjectedValues(const Statement& a, const Statement& b) const {
    const facts::Value& x = a.value();
    const auto customers = NextOfCustomer(view_, b.entry);
    if (!customers || !persons_.Concerns(b.entry, *customers)) return std::nullopt;
    const NamedAgain named = NamesAgain(view_, *customers, x);
    const Objection objection = ObjectsWith(view_, *customers, *a.reading, a.sentence());
    const bool same_head = a.fact->thing.head != 0 && a.fact->thing.head == b.fact->thing.head;
    const size_t shared = Shared(a, b);
    const bool day = x.kind == ValueKind::kDate || x.kind == ValueKind::kTime;
    const bool conflict = SaysConflict(*customers) && (same_head || shared > 1);
    // "But 3,210? We were on 2,860."
    const bool both = named.named && NamesAgain(view_, *customers, b.value()).named;
    const bool objects = named.objects || conflict || both ||
                         (named.named && (objection.sentence != UINT32_MAX ||
                                          (!day && SharesWords(*customers, named.sentence, a))));
    if (!objects && objection.words < 2) return std::nullopt;
    if (Names(a, b.value()) || !MaySpeakOfTheSame(a, b)) return std::nullopt;
    // Of money and terms a word in common tells enough; figures of other kinds are everywhere.
    const bool plain = x.kind == ValueKind::kAmount || x.kind == ValueKind::kDuration ||
                       x.kind == ValueKind::kPercent;
    if (!day && !plain && !same_head) return std::nullopt;
    const size_t fewest = day ? 2 : both ? 0 : 1;
    if (!same_head && !b.fact->thing.general && shared < fewest) return std::nullopt;
    if (b.sentence().Is(Mark::kCause)) return std::nullopt;
    if (day && (b.sentence().Is(Mark::kRevised) || !DatesDiffer(a, b))) return std::nullopt;
    if (CustomerChanged(a, b) && objection.words == 0) return std::nullopt;
    double confidence = 0.62;
    if (named.named) confidence += 0.06;
    if (objection.words > 0) confidence += 0.06;
    if (shared > 1) confidence += 0.06;
    Contradiction out = Make(a, b, confidence);
    out.objected_in = *customers;
    out.objection = named.named ? named.sentence : objection.sentence;
    return out;
  }

  bool SaysConflict(uint32_t customers) const {
    const MessageIndex message = messages_[customers].message;
    const auto& sentences = view_.reading(message)->sentences;
    for (uint32_t s = 0; s < sentences.size(); ++s)
      if (sentences[s].Is(Mark::kConflict) && !view_.IsOld(message, s)) return true;
    return false;
  }

  bool SharesWords(uint32_t customers, uint32_t sentence, const Statement& a) const {
    const facts::Reading& reading = *view_.reading(messages_[customers].message);
    return std::ranges::any_of(reading.Words(reading.sentences[sentence]), [&](const auto& w) {
      return !w.vague && !w.instance && a.reading->Has(a.sentence(), w.id);
    });
  }

  std::optional<Contradiction> ObjectedClaims(const Statement& a, const Statement& b) const {
    if (a.fact->state == b.fact->state ||
        view_.topics->TopicOf(a.fact->state) != view_.topics->TopicOf(b.fact->state))
      return std::nullopt;
    const auto customers = NextOfCustomer(view_, b.entry);
    if (!customers || !SameMatter(a, b, 0) || SaysToo(b, a)) return std::nullopt;
    const Objection objection = ObjectsWith(view_, *customers, *a.reading, a.sentence());
    if (objection.words == 0) return std::nullopt;
    Contradiction out = Make(a, b, 0.68);
    out.objected_in = *customers;
    out.objection = objection.sentence;
    return out;
  }

  // Words that tell something and stand in both sentences, those of their values aside.
  static size_t Shared(const Statement& a, const Statement& b) {
    const auto in_value = [&](const facts::Word& w) {
      return std::ranges::any_of(a.reading->Values(a.sentence()), [&](const facts::Value& v) {
        return w.begin >= v.begin && w.begin < v.begin + v.length;
      });
    };
    size_t out = 0;
    for (const facts::Word& w : a.reading->Words(a.sentence()))
      if (!w.vague && !w.instance && !in_value(w) && b.reading->Has(b.sentence(), w.id)) ++out;
    return out;
  }

  // In long sentences a few words are the same by chance.
  static bool IsFarFrom(const Statement& a, const Statement& b, size_t shared) {
    constexpr size_t kOneIn = 6;
    return kOneIn * shared < std::min(a.sentence().words, b.sentence().words);
  }

  // Both name a value of one kind, and not the same: then it is that which differs.
  static bool ValuesDiffer(const Statement& a, const Statement& b) {
    for (const facts::Value& x : a.reading->Values(a.sentence()))
      for (const facts::Value& y : b.reading->Values(b.sentence()))
        if (x.kind == y.kind && x.norm != y.norm && KindOf(x.kind)) return true;
    return false;
  }

  // "You wrote that it had gone out": the customer sets what the desk said before against what it
  // says now, where one of the two is said to be and the other not to be.
  void AddObjections() {
    for (uint32_t c = 1; c < messages_.size(); ++c) {
      if (messages_[c].side != Side::kCustomer || view_.reading(messages_[c].message) == nullptr)
        continue;
      uint32_t desk = c;
      while (desk-- > FirstBefore(c))
        if (messages_[desk].side != Side::kCustomer) break;
      if (desk >= c || !IsDesk(desk) || !persons_.Concerns(desk, c)) continue;
      if (auto found = Objected(c, desk)) out_.push_back(std::move(*found));
    }
  }

  bool IsDesk(uint32_t entry) const {
    return (messages_[entry].side == Side::kAgent || messages_[entry].side == Side::kAuto) &&
           view_.reading(messages_[entry].message) != nullptr;
  }

  std::optional<Contradiction> Objected(uint32_t customers, uint32_t desk) const {
    std::optional<Contradiction> best;
    const bool conflict = SaysConflict(customers);
    size_t most = 2;  // words of what he was told that stand in his objection, and some besides
    for (uint32_t i = FirstBefore(desk); i < desk; ++i) {
      if (!IsDesk(i)) continue;
      const facts::Reading& earlier = *view_.reading(messages_[i].message);
      for (const facts::Fact& said : SentencesOf(i)) {
        const Statement a{i, &earlier, &said};
        const Objection objection = ObjectsWith(view_, customers, earlier, a.sentence());
        if (objection.words < 2 && !conflict) continue;
        for (const facts::Fact& denied : SentencesOf(desk)) {
          const Statement b{desk, view_.reading(messages_[desk].message), &denied};
          const size_t shared = Shared(a, b);
          const size_t fewest =
              (objection.words < 2 ? 2U : 1U) + (b.sentence().Is(Mark::kNegated) ? 0U : 1U);
          if (shared < fewest || ValuesDiffer(a, b) || IsFarFrom(a, b, shared) ||
              a.sentence().Is(Mark::kNegated) == b.sentence().Is(Mark::kNegated) ||
              IsPolicy(a, b) != (kind_ == StatementKind::kPolicy) || !MaySpeakOfTheSame(a, b) ||
              objection.words + shared <= most)
            continue;
          most = objection.words + shared;
          best = Make(a, b, most > 4 ? 0.72 : 0.66);
          best->objected_in = customers;
          best->objection = objection.sentence;
        }
      }
    }
    return best;
  }

  // What applies to everybody, not what became of one thing.
  static bool IsPolicy(const Statement& a, const Statement& b) {
    return a.sentence().Is(Mark::kRule) && b.sentence().Is(Mark::kRule);
  }

  // Sentences of that mail that state something, each as a fact of its own.
  std::span<const facts::Fact> SentencesOf(uint32_t entry) const {
    auto& facts = sentences_[entry];
    if (!facts.empty()) return facts;
    const MessageIndex message = messages_[entry].message;
    const facts::Reading& reading = *view_.reading(message);
    for (uint32_t s = 0; s < reading.sentences.size(); ++s) {
      const facts::SentenceReading& sentence = reading.sentences[s];
      if (!States(sentence) || !sentence.prose || view_.IsOld(message, s)) continue;
      if (std::ranges::any_of(reading.facts, [&](const facts::Fact& fact) {
            return fact.sentence == s && facts::AsksForThing(fact.kind);
          }))
        continue;
      facts::Fact fact;
      fact.sentence = s;
      facts.push_back(fact);
    }
    return facts;
  }

  std::optional<Contradiction> PlainValues(const Statement& a, const Statement& b) const {
    const facts::Value& x = a.value();
    if (!States(a.sentence()) || !States(b.sentence())) return std::nullopt;
    if (Names(a, b.value()) || Names(b, x)) return std::nullopt;
    if (!SameMatter(a, b, Beside(x.kind))) return std::nullopt;
    const bool bare = a.fact->thing.words == 0 || b.fact->thing.words == 0;
    if (bare ? !SaySame(a, b) : a.fact->thing.head != b.fact->thing.head) return std::nullopt;
    if (!bare && IsNewDistinction(a, b)) return std::nullopt;
    if (Qualified(a, b, x.kind)) return std::nullopt;
    // A new value with its reason is a new value.
    if (IsNear(b, Mark::kRevised) || (IsNear(b, Mark::kCause) && !Admits(b))) return std::nullopt;
    if (x.kind != ValueKind::kMeasure && CustomerChanged(a, b)) return std::nullopt;
    if (x.kind == ValueKind::kDate || x.kind == ValueKind::kTime) {
      if (CustomerSpokeOfDays(a, b) || !DatesDiffer(a, b)) return std::nullopt;
    }
    const facts::Thing& thing = b.fact->thing;
    if (thing.moves && SomebodyPaid(a, b)) return std::nullopt;
    const bool several = a.fact->thing.words > 1 || thing.words > 1;
    if (thing.many && !several && !SaySame(a, b)) return std::nullopt;
    if (bare) return Make(a, b, 0.65);
    return Make(a, b, several ? 0.75 : 0.7);
  }

  // Values that are not the same in other units or in another reading.
  static bool CanDiffer(const facts::Value& x, const facts::Value& y) {
    if (x.unit != 0 && y.unit != 0 && x.unit != y.unit && x.kind != ValueKind::kDuration)
      return false;
    if (x.kind == ValueKind::kDate && (x.doubtful || y.doubtful)) return false;
    // A month is 30 days to everybody.
    constexpr int64_t kAlike = 20;
    const int64_t more = std::max(x.number, y.number), less = std::min(x.number, y.number);
    return x.kind != ValueKind::kDuration || kAlike * (more - less) > more;
  }

  // Kinds of values that tell which one a value of that kind is said of.
  static facts::Wants Beside(ValueKind kind) {
    // What a day is like is said of that day.
    if (kind == ValueKind::kMeasure) return WantsValue(ValueKind::kDate);
    if (kind == ValueKind::kAmount || kind == ValueKind::kPercent)
      return WantsValue(ValueKind::kDate) | WantsValue(ValueKind::kNumber);
    return 0;
  }

  // One of them is rough, holds in some cases or for some time, or is a part of the whole.
  static bool Qualified(const Statement& a, const Statement& b, ValueKind kind) {
    const facts::SentenceReading& s = a.sentence();
    const facts::SentenceReading& t = b.sentence();
    if (s.Is(Mark::kSeveral) != t.Is(Mark::kSeveral)) return true;
    if (kind == ValueKind::kMeasure) return false;
    constexpr facts::Marks kRough = facts::Bit(Mark::kEstimate) | facts::Bit(Mark::kBounded);
    if (((s.marks | t.marks) & kRough) != 0) return true;
    const bool day = kind == ValueKind::kDate || kind == ValueKind::kTime;
    if (!day && s.Is(Mark::kTimed) != t.Is(Mark::kTimed)) return true;
    if (kind != ValueKind::kDuration) return false;
    // "Within five days" is no rule, but a promise; and who waits for minutes waits.
    return s.Is(Mark::kPromise) || t.Is(Mark::kPromise) || a.value().number < kSecondsADay ||
           b.value().number < kSecondsADay;
  }

  // The two sentences are about the same in most of their words, as far as these tell anything.
  static bool SaySame(const Statement& a, const Statement& b) {
    constexpr size_t kFewest = 2;
    std::vector<facts::WordId> words[2];
    for (const Statement* s : {&a, &b})
      for (const facts::Word& w : s->reading->Words(s->sentence()))
        if (!w.vague && !w.instance) words[s == &b].push_back(w.id);
    const Overlap overlap = rules::Compare(words[0], words[1]);
    return overlap.both >= kFewest && 2 * overlap.both >= overlap.either;
  }

  // "On the 12th", and when that has passed "on the 16th": put off, whatever it was.
  bool DatesDiffer(const Statement& a, const Statement& b) const {
    const auto day = [&](const Statement& s) {
      const Message& m = view_.message(messages_[s.entry].message);
      return m.date / kSecondsADay;
    };
    const int64_t x = a.value().number, y = b.value().number;
    if (x < day(b) && y >= day(b)) return false;
    // What is to come is no other day of what is over.
    if (b.fact->thing.event && x >= day(b) && y < day(b)) return false;
    return x < day(a) || y >= day(b) || x > y;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  Persons persons_;
  StatementKind kind_;
  std::vector<Contradiction> out_;
  mutable std::map<uint32_t, std::vector<facts::Fact>> sentences_;
};

std::string_view Quality(StatementKind kind) {
  switch (kind) {
    case StatementKind::kStatus:
      return "the state of something";
    case StatementKind::kPolicy:
      return "what applies";
    case StatementKind::kAmount:
      return "an amount";
    case StatementKind::kDate:
      return "a date or time";
  }
  return "";
}

std::string_view WrongIf(StatementKind kind) {
  switch (kind) {
    case StatementKind::kStatus:
      return "The two speak of different things, or what happened between them explains the "
             "change.";
    case StatementKind::kPolicy:
      return "The two speak of different things, or something was agreed between them.";
    case StatementKind::kAmount:
      return "The two amounts are of different things, or the first was an estimate.";
    case StatementKind::kDate:
      return "The two dates are of different things, or the later one was agreed between them.";
  }
  return "";
}

}  // namespace

std::vector<Contradiction> FindContradictions(const CaseView& view, StatementKind kind) {
  return Finder(view, kind).Run();
}

Finding Report(const CaseView& view, const Contradiction& found) {
  const CaseMessage& earlier = view.messages()[found.earlier.entry];
  const CaseMessage& later = view.messages()[found.later.entry];
  Finding f;
  f.confidence = found.confidence;
  f.message = later.message;
  f.related = {earlier.message};
  f.carried_by = later.side;
  f.text = fmt::format("{} of {} and {} of {} differ about {}.", Capital(MailOf(earlier.side)),
                       Day(view.message(earlier.message)), MailOf(later.side),
                       Day(view.message(later.message)), Quality(found.kind));
  f.text += BreakBetween(view, earlier.message, later.message);
  f.evidence = {OfMessage(view, earlier.message, found.earlier.fact->sentence),
                OfMessage(view, later.message, found.later.fact->sentence)};
  if (found.objected_in != kNobody) {
    const MessageIndex customers = view.messages()[found.objected_in].message;
    f.text += fmt::format(" The customer's mail of {} sets the one against the other.",
                          Day(view.message(customers)));
    AddEvidence(OfMessage(view, customers, found.objection), f);
  }
  f.reach = 1;
  f.wrong_if = WrongIf(found.kind);
  f.fact = found.later.fact->kind == FactKind::kClaim
               ? std::string(view.topics->Name(found.later.fact->state))
               : fmt::format("{:08x}", found.later.fact->thing.head);
  return f;
}

std::vector<Finding> ReportContradictions(const CaseView& view, StatementKind kind) {
  std::vector<Finding> out;
  for (const Contradiction& found : FindContradictions(view, kind)) {
    if (found.admitted) continue;
    Finding f = Report(view, found);
    f.severity = found.reversal ? Severity::kWarning : Severity::kError;
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace threadlint::rules
