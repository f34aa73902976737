// One mail found several times is one message; several mails under one id are not.
#pragma once

#include <threadlint/message.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace threadlint::cases {

// The messages whose content must be read to tell copies from collisions and to name mails
// without a Message-ID, in file order.
std::vector<MessageIndex> MessagesToCompare(const Export& mail);

struct Content {
  std::array<uint8_t, 32> digest{};   // what the mail says (mail::DigestContent)
  std::array<uint8_t, 32> undated{};  // the same without dates
  std::string sha256;                 // of the raw mail, hexadecimal
};

// Sets copy_of, id_collides, resent, identity and lasting of every message. `contents[i]` belongs
// to `read[i]`. Which of several copies is the message is decided by their content alone, so that
// neither the order nor the names of the files matter.
void ResolveCopies(Export& mail, const std::vector<MessageIndex>& read,
                   const std::vector<Content>& contents);

}  // namespace threadlint::cases
