#include "rules/referral.h"

namespace threadlint::rules {

std::vector<Finding> TL602(const CaseView& view) {
  return FindReferrals(view, facts::Mark::kChannel, "to another way of reaching it");
}

}  // namespace threadlint::rules
