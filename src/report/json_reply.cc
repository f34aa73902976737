// How to answer to a case as JSON, version 1 (schema: threadlint-reply.v1.schema.json). Names are
// fixed: add, never rename.
#include "report/json_tool.h"
#include "report/json_writer.h"
#include "report/reply.h"
#include "util/civil_time.h"

#include <threadlint/version.h>

namespace threadlint::report {
namespace {

void WriteDate(const Report& report, MessageIndex i, std::string_view key, JsonWriter& json) {
  json.Key(key);
  if (i == kNoMessage || report.mail.messages[i].date_source == DateSource::kNone)
    return json.Null();
  const Message& m = report.mail.messages[i];
  json.String(util::FormatIso8601(m.date, m.zone_minutes));
}

void WritePart(const Report& report, const ReplyPart& part, JsonWriter& json) {
  json.BeginObject();
  json.Member("address", part.address);
  json.Key("token");
  if (part.token == kNoToken) {
    json.Null();
  } else {
    const Token& token = report.set.tokens[part.token];
    json.BeginObject(true);
    json.Member("text", report.mail[token.text]);
    json.Member("scheme", report.mail[token.scheme]);
    json.Member("assumed", token.assumed);
    json.EndObject();
  }
  json.Key("numbers");
  json.BeginArray(true);
  for (const std::string& number : part.numbers) json.String(number);
  json.EndArray();
  json.Member("mails", uint64_t{part.mails});
  WriteDate(report, part.first, "first", json);
  WriteDate(report, part.last, "last", json);
  json.EndObject();
}

}  // namespace

void WriteJsonReply(const Report& report, const Reply& reply, const ReportOptions&,
                    Output& output) {
  const Case& c = report.set.cases[reply.case_index];
  const auto messages = report.set.Messages(c);
  JsonWriter json(output);
  json.BeginObject();
  json.Member("schema_version", uint64_t{kSchemaVersion});
  WriteTool(json, report.config_hash);
  json.Key("case");
  json.BeginObject();
  json.Member("id", c.id);
  json.Member("subject", report.mail[report.mail.messages[messages.front().message].subject]);
  json.Member("messages", uint64_t{c.messages});
  WriteDate(report, messages.front().message, "first", json);
  WriteDate(report, messages.back().message, "last", json);
  json.EndObject();
  json.Key("answer");
  if (reply.answer == kNoMessage) {
    json.Null();
    json.Key("now");
    json.Null();
  } else {
    const Message& m = report.mail.messages[reply.answer];
    json.BeginObject();
    json.Member("to", reply.now.address);
    json.Key("copy_to");
    reply.copy_to.empty() ? json.Null() : json.String(reply.copy_to);
    json.Member("why", reply.why);
    json.Member("in_reply_to", MessageName(report.mail, m));
    json.Member("subject", report.mail[m.subject]);
    WriteDate(report, reply.answer, "date", json);
    json.Member("from", report.mail[m.from]);
    json.EndObject();
    json.Key("now");
    WritePart(report, reply.now, json);
  }
  json.Key("earlier");
  json.BeginArray();
  for (const ReplyPart& part : reply.earlier) WritePart(report, part, json);
  json.EndArray();
  json.Key("warnings");
  json.BeginArray();
  for (const ReplyWarning& warning : reply.warnings) {
    json.BeginObject(true);
    json.Member("code", warning.code);
    json.Member("text", warning.text);
    json.EndObject();
  }
  json.EndArray();
  std::string paste;
  for (const std::string& line : reply.paste) paste += line + "\n";
  json.Member("paste", paste);
  json.Member("redacted", report.redacted);
  json.Member("incomplete", report.incomplete);
  json.EndObject();
}

}  // namespace threadlint::report
