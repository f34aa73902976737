// Every token of an export, and what the export itself shows about its role.
#pragma once

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <cstdint>
#include <span>
#include <vector>

namespace threadlint::cases {

// Where a token was seen. The first six are what a mail says of itself, kReference what it says of
// the mails it names, kQuoted what stands in it of other mails' text.
enum class TokenPlace : uint8_t {
  kReplyTo,
  kFrom,
  kRecipient,
  kMessageId,
  kSubject,
  kField,
  kBody,
  kReference,
  kQuoted
};

struct TokenUse {
  TokenIndex token = 0;
  MessageIndex message = 0;
  TokenPlace place = TokenPlace::kReplyTo;
  bool by_desk = false;  // the mail gives the token; else it uses it
};

// What is known of a token besides what reports show.
struct TokenFacts {
  // Tokens of one family stand for each other: two of them in one case are a change. A family is a
  // space of the catalogue (within one desk if its keys are counters), or a base address.
  uint32_t family = 0;
  TokenIndex kept = 0;       // the first token of the same organisation with the same text
  bool learned = true;       // the role is learned, not the catalogue's
  StringId family_name = 0;  // base address; else what the form is called, and whose it is
  bool number = false;       // a counter in the subject, as people read it out
  bool folds = true;         // folding case does it no harm
  bool given = false;        // a mail of a desk gives it, where its answers carry it
  StringId key = 0;          // what the token is compared by
};

class TokenTable {
 public:
  std::vector<Token> tokens;
  std::vector<TokenFacts> facts;  // by token
  std::vector<TokenUse> uses;     // by message

  // Token of an address, of a message id; kNoToken if it has none.
  TokenIndex Of(StringId address) const { return At(of_address_, address); }
  TokenIndex OfId(StringId id) const { return At(of_id_, id); }

  // The token as people see it: its address where it has one.
  StringId Shown(TokenIndex t) const {
    if (t == kNoToken) return 0;
    return tokens[t].address != 0 ? tokens[t].address : tokens[t].text;
  }

  // An id that no mail ever had: help desks put it into References as the name of a case.
  bool IsRoot(StringId id) const { return id < root_.size() && root_[id]; }

  // Uses of a message; sorted once all are collected (TokenCollector::Finish).
  std::span<const TokenUse> Of(const Message&, MessageIndex i) const {
    return std::span(uses).subspan(begin_[i], begin_[i + 1] - begin_[i]);
  }

 private:
  friend class TokenCollector;
  static TokenIndex At(const std::vector<TokenIndex>& of, StringId id) {
    return id < of.size() ? of[id] : kNoToken;
  }
  std::vector<TokenIndex> of_address_, of_id_;  // by StringId
  std::vector<bool> root_;                      // by StringId
  std::vector<uint32_t> begin_;                 // by message: its first use
};

// True if mails that carry this token belong together.
inline bool Groups(const Token& token) {
  return token.role == TokenRole::kCase || token.role == TokenRole::kComposite ||
         token.role == TokenRole::kRoot;
}

}  // namespace threadlint::cases
