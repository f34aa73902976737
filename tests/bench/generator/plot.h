#pragma once

#include "language.h"
#include "moves.h"
#include "prng.h"

#include <vector>

namespace threadlint::bench {

enum class Writer { kCustomer, kAgent, kMachine };

// What happens to the thread itself with a mail.
struct ThreadChange {
  bool new_token = false;
  bool no_token = false;     // the answer goes to, or names, the bare address
  bool new_subject = false;  // and no reply header: the thread starts anew
  bool other_agent = false;
  bool altered_quote = false;
  bool lost = false;  // this mail is not in the export
};

// One mail of a case.
struct Beat {
  Writer writer = Writer::kCustomer;
  int minutes = 0;  // since the mail before
  std::vector<Move> moves;
  bool photo = false, document = false;
  int repeats = 0;  // 1 + the beat whose own words come again, 0 for none
  ThreadChange change;
};

// What a desk asks for, what is answered, and how it is acknowledged.
struct Asked {
  Move ask, give, got;
  bool photo, document;
};
inline constexpr Asked kAsked[] = {
    {Move::kAskPhoto, Move::kGivePhoto, Move::kGotPhoto, true, false},
    {Move::kAskSerial, Move::kGiveSerial, Move::kGotSerial, false, false},
    {Move::kAskAddress, Move::kGiveAddress, Move::kGotAddress, false, false},
    {Move::kAskReceipt, Move::kGiveReceipt, Move::kGotReceipt, false, true}};

bool Says(const Beat& beat, Move move);

// A case from its first mail to its last, 3 to 14 mails; in one of three something goes wrong.
std::vector<Beat> MakePlot(Language language, Prng& prng);

// Puts one fault into the plot: the tables of what may go wrong are in faults.cc.
void AddFault(std::vector<Beat>& plot, Prng& prng);

}  // namespace threadlint::bench
