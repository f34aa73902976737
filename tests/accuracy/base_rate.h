// What a finding is worth where few cases carry anything: in a labelled set half of the cases may,
// among real mail 2 to 5 in 100 do.
#pragma once

#include <cstdint>
#include <span>

namespace threadlint::accuracy {

inline constexpr double kBaseRate = 0.03;

// What one rule found. Cases without defects are many more in real mail than in labelled sets, so
// the two kinds are counted, and weighted, apart.
struct Tally {
  uint64_t right = 0;            // findings in defective cases, with a label
  uint64_t wrong_defective = 0;  // findings in defective cases, without
  uint64_t defective = 0;        // cases, of sets that are labelled for the rule
  uint64_t wrong_clean = 0;      // findings in clean cases
  uint64_t clean = 0;            // cases
};

struct Precision {
  bool known = false;  // false: no case of one of the two kinds, or nothing was found rightly
  double value = 0;
  double low = 0, high = 1;  // 95 in 100 (Jeffreys)
};

// Share of right ones among the findings of these rules, where `base_rate` of the cases are
// defective: pi t / (pi (t + d) + (1 - pi) f), with right (t) and wrong (d) findings in one
// defective case and wrong ones (f) in one clean case; each the sum over the rules, which may have
// been measured on different cases. The interval takes counts for Poisson: the rules share a
// Jeffreys prior, and 20,000 draws from the posterior, always the same ones, are sorted.
Precision PrecisionAt(double base_rate, std::span<const Tally> rules);

// With so many times the cases, and as many findings in each as now, the lower bound would reach
// `wanted`: 1, 2, 3, 5, 10 … 100; 0 if not even then, or if the value itself is below.
unsigned TimesTheCasesFor(double wanted, double base_rate, std::span<const Tally> rules);

}  // namespace threadlint::accuracy
