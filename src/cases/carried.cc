#include "cases/carried.h"

namespace threadlint::cases {

Carried ReadCarried(const Known& known, MessageIndex i) {
  Carried out;
  const bool from_desk = known.who[i].from_desk;
  for (const TokenUse& use : known.tokens.Of(known.mail.messages[i], i)) {
    const TokenIndex token = known.tokens.facts[use.token].kept;
    if (!Groups(known.tokens.tokens[token])) continue;
    CarriedToken t;
    t.token = token;
    t.family = known.tokens.facts[token].family;
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
        t.visible = true;
        break;
      case TokenPlace::kQuoted:
        if (from_desk) continue;  // of the mail it answers
        t.visible = true;
        break;
      case TokenPlace::kReference:
        if (from_desk) continue;
        t.field = "References";
        break;
      case TokenPlace::kMessageId:
      case TokenPlace::kField:
        t.field = "Message-ID";
        break;
    }
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

}  // namespace threadlint::cases
