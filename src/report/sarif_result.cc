#include "report/sarif_result.h"

#include "report/finding_words.h"
#include "report/sarif_text.h"
#include "rules/wording.h"
#include "util/civil_time.h"
#include "verdict/confidence.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace threadlint::report {
namespace {

std::string_view CaseId(const Report& report, const Finding& f) {
  return f.case_index == kNoCase ? std::string_view() : report.set.cases[f.case_index].id;
}

Side SideOf(const Report& report, const Finding& f, MessageIndex message) {
  if (f.case_index != kNoCase)
    for (const CaseMessage& entry : report.set.Messages(report.set.cases[f.case_index]))
      if (entry.message == message) return entry.side;
  return Side::kUnknown;
}

// "the desk's mail of 3 May 2024"
std::string MailWords(const Report& report, const Finding& f, MessageIndex message) {
  if (message == kNoMessage) return "the input";
  const std::string day = DayOf(report, message);
  return std::string(rules::MailOf(SideOf(report, f, message))) +
         (day.empty() ? " without a date" : " of " + day);
}

SarifPlace EvidencePlace(const Report& report, const ReportOptions& options, const Finding& f,
                         const Evidence& e) {
  SarifPlace out = PlaceOf(e);
  out.words = rules::Capital(MailWords(report, f, e.message));
  if (options.quotes && !e.quote.empty()) out.words += ": " + SarifText(e.quote);
  return out;
}

std::vector<SarifPlace> MakeFlow(const Report& report, const Finding& f) {
  std::vector<MessageIndex> mails = f.related;
  if (f.message != kNoMessage) mails.push_back(f.message);
  for (const Evidence& e : f.evidence)
    if (e.message != kNoMessage) mails.push_back(e.message);
  MessageIndex broken = kNoMessage;
  if (f.broken_by != kNoBreak) {
    broken = report.set.breaks[f.broken_by].message;
    mails.insert(mails.end(), {report.set.breaks[f.broken_by].previous, broken});
  }
  const auto key = [&](MessageIndex i) { return std::pair(report.mail.messages[i].date, i); };
  std::ranges::sort(mails, {}, key);
  mails.erase(std::unique(mails.begin(), mails.end()), mails.end());
  std::vector<SarifPlace> out;
  for (const MessageIndex i : mails) {
    const auto e = std::ranges::find_if(
        f.evidence, [&](const Evidence& one) { return one.message == i && !one.path.empty(); });
    SarifPlace& place = out.emplace_back(e != f.evidence.end() ? PlaceOf(*e) : PlaceOf(report, i));
    place.words = rules::Capital(MailWords(report, f, i));
    if (i == broken) place.words += ": the thread breaks here";
  }
  return out;
}

// Code hosts show related places only where the message links to them.
std::string TextOf(const Report& report, const ReportOptions& options, const SarifResult& result) {
  const Finding& f = *result.finding;
  std::string out =
      SarifText((options.quotes ? f.text : Reference(report, f)) + DoubtWords(f, options.quotes));
  for (size_t i = 0; i < result.related.size(); ++i)
    out += fmt::format("{}[{}]({})", i == 0 ? "\nSee also " : ", ",
                       MailWords(report, f, result.related[i].message), i + 1);
  if (!result.related.empty()) out += ".";
  if (options.quotes && !f.wrong_if.empty()) out += "\nWrong if: " + SarifText(f.wrong_if);
  return out;
}

void WriteFlow(const Report& report, const SarifResult& result, const SarifArtifacts& artifacts,
               JsonWriter& json) {
  const Finding& f = *result.finding;
  json.Key("codeFlows");
  json.BeginArray();
  json.BeginObject();
  json.Key("threadFlows");
  json.BeginArray();
  json.BeginObject();
  json.Key("locations");
  json.BeginArray();
  uint64_t order = 0;
  for (const SarifPlace& place : result.flow) {
    const Message& m = report.mail.messages[place.message];
    const bool essential =
        place.message == f.message || (!f.related.empty() && place.message == f.related.front());
    json.BeginObject();
    json.Key("location");
    artifacts.WriteLocation(place, CaseId(report, f), 0, json);
    json.Member("executionOrder", ++order);
    // Its form (RFC 3339) knows four digits of a year.
    if (m.date_source != DateSource::kNone && m.date >= 0 && m.date < 253402300800)
      json.Member("executionTimeUtc", util::FormatIso8601(m.date));
    json.Member("importance", essential ? "essential" : "important");
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  json.EndArray();
  json.EndObject();
  json.EndArray();
}

void WriteState(const Report& report, const SarifResult& result, JsonWriter& json) {
  const Finding& f = *result.finding;
  // What names a finding wherever the mail lies. GitHub looks at "primaryLocationLineHash" only;
  // without it, it would hash the line, for which it needs the mail in the checkout.
  json.Key("fingerprints");
  json.BeginObject(true);
  json.Member("threadlint/v1", f.fingerprint);
  json.EndObject();
  json.Key("partialFingerprints");
  json.BeginObject();
  json.Member("primaryLocationLineHash", fmt::format("{}:{}", f.fingerprint, result.ordinal));
  json.Member("threadlint/v1", f.fingerprint);
  json.EndObject();
  // If one result has them, all must: their absence would say that nobody looked.
  if (!report.suppressions.empty()) {
    json.Key("suppressions");
    json.BeginArray();
    if (!f.suppressed.empty()) {
      json.BeginObject(true);
      json.Member("kind", "external");
      json.Member("status", "accepted");
      json.Member("justification", f.suppressed);
      json.EndObject();
    }
    json.EndArray();
  }
  if (f.baseline != BaselineState::kNone) json.Member("baselineState", Name(f.baseline));
  json.Key("rank");
  json.Decimal(f.confidence * 100);
}

void WriteProperties(const Report& report, const Finding& f, JsonWriter& json) {
  json.Key("properties");
  json.BeginObject();
  if (f.case_index != kNoCase) json.Member("case", CaseId(report, f));
  if (f.message != kNoMessage)
    json.Member("message", MessageName(report.mail, report.mail.messages[f.message]));
  json.Member("carriedBy", Name(f.carried_by));
  json.Key("confidence");
  json.Decimal(f.confidence);
  json.Member("confidenceLevel", verdict::Name(verdict::LevelOf(f)));
  json.Member("fails", f.fails);
  json.EndObject();
}

}  // namespace

SarifResult MakeSarifResult(const Report& report, const ReportOptions& options, const Finding& f) {
  SarifResult out;
  out.finding = &f;
  const auto rule = std::ranges::find(report.rules, f.rule);
  out.rule_index = static_cast<uint64_t>(rule - report.rules.begin());
  const Evidence* main = MainEvidence(report, f);
  if (main != nullptr) {
    out.main = EvidencePlace(report, options, f, *main);
  } else {
    const Location place = LocationOf(report, f);
    out.main = {place.path, place.line, f.message, {}};
  }
  for (const Evidence& e : f.evidence)
    if (&e != main && !e.path.empty()) out.related.push_back(EvidencePlace(report, options, f, e));
  out.flow = MakeFlow(report, f);
  return out;
}

void WriteSarifResult(const Report& report, const ReportOptions& options, const SarifResult& result,
                      const SarifArtifacts& artifacts, JsonWriter& json) {
  const Finding& f = *result.finding;
  json.BeginObject();
  json.Member("ruleId", f.rule->id);
  json.Member("ruleIndex", result.rule_index);
  json.Member("level", Name(f.severity));
  json.Key("message");
  json.BeginObject();
  json.Member("text", TextOf(report, options, result));
  json.EndObject();
  json.Key("locations");
  json.BeginArray();
  artifacts.WriteLocation(result.main, CaseId(report, f), 0, json);
  json.EndArray();
  if (!result.related.empty()) {
    json.Key("relatedLocations");
    json.BeginArray();
    for (size_t i = 0; i < result.related.size(); ++i)
      artifacts.WriteLocation(result.related[i], CaseId(report, f), i + 1, json);
    json.EndArray();
  }
  if (result.flow.size() > 1) WriteFlow(report, result, artifacts, json);
  WriteState(report, result, json);
  WriteProperties(report, f, json);
  json.EndObject();
}

}  // namespace threadlint::report
