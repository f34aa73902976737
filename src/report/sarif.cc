// SARIF 2.1.0, as GitHub's code scanning takes it.
#include "report/closing_words.h"
#include "report/sarif_result.h"
#include "report/sarif_rules.h"
#include "report/sarif_text.h"
#include "report/severity_order.h"
#include "report/writers.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace threadlint::report {
namespace {

// GitHub refuses a run of more than 25,000 results, or of 10 MB when packed, and shows 5,000.
// Packed, a result takes about 460 bytes.
constexpr size_t kMostResults = 10000;

// In the order of the report; the gravest, where there are too many.
std::vector<SarifResult> MakeResults(const Report& report, const ReportOptions& options) {
  std::vector<const Finding*> chosen = GravestFirst(report.findings);
  if (chosen.size() > kMostResults) chosen.resize(kMostResults);
  std::sort(chosen.begin(), chosen.end());  // they stand in one vector
  std::vector<SarifResult> out;
  std::map<std::string_view, uint64_t> seen;
  for (const Finding* f : chosen) {
    out.push_back(MakeSarifResult(report, options, *f));
    out.back().ordinal = ++seen[f->fingerprint];
  }
  return out;
}

std::string_view DescriptorOf(InputNoteKind kind) {
  switch (kind) {
    case InputNoteKind::kTruncated:
      return kSarifTruncated;
    case InputNoteKind::kUnreadable:
      return kSarifUnreadable;
    case InputNoteKind::kDoubtfulBoundary:
      return kSarifDoubtful;
    case InputNoteKind::kWording:
      return kSarifWording;
    case InputNoteKind::kOther:
      return kSarifInput;
  }
  return kSarifInput;
}

class Writer {
 public:
  Writer(const Report& report, const ReportOptions& options, Output& output)
      : report_(report),
        options_(options),
        json_(output),
        results_(MakeResults(report, options)),
        artifacts_(report, options.directory, Places(results_)) {}

  void Write() {
    json_.BeginObject();
    json_.Member("$schema",
                 "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                 "sarif-schema-2.1.0.json");
    json_.Member("version", "2.1.0");
    json_.Key("runs");
    json_.BeginArray();
    json_.BeginObject();
    json_.Key("tool");
    json_.BeginObject();
    WriteSarifDriver(report_.rules, json_);
    json_.EndObject();
    Invocation();
    json_.Key("originalUriBaseIds");
    json_.BeginObject();
    json_.Key(kSarifRoot);
    json_.BeginObject(true);
    Message("description", "The directory in which threadlint was started.");
    json_.EndObject();
    json_.EndObject();
    artifacts_.WriteArtifacts(json_);
    json_.Key("results");
    json_.BeginArray();
    for (const SarifResult& result : results_)
      WriteSarifResult(report_, options_, result, artifacts_, json_);
    json_.EndArray();
    json_.Member("columnKind", "unicodeCodePoints");
    Properties();
    json_.EndObject();
    json_.EndArray();
    json_.EndObject();
  }

 private:
  static std::vector<const SarifPlace*> Places(const std::vector<SarifResult>& results) {
    std::vector<const SarifPlace*> out;
    for (const SarifResult& result : results) {
      out.push_back(&result.main);
      for (const SarifPlace& place : result.related) out.push_back(&place);
      for (const SarifPlace& place : result.flow) out.push_back(&place);
    }
    return out;
  }

  void Message(std::string_view key, std::string_view text) {
    json_.Key(key);
    json_.BeginObject(true);
    json_.Member("text", text);
    json_.EndObject();
  }

  void Notification(std::string_view descriptor, std::string_view level, std::string_view text,
                    const std::string& path, uint64_t line) {
    json_.BeginObject();
    json_.Key("descriptor");
    json_.BeginObject(true);
    json_.Member("id", descriptor);
    json_.EndObject();
    json_.Member("level", level);
    Message("message", SarifText(text));
    if (!path.empty()) {
      json_.Key("locations");
      json_.BeginArray();
      json_.BeginObject(true);
      json_.Key("physicalLocation");
      json_.BeginObject();
      artifacts_.WriteArtifactLocation(path, json_);
      if (line > 0) {
        json_.Key("region");
        json_.BeginObject();
        json_.Member("startLine", line);
        json_.EndObject();
      }
      json_.EndObject();
      json_.EndObject();
      json_.EndArray();
    }
    json_.EndObject();
  }

  // An "error" among them says that the run failed; then GitHub keeps what it knew, instead of
  // taking for mended what could not be read.
  void Invocation() {
    json_.Key("invocations");
    json_.BeginArray();
    json_.BeginObject();
    json_.Member("executionSuccessful", options_.complete);
    json_.Key("toolExecutionNotifications");
    json_.BeginArray();
    const std::string_view trouble = options_.complete ? "warning" : "error";
    for (const InputReport& input : report_.inputs)
      for (const InputNote& note : input.notes) {
        const bool lost =
            note.kind == InputNoteKind::kTruncated || note.kind == InputNoteKind::kUnreadable;
        Notification(DescriptorOf(note.kind), lost ? trouble : "note", note.text, note.path,
                     note.line);
      }
    if (report_.shown.empty())
      Notification(kSarifInput, trouble, "There was no case to check.", {}, 0);
    const auto left_out = [&](uint64_t n, std::string_view why) {
      if (n > 0)
        Notification(
            kSarifIncomplete, "warning",
            fmt::format("{} finding{} not in this report: {}.", n, n == 1 ? " is" : "s are", why),
            {}, 0);
    };
    left_out(report_.findings.size() - results_.size(),
             fmt::format("it holds {} at most, and these are the least grave", kMostResults));
    left_out(report_.cut_findings, "they are beyond --limit");
    json_.EndArray();
    Suppressions();
    json_.EndObject();
    json_.EndArray();
  }

  void Suppressions() {
    json_.Key("toolConfigurationNotifications");
    json_.BeginArray();
    for (const SuppressionReport& s : report_.suppressions)
      if (s.state != SuppressionState::kUsed)
        Notification(kSarifSuppression, "warning",
                     fmt::format("The suppression of {} is {}.", s.key, Name(s.state)), s.path,
                     s.line);
    json_.EndArray();
  }

  void Properties() {
    json_.Key("properties");
    json_.BeginObject();
    json_.Member("redacted", report_.redacted);
    if (!report_.config_hash.empty()) json_.Member("configHash", report_.config_hash);
    json_.Member("messages", report_.messages);
    json_.Member("cases", uint64_t{report_.shown.size()});
    json_.Member("findingsNotShown", report_.hidden_findings);
    if (report_.baselined) {
      // Not as results: code hosts open an alert for each.
      json_.Key("absent");
      json_.BeginArray();
      for (const AbsentFinding& absent : report_.absent) {
        json_.BeginObject(true);
        json_.Member("ruleId", absent.rule);
        json_.Member("level", Name(absent.severity));
        json_.Member("fingerprint", absent.fingerprint);
        json_.EndObject();
      }
      json_.EndArray();
    }
    json_.Member("limits", kClosingWords);
    json_.EndObject();
  }

  const Report& report_;
  const ReportOptions& options_;
  JsonWriter json_;
  std::vector<SarifResult> results_;
  SarifArtifacts artifacts_;
};

}  // namespace

void WriteSarif(const Report& report, const ReportOptions& options, Output& output) {
  Writer(report, options, output).Write();
}

}  // namespace threadlint::report
