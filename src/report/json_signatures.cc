// DKIM signatures as JSON.
#include "report/json_records.h"
#include "util/civil_time.h"

namespace threadlint::report {

void JsonRecords::SignatureMembers(const SignedMail& mail) {
  json_.Member("message", Name(mail.message));
  json_.Member("reply_to_fields", uint64_t{mail.reply_to_fields});
  json_.Key("signatures");
  json_.BeginArray();
  for (const Signature& s : mail.signatures) WriteSignature(s);
  json_.EndArray();
  json_.Member("more_signatures", uint64_t{mail.more_signatures});
  json_.Key("results");
  json_.BeginArray();
  for (const HostResult& r : mail.results) {
    json_.BeginObject(true);
    json_.Member("host", r.host);
    json_.Member("field", r.arc ? "ARC-Authentication-Results" : "Authentication-Results");
    json_.Member("result", r.result);
    json_.Member("domain", r.domain);
    json_.Member("selector", r.selector);
    json_.Member("identity", r.identity);
    json_.EndObject();
  }
  json_.EndArray();
  json_.Member("more_results", uint64_t{mail.more_results});
}

void JsonRecords::WriteSignature(const Signature& s) {
  const auto time = [&](std::string_view key, const std::optional<int64_t>& at) {
    NullOr(key, at ? util::FormatIso8601(*at, 0) : std::string());
  };
  json_.BeginObject();
  json_.Member("domain", s.domain);
  json_.Member("selector", s.selector);
  json_.Member("algorithm", s.algorithm);
  json_.Member("identity", s.identity);
  json_.Member("canonicalization", s.header_canon + "/" + s.body_canon);
  json_.Key("headers");
  json_.BeginArray(true);
  for (const std::string& header : s.headers) json_.String(header);
  json_.EndArray();
  json_.Member("reply_to", threadlint::Name(s.reply_to));
  json_.Member("reply_to_oversigned", s.oversigned);
  time("signed_at", s.signed_at);
  time("expires", s.expires);
  json_.Key("body_length");
  if (s.body_length) {
    json_.Number(*s.body_length);
  } else {
    json_.Null();
  }
  json_.Member("unsigned_bytes", s.unsigned_bytes);
  json_.Member("body", threadlint::Name(s.body));
  json_.Member("body_as", threadlint::Name(s.flavour));
  NullOr("body_reason", s.body_reason);
  json_.Member("header", threadlint::Name(s.header));
  NullOr("header_reason", s.header_reason);
  json_.Member("test_key", s.test_key);
  json_.EndObject();
}

}  // namespace threadlint::report
