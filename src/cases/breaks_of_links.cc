// Breaks that show in links which were overruled.
#include "cases/breaks.h"
#include "cases/carried.h"

namespace threadlint::cases {
namespace {

// Of what the mail carries in the token's family or beside it, what people see best; null if it
// carries nothing.
const CarriedToken* Best(const Carried& carried, TokenIndex token) {
  const CarriedToken* best = nullptr;
  int best_rank = -1;
  for (const CarriedToken& t : carried.tokens) {
    const int rank = (t.in_address  ? 8
                      : t.in_header ? 6
                      : t.visible   ? 4
                                    : 0) +
                     (t.token == token ? 1 : 0);
    if (rank > best_rank) {
      best = &t;
      best_rank = rank;
    }
  }
  return best;
}

}  // namespace

std::vector<Break> BreaksOf(const Known& known, std::span<const Overruled> overruled,
                            std::span<const uint32_t> case_of) {
  std::vector<Break> out;
  for (const Overruled& o : overruled) {
    if (o.kind == Overruling::kOldMail || o.other == kNoMessage) continue;
    if (case_of[o.message] == case_of[o.other]) continue;
    Break b;
    b.message = o.message;
    b.previous = o.other;
    b.other = o.other;
    b.old_token = o.token;
    b.new_token = o.other_token;
    b.old_text = known.tokens.Shown(o.token);
    b.new_text = known.tokens.Shown(o.other_token);
    const Carried here = ReadCarried(known, o.message), there = ReadCarried(known, o.other);
    // Evidence is quoted from where the very token stands, else from where people see another of
    // that case.
    const bool two = o.kind == Overruling::kTwoTokens;
    const TokenIndex of_other = o.kind == Overruling::kCollision ? o.token : o.other_token;
    const auto mine = WhereCarried(known, o.message, o.token);
    const auto others = WhereCarried(known, two ? o.message : o.other, of_other);
    if (two) {
      // Both stand in this mail, and are named as they stand there.
      const auto spell = [&](const CarriedToken& t, std::string_view& field, StringId& text) {
        field = t.field;
        if (!t.in_address) text = known.tokens.tokens[t.token].text;
      };
      if (mine) spell(*mine, b.old_field, b.old_text);
      if (others) spell(*others, b.new_field, b.new_text);
    } else {
      if (mine) {
        b.new_field = mine->field;
        if (mine->field.empty()) b.new_text = known.tokens.Shown(o.token);
      } else if (const CarriedToken* mate = Best(here, o.token)) {
        b.new_field = mate->field;
        b.old_text = known.tokens.Shown(mate->token);
      }
      if (others) {
        b.old_field = others->field;
      } else if (const CarriedToken* mate = Best(there, of_other)) {
        b.old_field = mate->field;
        b.new_text = known.tokens.Shown(mate->token);
      }
    }
    b.reach = 0;
    b.confidence = 0.85;
    switch (o.kind) {
      case Overruling::kCollision:
        b.kind = BreakKind::kTokenShared;
        break;
      case Overruling::kLinksDisagree:
        b.kind = BreakKind::kLinksDisagree;
        b.chain = BreakChain::kHeaders;
        break;
      case Overruling::kTwoTokens:
      case Overruling::kOldMail:
        b.kind = BreakKind::kTwoTokens;
        break;
    }
    out.push_back(b);
  }
  return out;
}

}  // namespace threadlint::cases
