// What the desk promised in a case and until when, what lapsed, and what was promised again.
#pragma once

#include "facts/deadline.h"
#include "facts/reading.h"

#include <threadlint/rule.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace threadlint::rules {

struct Promise {
  uint32_t entry = 0;  // into CaseView::messages()
  uint32_t sentence = 0;
  facts::Deadline deadline;
  bool reply = false;    // of an answer in writing
  bool depends = false;  // waits for something else too
  bool general = false;  // an estimate, or what is usual
  std::vector<facts::WordId> words;
};

// A promise whose time has passed, and the first mail that shows that it was not kept.
struct Lapse {
  Promise promise;
  uint32_t entry = 0;
  uint32_t sentence = UINT32_MAX;  // UINT32_MAX: no sentence says so, the mail as a whole does
  bool own = false;                // the desk's own mail shows it
  bool silent = false;             // nothing shows it but that no mail of the desk came
  double confidence = 0;           // 0 to 1
};

// A promise made again after it lapsed.
struct Renewal {
  uint32_t lapse = 0;  // into PromiseHistory::lapses
  Promise promise;
  double confidence = 0;
};

// The same promise without a date, in mail after mail.
struct Refrain {
  struct Place {
    uint32_t entry = 0, sentence = 0;
  };
  std::vector<Place> places;  // at least three, in order
};

struct PromiseHistory {
  std::vector<Lapse> lapses;
  std::vector<Renewal> renewals;
  std::vector<Refrain> refrains;
  uint32_t dated = 0;  // promises that name a time
  uint32_t kept = 0;   // of those: seen to be
};

std::shared_ptr<const PromiseHistory> ReadPromises(const CaseView& view);

}  // namespace threadlint::rules
