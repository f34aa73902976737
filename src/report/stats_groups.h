// Where a case belongs in the audit view.
#pragma once

#include <threadlint/report.h>

#include <optional>
#include <string>

namespace threadlint::report {

// Months since January 1970 of the case's first mail, UTC; none without a date.
std::optional<int64_t> MonthOf(const Report& report, const Case& c);
std::string MonthName(int64_t month);  // "2024-05"

// Of the desk's first mail, a person's if there is one: the address that its answers go to, without
// token, if that is one of a token or says what it is for (support@); else the domain, as an
// address may be a person's name. Empty without a mail of the desk.
std::string QueueOf(const Report& report, const Case& c);

// Who wrote the first mail that a person of the desk wrote: the name that stands on it with the
// domain, folded, to compare; empty without such a mail.
struct AgentName {
  std::string key, shown;
};
AgentName AgentOf(const Report& report, const Case& c);

// Seconds from the customer's first mail to the first that a person of the desk wrote after it.
struct FirstAnswer {
  bool asked = false;           // a customer wrote, on a known day
  std::optional<int64_t> took;  // none: no such mail
};
FirstAnswer FirstAnswerOf(const Report& report, const Case& c);

}  // namespace threadlint::report
