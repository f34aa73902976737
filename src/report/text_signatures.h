// DKIM signatures in the report for people.
#pragma once

#include "report/page.h"

#include <threadlint/report.h>

namespace threadlint::report {

// Below the evidence of a finding; nothing where no signatures were read.
void WriteSignatures(const Report& report, const Finding& finding, Page& page);
// Of all mails of a case.
void WriteSignatures(const Report& report, const Case& c, Page& page);
// Of all mails that were asked for.
void WriteSignatures(const Report& report, Page& page);
// What all that means, and the keys to save.
void WriteSignatureNotes(const Report& report, Page& page);

}  // namespace threadlint::report
