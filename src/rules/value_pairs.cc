#include "rules/value_pairs.h"

#include "rules/asks.h"
#include "util/civil_time.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace threadlint::rules {
namespace {

using facts::Mark;
using facts::ValueKind;
using facts::WantsValue;

bool IsDay(ValueKind kind) { return kind == ValueKind::kDate || kind == ValueKind::kTime; }

// The mail of the one names the value of the other too.
bool Names(const Statement& a, const facts::Value& value) {
  return std::ranges::any_of(a.reading->values, [&](const facts::Value& v) {
    return v.kind == value.kind && v.norm == value.norm;
  });
}

// In that sentence or the ones beside it.
bool IsNear(const Statement& statement, Mark mark) {
  const auto& sentences = statement.reading->sentences;
  const size_t at = statement.fact->sentence;
  for (size_t i = at == 0 ? 0 : at - 1; i < std::min(at + 2, sentences.size()); ++i)
    if (sentences[i].Is(mark)) return true;
  return false;
}

// Values that are not the same in other units or in another reading.
bool CanDiffer(const facts::Value& x, const facts::Value& y) {
  if (x.unit != 0 && y.unit != 0 && x.unit != y.unit && x.kind != ValueKind::kDuration)
    return false;
  if (x.kind == ValueKind::kDate && (x.doubtful || y.doubtful)) return false;
  // A month is 30 days to everybody.
  constexpr int64_t kAlike = 20;
  const int64_t more = std::max(x.number, y.number), less = std::min(x.number, y.number);
  return x.kind != ValueKind::kDuration || kAlike * (more - less) > more;
}

// Kinds of values that tell which one a value of that kind is said of.
facts::Wants Beside(ValueKind kind) {
  // What a day is like is said of that day.
  if (kind == ValueKind::kMeasure) return WantsValue(ValueKind::kDate);
  if (kind == ValueKind::kAmount || kind == ValueKind::kPercent)
    return WantsValue(ValueKind::kDate) | WantsValue(ValueKind::kNumber);
  return 0;
}

// One of them is rough, holds in some cases or for some time, or is a part of the whole.
bool Qualified(const Statement& a, const Statement& b, ValueKind kind) {
  const facts::SentenceReading& s = a.sentence();
  const facts::SentenceReading& t = b.sentence();
  if (s.Is(Mark::kSeveral) != t.Is(Mark::kSeveral)) return true;
  if (kind == ValueKind::kMeasure) return false;
  constexpr facts::Marks kRough = facts::Bit(Mark::kEstimate) | facts::Bit(Mark::kBounded);
  if (((s.marks | t.marks) & kRough) != 0) return true;
  if (!IsDay(kind) && s.Is(Mark::kTimed) != t.Is(Mark::kTimed)) return true;
  if (kind != ValueKind::kDuration) return false;
  // "Within five days" is no rule, but a promise; and who waits for minutes waits.
  return s.Is(Mark::kPromise) || t.Is(Mark::kPromise) || a.value().number < util::kSecondsPerDay ||
         b.value().number < util::kSecondsPerDay;
}

// The two sentences are about the same in most of their words, as far as these tell anything.
bool SaySame(const Statement& a, const Statement& b) {
  constexpr size_t kFewest = 2;
  std::vector<facts::WordId> words[2];
  for (const Statement* s : {&a, &b})
    for (const facts::Word& w : s->reading->Words(s->sentence()))
      if (w.tells()) words[s == &b].push_back(w.id);
  const Overlap overlap = rules::Compare(words[0], words[1]);
  return overlap.both >= kFewest && 2 * overlap.both >= overlap.either;
}

}  // namespace

