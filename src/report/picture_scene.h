// What the picture of a case shows, taken from the report: still without places and words.
#pragma once

#include "report/case_references.h"
#include "report/picture_layout.h"

#include <threadlint/report.h>

#include <cstdint>
#include <string>
#include <vector>

namespace threadlint::report {

// Mails in one segment that carry one token: what the desk can find by it.
struct Strand {
  uint32_t segment = 0;  // into CaseSet::segments
  TokenIndex token = kNoToken;
  bool loose = false;  // the segment has a token, these mails do not carry it
  uint32_t messages = 0;
};

struct PictureCut {
  const Break* what = nullptr;
  uint32_t finding = 0;  // number of the one that tells of it; 0: none does
};

struct PictureScene {
  std::vector<PictureMessage> messages;       // of the case, in its order
  std::vector<std::vector<PictureCut>> cuts;  // by message
  std::vector<std::vector<uint32_t>> points;  // by message: numbers of findings
  std::vector<PictureArrow> arrows;
  std::vector<uint32_t> arrow_findings;  // by arrow: number of the finding
  std::vector<Strand> strands;           // in the order in which they come up
  bool three_lanes = false;              // somebody else than customer and desk wrote
};

PictureScene SceneOf(const Report& report, const CaseReferences& references);

// A, B, … Z, AA: what a strand is called in picture and table.
std::string StrandLetter(uint32_t strand);

}  // namespace threadlint::report
