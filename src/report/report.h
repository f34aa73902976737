// The writers: one file a format behind one interface.
#pragma once

#include <threadlint/report.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {

// Where a report goes. Errors (a full disk, a closed pipe) are the implementation's to remember.
class Output {
 public:
  virtual ~Output() = default;
  virtual void Write(std::string_view bytes) = 0;
};

struct ReportOptions {
  bool color = false;
  unsigned width = 80;         // columns
  bool quiet = false;          // findings only, no closing words
  bool findings = true;        // false: the cases alone, as 'threadlint cases' gives them
  bool quotes = true;          // false: mails are named, nothing of what they say is given
  bool complete = true;        // false: not all that the user wanted checked was read
  std::string directory = {};  // of the project: code hosts want paths relative to it
};

struct TokenSettings;  // report/tokens.h
struct Reply;          // report/reply.h
struct Stats;          // report/stats.h

// What becomes of reports that are written one behind the other into one file.
enum class Joins : uint8_t {
  kNo,         // no file of that format
  kYes,        // reports in a row, each whole
  kHeaderOnce  // the same, but the first line of all is the same and stands once
};

struct Format {
  std::string_view name;
  std::string_view summary;
  bool colored;  // may be given colour on a terminal
  bool quotes;   // ReportOptions::quotes where the user does not say
  bool cases;    // can give the cases alone
  Joins joins;
  void (*write)(const Report&, const ReportOptions&, Output&);
  void (*write_tokens)(const Report&, const TokenSettings&, const ReportOptions&,
                       Output&);  // null: it has no tokens
  // Null: it has no summary for the page of a CI job. Writes at most `room` bytes.
  void (*write_summary)(const Report&, const ReportOptions&, uint64_t room, Output&) = nullptr;
  void (*write_reply)(const Report&, const Reply&, const ReportOptions&,
                      Output&) = nullptr;  // null: it has none of how to answer
  void (*write_stats)(const Report&, const Stats&, const ReportOptions&,
                      Output&) = nullptr;  // null: it has no audit view
  // One case whole: every message, why it is in the case, missing mails. Null: it has none.
  void (*write_case)(const Report&, uint32_t case_index, const ReportOptions&, Output&) = nullptr;
};

// All formats, in the order in which help lists them.
std::span<const Format> Formats();
const Format* FindFormat(std::string_view name);

// What a report is made of.
enum class Content : uint8_t { kFindings, kCases, kCase, kTokens, kReply, kStats };
bool Holds(const Format& format, Content content);

}  // namespace threadlint::report
