// A report without names, addresses and numbers of people.
#pragma once

#include "verdict/redaction.h"

#include <threadlint/report.h>

namespace threadlint::verdict {

// Every string of the report that comes from mail, from its files or from the user is replaced by
// one with pseudonyms, those of the pool too: no writer can reach what stood there. Does nothing
// unless redaction.on.
void Redact(const Redaction& redaction, Report& report);

// What stands for a message's name ("<id>", MessageName()) in reports made with that key.
std::string RedactedName(const std::string& key, std::string_view name);

}  // namespace threadlint::verdict
