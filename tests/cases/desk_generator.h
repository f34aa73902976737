// Made-up correspondence of one help desk with many customers, by how the desk gives out tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::test {

enum class TokenCustom : uint8_t {
  kPerContact,  // each matter that a customer writes about has its own, which stays
  kPerMail,     // each mail of the desk has its own
  kStaticTag,   // all mails of the desk have the same
  kMixed,       // some mails have their own, some a queue's tag, some none
};
enum class ReplyHeaders : uint8_t { kWhole, kInReplyTo, kNone };  // on the desk's mails

struct DeskPlan {
  TokenCustom custom = TokenCustom::kPerContact;
  ReplyHeaders headers = ReplyHeaders::kWhole;
  bool same_title = false;   // every customer's first mail comes from a form with one title
  bool acknowledges = true;  // a machine answers first, with the same kind of token
  uint32_t customers = 40;
  uint32_t seed = 1;
  // One mail in the middle of one matter gets another matter's kind of token, and only that one.
  // Needs kPerContact, where a change means something.
  bool change_one = false;
};

struct MadeDesk {
  std::vector<std::string> mails;  // raw, in order of time
  std::string
      changed_id;  // Message-ID, without brackets, of the mail whose token changed; else empty
};

// The same for the same plan, whatever the standard library.
MadeDesk MakeDesk(const DeskPlan& plan);

std::string_view Name(TokenCustom custom);
std::string_view Name(ReplyHeaders headers);

}  // namespace threadlint::test
