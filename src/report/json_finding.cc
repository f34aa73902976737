// Findings as JSON.
#include "report/json_records.h"
#include "report/reference.h"
#include "verdict/confidence.h"

#include <threadlint/rule.h>

namespace threadlint::report {

void JsonRecords::FindingMembers(const Finding& f) {
  json_.Member("id", f.rule->id);
  json_.Member("rule", f.rule->slug);
  json_.Member("severity", threadlint::Name(f.severity));
  json_.Key("confidence");
  json_.Decimal(f.confidence);
  json_.Member("confidence_level", verdict::Name(verdict::LevelOf(f)));
  NullOr("case", f.case_index == kNoCase ? std::string_view() : set_.cases[f.case_index].id);
  NameOrNull("message", f.message);
  if (f.message == kNoMessage) {
    NullOr("date", {});
  } else {
    DateMember("date", mail_.messages[f.message]);
  }
  json_.Key("related");
  json_.BeginArray(true);
  for (const MessageIndex i : f.related) json_.String(Name(i));
  json_.EndArray();
  json_.Member("carried_by", threadlint::Name(f.carried_by));
  json_.Member("text", options_.quotes ? f.text : Reference(report_, f));
  json_.Key("evidence");
  json_.BeginArray();
  for (const Evidence& e : f.evidence) WriteEvidence(e);
  json_.EndArray();
  NameOrNull("broken_by", f.broken_by == kNoBreak ? kNoMessage : set_.breaks[f.broken_by].message);
  Impact(f);
  json_.Member("fingerprint", f.fingerprint);
  NullOr("baseline_state", threadlint::Name(f.baseline));
  NullOr("suppressed", f.suppressed);
  json_.Member("fails", f.fails);
  json_.Member("what_would_make_it_wrong", f.wrong_if);
  json_.Key("doubts");
  json_.BeginArray(true);
  for (const Doubt& doubt : f.doubts)
    json_.String(options_.quotes ? std::string_view(doubt.text) : doubt.brief);
  json_.EndArray();
}

void JsonRecords::WriteEvidence(const Evidence& e) {
  json_.BeginObject(true);
  NameOrNull("message", e.message);
  json_.Member("path", e.path);
  json_.Member("offset", e.offset);
  json_.Member("line", e.line);
  json_.Member("quote", Words(e.quote));
  json_.EndObject();
}

void JsonRecords::Impact(const Finding& f) {
  json_.Key("impact");
  json_.BeginObject(true);
  json_.Member("reach", uint64_t{f.reach});
  json_.Key("findings");
  json_.BeginArray(true);
  // What a break cost stands with the finding that reports the break.
  const auto cost = by_break_.find(f.broken_by);
  if (cost != by_break_.end() && set_.breaks[f.broken_by].message == f.message)
    for (const Finding* other : cost->second)
      if (other != &f) json_.String(other->fingerprint);
  json_.EndArray();
  json_.EndObject();
}

void JsonRecords::SuppressionMembers(const SuppressionReport& suppression) {
  json_.Member("path", suppression.path);
  json_.Member("line", suppression.line);
  json_.Member("key", suppression.key);
  json_.Member("reason", suppression.reason);
  NullOr("until", suppression.until);
  json_.Member("findings", suppression.findings);
  json_.Member("state", threadlint::Name(suppression.state));
}

void JsonRecords::AbsentMembers(const AbsentFinding& absent) {
  json_.Member("fingerprint", absent.fingerprint);
  json_.Member("id", absent.rule);
  json_.Member("severity", threadlint::Name(absent.severity));
}

}  // namespace threadlint::report
