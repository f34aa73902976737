// DKIM signatures in a page.
#pragma once

#include "report/report.h"

#include <string>

namespace threadlint::report {

// Of one mail, a paragraph a sentence; empty where none were read.
std::string HtmlSignatures(const Report& report, MessageIndex message);

// What all that means, and the keys to save; empty where no signatures were read.
std::string HtmlSignatureNotes(const Report& report, const ReportOptions& options);

}  // namespace threadlint::report
