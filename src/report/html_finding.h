// A finding as an article of a page.
#pragma once

#include "report/case_references.h"
#include "report/report.h"

#include <string>

namespace threadlint::report {

// `number`: of the references, from 1.
std::string HtmlFinding(const Report& report, const CaseReferences& references, uint32_t number,
                        const ReportOptions& options);

// "Error", "Warning", "Note".
std::string_view SeverityWord(Severity severity);

}  // namespace threadlint::report
