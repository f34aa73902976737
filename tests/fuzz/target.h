// Programs that are given any bytes: by libFuzzer (preset fuzz), or from files of seeds, one of
// which each crash has become (test fuzz.seeds).
#pragma once

#include <string_view>
#include <vector>

namespace threadlint::fuzz {

// Takes any bytes. What must hold of them is asked by Require().
struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

// All that are linked into this program, in no order.
std::vector<Target>& Targets();

// Each tests/fuzz/<name>_fuzz.cc defines one.
struct Registration {
  explicit Registration(const Target& target) { Targets().push_back(target); }
};

// Aborts and says what does not hold.
void Require(bool holds, std::string_view what);

// `part` lies inside `whole`, or is empty.
void RequireInside(std::string_view part, std::string_view whole, std::string_view what);

// Well-formed UTF-8.
void RequireUtf8(std::string_view text, std::string_view what);

// Takes a piece of `bytes` off its beginning: up to the first 0xFF, which is dropped. All of it if
// there is none. Targets that need several texts cut one input so, as 0xFF stands in no UTF-8.
std::string_view TakePiece(std::string_view& bytes);

}  // namespace threadlint::fuzz
