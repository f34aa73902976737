// Text as phrases are looked for in it, with the way back to the text as it was written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::facts {

// Lower case without accents, typographic marks as ASCII (mail/link_fold.h), every run of white
// space one blank, none at the ends.
struct Folded {
  std::string text;
  // Of every byte of `text`, where the character that it came from begins and ends; `at` has one
  // more, the end of all.
  std::vector<uint32_t> at, ends;

  // The range of the original that became [begin, end) of `text`.
  uint32_t Begin(size_t begin) const { return at[begin]; }
  uint32_t End(size_t end) const { return end == 0 ? at[0] : ends[end - 1]; }
};

// `offset` is added to every place.
Folded FoldWithPlaces(std::string_view utf8, uint32_t offset);

}  // namespace threadlint::facts
