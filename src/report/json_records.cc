#include "report/json_records.h"

#include "report/closing_words.h"
#include "report/json_tool.h"
#include "report/tally.h"
#include "util/civil_time.h"

#include <algorithm>
#include <optional>

namespace threadlint::report {

JsonRecords::JsonRecords(const Report& report, const ReportOptions& options, JsonWriter& json)
    : report_(report), options_(options), mail_(report.mail), set_(report.set), json_(json) {
  for (MessageIndex i = 0; i < mail_.messages.size(); ++i)
    if (mail_.messages[i].copy_of != kNoMessage) copies_.emplace_back(mail_.messages[i].copy_of, i);
  std::sort(copies_.begin(), copies_.end());
  for (const Finding& f : report.findings)
    if (f.broken_by != kNoBreak) by_break_[f.broken_by].push_back(&f);
}

void JsonRecords::NullOr(std::string_view key, std::string_view value) {
  json_.Key(key);
  if (value.empty()) {
    json_.Null();
  } else {
    json_.String(value);
  }
}

void JsonRecords::NameOrNull(std::string_view key, MessageIndex i) {
  NullOr(key, i == kNoMessage ? std::string() : Name(i));
}

void JsonRecords::Tool() {
  std::optional<std::string_view> hash;
  if (!report_.config_hash.empty()) hash = report_.config_hash;
  WriteTool(json_, hash, report_.redacted);
}

void JsonRecords::Coverage() {
  json_.Key("coverage");
  json_.BeginObject(true);
  NullOr("owner", report_.coverage.owner);
  json_.Member("sent", report_.coverage.sent);
  json_.Member("received", report_.coverage.received);
  NullOr("last_date", report_.now ? util::FormatIso8601(*report_.now) : std::string());
  json_.EndObject();
}

void JsonRecords::InputMembers(const InputReport& input) {
  json_.Member("path", input.path);
  json_.Member("format", input.format);
  json_.Member("status", threadlint::Name(input.state));
  json_.Member("messages", input.messages);
  json_.Member("copies", input.copies);
  json_.Member("left_out", input.left_out);
  json_.Member("bytes", input.bytes);
  json_.Member("skipped_files", input.skipped_files);
  json_.Key("notes");
  json_.BeginArray();
  for (const InputNote& note : input.notes) {
    json_.BeginObject(true);
    json_.Member("text", note.text);
    json_.Member("path", note.path);
    if (note.has_offset) json_.Member("offset", note.offset);
    json_.EndObject();
  }
  json_.EndArray();
}

void JsonRecords::SummaryMembers() {
  const Tally tally = TallyOf(report_);
  json_.Member("messages", report_.messages);
  json_.Member("copies", report_.copies);
  json_.Member("left_out", report_.left_out);
  json_.Member("cases", uint64_t{report_.shown.size()});
  json_.Member("cases_not_shown", report_.hidden_cases);
  json_.Member("errors", tally.errors);
  json_.Member("warnings", tally.warnings);
  json_.Member("notes", tally.notes);
  json_.Member("suppressed", tally.suppressed);
  if (report_.baselined) {
    json_.Key("baseline");
    json_.BeginObject(true);
    json_.Member("new", tally.fresh);
    json_.Member("updated", tally.updated);
    json_.Member("unchanged", tally.unchanged);
    json_.Member("absent", uint64_t{report_.absent.size()});
    json_.Member("not_judged", report_.unjudged);
    json_.EndObject();
  }
  json_.Member("findings_not_shown", report_.hidden_findings);
  json_.Member("findings_below_confidence", report_.unsure_findings);
  json_.Member("findings_beyond_limit", report_.cut_findings);
  json_.Member("failing", report_.failing);
  json_.Member("incomplete", report_.incomplete);
  json_.Member("limits", kClosingWords);
}

}  // namespace threadlint::report
