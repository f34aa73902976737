// The findings that were there when somebody drew a line: which are new since?
#pragma once

#include <threadlint/report.h>

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::verdict {

// One line of the file. It holds nothing of what a mail says, and no address or id.
struct BaselineEntry {
  std::string rule;  // id
  Severity severity = Severity::kWarning;
  std::string fingerprint;
  std::string anchor;  // Finding::anchor

  auto operator<=>(const BaselineEntry&) const = default;
};

struct Baseline {
  std::vector<BaselineEntry> entries;  // in the order of the file; a fingerprint stands once
};

// Throws std::invalid_argument, "path:line: what is wrong", for the first wrong line. The order of
// lines does not matter, and a line may stand twice: files are merged. Of two severities for one
// finding the milder counts.
Baseline ParseBaseline(const std::string& path, std::string_view text);

// Whether a file is one of these, of whatever version, and may be written over.
bool LooksLikeBaseline(std::string_view text);

// All findings of the report but those that are suppressed.
Baseline MakeBaseline(const Report& report);

// Lines in the order of their bytes (LC_ALL=C sort), the version first.
std::string FormatBaseline(const Baseline& baseline);

// Sets Finding::baseline of all findings, and what is absent. An entry is absent if its mail stands
// in a case that was looked at, its rule was run, and the finding did not come up; what cannot be
// judged so is counted.
void Compare(const Baseline& baseline, Report& report);

}  // namespace threadlint::verdict
