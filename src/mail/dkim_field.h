// One DKIM-Signature field (RFC 6376 section 3.5), and the hash of the header fields it signs.
#pragma once

#include "mail/dkim_body.h"
#include "mail/header_block.h"
#include "util/sha256.h"

#include <threadlint/signature.h>

#include <span>
#include <string>
#include <string_view>

namespace threadlint::mail {

struct DkimField {
  Signature facts;
  DkimCanon header = DkimCanon::kSimple, body = DkimCanon::kSimple;
  std::string body_hash, bytes;  // bh=, b=, decoded
  std::string_view wrong;        // why it is no signature that can be checked; empty: it can
  bool outdated = false;         // made with SHA-1 (RFC 8301)
};

DkimField ReadDkimField(std::string_view value);

// What h= says of Reply-To in a mail that has so many of these fields.
ReplyToCover CoverOf(const std::vector<std::string>& headers, size_t fields, bool& oversigned);

// SHA-256 of the fields that h= names, the lowest first, and of the signature's own without its b=.
// `own`: that field, one of `fields`.
util::Sha256Digest HashDkimHeader(std::span<const HeaderField> fields, const HeaderField& own,
                                  const DkimField& signature);

}  // namespace threadlint::mail
