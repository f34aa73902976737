// What a pure function said of the texts that it was asked of lately: mail says the same again and
// again, for what was written once stands in every quotation below it.
#pragma once

#include "util/hash.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace threadlint::util {

// For one thread. A text is known by its hash, whose key is new in every process, so that none can
// be written that is taken for another one.
template <typename Value, size_t kPlaces>
class Memo {
 public:
  // compute(text) must depend on the text alone, and on `whose` if several functions share this.
  // What it returns stands until the next call.
  template <typename Compute>
  const Value& Of(std::string_view text, const Compute& compute, uint64_t whose = 0) {
    constexpr uint64_t kSpread = 0x9E3779B97F4A7C15;
    const uint64_t hash = (HashBytes(text) ^ (whose * kSpread)) | 1;  // 0 is nothing yet
    Place& place = places_[(hash >> 1) % kPlaces];
    if (place.hash != hash) {
      place.value = compute(text);
      place.hash = hash;
    }
    return place.value;
  }

 private:
  struct Place {
    uint64_t hash = 0;
    Value value{};
  };
  std::vector<Place> places_ = std::vector<Place>(kPlaces);
};

}  // namespace threadlint::util
