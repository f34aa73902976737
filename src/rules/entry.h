// One mail of a case, as rules look at it: by its place in CaseView::messages().
#pragma once

#include "facts/reading.h"

#include <threadlint/rule.h>

#include <cstdint>

namespace threadlint::rules {

inline constexpr uint32_t kNoEntry = UINT32_MAX;

// How far back rules look for what was said before, in mails of a case: nobody remembers more, and
// a case of ten thousand mails takes ten times as long as one of a thousand.
inline constexpr uint32_t kFarBack = 150;
constexpr uint32_t FirstBefore(uint32_t entry) { return entry < kFarBack ? 0 : entry - kFarBack; }

// A person or a machine of the desk wrote it.
constexpr bool IsOfDesk(Side side) { return side == Side::kAgent || side == Side::kAuto; }

// That sentence of its reading is its writer's and new in the case: no subject, and not there
// before.
inline bool IsNews(const CaseView& view, MessageIndex message, uint32_t sentence) {
  return !view.reading(message)->sentences[sentence].subject && !view.IsOld(message, sentence);
}

}  // namespace threadlint::rules
