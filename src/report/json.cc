// The JSON report, version 1. Names are fixed: add, never rename.
#include "report/closing_words.h"
#include "report/json_writer.h"
#include "report/writers.h"
#include "util/civil_time.h"
#include "verdict/confidence.h"

#include <threadlint/rule.h>
#include <threadlint/version.h>

#include <algorithm>
#include <map>

namespace threadlint::report {
namespace {

std::string Date(const Message& m) { return util::FormatIso8601(m.date, m.zone_minutes); }

// Copies of a message by the message they are copies of.
using CopyPlaces = std::vector<std::pair<MessageIndex, MessageIndex>>;

CopyPlaces ListCopies(const Export& mail) {
  CopyPlaces out;
  for (MessageIndex i = 0; i < mail.messages.size(); ++i)
    if (mail.messages[i].copy_of != kNoMessage) out.emplace_back(mail.messages[i].copy_of, i);
  std::sort(out.begin(), out.end());
  return out;
}

class Writer {
 public:
  Writer(const Report& report, Output& output)
      : report_(report),
        mail_(report.mail),
        set_(report.set),
        json_(output),
        copies_(ListCopies(report.mail)) {
    for (const Finding& f : report.findings)
      if (f.broken_by != kNoBreak) by_break_[f.broken_by].push_back(&f);
  }

  void Write(bool findings) {
    json_.BeginObject();
    json_.Member("schema_version", uint64_t{kSchemaVersion});
    json_.Key("tool");
    json_.BeginObject(true);
    json_.Member("name", "threadlint");
    json_.Member("version", kVersion);
    if (!report_.config_hash.empty()) json_.Member("config_hash", report_.config_hash);
    json_.EndObject();
    Inputs();
    Coverage();
    json_.Key("cases");
    json_.BeginArray();
    for (const uint32_t i : report_.shown) WriteCase(set_.cases[i]);
    json_.EndArray();
    json_.Key("findings");
    json_.BeginArray();
    if (findings)
      for (const Finding& f : report_.findings) WriteFinding(f);
    json_.EndArray();
    if (findings) {
      Suppressions();
      Absent();
    }
    Summary(findings);
    json_.EndObject();
  }

 private:
  std::string Name(MessageIndex i) const { return MessageName(mail_, mail_.messages[i]); }

  void Inputs() {
    json_.Key("inputs");
    json_.BeginArray();
    for (const InputReport& input : report_.inputs) {
      json_.BeginObject();
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
      json_.EndObject();
    }
    json_.EndArray();
  }

  void Coverage() {
    json_.Key("coverage");
    json_.BeginObject(true);
    json_.Key("owner");
    if (report_.coverage.owner.empty()) {
      json_.Null();
    } else {
      json_.String(report_.coverage.owner);
    }
    json_.Member("sent", report_.coverage.sent);
    json_.Member("received", report_.coverage.received);
    json_.Key("last_date");
    if (report_.now) {
      json_.String(util::FormatIso8601(*report_.now));
    } else {
      json_.Null();
    }
    json_.EndObject();
  }

  void WriteToken(TokenIndex i) {
    const Token& token = set_.tokens[i];
    json_.BeginObject(true);
    json_.Member("text", mail_[token.text]);
    json_.Member("address", mail_[token.address]);
    json_.Member("scheme", mail_[token.scheme]);
    json_.Member("role", threadlint::Name(token.role));
    json_.Member("assumed", token.assumed);
    json_.EndObject();
  }

