// A case as a picture: who wrote when, what holds the mails together, where that was cut, and which
// mail a finding sets against which.
#pragma once

#include "report/case_references.h"
#include "report/picture_scene.h"
#include "report/report.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace threadlint::report {

struct CasePictureParts {
  std::string html;  // a <figure> for a page of HtmlHead(): inline SVG, and what its letters mean
  size_t bands = 0;  // drawings that it is made of
};
// Its links lead to the anchors of `references`.
CasePictureParts DrawCase(const Report& report, const CaseReferences& references,
                          const PictureScene& scene, const ReportOptions& options);

// The figure alone.
std::string CasePicture(const Report& report, uint32_t case_index, const ReportOptions& options);

// "picture" and "table" of a case: "c4k2-picture".
std::string CaseAnchor(const Report& report, uint32_t case_index, std::string_view part);

}  // namespace threadlint::report
