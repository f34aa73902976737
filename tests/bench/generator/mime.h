#pragma once

#include "letter.h"
#include "prng.h"

#include <cstdint>
#include <string>

namespace threadlint::bench {

// Bytes of the export, encoded, by what they are.
struct Shares {
  uint64_t messages = 0, header = 0;
  uint64_t text = 0, text_quoted = 0, html = 0, html_quoted = 0, attachment = 0, logo = 0;

  void Add(const Shares& other);
  uint64_t Bytes() const;
};

struct Attachments {
  bool photo = false, document = false;
  uint64_t logo = 0;  // the seed of a desk's picture, 0 for none: the same in all its mails
};

// Appends MIME-Version, Content-* and the body.
void AppendMime(const Body& body, const Client& client, const Attachments& attachments, Prng& prng,
                std::string& out, Shares& shares);

}  // namespace threadlint::bench
