// What the sets say of the levels, printed.
#pragma once

#include "judged.h"

#include <span>
#include <string>

namespace threadlint::accuracy {

struct TableOptions {
  double base_rate = 0.03;
  bool by_rule = false;  // else by family
  bool scores = false;   // a row for every score and what is above it, too
};

std::string TableOf(std::span<const JudgedSet> sets, const TableOptions& options);

// The findings that count as wrong, a line each, the fingerprint first.
std::string WrongOnes(std::span<const JudgedSet> sets);

}  // namespace threadlint::accuracy
