// The families of tokens as JSON, version 1 (schema: threadlint-tokens.v1.schema.json). Names are
// fixed: add, never rename.
#include "report/json_tool.h"
#include "report/json_writer.h"
#include "report/tokens.h"

#include <threadlint/version.h>

namespace threadlint::report {
namespace {

void WriteFamily(const Report& report, const TokenSettings& settings, const TokenFamily& f,
                 JsonWriter& json) {
  json.BeginObject();
  json.Member("name", report.mail[f.name]);
  json.Member("scheme", report.mail[f.scheme]);
  json.Member("role", Name(f.role));
  json.Member("basis", Name(BasisOf(report.mail, settings, f)));
  json.Member("groups", GroupsMails(f.role));
  json.Member("example", ExampleOf(report, f));
  json.Member("tokens", uint64_t{f.tokens});
  json.Member("messages", uint64_t{f.messages});
  if (!f.from_catalogue) {
    json.Key("evidence");
    json.BeginObject(true);
    json.Member("stable_threads", uint64_t{f.stable_threads});
    json.Member("steps", uint64_t{f.steps});
    json.Member("changes", uint64_t{f.changes});
    json.Member("shared", uint64_t{f.shared});
    json.Member("wide", uint64_t{f.wide});
    json.EndObject();
  }
  json.EndObject();
}

}  // namespace

void WriteJsonTokens(const Report& report, const TokenSettings& settings, const ReportOptions&,
                     Output& output) {
  JsonWriter json(output);
  json.BeginObject();
  json.Member("schema_version", uint64_t{kSchemaVersion});
  WriteTool(json, std::nullopt);
  json.Key("inputs");
  json.BeginArray();
  for (const InputReport& input : report.inputs) {
    json.BeginObject(true);
    json.Member("path", input.path);
    json.Member("status", Name(input.state));
    json.Member("messages", input.messages);
    json.EndObject();
  }
  json.EndArray();
  json.Key("families");
  json.BeginArray();
  for (const TokenFamily* family : SortFamilies(report))
    WriteFamily(report, settings, *family, json);
  json.EndArray();
  json.Key("configured_roles");
  json.BeginArray();
  for (const auto& [name, role] : settings.roles) {
    json.BeginObject(true);
    json.Member("name", name);
    json.Member("role", Name(role));
    json.Member("seen", IsSeen(report, name));
    json.EndObject();
  }
  json.EndArray();
  json.Key("summary");
  json.BeginObject(true);
  json.Member("messages", report.messages);
  json.Member("families", uint64_t{report.set.families.size()});
  json.Member("incomplete", report.incomplete);
  json.EndObject();
  json.EndObject();
}

}  // namespace threadlint::report
