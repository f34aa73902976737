// What the body of one mail says about what it belongs to: its own lines, the lines it quotes,
// tokens and numbers. Read only of mails between a help desk and somebody, and of bounces.
#pragma once

#include "mail/body.h"
#include "mail/tokens.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// A number that names a thing both sides know: order, booking, invoice, claim, case, contract.
struct ReferenceNumber {
  std::string value;  // "W871286", "ORD-68840225", "2024-7118818", "922450": upper case, '#' off
  bool labelled = false;  // a word for order, invoice, claim and the like stands by it
  bool quoted = false;    // stands only in the quoted part
  bool standing = false;  // of a customer, account, contract or policy: one for many matters
};

// A sentence that states numbers, and what of it stays the same when only those differ.
struct FigureSentence {
  uint64_t hash = 0;       // as it stands among own_lines or quoted_lines
  uint64_t skeleton = 0;   // of the same with every number as one '0'
  uint32_t paragraph = 0;  // ordinal of the paragraph it stands in
  uint32_t letters = 0;    // of the skeleton, numbers not counted
};

// Computed from one message alone; plain values, small.
struct LinkReading {
  // Hashes of normalised lines (see below), each once, at most 256 of each.
  std::vector<uint64_t> own_lines;     // what its writer wrote
  std::vector<uint64_t> quoted_lines;  // what stands quoted or below in it
  // Sentences with numbers, at most kMostFigures of each; see mail/link_figures.h.
  std::vector<FigureSentence> own_figures, quoted_figures;
  std::vector<TokenMatch> own_tokens;  // TokenPlace::kBody, in its writer's part
  std::vector<TokenMatch> quoted_tokens;
  std::vector<ReferenceNumber> numbers;   // of own text and quoted part
  std::vector<std::string> returned_ids;  // of a bounce: message ids of the mails it returns
  bool has_text = false;
  bool cut = false;  // its text is beyond the limit: the rest was not read
  // It says of itself that it only confirms receipt ("we have received your request and will
  // answer ..."), and says nothing else: an automatic acknowledgement.
  bool acknowledges = false;
  // It only asks to be rated ("your request was closed, would you rate our answer?"): a machine's
  // mail as well. Never together with `acknowledges`.
  bool asks_for_rating = false;
};

// Never fails. `catalogue` for the body tokens.
LinkReading ReadForLinks(const Body& body, const TokenCatalogue& catalogue);

// Reference numbers of a subject line, by the same rules.
std::vector<ReferenceNumber> NumbersIn(std::string_view text);

}  // namespace threadlint::mail
