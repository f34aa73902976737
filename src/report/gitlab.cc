// GitLab Code Quality: the array that a merge request's widget shows.
#include "report/finding_words.h"
#include "report/json_writer.h"
#include "report/page.h"
#include "report/paths.h"
#include "report/reference.h"
#include "report/writers.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <map>

namespace threadlint::report {
namespace {

// GitLab has five; "critical" and "blocker" are for code that breaks what runs.
std::string_view SeverityOf(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "major";
    case Severity::kWarning:
      return "minor";
    case Severity::kNote:
      return "info";
  }
  return "info";
}

}  // namespace

// Known findings stay: GitLab compares with the target branch itself, and takes what is not there
// any more for mended. What the user has suppressed he does not want to see.
void WriteGitlab(const Report& report, const ReportOptions& options, Output& output) {
  JsonWriter json(output);
  json.BeginArray();
  std::map<std::string_view, uint64_t> seen;  // the widget shows one finding a fingerprint
  for (const Finding& f : report.findings) {
    if (!f.suppressed.empty()) continue;
    const Location place = LocationOf(report, f);
    const uint64_t times = ++seen[f.fingerprint];
    json.BeginObject();
    json.Member("description", Safe((options.quotes ? f.text : Reference(report, f)) +
                                    DoubtWords(f, options.quotes)));
    json.Member("check_name", f.rule->id);
    json.Member("fingerprint",
                times == 1 ? f.fingerprint : fmt::format("{}-{}", f.fingerprint, times));
    json.Member("severity", SeverityOf(f.severity));
    json.Key("location");
    json.BeginObject(true);
    json.Member("path", HostPath(place.path, options.directory));
    json.Key("lines");
    json.BeginObject();
    json.Member("begin", place.line);
    json.EndObject();
    json.EndObject();
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace threadlint::report
