#include "cases/carried.h"

namespace threadlint::cases {
namespace {

// In a desk's mail, tokens of the mail that it answers.
bool OfAnswered(TokenPlace place) {
  return place == TokenPlace::kQuoted || place == TokenPlace::kReference;
}

int Rank(const CarriedToken& t) { return t.in_address ? 3 : t.in_header ? 2 : t.visible ? 1 : 0; }

CarriedToken OfUse(const Known& known, MessageIndex i, const TokenUse& use) {
  CarriedToken t;
  t.token = known.tokens.facts[use.token].kept;
  t.family = known.tokens.facts[t.token].family;
  switch (use.place) {
    case TokenPlace::kReplyTo:
      t.in_address = t.in_header = t.visible = true;
      t.field = "Reply-To";
      break;
    case TokenPlace::kFrom:
      t.in_address = t.in_header = t.visible = true;
      t.field = known.mail.messages[i].reply_to > 0 ? "Reply-To" : "From";
      break;
    case TokenPlace::kRecipient:
      t.in_address = t.in_header = t.visible = true;
      t.field = "To";
      break;
    case TokenPlace::kSubject:
      t.in_header = t.visible = true;
      t.field = "Subject";
      break;
    case TokenPlace::kBody:
    case TokenPlace::kQuoted:
      t.visible = true;
      break;
    case TokenPlace::kReference:
      t.field = "References";
      break;
    case TokenPlace::kMessageId:
    case TokenPlace::kField:
      t.field = "Message-ID";
      break;
  }
  return t;
}

}  // namespace

Carried ReadCarried(const Known& known, MessageIndex i) {
  Carried out;
  const bool from_desk = known.who[i].from_desk;
  for (const TokenUse& use : known.tokens.Of(known.mail.messages[i], i)) {
    const TokenIndex token = known.tokens.facts[use.token].kept;
    if (!Groups(known.tokens.tokens[token])) continue;
    const CarriedToken t = OfUse(known, i, use);
    if (from_desk && OfAnswered(use.place)) continue;
    bool merged = false;
    for (CarriedToken& known_token : out.tokens) {
      if (known_token.family != t.family) continue;
      merged = true;
      const int rank = t.in_header ? 2 : t.visible ? 1 : 0;
      const int had = known_token.in_header ? 2 : known_token.visible ? 1 : 0;
      if (rank > had && known_token.token != t.token) {
        known_token = t;
      } else if (known_token.token == t.token) {
        known_token.visible |= t.visible;
        known_token.in_header |= t.in_header;
        if (rank > had) known_token.field = t.field;
        known_token.in_address |= t.in_address;
      }
    }
    constexpr size_t kMostFamilies = 32;  // a mail to more desks than that is to none of them
    if (!merged && out.tokens.size() < kMostFamilies) out.tokens.push_back(t);
  }
  return out;
}

std::optional<CarriedToken> WhereCarried(const Known& known, MessageIndex i, TokenIndex token) {
  std::optional<CarriedToken> best;
  for (const TokenUse& use : known.tokens.Of(known.mail.messages[i], i)) {
    if (known.tokens.facts[use.token].kept != token) continue;
    const CarriedToken t = OfUse(known, i, use);
    if (!best || Rank(t) > Rank(*best)) best = t;
  }
  return best;
}

}  // namespace threadlint::cases
