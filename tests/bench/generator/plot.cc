#include "plot.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace threadlint::bench {
namespace {

using enum Move;

void Repeat(Move move, int times, std::vector<Move>& out) {
  out.insert(out.end(), static_cast<size_t>(times), move);
}

// Lengths as they fall off in a desk's statistics.
size_t Length(Prng& prng) {
  size_t length = 3;
  while (length < 14 && prng.Chance(800)) ++length;
  return length;
}

Beat Opening(Prng& prng) {
  Beat beat;
  beat.moves = {kProblem};
  Repeat(kStory, prng.Between(1, 4), beat.moves);
  beat.moves.push_back(kRequest);
  beat.photo = prng.Chance(60);
  if (beat.photo) beat.moves.push_back(kGivePhoto);
  return beat;
}

}  // namespace

bool Says(const Beat& beat, Move move) {
  return std::ranges::find(beat.moves, move) != beat.moves.end();
}

std::vector<Beat> MakePlot(Language language, Prng& prng) {
  std::vector<Beat> plot = {Opening(prng)};
  const bool machine_answers = prng.Chance(250);
  if (machine_answers) plot.push_back({Writer::kMachine, 1, {kAcknowledged}, false, false, 0, {}});
  const size_t length = Length(prng) + (machine_answers ? 1 : 0);
  const Asked* open = nullptr;   // asked and not yet given
  const Asked* given = nullptr;  // given and not yet acknowledged
  bool question = false;
  bool promised = false;
  size_t asked = prng.Below(std::size(kAsked));
  if (plot.front().photo) asked = 1;  // they have come
  int questions_to_ask = prng.Between(1, 3);
  while (plot.size() < length) {
    Beat beat;
    const bool last = plot.size() + 2 >= length;
    if (plot.back().writer != Writer::kAgent) {
      beat.writer = Writer::kAgent;
      beat.minutes = prng.Between(90, 2800);
      if (given != nullptr)
        beat.moves.push_back(given->got);
      else if (plot.size() < 4)
        Repeat(kSorry, prng.Between(1, 2), beat.moves);
      given = nullptr;
      if (question) beat.moves.push_back(kAnswer);
      question = false;
      Repeat(kProcedure, prng.Between(1, 3), beat.moves);
      if (prng.Chance(400)) beat.moves.push_back(kAdvice);
      if (!last && questions_to_ask > 0 && asked < std::size(kAsked)) {
        open = &kAsked[asked++];
        --questions_to_ask;
        beat.moves.push_back(open->ask);
      } else if (!promised && !last) {
        beat.moves.push_back(kPromise);
        promised = true;
      } else {
        beat.moves.push_back(kStatus);
      }
      if (prng.Chance(500)) beat.moves.push_back(kClosing);
    } else {
      beat.minutes = prng.Between(30, 4300);
      if (open != nullptr) {
        beat.moves = {open->give};
        // Not all comes in the mail: "I have put them into my album".
        const bool attaches = prng.Chance(800);
        beat.photo = open->photo && attaches;
        beat.document = open->document && attaches;
        given = open;
        open = nullptr;
      } else if (last) {
        beat.moves = {kSolved};
      } else {
        // Who has been given a day waits for it.
        beat.moves = {prng.Chance(500) || promised ? kThanks : kChase};
      }
      if (!last) {
        Repeat(kStory, prng.Between(0, 2), beat.moves);
        question = prng.Chance(350);
        if (question) beat.moves.push_back(kQuestion);
      }
    }
    plot.push_back(std::move(beat));
  }
  if (language == Language::kEnglish && prng.Chance(330)) AddFault(plot, prng);
  return plot;
}

}  // namespace threadlint::bench
