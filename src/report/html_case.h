// A case as a section of a page.
#pragma once

#include "report/case_references.h"
#include "report/report.h"

#include <string>

namespace threadlint::report {

// Heading, picture, findings, exhibits, and all mails as a table.
std::string HtmlCase(const Report& report, uint32_t case_index, const ReportOptions& options);

// Findings that belong to no case; empty if there are none.
std::string HtmlInputFindings(const Report& report, const ReportOptions& options);

}  // namespace threadlint::report
