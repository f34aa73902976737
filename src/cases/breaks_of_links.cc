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
    // Evidence is quoted from where people see it: the other mail's token, and this mail's.
    const bool two = o.kind == Overruling::kTwoTokens;
    const CarriedToken* mine = Best(here, o.token);
    const CarriedToken* others =
        Best(there, o.kind == Overruling::kCollision ? o.token : o.other_token);
    if (mine != nullptr) {
      b.new_field = mine->field;
      b.old_text = known.tokens.Shown(mine->token);
    }
    if (others != nullptr) {
      b.old_field = others->field;
      if (!two) b.new_text = known.tokens.Shown(others->token);
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
