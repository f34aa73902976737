#include <threadlint/report.h>

namespace threadlint {

std::string_view Name(BaselineState state) {
  switch (state) {
    case BaselineState::kNone:
      return "";
    case BaselineState::kNew:
      return "new";
    case BaselineState::kUnchanged:
      return "unchanged";
    case BaselineState::kUpdated:
      return "updated";
  }
  return "";
}

std::string_view Name(SuppressionState state) {
  switch (state) {
    case SuppressionState::kUsed:
      return "used";
    case SuppressionState::kUnused:
      return "unused";
    case SuppressionState::kExpired:
      return "expired";
    case SuppressionState::kNotJudged:
      return "not-judged";
  }
  return "unused";
}

}  // namespace threadlint
