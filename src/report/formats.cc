#include "report/reply.h"
#include "report/report.h"
#include "report/stats.h"
#include "report/tokens.h"
#include "report/writers.h"

namespace threadlint::report {
namespace {

constexpr Format kFormats[] = {
    {"text", "sentences for people", true, true, true, Joins::kYes, WriteText, WriteTextTokens,
     nullptr, WriteTextReply, WriteTextStats, WriteTextCase},
    {"json", "the whole report, version 1 (schema: threadlint-report.v1.schema.json)", false, true,
     true, Joins::kYes, WriteJson, WriteJsonTokens, nullptr, WriteJsonReply, WriteJsonStats},
    {"jsonl", "the same, a record a line (schema: threadlint-report-lines.v1.schema.json)", false,
     true, true, Joins::kYes, WriteJsonLines, nullptr},
    {"csv", "a table for spreadsheets, a row a finding", false, true, true, Joins::kHeaderOnce,
     WriteCsv, nullptr, nullptr, nullptr, WriteCsvStats},
    {"markdown", "GitHub-flavoured, for an issue or a ticket", false, true, true, Joins::kYes,
     WriteMarkdown, nullptr},
    {"html", "a page with a picture of each case, for a browser and for paper", false, true, true,
     Joins::kNo, WriteHtml, nullptr, nullptr, nullptr, WriteHtmlStats, WriteHtmlCase},
    {"junit", "JUnit XML: a test suite a case, a test case a rule", false, false, false, Joins::kNo,
     WriteJunit, nullptr},
    {"sarif", "SARIF 2.1.0, for code hosts and their viewers", false, true, false, Joins::kNo,
     WriteSarif, nullptr},
    {"github", "annotations of GitHub Actions, and a table for the page of the job", false, false,
     false, Joins::kYes, WriteGithub, nullptr, WriteGithubSummary},
    {"gitlab", "Code Quality report of GitLab", false, false, false, Joins::kNo, WriteGitlab,
     nullptr},
};

}  // namespace

std::span<const Format> Formats() { return kFormats; }

const Format* FindFormat(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

bool Holds(const Format& format, Content content) {
  switch (content) {
    case Content::kFindings:
      return true;
    case Content::kCases:
      return format.cases;
    case Content::kCase:
      return format.write_case != nullptr;
    case Content::kTokens:
      return format.write_tokens != nullptr;
    case Content::kReply:
      return format.write_reply != nullptr;
    case Content::kStats:
      return format.write_stats != nullptr;
  }
  return false;
}

}  // namespace threadlint::report
