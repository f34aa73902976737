#include "verdict/verdict.h"

#include "verdict/fingerprint.h"
#include "verdict/redact.h"
#include "verdict/relate.h"
#include "verdict/select.h"
#include "verdict/sort.h"
#include "verdict/suppress.h"

namespace threadlint::verdict {
namespace {

constexpr Step kBeforeEvidence[] = {
    // All others see what the user calls grave.
    {"severity",
     [](const Policy& policy, Report& report) { ApplySeverities(policy.severities, report); }},
    // What a break cost is told with it, also where that is not shown.
    {"relate", [](const Policy&, Report& report) { Relate(report); }},
    // The steps below know findings by it.
    {"fingerprint", [](const Policy&, Report& report) { Fingerprint(report); }},
    // Marks only: what is hidden is neither an unused suppression nor absent from a baseline.
    {"select", Select},
    {"suppress", Suppress},
    {"baseline",
     [](const Policy& policy, Report& report) {
       if (policy.baseline) Compare(*policy.baseline, report);
     }},
    // Behind all that look at findings that are not shown.
    {"drop", [](const Policy&, Report& report) { DropHidden(report); }},
};

constexpr Step kAfterEvidence[] = {
    // By place, among others.
    {"sort", [](const Policy&, Report& report) { Sort(report.findings, report.mail); }},
    // The first of the order, whatever the rules' own was.
    {"limit", Limit},
    // The last: nothing is ordered by what stands in place of a name, so that the open report and
    // the redacted one are the same but for that. Every writer comes after it.
    {"redact", [](const Policy& policy, Report& report) { Redact(policy.redaction, report); }},
};

}  // namespace

std::span<const Step> StepsBeforeEvidence() { return kBeforeEvidence; }
std::span<const Step> StepsAfterEvidence() { return kAfterEvidence; }

void RunSteps(std::span<const Step> steps, const Policy& policy, Report& report) {
  for (const Step& step : steps) step.run(policy, report);
}

}  // namespace threadlint::verdict
