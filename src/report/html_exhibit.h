// A mail that findings cite, as an article of a page.
#pragma once

#include "report/case_references.h"
#include "report/report.h"

#include <string>

namespace threadlint::report {

// Its header and what is quoted of it. `number`: of the references, from 1.
std::string HtmlExhibit(const Report& report, const CaseReferences& references, uint32_t number,
                        const ReportOptions& options);

}  // namespace threadlint::report
