// When are two mails with one Message-ID the same mail?
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace threadlint::mail {

// SHA-256 over what a mail says: From address, Date (instant), Subject, decoded text of every text
// part with white space folded, decoded bytes of every attachment. Left out: trace headers,
// folding, transfer encodings, line ends, list footers (a closing block behind a line of
// underscores or dashes, as list software adds it), gateway banners ("[EXTERNAL]", "CAUTION: This
// email originated from outside …") and list tags in the subject. Equal digest = a copy.
struct ContentDigest {
  std::array<uint8_t, 32> content{};
  std::array<uint8_t, 32> undated{};  // the same without dates: a mail that was sent once more
  bool operator==(const ContentDigest&) const = default;
};
ContentDigest DigestContent(std::string_view raw_mail);

}  // namespace threadlint::mail
