#include "base_rate.h"

#include <algorithm>
#include <random>
#include <vector>

namespace threadlint::accuracy {
namespace {

constexpr size_t kDraws = 20'000;
constexpr double kTail = 0.025;

// Findings in one case of each kind.
struct Rates {
  double right = 0, wrong_defective = 0, wrong_clean = 0;
};

double PrecisionOf(const Rates& r, double base_rate) {
  const double right = base_rate * r.right;
  const double all = right + base_rate * r.wrong_defective + (1 - base_rate) * r.wrong_clean;
  return all > 0 ? right / all : 0;
}

double Share(uint64_t part, uint64_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

// Each as counted.
Rates RatesOf(std::span<const Tally> rules) {
  Rates sum;
  for (const Tally& t : rules) {
    if (t.defective > 0) {
      sum.right += Share(t.right, t.defective);
      sum.wrong_defective += Share(t.wrong_defective, t.defective);
    }
    if (t.clean > 0) sum.wrong_clean += Share(t.wrong_clean, t.clean);
  }
  return sum;
}

class Posterior {
 public:
  explicit Posterior(size_t rules) : prior_(0.5 / static_cast<double>(rules)) {}

  double Draw(uint64_t count, uint64_t cases) {
    if (cases == 0) return 0;
    std::gamma_distribution<double> gamma(static_cast<double>(count) + prior_);
    return gamma(random_) / static_cast<double>(cases);
  }

 private:
  double prior_;
  std::mt19937_64 random_{1};
};

}  // namespace

Precision PrecisionAt(double base_rate, std::span<const Tally> rules) {
  Precision out;
  const Rates counted = RatesOf(rules);
  const bool clean = std::ranges::any_of(rules, [](const Tally& t) { return t.clean > 0; });
  if (counted.right <= 0 || !clean) return out;
  out.known = true;
  out.value = PrecisionOf(counted, base_rate);
  Posterior posterior(rules.size());
  std::vector<double> draws(kDraws);
  for (double& draw : draws) {
    Rates sum;
    for (const Tally& t : rules) {
      sum.right += posterior.Draw(t.right, t.defective);
      sum.wrong_defective += posterior.Draw(t.wrong_defective, t.defective);
      sum.wrong_clean += posterior.Draw(t.wrong_clean, t.clean);
    }
    draw = PrecisionOf(sum, base_rate);
  }
  std::ranges::sort(draws);
  const auto at = [&](double share) {
    return draws[static_cast<size_t>(share * static_cast<double>(kDraws - 1))];
  };
  // None wrong: the interval reaches up to what was counted.
  out.low = std::min(at(kTail), out.value);
  out.high = std::max(at(1 - kTail), out.value);
  return out;
}

unsigned TimesTheCasesFor(double wanted, double base_rate, std::span<const Tally> rules) {
  const Precision now = PrecisionAt(base_rate, rules);
  if (!now.known || now.value < wanted) return 0;
  std::vector<Tally> more(rules.size());
  for (const unsigned times : {1U, 2U, 3U, 5U, 10U, 20U, 30U, 50U, 100U}) {
    std::ranges::transform(rules, more.begin(), [&](const Tally& t) {
      return Tally{t.right * times, t.wrong_defective * times, t.defective * times,
                   t.wrong_clean * times, t.clean * times};
    });
    if (PrecisionAt(base_rate, more).low >= wanted) return times;
  }
  return 0;
}

}  // namespace threadlint::accuracy
