// What a case file says of a case, worked out once; its pages are written from this alone.
#pragma once

#include "report/case_references.h"
#include "report/document.h"

#include <threadlint/report.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::report {

// What a finding is to somebody who knows no rules.
enum class Grievance : uint8_t {
  kAddressChanged,
  kAskedAgain,
  kStatementsDiffer,
  kPromiseLapsed,
  kUnanswered,
  kSentAway,
  kOther
};
inline constexpr size_t kGrievances = 7;

// A mail of the case.
struct FiledMail {
  uint32_t number = 0;  // from 1, in the order of the case
  std::string label;    // the same with zeros before it: "08"
  std::string file;     // where the mail stands: "exhibits/08.eml"
  std::string anchor;   // in the page
  MessageIndex message = kNoMessage;
  const Exhibit* exhibit = nullptr;  // null: it could not be read again
  const CaseMessage* entry = nullptr;
  bool shown_whole = false;          // its text stands in the pages
  std::vector<const Break*> breaks;  // that it carries
  // That rest on it, in the order of the groups.
  std::vector<const Finding*> findings;

  bool cited() const { return !findings.empty(); }
};

// A finding, with what the pages say of it.
struct FiledPoint {
  std::string name;  // "3": its number in the picture too
  std::string anchor;
  const Finding* finding = nullptr;
  std::vector<uint32_t> mails;  // numbers of those it rests on, ascending
};
struct FiledGroup {
  Grievance grievance = Grievance::kOther;
  std::vector<FiledPoint> points;  // by time
};

// A mail that others name and the export lacks.
struct FiledMissing {
  std::string id;                // with its brackets
  std::vector<uint32_t> named;   // numbers of the mails that name it
  Side writer = Side::kUnknown;  // as its id's domain has it
};

// A token of the case: an address or a number, and the mails that carry it.
struct FiledToken {
  TokenIndex token = kNoToken;
  uint32_t first = 0, last = 0;  // numbers
};

struct CaseFile {
  CaseReferences references;  // numbers of exhibits and findings, as the picture has them
  const Report* report = nullptr;
  uint32_t case_index = 0;
  std::vector<FiledMail> mails = {};
  std::vector<FiledGroup> groups = {};
  std::vector<FiledMissing> missing = {};
  std::vector<FiledToken> tokens = {};

  const Case& get() const { return report->set.cases[case_index]; }
  const Message& message(const FiledMail& mail) const {
    return report->mail.messages[mail.message];
  }
  // Null for a mail that is not in the case.
  const FiledMail* Find(MessageIndex message) const;
  bool empty() const { return groups.empty(); }
};

// "exhibits/08.eml", or with pseudonyms "exhibits/08.txt": of mail 8, counted from 1, of `count`.
std::string ExhibitFileName(size_t number, size_t count, bool redacted);

// `report.exhibits` is to hold the mails of the case.
CaseFile MakeCaseFile(const Report& report, uint32_t case_index);

// The pages of all of it.
Document CaseFilePages(const CaseFile& file);

// A mail with pseudonyms, as the redacted case file has it in place of the mail itself.
std::string RedactedMail(const FiledMail& mail);

}  // namespace threadlint::report
