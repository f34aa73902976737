// Findings told without a word of the mails: for logs, boards and annotations, which more people
// see than may read the mail.
#pragma once

#include <threadlint/report.h>

#include <cstdint>
#include <string>

namespace threadlint::report {

// "The desk names two amounts for the same thing: mail of 3 May 2024 in case c4k2, with the mail of
// 1 May 2024." No address, name, subject or quotation; days by the writers' own clocks.
std::string Reference(const Report& report, const Finding& finding);

// "3 May 2024" by the writer's own clock; empty if the mail has no date.
std::string DayOf(const Report& report, MessageIndex message);
// "mail of 3 May 2024", "mail without a date".
std::string MailOf(const Report& report, MessageIndex message);

// The newest of its evidence that has a place; null: there is none.
const Evidence* MainEvidence(const Report& report, const Finding& finding);

// Where a finding is shown: the place of that evidence, else of the message meant, else the
// input.
struct Location {
  std::string path;     // never empty
  uint64_t offset = 0;  // bytes from the start of the decoded file
  uint64_t line = 1;    // from 1; the first where it is not known
  uint64_t length = 0;  // of the message in bytes; 0: of no message
};
Location LocationOf(const Report& report, const Finding& finding);

}  // namespace threadlint::report
