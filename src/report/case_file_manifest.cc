#include "report/case_file_manifest.h"

#include "report/json_tool.h"
#include "report/json_writer.h"
#include "util/civil_time.h"

#include <threadlint/rule.h>

#include <algorithm>

namespace threadlint::report {
namespace {

constexpr uint64_t kManifestVersion = 1;

void WriteInputs(const Report& report, JsonWriter& json) {
  json.Key("inputs");
  json.BeginArray();
  for (const InputReport& input : report.inputs) {
    json.BeginObject(true);
    json.Member("path", input.path);
    json.Member("format", input.format);
    json.Member("status", Name(input.state));
    json.Member("messages", input.messages);
    json.Member("bytes", input.bytes);
    json.EndObject();
  }
  json.EndArray();
}

void WriteTime(std::string_view key, const std::optional<ExhibitTime>& time, JsonWriter& json) {
  json.Key(key);
  if (!time) return json.Null();
  json.String(util::FormatIso8601(time->seconds, time->zone_minutes));
}

void WriteAttachments(const Exhibit& e, JsonWriter& json) {
  json.Key("attachments");
  json.BeginArray();
  for (const ExhibitFile& f : e.files) {
    json.BeginObject(true);
    json.Member("name", f.name);
    json.Member("type", f.type);
    json.Member("bytes", f.bytes);
    if (!f.sha256.empty()) json.Member("sha256", f.sha256);
    json.EndObject();
  }
  json.EndArray();
}

void WriteMail(const CaseFile& file, const FiledMail& mail, JsonWriter& json) {
  const Message& m = file.message(mail);
  json.BeginObject();
  json.Member("number", uint64_t{mail.number});
  json.Member("message_id", MessageName(file.report->mail, m));
  json.Member("side", Name(mail.entry->side));
  json.Member("cited", mail.cited());
  json.Member("path", file.report->mail.files[m.file].path);
  json.Member("offset", m.offset);
  json.Member("length", m.length);
  if (mail.exhibit == nullptr) {
    json.Key("file");
    json.Null();
    json.EndObject();
    return;
  }
  const Exhibit& e = *mail.exhibit;
  json.Member("file", mail.file);
  // Of the mail itself: a file that holds it with pseudonyms is another.
  const bool redacted = file.report->redacted;
  json.Member(redacted ? "mail_sha256" : "sha256", e.sha256);
  json.Member(redacted ? "mail_bytes" : "bytes", e.bytes);
  if (!e.edrm_hash.empty()) json.Member("edrm_mih", e.edrm_hash);
  json.Member("quoting_undone", e.quoting);
  WriteTime("sent", e.sent, json);
  WriteTime("received", e.received, json);
  WriteAttachments(e, json);
  json.EndObject();
}

void WritePoints(const CaseFile& file, JsonWriter& json) {
  json.Key("points");
  json.BeginArray();
  for (const FiledGroup& group : file.groups)
    for (const FiledPoint& point : group.points) {
      json.BeginObject(true);
      json.Member("point", point.name);
      json.Member("rule", point.finding->rule->id);
      json.Member("fingerprint", point.finding->fingerprint);
      json.Key("exhibits");
      json.BeginArray(true);
      for (const uint32_t number : point.mails) json.Number(uint64_t{number});
      json.EndArray();
      json.EndObject();
    }
  json.EndArray();
}

}  // namespace

void WriteManifest(const CaseFile& file, const std::vector<std::string>& command,
                   std::span<const CaseFilePart> parts, Output& output) {
  const Report& report = *file.report;
  JsonWriter json(output);
  json.BeginObject();
  json.Member("kind", kCaseFileKind);
  json.Member("schema_version", kManifestVersion);
  WriteTool(json, report.config_hash);
  json.Key("command");
  json.BeginArray(true);
  for (const std::string& word : command) json.String(word);
  json.EndArray();
  json.Member("case", file.get().id);
  json.Member("redacted", report.redacted);
  WriteInputs(report, json);
  json.Key("exhibits");
  json.BeginArray();
  for (const FiledMail& mail : file.mails) WriteMail(file, mail, json);
  json.EndArray();
  WritePoints(file, json);
  json.Key("missing");
  json.BeginArray(true);
  for (const FiledMissing& missing : file.missing) json.String(missing.id);
  json.EndArray();
  json.Key("files");
  json.BeginArray();
  for (const CaseFilePart& part : parts) {
    json.BeginObject(true);
    json.Member("path", part.path);
    json.Member("bytes", part.bytes);
    json.Member("sha256", part.sha256);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

std::string ChecksumLines(std::span<const CaseFilePart> parts) {
  std::string out;
  for (const CaseFilePart& part : parts) out += part.sha256 + "  " + part.path + "\n";
  return out;
}

std::vector<std::string> ChecksumPaths(std::string_view lines) {
  constexpr size_t kDigits = 64, kBlanks = 2;
  std::vector<std::string> out;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (line.size() > kDigits + kBlanks) out.emplace_back(line.substr(kDigits + kBlanks));
  }
  return out;
}

}  // namespace threadlint::report
