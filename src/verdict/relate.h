// Which break lies behind a finding.
#pragma once

#include <threadlint/report.h>

namespace threadlint::verdict {

// Sets broken_by where a rule did not: the last break between the two mails that a finding rests
// on.
void Relate(Report& report);

}  // namespace threadlint::verdict
