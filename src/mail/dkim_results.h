// What mail hosts wrote of signatures and senders into Authentication-Results (RFC 8601) and
// ARC-Authentication-Results (RFC 8617).
#pragma once

#include <threadlint/signature.h>

#include <string_view>
#include <vector>

namespace threadlint::mail {

// What a host found of a domain that sent the mail, or took part in sending it.
struct SenderResult {
  std::string_view method;  // "dkim", "dmarc", "spf"
  std::string result;       // "pass", "fail", …: lower-case letters
  std::string domain;  // header.d, header.from, smtp.mailfrom, lower case; empty: it names none
};

struct HostResults {
  std::string_view host;         // in `value`: the authserv-id; empty if it could not be read
  std::vector<HostResult> dkim;  // what it said of DKIM; HostResult::host is left empty
  std::vector<SenderResult> senders;
};

// `arc`: the field is ARC-Authentication-Results, and begins with its instance.
HostResults ReadHostResults(std::string_view value, bool arc);

}  // namespace threadlint::mail
