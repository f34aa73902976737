// The JSON report, version 1. Names are fixed: add, never rename.
#include "report/json_records.h"
#include "report/writers.h"

#include <threadlint/version.h>

namespace threadlint::report {
namespace {

// Calls `members` for what stands in each object of an array.
template <typename Range, typename Members>
void Array(JsonWriter& json, std::string_view key, bool flat, const Range& range,
           const Members& members) {
  json.Key(key);
  json.BeginArray();
  for (const auto& entry : range) {
    json.BeginObject(flat);
    members(entry);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

void WriteJson(const Report& report, const ReportOptions& options, Output& output) {
  JsonWriter json(output);
  JsonRecords records(report, options, json);
  json.BeginObject();
  json.Member("schema_version", uint64_t{kSchemaVersion});
  records.Tool();
  Array(json, "inputs", false, report.inputs,
        [&](const InputReport& input) { records.InputMembers(input); });
  records.Coverage();
  Array(json, "cases", false, report.shown,
        [&](uint32_t i) { records.CaseMembers(report.set.cases[i]); });
  Array(json, "findings", false, report.findings,
        [&](const Finding& f) { records.FindingMembers(f); });
  if (!report.suppressions.empty())
    Array(json, "suppressions", true, report.suppressions,
          [&](const SuppressionReport& s) { records.SuppressionMembers(s); });
  if (report.baselined)
    Array(json, "absent", true, report.absent,
          [&](const AbsentFinding& absent) { records.AbsentMembers(absent); });
  if (report.signatures_read)
    Array(json, "signatures", false, report.signatures,
          [&](const SignedMail& mail) { records.SignatureMembers(mail); });
  json.Key("summary");
  json.BeginObject();
  records.SummaryMembers();
  json.EndObject();
  json.EndObject();
}

}  // namespace threadlint::report
