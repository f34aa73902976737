// The JSON report in lines, for databases and streams: a record a line, each knows its export.
// Names are fixed: add, never rename.
#include "report/json_records.h"
#include "report/writers.h"

#include <threadlint/version.h>

namespace threadlint::report {
namespace {

// Exit status that the input alone demands where nothing is allowed (see threadlint(1)).
uint64_t InputStatus(const Report& report) {
  if (report.incomplete) return 3;
  return report.shown.empty() ? 4 : 0;
}

class Lines {
 public:
  Lines(const Report& report, const ReportOptions& options, Output& output)
      : report_(report), json_(output), records_(report, options, json_) {}

  void Write() {
    for (const InputReport& input : report_.inputs)
      Line("input", [&] { records_.InputMembers(input); });
    for (const uint32_t i : report_.shown)
      Line("case", [&] { records_.CaseMembers(report_.set.cases[i]); });
    for (const Finding& f : report_.findings) Line("finding", [&] { records_.FindingMembers(f); });
    for (const SuppressionReport& suppression : report_.suppressions)
      Line("suppression", [&] { records_.SuppressionMembers(suppression); });
    for (const AbsentFinding& absent : report_.absent)
      Line("absent", [&] { records_.AbsentMembers(absent); });
    for (const SignedMail& mail : report_.signatures)
      Line("signatures", [&] { records_.SignatureMembers(mail); });
    // The last: an export without it was cut short.
    Line("summary", [&] {
      records_.Tool();
      records_.Coverage();
      json_.Member("input_status", InputStatus(report_));
      records_.SummaryMembers();
    });
  }

 private:
  template <typename Members>
  void Line(std::string_view type, const Members& members) {
    json_.BeginObject(true);
    json_.Member("type", type);
    json_.Member("schema_version", uint64_t{kSchemaVersion});
    json_.Member("export", report_.inputs.empty() ? std::string_view()
                                                  : std::string_view(report_.inputs.front().path));
    members();
    json_.EndObject();
  }

  const Report& report_;
  JsonWriter json_;
  JsonRecords records_;
};

}  // namespace

void WriteJsonLines(const Report& report, const ReportOptions& options, Output& output) {
  Lines(report, options, output).Write();
}

}  // namespace threadlint::report
