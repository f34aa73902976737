// The audit view as JSON, version 1 (schema: threadlint-stats.v1.schema.json). Names are fixed:
// add, never rename.
#include "report/json_tool.h"
#include "report/json_writer.h"
#include "report/stats.h"

#include <threadlint/rule.h>
#include <threadlint/version.h>

namespace threadlint::report {
namespace {

// Members of an object that is open.
void WriteShare(uint64_t with, uint64_t of, JsonWriter& json) {
  const Interval open = Wilson(with, of);
  constexpr double kHundred = 100;
  json.Member("cases", with);
  json.Key("percent");
  if (of == 0) {
    json.Null();
  } else {
    json.Decimal(kHundred * static_cast<double>(with) / static_cast<double>(of));
  }
  json.Key("low");
  json.Decimal(kHundred * open.low);
  json.Key("high");
  json.Decimal(kHundred * open.high);
}

void WriteRow(const StatsRow& row, JsonWriter& json) {
  json.BeginObject();
  json.Key("name");
  row.rest ? json.Null() : json.String(row.name);
  json.Member("groups", row.groups);
  json.Member("cases", row.cases);
  json.Key("shares");
  if (row.few) {
    json.Null();
  } else {
    json.BeginObject();
    for (size_t i = 0; i < kMeasures; ++i) {
      json.Key(Measures()[i].id);
      json.BeginObject(true);
      WriteShare(row.with[i], row.cases, json);
      json.EndObject();
    }
    json.EndObject();
  }
  json.Key("first_answer");
  if (row.few) {
    json.Null();
  } else {
    json.BeginObject(true);
    json.Member("asked", row.asked);
    json.Member("answered", row.answered);
    json.Member("never", row.asked - row.answered);
    json.Key("median_seconds");
    row.median_answer ? json.Number(*row.median_answer) : json.Null();
    json.EndObject();
  }
  json.EndObject();
}

void WriteRows(std::string_view key, const std::vector<StatsRow>& rows, JsonWriter& json) {
  json.Key(key);
  json.BeginArray();
  for (const StatsRow& row : rows) WriteRow(row, json);
  json.EndArray();
}

void WriteRules(const Stats& stats, JsonWriter& json) {
  json.Key("rules");
  json.BeginArray();
  for (const RuleRow& row : stats.rules) {
    json.BeginObject(true);
    json.Member("id", row.rule->id);
    json.Member("rule", row.rule->slug);
    json.Member("findings", row.findings);
    WriteShare(row.cases, stats.total.cases, json);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

void WriteJsonStats(const Report& report, const Stats& stats, const ReportOptions&,
                    Output& output) {
  JsonWriter json(output);
  json.BeginObject();
  json.Member("schema_version", uint64_t{kSchemaVersion});
  WriteTool(json, report.config_hash);
  json.Key("reading");
  json.BeginObject(true);
  json.Member("least_cases", kLeastCases);
  json.Member("interval", "Wilson, 95 %");
  json.Member("months", "UTC");
  json.EndObject();
  json.Key("measures");
  json.BeginArray();
  for (const Measure& measure : Measures()) {
    json.BeginObject(true);
    json.Member("id", measure.id);
    json.Member("title", measure.title);
    json.Member("rules", measure.rules);
    json.EndObject();
  }
  json.EndArray();
  json.Key("total");
  WriteRow(stats.total, json);
  WriteRows("months", stats.months, json);
  WriteRows("queues", stats.queues, json);
  if (stats.by_agent) WriteRows("agents", stats.agents, json);
  WriteRules(stats, json);
  json.Key("notes");
  json.BeginArray();
  for (const std::string& note : StatsNotes(report, stats)) json.String(note);
  json.EndArray();
  json.Key("summary");
  json.BeginObject(true);
  json.Key("mailboxes");
  stats.mailboxes > 0 ? json.Number(stats.mailboxes) : json.Null();
  json.Member("messages", report.messages);
  json.Member("cases", stats.total.cases);
  json.Member("hidden_cases", report.hidden_cases);
  json.Member("redacted", report.redacted);
  json.Member("incomplete", report.incomplete);
  json.EndObject();
  json.EndObject();
}

}  // namespace threadlint::report
