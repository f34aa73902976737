// What the text says of findings that were accepted before: by a baseline or a suppression.
#pragma once

#include "report/page.h"

#include <threadlint/report.h>

namespace threadlint::report {

// One line for each known finding, for what is gone, and for entries of the file of suppressions
// that are of no use any more. Nothing where neither file was given.
void WriteAccepted(const Report& report, Page& page);

}  // namespace threadlint::report
