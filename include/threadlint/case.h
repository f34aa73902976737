// Cases: the matters that two people see, made of segments that a help desk can still find.
#pragma once

#include <threadlint/message.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint {

enum class Side : uint8_t { kUnknown, kAgent, kCustomer, kAuto, kOther };
enum class LinkKind : uint8_t {
  kReply,
  kToken,
  kBodyToken,
  kQuotation,
  kProvider,
  kReference,
  kSubject
};
enum class Strength : uint8_t { kWeak, kMedium, kStrong };
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
std::string_view Name(TokenRole role);
std::string_view Name(LinkKind kind);
std::string_view Name(Strength strength);
std::string_view Name(BreakChain chain);
std::string_view Name(BreakKind kind);

using TokenIndex = uint32_t;  // into CaseSet::tokens
inline constexpr TokenIndex kNoToken = UINT32_MAX;

// What a help desk puts into a reply address to find the thread again.
struct Token {
  StringId address = 0;  // "cs-reply+A3SC11E84PLJUR@amazon.example"; 0 if it stands in none
  StringId text = 0;     // the part that varies: "A3SC11E84PLJUR", or "[shop.example #12]"
  StringId base = 0;     // the address without it: "cs-reply@amazon.example", folded
  StringId scheme = 0;   // row of the catalogue; "plus-address" for addresses it does not know
  TokenRole role = TokenRole::kCase;
  bool assumed = true;  // neither a verified row nor the export establishes the role
};

// Tokens that stand for each other: of one base address, or of one form of one desk. What was seen
// of them, and the role that follows.
struct TokenFamily {
  StringId name = 0;    // base address, or the desk's name with the form: what a user names it by
  StringId scheme = 0;  // row of the catalogue, or "plus-address"
  TokenRole role = TokenRole::kCase;
  bool assumed = true;          // too little is known for an error
  bool from_catalogue = false;  // a verified row settles the role; nothing was learned
  bool from_user = false;       // the configuration does
  TokenIndex example = kNoToken;
  uint32_t tokens = 0;          // different ones
  uint32_t messages = 0;        // that carry one
  uint32_t stable_threads = 0;  // threads in which one token stands in at least two desk mails
  uint32_t steps = 0;           // from one desk mail of a thread to the next
  uint32_t changes = 0;         // steps at which a token came up that the thread had not had
  uint32_t shared = 0;          // tokens that stand in threads of different people
  uint32_t wide = 0;            // tokens that stand in three matters or more
};

// Why a message stands where it stands. `to` is the earlier message it is tied to; where that is
// not in the export, `absent` names it (a message id or a token).
struct Link {
  MessageIndex to = kNoMessage;
  StringId absent = 0;
  LinkKind kind = LinkKind::kReply;
  Strength strength = Strength::kStrong;
  bool overruled = false;
  std::string_view why;  // a sentence of ours
};

struct CaseMessage {
  MessageIndex message = 0;
  uint32_t segment = 0;  // into CaseSet::segments
  TokenIndex token =
      kNoToken;  // token of the address that an answer to it goes to, or that it goes to
  uint32_t links_begin = 0, links = 0;  // into CaseSet::links
  Side side = Side::kUnknown;
  std::string_view side_reason;
};

struct Segment {
  std::string id;
  MessageIndex oldest = 0;
  std::vector<TokenIndex> tokens;
};

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

// A mail that quotes an earlier one with other numbers in a sentence whose words are the same.
struct Alteration {
  MessageIndex message = 0;   // the one that quotes
  MessageIndex original = 0;  // the one that says otherwise
  uint64_t skeleton = 0;      // names the sentence in both: a hash of it without its numbers
  bool answers = false;       // `message` names `original` as the mail it answers
};

struct Missing {
  StringId message_id = 0;  // named in a reply header, not in the export
  MessageIndex referenced_by = 0;
};

struct Case {
  std::string id;
  uint32_t messages_begin = 0, messages = 0;  // into CaseSet::messages, oldest first
  uint32_t breaks_begin = 0, breaks = 0;
  uint32_t missing_begin = 0, missing = 0;
  uint32_t alterations_begin = 0, alterations = 0;
  std::vector<uint32_t> segments;  // into CaseSet::segments
  bool has_desk = false;           // a help desk is one of its sides
};

// Flat tables; a case holds ranges of them.
struct CaseSet {
  std::vector<Case> cases;  // by first date, then id
  std::vector<CaseMessage> messages;
  std::vector<Segment> segments;
  std::vector<Link> links;
  std::vector<Break> breaks;
  std::vector<Missing> missing;
  std::vector<Alteration> alterations;  // of a case in the order of its messages
  std::vector<Token> tokens;
  std::vector<TokenFamily> families;  // by name, then scheme

  std::span<const CaseMessage> Messages(const Case& c) const {
    return std::span(messages).subspan(c.messages_begin, c.messages);
  }
  std::span<const Break> Breaks(const Case& c) const {
    return std::span(breaks).subspan(c.breaks_begin, c.breaks);
  }
  std::span<const Missing> MissingOf(const Case& c) const {
    return std::span(missing).subspan(c.missing_begin, c.missing);
  }
  std::span<const Alteration> Alterations(const Case& c) const {
    return std::span(alterations).subspan(c.alterations_begin, c.alterations);
  }
  std::span<const Link> Links(const CaseMessage& m) const {
    return std::span(links).subspan(m.links_begin, m.links);
  }
};

}  // namespace threadlint
