// Joining messages by what a help desk could still find them by: tokens and reply headers, taken
// apart where the two say different things.
#pragma once

#include "cases/desks.h"
#include "cases/disjoint_sets.h"
#include "cases/title.h"
#include "cases/token_table.h"
#include "mail/link_reading.h"

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace threadlint::cases {

// Messages and message ids are nodes of one graph: ids first, by StringId.
inline uint32_t MessageNode(const Export& mail, MessageIndex i) {
  return static_cast<uint32_t>(mail.strings.size()) + i;
}

// Joins each message with its own id and all ids it names. Two mails that name the same absent one
// are joined by it. Left-out mails join nothing.
void JoinReplies(const Export& mail, DisjointSets& sets);

// A strong link that is not followed, because the evidence says two matters.
enum class Overruling : uint8_t {
  kCollision,      // a token of one person's matter on a mail to another, about something else
  kLinksDisagree,  // reply headers name a mail of one token, the mail itself carries another
  kTwoTokens,      // one mail carries two tokens of one desk
  kOldMail         // an old mail was answered about another matter
};

struct Overruled {
  Overruling kind = Overruling::kCollision;
  MessageIndex message = 0;
  MessageIndex other = kNoMessage;    // of the thread that the link leads to
  TokenIndex token = kNoToken;        // that the message goes by
  TokenIndex other_token = kNoToken;  // that it does not go by
};

// What is known of the messages before they are joined; one entry a message.
struct Known {
  const Export& mail;
  const TokenTable& tokens;
  const Desks& desks;
  std::span<const MessageIndex> in_order;  // of time
  std::span<const Correspondents> who;     // by message
  const MessageTitles& titles;             // of mail between a desk and somebody alone
  std::span<const int32_t> reading_of;     // by message, if any was read; -1: not its body
  std::span<const mail::LinkReading> readings;

  const mail::LinkReading* Reading(MessageIndex i) const {
    return reading_of.empty() || reading_of[i] < 0 ? nullptr
                                                   : &readings[static_cast<size_t>(reading_of[i])];
  }
};

struct Threads {
  DisjointSets sets;                 // of the nodes
  std::vector<Overruled> overruled;  // in order of time
  std::vector<uint32_t> contested;   // by message: see ContestOf(); none if there was no conflict
  uint64_t steps = 0;                // how often a link was looked at: linear in the input

  // Number of a conflict that set the message apart; 0: none did.
  uint32_t ContestOf(MessageIndex i) const { return contested.empty() ? 0 : contested[i]; }
};

// A place that says what the mail itself belongs to, not what those that it names or quotes do.
inline bool IsOwn(TokenPlace place) {
  return place != TokenPlace::kReference && place != TokenPlace::kQuoted;
}

// True if the token joins mails where links must be as strong as `weakest`.
inline bool Joins(const Token& token, Strength weakest) {
  return Groups(token) && (!token.assumed || weakest != Strength::kStrong);
}

// Goes through the messages in order of time, so that what a mail joins is decided by the mails
// before it. Tokens whose role is assumed join only if `weakest` is medium or weak. Linear in the
// number of ids and tokens.
Threads JoinStrongLinks(const Known& known, Strength weakest);

}  // namespace threadlint::cases