std::optional<StatementKind> KindOfValue(ValueKind kind) {
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

std::optional<Contradiction> ValuePairs::Compare(const Statement& a, const Statement& b) {
  const facts::Value& x = a.value();
  const facts::Value& y = b.value();
  if (x.kind != y.kind || x.norm == y.norm || !CanDiffer(x, y)) return std::nullopt;
  auto objected = Objected(a, b);
  auto plain = Plain(a, b);
  if (!plain) return objected;
  if (objected) {
    plain->objected_in = objected->objected_in;
    plain->objection = objected->objection;
    plain->confidence = std::min(plain->confidence + 0.1, 0.9);
  }
  return plain;
}

const ValuePairs::Reply& ValuePairs::ReplyTo(const Statement& a, uint32_t customers) {
  Reply& reply = replies_[a.fact];
  if (reply.customers != customers) {
    reply.customers = customers;
    reply.named = NamesAgain(context_.view(), customers, a.value());
    reply.objection = ObjectsWith(context_.view(), customers, a.entry, a.sentence());
  }
  return reply;
}

// The customer names the earlier value again when he reads the later one, or says that he was
// told otherwise: then few words in common will do.
std::optional<Contradiction> ValuePairs::Objected(const Statement& a, const Statement& b) {
  const uint32_t customers = context_.NextOfCustomer(b.entry);
  if (customers == kNoEntry || !context_.Concerns(b.entry, customers)) return std::nullopt;
  const auto& [_, named, objection] = ReplyTo(a, customers);
  const bool says_conflict = context_.SaysConflict(customers);
  if (!named.named && !says_conflict && objection.words < 2) return std::nullopt;
  const bool same_head = a.fact->thing.head != 0 && a.fact->thing.head == b.fact->thing.head;
  const size_t shared = SharedWords(a, b);
  const ValueKind kind = a.value().kind;
  const bool day = IsDay(kind);
  const bool conflict = says_conflict && (same_head || shared > 1);
  // "But 3,210? We were on 2,860."
  const bool both = named.named && ReplyTo(b, customers).named.named;
  const bool objects = named.objects || conflict || both ||
                       (named.named && (objection.sentence != UINT32_MAX ||
                                        (!day && SharesWords(customers, named.sentence, a))));
  if (!objects && objection.words < 2) return std::nullopt;
  if (Names(a, b.value()) || !MaySpeakOfTheSame(a, b)) return std::nullopt;
  // Of money and terms a word in common tells enough; figures of other kinds are everywhere.
  const bool plain =
      kind == ValueKind::kAmount || kind == ValueKind::kDuration || kind == ValueKind::kPercent;
  if (!day && !plain && !same_head) return std::nullopt;
  const size_t fewest = both ? (day ? 1 : 0) : day ? 2 : 1;
  if (!same_head && !b.fact->thing.general && shared < fewest) return std::nullopt;
  if (b.sentence().Is(Mark::kCause)) return std::nullopt;
  if (day && (b.sentence().Is(Mark::kRevised) || !DatesDiffer(a, b))) return std::nullopt;
  if (context_.CustomerChanged(a, b) && objection.words == 0) return std::nullopt;
  double confidence = 0.62;
  if (named.named) confidence += 0.06;
  if (objection.words > 0) confidence += 0.06;
  if (shared > 1) confidence += 0.06;
  Contradiction out = Contradicts(a, b, confidence);
  out.objected_in = customers;
  out.objection = named.named ? named.sentence : objection.sentence;
  return out;
}

bool ValuePairs::SharesWords(uint32_t customers, uint32_t sentence, const Statement& a) const {
  const facts::Reading& reading = *context_.reading(customers);
  return std::ranges::any_of(reading.Words(reading.sentences[sentence]), [&](const auto& w) {
    return w.tells() && a.reading->Has(a.sentence(), w.id);
  });
}

std::optional<Contradiction> ValuePairs::Plain(const Statement& a, const Statement& b) const {
  const facts::Value& x = a.value();
  if (!States(a.sentence()) || !States(b.sentence())) return std::nullopt;
  const facts::Thing& thing = b.fact->thing;
  const bool bare = a.fact->thing.words == 0 || thing.words == 0;
  if (!bare && a.fact->thing.head != thing.head) return std::nullopt;
  if (Names(a, b.value()) || Names(b, x)) return std::nullopt;
  if (!SameMatter(a, b, Beside(x.kind))) return std::nullopt;
  if (bare && !SaySame(a, b)) return std::nullopt;
  if (!bare && IsNewDistinction(a, b)) return std::nullopt;
  if (Qualified(a, b, x.kind)) return std::nullopt;
  // A new value with its reason is a new value.
  if (IsNear(b, Mark::kRevised) || (IsNear(b, Mark::kCause) && !context_.Admits(b.entry)))
    return std::nullopt;
  if (x.kind != ValueKind::kMeasure &&
      (context_.CustomerChanged(a, b) || context_.CustomerAmended(a, b)))
    return std::nullopt;
  if (IsDay(x.kind) && (context_.CustomerSpokeOfDays(a, b) || !DatesDiffer(a, b)))
    return std::nullopt;
  if (thing.moves && context_.SomebodyPaid(a, b)) return std::nullopt;
  const bool several = a.fact->thing.words > 1 || thing.words > 1;
  if (thing.many && !several && !SaySame(a, b)) return std::nullopt;
  const double confidence = bare ? 0.65 : several ? 0.75 : 0.7;
  return Contradicts(a, b, confidence);
}

// Words that say which thing is meant and stand nowhere before, nor in the other mail.
bool ValuePairs::IsNewDistinction(const Statement& a, const Statement& b) const {
  const auto known = [&](const Statement& other, facts::WordId w) {
    return std::ranges::find(other.reading->words, w, &facts::Word::id) !=
               other.reading->words.end() ||
           context_.CustomerWrote(w, b.entry);
  };
  for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)})
    for (const facts::WordId w : one->reading->Words(one->fact->thing))
      if (w != one->fact->thing.head && !known(*other, w)) return true;
  return false;
}

// "On the 12th", and when that has passed "on the 16th": put off, whatever it was.
bool ValuePairs::DatesDiffer(const Statement& a, const Statement& b) const {
  const auto day = [&](const Statement& s) {
    return context_.view().message(context_.messages()[s.entry].message).date /
           util::kSecondsPerDay;
  };
  const int64_t x = a.value().number, y = b.value().number;
  if (x < day(b) && y >= day(b)) return false;
  // What is to come is no other day of what is over.
  if (b.fact->thing.event && x >= day(b) && y < day(b)) return false;
  return x < day(a) || y >= day(b) || x > y;
}

}  // namespace threadlint::rules
