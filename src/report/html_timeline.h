// All mails of a case as a table: what the picture shows, for whoever cannot see it.
#pragma once

#include "report/case_references.h"
#include "report/picture_scene.h"
#include "report/report.h"

#include <string>

namespace threadlint::report {

std::string HtmlTimeline(const Report& report, const CaseReferences& references,
                         const PictureScene& scene, const ReportOptions& options);

}  // namespace threadlint::report
