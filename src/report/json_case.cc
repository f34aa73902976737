// Cases as JSON.
#include "report/json_records.h"
#include "util/civil_time.h"

#include <algorithm>

namespace threadlint::report {

void JsonRecords::CaseMembers(const Case& c) {
  const auto messages = set_.Messages(c);
  json_.Member("id", c.id);
  json_.Member("subject", Words(mail_[mail_.messages[messages.front().message].subject]));
  json_.Key("segments");
  json_.BeginArray();
  for (const uint32_t s : set_.SegmentsOf(c)) WriteSegment(set_.segments[s]);
  json_.EndArray();
  DateMember("first", mail_.messages[messages.front().message]);
  DateMember("last", mail_.messages[messages.back().message]);
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
}

void JsonRecords::WriteSegment(const Segment& segment) {
  json_.BeginObject();
  json_.Member("id", segment.id);
  json_.Key("tokens");
  json_.BeginArray();
  for (const TokenIndex i : segment.tokens) {
    const Token& token = set_.tokens[i];
    json_.BeginObject(true);
    json_.Member("text", mail_[token.text]);
    json_.Member("address", mail_[token.address]);
    json_.Member("scheme", mail_[token.scheme]);
    json_.Member("role", threadlint::Name(token.role));
    json_.Member("assumed", token.assumed);
    json_.EndObject();
  }
  json_.EndArray();
  json_.EndObject();
}

void JsonRecords::DateMember(std::string_view key, const Message& m) {
  const bool dated = m.date_source != DateSource::kNone;
  NullOr(key, dated ? util::FormatIso8601(m.date, m.zone_minutes) : std::string());
}

void JsonRecords::Place(const Message& m) {
  json_.Member("path", mail_.files[m.file].path);
  json_.Member("offset", m.offset);
  json_.Member("length", m.length);
}

void JsonRecords::WriteMessage(const CaseMessage& entry) {
  const Message& m = mail_.messages[entry.message];
  json_.BeginObject();
  json_.Member("message_id", Name(entry.message));
  if (const auto at = report_.sha256.find(entry.message); at != report_.sha256.end())
    json_.Member("sha256", at->second);
  Place(m);
  DateMember("date", m);
  json_.Member("from", mail_[m.from]);
  json_.Member("subject", Words(mail_[m.subject]));
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
  CopyPlaces(entry.message);
  json_.EndObject();
}

void JsonRecords::CopyPlaces(MessageIndex i) {
  json_.Key("copy_places");
  json_.BeginArray();
  const auto first =
      std::lower_bound(copies_.begin(), copies_.end(), std::pair(i, MessageIndex{0}));
  for (auto at = first; at != copies_.end() && at->first == i; ++at) {
    json_.BeginObject(true);
    Place(mail_.messages[at->second]);
    json_.EndObject();
  }
  json_.EndArray();
}

void JsonRecords::WriteLink(const Link& link) {
  json_.BeginObject(true);
  json_.Member("kind", threadlint::Name(link.kind));
  json_.Member("to",
               link.to != kNoMessage ? Name(link.to) : "<" + std::string(mail_[link.absent]) + ">");
  json_.Member("strength", threadlint::Name(link.strength));
  json_.Member("why", link.why);
  json_.Member("overruled", link.overruled);
  json_.EndObject();
}

void JsonRecords::WriteBreak(const Break& b) {
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
  NameOrNull("restored", b.restored);
  json_.EndObject();
}

}  // namespace threadlint::report
