// Breaks: the messages that cut a case's thread, and who carried them.
#pragma once

#include <threadlint/message.h>

#include <cstdint>
#include <string_view>

namespace threadlint {

enum class Side : uint8_t { kUnknown, kAgent, kCustomer, kAuto, kOther };

using TokenIndex = uint32_t;  // into CaseSet::tokens
inline constexpr TokenIndex kNoToken = UINT32_MAX;

enum class BreakChain : uint8_t { kToken, kHeaders, kBoth };
enum class BreakKind : uint8_t {
  kTokenChanged,
  kTokenRemoved,
  kTokenAltered,       // a near miss of the old one: folded, cut, a character
  kAddressRedirected,  // answers go to an address that does not lead back
  kTokenShared,        // one token on mail of two unrelated matters
  kReplyWithoutToken,  // the customer's mail
  kTwoTokens,
  kThreadRestarted,
  kLinksDisagree,  // reply headers of one matter, token of another
  kNumberChanged   // the case number in the subject
};

// Names as they stand in reports.
std::string_view Name(Side side);
std::string_view Name(BreakChain chain);
std::string_view Name(BreakKind kind);

// A message after which the case's earlier token no longer stands in the replies, or which names no
// earlier mail although it continues the case, or on which what ties it to a case contradicts
// itself.
struct Break {
  MessageIndex message = 0;   // the first one without the old token
  MessageIndex previous = 0;  // the last one with it
  BreakChain chain = BreakChain::kToken;
  BreakKind kind = BreakKind::kTokenChanged;
  Side carried_by = Side::kUnknown;
  std::string_view reason;  // why that side
  double confidence = 0;    // 0 to 1
  TokenIndex old_token = kNoToken, new_token = kNoToken;
  // What stood before and what stands now, verbatim: an address, or a token in subject or text; 0:
  // nothing. The header field each stands in ("Reply-To"); empty: the text.
  StringId old_text = 0, new_text = 0;
  std::string_view old_field, new_field;
  MessageIndex other = kNoMessage;     // of another case, where two cases are mixed up
  std::string_view cause;              // of kTokenAltered: what is likely to have happened
  uint32_t before = 0;                 // mails of the desk that carried the old token
  MessageIndex restored = kNoMessage;  // the next mail that carries the old token, if one does
  // Messages from here on, up to that one, that the token does not tie to the earlier ones.
  uint32_t reach = 0;
};

}  // namespace threadlint
