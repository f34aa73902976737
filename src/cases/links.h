// Why messages belong together: reply headers (RFC 5322 section 3.6.4) and tokens.
#pragma once

#include "cases/token_table.h"

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <cstdint>
#include <span>
#include <vector>

namespace threadlint::cases {

// For reports: the nearest earlier mail that each message names.
class ReplyLinks {
 public:
  explicit ReplyLinks(const Export& mail);
  void Append(const Export& mail, MessageIndex message, std::vector<Link>& out) const;
  // The nearest mail that it names and the export holds; kNoMessage if there is none.
  MessageIndex Parent(const Export& mail, MessageIndex message) const;
  // Ids that the case's messages name and the export does not hold, each once, with the first
  // message that names it; not those that nobody ever sent (TokenRole::kRoot).
  void AppendMissing(const Export& mail, const TokenTable& tokens,
                     std::span<const CaseMessage> messages, std::vector<Missing>& out) const;

 private:
  std::vector<MessageIndex> by_id_;         // by StringId
  mutable std::vector<uint32_t> reported_;  // by StringId: case number + 1 that listed it
  mutable uint32_t round_ = 0;
};

// For reports: the previous mail of the case with the same token.
class TokenLinks {
 public:
  explicit TokenLinks(const TokenTable& tokens) : tokens_(tokens), last_(tokens.tokens.size()) {}
  // `case_key` tells the cases apart: no link leads from one to another.
  void Append(const CaseMessage& entry, uint32_t case_key, LinkKind kind, std::vector<Link>& out);

 private:
  struct Last {
    MessageIndex message = kNoMessage;
    uint32_t case_key = 0;
  };
  const TokenTable& tokens_;
  std::vector<Last> last_;  // by token
};

}  // namespace threadlint::cases
