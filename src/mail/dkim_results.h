// What mail hosts wrote of signatures into Authentication-Results (RFC 8601) and
// ARC-Authentication-Results (RFC 8617).
#pragma once

#include <threadlint/signature.h>

#include <string_view>
#include <vector>

namespace threadlint::mail {

struct HostResults {
  std::string_view host;         // in `value`: the authserv-id; empty if it could not be read
  std::vector<HostResult> dkim;  // what it said of DKIM; HostResult::host is left empty
};

// `arc`: the field is ARC-Authentication-Results, and begins with its instance.
HostResults ReadHostResults(std::string_view value, bool arc);

}  // namespace threadlint::mail
