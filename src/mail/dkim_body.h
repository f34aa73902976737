// The body of a mail as DKIM hashes it (RFC 6376 section 3.4), also where a mailbox has changed it.
#pragma once

#include "util/sha256.h"

#include <threadlint/signature.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace threadlint::mail {

enum class DkimCanon : uint8_t { kSimple, kRelaxed };

struct DkimBodyHash {
  util::Sha256Digest digest{};
  uint64_t length = 0;  // bytes of the whole body in canonical form
};

// `limit`: only so many bytes of the canonical form count (l=). Line ends may be LF or CRLF.
DkimBodyHash HashDkimBody(std::string_view body, DkimCanon canon, std::optional<uint64_t> limit,
                          BodyFlavour flavour);

// Could that flavour of the body differ from the body as it is?
bool HasFlavour(std::string_view body, BodyFlavour flavour);

}  // namespace threadlint::mail
