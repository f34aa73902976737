// Every reply token of an export, and what the export itself shows about its role.
#pragma once

#include "cases/disjoint_sets.h"

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <cstdint>
#include <vector>

namespace threadlint::cases {

// Where a token was seen.
enum class TokenPlace : uint8_t { kReplyTo, kFrom, kRecipient };

struct TokenUse {
  TokenIndex token = 0;
  MessageIndex message = 0;
  TokenPlace place = TokenPlace::kReplyTo;
};

struct TokenTable {
  std::vector<Token> tokens;
  std::vector<TokenUse> uses;          // in message order
  std::vector<TokenIndex> of_address;  // by StringId of an address; kNoToken if it has no token

  // By token: the first one of the same organisation with the same text. A transfer to another
  // queue, from support+X@ to billing+X@, keeps the token.
  std::vector<TokenIndex> kept;

  TokenIndex Of(StringId address) const {
    return address < of_address.size() ? of_address[address] : kNoToken;
  }
};

// Lists the tokens of all messages that take part and learns the role of each base address:
// new in every message: `message`; one in many threads: `mailbox`; stable in a chain and different
// in others: `case`, established; anything less: `case`, assumed. `threads` holds the reply
// threads as they are without tokens.
TokenTable ReadTokens(Export& mail, DisjointSets& threads,
                      const std::vector<uint32_t>& node_of_message);

// True if mails that carry this token belong together.
inline bool Groups(const Token& token) {
  return token.role == TokenRole::kCase || token.role == TokenRole::kComposite;
}

}  // namespace threadlint::cases
