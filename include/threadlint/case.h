// Cases: the matters that two people see, made of segments that a help desk can still find.
#pragma once

#include <threadlint/break.h>
#include <threadlint/message.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint {

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
// Names as they stand in reports.
std::string_view Name(TokenRole role);
std::string_view Name(LinkKind kind);
std::string_view Name(Strength strength);

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
  uint32_t segments_begin = 0, segments = 0;  // into CaseSet::segments_of_cases
  bool has_desk = false;           // a help desk is one of its sides
};

// Flat tables; a case holds ranges of them.
struct CaseSet {
  std::vector<Case> cases;  // by first date, then id
  std::vector<CaseMessage> messages;
  std::vector<Segment> segments;
  std::vector<uint32_t> segments_of_cases;  // into `segments`
  std::vector<Link> links;
  std::vector<Break> breaks;
  std::vector<Missing> missing;
  std::vector<Alteration> alterations;  // of a case in the order of its messages
  std::vector<Token> tokens;
  std::vector<TokenFamily> families;  // by name, then scheme

  std::span<const CaseMessage> Messages(const Case& c) const {
    return std::span(messages).subspan(c.messages_begin, c.messages);
  }
  // Null for a message of another case.
  const CaseMessage* Find(const Case& c, MessageIndex message) const {
    for (const CaseMessage& entry : Messages(c))
      if (entry.message == message) return &entry;
    return nullptr;
  }
  // Their places in `segments`, ascending.
  std::span<const uint32_t> SegmentsOf(const Case& c) const {
    return std::span(segments_of_cases).subspan(c.segments_begin, c.segments);
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
