#include "rules/referral.h"

namespace threadlint::rules {

std::vector<Finding> TL603(const CaseView& view) {
  return FindReferrals(view, facts::Mark::kThirdParty, "to somebody else");
}

}  // namespace threadlint::rules
