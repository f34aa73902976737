#include "mail/sender_results.h"

#include "mail/header_block.h"
#include "util/ascii.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace threadlint::mail {

std::optional<SenderResults> ReadSenderResults(std::string_view header,
                                               std::span<const std::string> hosts) {
  std::optional<SenderResults> out;
  FieldScanner scanner(header.substr(0, kMaxHeaderBlock));
  HeaderField field;
  for (size_t fields = 0; fields < kMaxFields && scanner.Next(field); ++fields) {
    if (out && util::EqualsIgnoreCase(field.name, "Received")) break;
    if (!util::EqualsIgnoreCase(field.name, "Authentication-Results")) continue;
    HostResults read = ReadHostResults(field.value.substr(0, kMaxField), false);
    const auto named = std::ranges::find_if(
        hosts, [&](const std::string& host) { return util::EqualsIgnoreCase(host, read.host); });
    if (named == hosts.end() || (out && out->host != *named)) continue;
    if (!out) out.emplace().host = *named;
    std::ranges::move(read.senders, std::back_inserter(out->results));
  }
  return out;
}

}  // namespace threadlint::mail
