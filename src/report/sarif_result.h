// One finding as a SARIF result.
#pragma once

#include "report/report.h"
#include "report/sarif_places.h"

#include <cstdint>
#include <vector>

namespace threadlint::report {

struct SarifResult {
  const Finding* finding = nullptr;
  uint64_t rule_index = 0;
  uint64_t ordinal = 1;             // among those of its fingerprint
  SarifPlace main;                  // the one that code hosts show
  std::vector<SarifPlace> related;  // the rest of its evidence
  std::vector<SarifPlace> flow;     // the mails that it rests on, oldest first
};

SarifResult MakeSarifResult(const Report& report, const ReportOptions& options, const Finding& f);

void WriteSarifResult(const Report& report, const ReportOptions& options, const SarifResult& result,
                      const SarifArtifacts& artifacts, JsonWriter& json);

}  // namespace threadlint::report
