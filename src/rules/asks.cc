#include "rules/asks.h"

#include "rules/case_memo.h"

#include <algorithm>
#include <iterator>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::Mark;

constexpr facts::Marks kAsksForNothing =
    Bit(Mark::kConditional) | Bit(Mark::kOffer) | Bit(Mark::kCourtesy) | Bit(Mark::kStanding) |
    Bit(Mark::kReadBack) | Bit(Mark::kReported) | Bit(Mark::kRestart) | Bit(Mark::kRetry);

// A reason to ask again stands beside the request, seldom in its sentence.
bool HasReasonNearby(const facts::Reading& reading, uint32_t sentence) {
  constexpr uint32_t kNear = 2;
  const uint32_t begin = sentence < kNear ? 0 : sentence - kNear;
  const auto end = std::min(static_cast<uint32_t>(reading.sentences.size()), sentence + kNear + 1);
  for (uint32_t i = begin; i < end; ++i)
    if (reading.sentences[i].Is(Mark::kRetry) && !reading.sentences[i].subject) return true;
  return false;
}

// A sentence that holds a value of the kind it asks for says it back.
bool ReadsBack(const facts::Reading& reading, const facts::Fact& fact) {
  const facts::SentenceReading& s = reading.sentences[fact.sentence];
  for (const facts::Value& v : reading.Values(s)) {
    const bool inside =
        v.begin >= fact.thing.at.begin && v.begin < fact.thing.at.begin + fact.thing.at.length;
    if ((fact.thing.wants & facts::WantsValue(v.kind)) != 0 && inside) return true;
  }
  return false;
}

std::vector<Ask> AsksIn(const CaseView& view) {
  std::vector<Ask> out;
  const auto messages = view.messages();
  for (uint32_t i = 0; i < messages.size(); ++i) {
    const facts::Reading* reading = view.reading(messages[i].message);
    if (messages[i].side != Side::kAgent || reading == nullptr) continue;
    bool verifies = false;
    for (const facts::SentenceReading& s : reading->sentences)
      verifies = verifies || s.Is(Mark::kVerify);
    const size_t before = out.size();
    for (const facts::Fact& fact : reading->facts) {
      if (!facts::AsksForThing(fact.kind) || out.size() - before >= kMostAsks) continue;
      const facts::SentenceReading& s = reading->sentences[fact.sentence];
      if (view.IsOld(messages[i].message, fact.sentence)) continue;
      const bool earnest = !fact.thing.other && (s.marks & kAsksForNothing) == 0 &&
                           !HasReasonNearby(*reading, fact.sentence) &&
                           !ReadsBack(*reading, fact) && !Acknowledges(*reading, fact);
      out.push_back({i, reading, &fact, verifies, earnest});
    }
  }
  return out;
}

}  // namespace

std::shared_ptr<const std::vector<Ask>> FindAsks(const CaseView& view) {
  return Once<std::vector<Ask>>(view, [&] { return AsksIn(view); });
}

void AddTellingWords(const facts::Reading& reading, const facts::SentenceReading& s,
                     std::vector<facts::WordId>& out) {
  for (const facts::Word& w : reading.Words(s))
    if (w.tells() && std::ranges::find(out, w.id) == out.end()) out.push_back(w.id);
}

std::vector<facts::WordId> TellingWords(const facts::Reading& reading,
                                        const facts::SentenceReading& s) {
  std::vector<facts::WordId> out;
  AddTellingWords(reading, s, out);
  return out;
}

Overlap Compare(std::span<const facts::WordId> a, std::span<const facts::WordId> b) {
  Overlap out;
  for (const facts::WordId word : a)
    if (std::ranges::find(b, word) != b.end()) ++out.both;
  out.either = a.size() + b.size() - out.both;
  return out;
}

bool SameThing(const facts::Reading& a, const facts::Thing& x, const facts::Reading& b,
               const facts::Thing& y) {
  const auto core = [](const facts::Reading& reading, const facts::Thing& thing) {
    const auto words = reading.Words(thing);
    std::vector<facts::WordId> out;
    std::ranges::copy_if(words, std::back_inserter(out),
                         [&](facts::WordId w) { return w != thing.form; });
    return out;
  };
  const std::vector<facts::WordId> of_x = core(a, x), of_y = core(b, y);
  // "Your name" is not the name of the host.
  if (of_x.empty() || of_y.empty()) return of_x.empty() && of_y.empty() && x.head == y.head;
  const Overlap overlap = Compare(of_x, of_y);
  if (overlap.both == 0) return false;
  return x.head == y.head ? 2 * overlap.both >= overlap.either
                          : 3 * overlap.both >= 2 * overlap.either;
}

bool Acknowledges(const facts::Reading& reading, const facts::Fact& but) {
  return std::ranges::any_of(reading.facts, [&](const facts::Fact& fact) {
    const facts::SentenceReading& s = reading.sentences[fact.sentence];
    return fact.kind == facts::FactKind::kAcknowledged && fact.sentence != but.sentence &&
           !s.Is(Mark::kConditional) && !s.Is(Mark::kQuestion) && !s.Is(Mark::kLater) &&
           SameThing(reading, fact.thing, reading, but.thing);
  });
}

}  // namespace threadlint::rules
