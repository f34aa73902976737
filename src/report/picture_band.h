// One band of the picture as SVG.
#pragma once

#include "report/picture_scene.h"

#include <threadlint/report.h>

#include <string>

namespace threadlint::report {

struct PictureView {
  const Report& report;
  const CaseReferences& references;
  const PictureScene& scene;
  const PictureLayout& layout;
  int zone_minutes = 0;
};

// `band`: into the bands of the layout.
std::string BandSvg(const PictureView& view, size_t band);

}  // namespace threadlint::report
