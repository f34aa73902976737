// Words on a finding that several formats use.
#pragma once

#include <threadlint/report.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {

// Of a finding that was settled before: "suppressed: Agreed with the desk.", "unchanged since the
// baseline". Empty for one that is new or changed, and where there is no baseline.
std::string SettledWords(const Finding& finding);

// "warning, confidence high", and how it stands to the baseline: ", new".
std::string GradeWords(const Finding& finding);

// Finding::doubts, one after the other, as far as may be told; " " before each, so that they follow
// a sentence. Not escaped.
std::string DoubtWords(const Finding& finding, bool quotes);

// "Mail/in.mbox:95": for people, made harmless.
std::string PlaceWords(const Evidence& evidence);

// Subject of its first mail, made harmless; "(no subject)" where it has none.
std::string SubjectOf(const Report& report, const Case& c);

// Findings of one case, or of none (kNoCase), in their order.
std::vector<const Finding*> FindingsOf(const Report& report, uint32_t case_index);

}  // namespace threadlint::report