  void WriteCase(const Case& c) {
    const auto messages = set_.Messages(c);
    json_.BeginObject();
    json_.Member("id", c.id);
    json_.Member("subject", mail_[mail_.messages[messages.front().message].subject]);
    json_.Key("segments");
    json_.BeginArray();
    for (const uint32_t s : c.segments) {
      json_.BeginObject();
      json_.Member("id", set_.segments[s].id);
      json_.Key("tokens");
      json_.BeginArray();
      for (const TokenIndex t : set_.segments[s].tokens) WriteToken(t);
      json_.EndArray();
      json_.EndObject();
    }
    json_.EndArray();
    json_.Member("first", Date(mail_.messages[messages.front().message]));
    json_.Member("last", Date(mail_.messages[messages.back().message]));
    json_.Key("messages");
    json_.BeginArray();
    for (const CaseMessage& entry : messages) WriteMessage(entry);
    json_.EndArray();
    json_.Key("breaks");
    json_.BeginArray();
    for (const Break& b : set_.Breaks(c)) WriteBreak(b);
    json_.EndArray();
    json_.Key("missing");
    json_.BeginArray();
    for (const Missing& m : set_.MissingOf(c)) {
      json_.BeginObject(true);
      json_.Member("message_id", "<" + std::string(mail_[m.message_id]) + ">");
      json_.Member("referenced_by", Name(m.referenced_by));
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
  }

  void Place(const Message& m) {
    json_.Member("path", mail_.files[m.file].path);
    json_.Member("offset", m.offset);
    json_.Member("length", m.length);
  }

  void WriteMessage(const CaseMessage& entry) {
    const Message& m = mail_.messages[entry.message];
    json_.BeginObject();
    json_.Member("message_id", Name(entry.message));
    if (!report_.sha256[entry.message].empty())
      json_.Member("sha256", report_.sha256[entry.message]);
    Place(m);
    json_.Key("date");
    if (m.date_source == DateSource::kNone) {
      json_.Null();
    } else {
      json_.String(Date(m));
    }
    json_.Member("from", mail_[m.from]);
    json_.Member("subject", mail_[m.subject]);
    json_.Member("side", threadlint::Name(entry.side));
    json_.Member("side_reason", entry.side_reason);
    json_.Member("segment", set_.segments[entry.segment].id);
    json_.Key("token");
    if (entry.token == kNoToken) {
      json_.Null();
    } else {
      const Token& token = set_.tokens[entry.token];
      json_.String(mail_[token.address != 0 ? token.address : token.text]);
    }
    json_.Key("links");
    json_.BeginArray();
    for (const Link& link : set_.Links(entry)) WriteLink(link);
    json_.EndArray();
    json_.Key("notes");
    json_.BeginArray(true);
    for (const std::string_view note : NoteNames(m)) json_.String(note);
    json_.EndArray();
    json_.Key("copy_places");
    json_.BeginArray();
    const auto first =
        std::lower_bound(copies_.begin(), copies_.end(), std::pair(entry.message, MessageIndex{0}));
    for (auto at = first; at != copies_.end() && at->first == entry.message; ++at) {
      json_.BeginObject(true);
      Place(mail_.messages[at->second]);
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
  }

  void WriteLink(const Link& link) {
    json_.BeginObject(true);
    json_.Member("kind", threadlint::Name(link.kind));
    json_.Member(
        "to", link.to != kNoMessage ? Name(link.to) : "<" + std::string(mail_[link.absent]) + ">");
    json_.Member("strength", threadlint::Name(link.strength));
    json_.Member("why", link.why);
    json_.Member("overruled", link.overruled);
    json_.EndObject();
  }

  void WriteBreak(const Break& b) {
    json_.BeginObject();
    json_.Member("message", Name(b.message));
    json_.Member("previous", Name(b.previous));
    json_.Member("chain", threadlint::Name(b.chain));
    json_.Member("kind", threadlint::Name(b.kind));
    json_.Member("carried_by", threadlint::Name(b.carried_by));
    json_.Member("reason", b.reason);
    json_.Key("confidence");
    json_.Decimal(b.confidence);
    json_.Member("old", mail_[b.old_text]);
    json_.Member("new", mail_[b.new_text]);
    json_.Member("reach", uint64_t{b.reach});
    json_.Key("restored");
    if (b.restored == kNoMessage) {
      json_.Null();
    } else {
      json_.String(Name(b.restored));
    }
    json_.EndObject();
  }

  void WriteFinding(const Finding& f) {
    json_.BeginObject();
    json_.Member("id", f.rule->id);
    json_.Member("rule", f.rule->slug);
    json_.Member("severity", threadlint::Name(f.severity));
    json_.Key("confidence");
    json_.Decimal(f.confidence);
    json_.Member("confidence_level", verdict::Name(verdict::LevelOf(f)));
    json_.Key("case");
    if (f.case_index == kNoCase) {
      json_.Null();
    } else {
      json_.String(set_.cases[f.case_index].id);
    }
    json_.Key("message");
    if (f.message == kNoMessage) {
      json_.Null();
    } else {
      json_.String(Name(f.message));
    }
    json_.Key("related");
    json_.BeginArray(true);
    for (const MessageIndex i : f.related) json_.String(Name(i));
    json_.EndArray();
    json_.Member("carried_by", threadlint::Name(f.carried_by));
    json_.Member("text", f.text);
    json_.Key("evidence");
    json_.BeginArray();
    for (const Evidence& e : f.evidence) {
      json_.BeginObject(true);
      json_.Key("message");
      if (e.message == kNoMessage) {
        json_.Null();
      } else {
        json_.String(Name(e.message));
      }
      json_.Member("path", e.path);
      json_.Member("offset", e.offset);
      json_.Member("line", e.line);
      json_.Member("quote", e.quote);
      json_.EndObject();
    }
    json_.EndArray();
    json_.Key("broken_by");
    if (f.broken_by == kNoBreak) {
      json_.Null();
    } else {
      json_.String(Name(set_.breaks[f.broken_by].message));
    }
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
    json_.Member("fingerprint", f.fingerprint);
    json_.Key("baseline_state");
    if (f.baseline == BaselineState::kNone) {
      json_.Null();
    } else {
      json_.String(threadlint::Name(f.baseline));
    }
    json_.Key("suppressed");
    if (f.suppressed.empty()) {
      json_.Null();
    } else {
      json_.String(f.suppressed);
    }
    json_.Member("fails", f.fails);
    json_.Member("what_would_make_it_wrong", f.wrong_if);
    json_.EndObject();
  }

  void Suppressions() {
    if (report_.suppressions.empty()) return;
    json_.Key("suppressions");
    json_.BeginArray();
    for (const SuppressionReport& s : report_.suppressions) {
      json_.BeginObject(true);
      json_.Member("path", s.path);
      json_.Member("line", s.line);
      json_.Member("key", s.key);
      json_.Member("findings", s.findings);
      json_.Member("reason", s.reason);
      json_.Key("until");
      if (s.until.empty()) {
        json_.Null();
      } else {
        json_.String(s.until);
      }
      json_.Member("state", threadlint::Name(s.state));
      json_.EndObject();
    }
    json_.EndArray();
  }

  void Absent() {
    if (!report_.baselined) return;
    json_.Key("absent");
    json_.BeginArray();
    for (const AbsentFinding& absent : report_.absent) {
      json_.BeginObject(true);
      json_.Member("fingerprint", absent.fingerprint);
      json_.Member("id", absent.rule);
      json_.Member("severity", threadlint::Name(absent.severity));
      json_.EndObject();
    }
    json_.EndArray();
  }

  void Summary(bool findings) {
    uint64_t count[3] = {};
    uint64_t suppressed = 0;
    std::map<BaselineState, uint64_t> known;
    for (const Finding& f : report_.findings) {
      if (!findings) continue;
      // Of what somebody accepted with a reason only the number is told.
      ++(f.suppressed.empty() ? count[static_cast<size_t>(f.severity)] : suppressed);
      ++known[f.baseline];
    }
    json_.Key("summary");
    json_.BeginObject();
    json_.Member("messages", report_.messages);
    json_.Member("copies", report_.copies);
    json_.Member("left_out", report_.left_out);
    json_.Member("cases", uint64_t{report_.shown.size()});
    json_.Member("cases_not_shown", report_.hidden_cases);
    json_.Member("errors", count[2]);
    json_.Member("warnings", count[1]);
    json_.Member("notes", count[0]);
    json_.Member("findings_not_shown", report_.hidden_findings);
    json_.Member("findings_below_confidence", report_.unsure_findings);
    json_.Member("findings_beyond_limit", report_.cut_findings);
    json_.Member("failing", report_.failing);
    json_.Member("suppressed", suppressed);
    if (report_.baselined) {
      json_.Key("baseline");
      json_.BeginObject(true);
      for (const BaselineState state :
           {BaselineState::kNew, BaselineState::kUnchanged, BaselineState::kUpdated})
        json_.Member(threadlint::Name(state), known[state]);
      json_.Member("absent", uint64_t{report_.absent.size()});
      json_.Member("not_judged", report_.unjudged);
      json_.EndObject();
    }
    json_.Member("incomplete", report_.incomplete);
    json_.Member("limits", kClosingWords);
    json_.EndObject();
  }

  const Report& report_;
  const Export& mail_;
  const CaseSet& set_;
  JsonWriter json_;
  CopyPlaces copies_;
  std::map<uint32_t, std::vector<const Finding*>> by_break_;
};

}  // namespace

void WriteJson(const Report& report, const ReportOptions& options, Output& output) {
  Writer(report, output).Write(options.findings);
}

}  // namespace threadlint::report
