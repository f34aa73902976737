#include "plot.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace threadlint::bench {
namespace {

using enum Move;
using Plot = std::vector<Beat>;

// The n-th mail of a writer.
std::optional<size_t> Nth(const Plot& plot, Writer writer, size_t n) {
  for (size_t i = 0; i < plot.size(); ++i)
    if (plot[i].writer == writer && n-- == 0) return i;
  return std::nullopt;
}

size_t Find(const Plot& plot, Move move) {
  const auto at = std::ranges::find_if(plot, [&](const Beat& b) { return Says(b, move); });
  return static_cast<size_t>(at - plot.begin());
}

// The first mail of an agent behind `from`.
std::optional<size_t> AgentAfter(const Plot& plot, size_t from) {
  for (size_t i = from + 1; i < plot.size(); ++i)
    if (plot[i].writer == Writer::kAgent) return i;
  return std::nullopt;
}

void Insert(Plot& plot, size_t at, Writer writer, int minutes, std::vector<Move> moves) {
  Beat beat;
  beat.writer = writer;
  beat.minutes = minutes;
  beat.moves = std::move(moves);
  plot.insert(plot.begin() + static_cast<std::ptrdiff_t>(at), std::move(beat));
}

// The second agent's mail or a later one carries the change.
void ChangeThread(Plot& plot, Prng& prng, bool ThreadChange::*what) {
  if (const auto at = Nth(plot, Writer::kAgent, 1 + prng.Below(2))) plot[*at].change.*what = true;
}

// An agent goes on in a ticket of its own: only what he says shows that it is the same case.
void Restart(Plot& plot, Prng& prng) {
  const auto at = Nth(plot, Writer::kAgent, 1 + prng.Below(2));
  if (!at) return;
  plot[*at].change.new_subject = plot[*at].change.new_token = true;
  plot[*at].moves.insert(plot[*at].moves.begin(), kAboutOrder);
}

// The answer to the first mail, which states the order number, quotes it with another one.
void AlterQuote(Plot& plot, Prng&) {
  if (plot[1].writer == Writer::kAgent) plot[1].change.altered_quote = true;
}

// Two statements of the desk, and the customer who may set the one against the other.
void Contradict(Plot& plot, Prng& prng, Move first, Move second) {
  const auto one = Nth(plot, Writer::kAgent, 0);
  const auto other = Nth(plot, Writer::kAgent, 1);
  if (!one || !other) return;
  plot[*one].moves.push_back(first);
  plot[*other].moves.push_back(second);
  if (prng.Chance(500))
    Insert(plot, *other + 1, Writer::kCustomer, prng.Between(20, 600), {kObject});
}

void AskAgain(Plot& plot, Prng& prng) {
  for (const Asked& asked : kAsked) {
    const auto again = AgentAfter(plot, Find(plot, asked.give));
    if (!again) continue;
    // Who had just thanked for it would see what he does.
    plot[*again].moves = {kProcedure, asked.ask};
    // Often it is the mail with a new address that asks anew.
    plot[*again].change.new_token = plot[*again].change.other_agent = prng.Chance(500);
    Insert(plot, *again + 1, Writer::kCustomer, prng.Between(20, 900), {kGaveBefore});
    return;
  }
}

void MissPromise(Plot& plot, Prng& prng) {
  const size_t promise = Find(plot, kPromise);
  if (promise == plot.size()) return;
  Insert(plot, promise + 1, Writer::kCustomer, prng.Between(12, 16) * 24 * 60, {kMissed});
  if (promise + 2 < plot.size() && prng.Chance(400)) plot[promise + 2].moves.push_back(kPromise);
}

void DenyPhotos(Plot& plot, Prng&) {
  const size_t got = Find(plot, kGotPhoto);
  if (const auto later = AgentAfter(plot, got)) plot[*later].moves.push_back(kNoPhoto);
}

// An early mail of an agent says this instead of what it would have.
void AnswerWith(Plot& plot, Prng& prng, Move move) {
  if (const auto at = Nth(plot, Writer::kAgent, prng.Below(2))) plot[*at].moves = {kSorry, move};
}

void IgnoreQuestion(Plot& plot, Prng& prng) {
  const size_t asked = Find(plot, kQuestion);
  const auto answer = AgentAfter(plot, asked);
  if (!answer) return;
  plot[*answer].moves = {kPassedBy};
  Insert(plot, *answer + 1, Writer::kCustomer, prng.Between(60, 900), {kThanks, kQuestionAgain});
}

void Unanswered(Plot& plot, Prng& prng) {
  Insert(plot, plot.size(), Writer::kCustomer, prng.Between(60, 900), {kStory, kQuestion});
  if (prng.Chance(700))
    Insert(plot, plot.size(), Writer::kCustomer, prng.Between(8, 14) * 24 * 60, {kChase});
}

void CloseUnresolved(Plot& plot, Prng& prng) {
  Insert(plot, plot.size(), Writer::kCustomer, prng.Between(60, 900), {kStory, kQuestion});
  Insert(plot, plot.size(), Writer::kMachine, prng.Between(2, 6) * 24 * 60, {kTicketClosed});
}

void Unread(Plot& plot, Prng&) {
  Insert(plot, plot.size(), Writer::kCustomer, 200, {kThanks, kQuestion});
  Insert(plot, plot.size(), Writer::kMachine, 1, {kUnread});
}

void SameAnswerTwice(Plot& plot, Prng&) {
  const auto one = Nth(plot, Writer::kAgent, 0);
  const auto other = Nth(plot, Writer::kAgent, 1);
  if (one && other) plot[*other].repeats = static_cast<int>(*one) + 1;
}

struct Fault {
  uint32_t weight;
  void (*add)(Plot&, Prng&);
};

constexpr Fault kFaults[] = {
    {14, [](Plot& p, Prng& r) { ChangeThread(p, r, &ThreadChange::new_token); }},
    {6, [](Plot& p, Prng& r) { ChangeThread(p, r, &ThreadChange::no_token); }},
    {6, Restart},
    {5, [](Plot& p, Prng& r) { ChangeThread(p, r, &ThreadChange::lost); }},
    {3, AlterQuote},
    {8, [](Plot& p, Prng& r) { ChangeThread(p, r, &ThreadChange::other_agent); }},
    {5,
     [](Plot& p, Prng&) {
       if (const auto at = Nth(p, Writer::kCustomer, 1)) p[*at].change.no_token = true;
     }},
    {14, AskAgain},
    {10, MissPromise},
    {5, DenyPhotos},
    {5, [](Plot& p, Prng& r) { Contradict(p, r, kRefunded, kNotRefunded); }},
    {4, [](Plot& p, Prng& r) { Contradict(p, r, kFee, kOtherFee); }},
    {4, [](Plot& p, Prng& r) { Contradict(p, r, kDelivery, kOtherDelivery); }},
    {4, [](Plot& p, Prng& r) { Contradict(p, r, kWindow, kOtherWindow); }},
    {2, [](Plot& p, Prng& r) { Contradict(p, r, kFee, kWrongBefore); }},
    {4, [](Plot& p, Prng& r) { AnswerWith(p, r, kStartOver); }},
    {6, [](Plot& p, Prng& r) { AnswerWith(p, r, kChannel); }},
    {5, [](Plot& p, Prng& r) { AnswerWith(p, r, kThirdParty); }},
    {5, [](Plot& p, Prng& r) { AnswerWith(p, r, kRefusal); }},
    {6, IgnoreQuestion},
    {7, Unanswered},
    {4, CloseUnresolved},
    {3, Unread},
    {5, SameAnswerTwice},
};

}  // namespace

void AddFault(std::vector<Beat>& plot, Prng& prng) { prng.PickByWeight(kFaults).add(plot, prng); }

}  // namespace threadlint::bench
