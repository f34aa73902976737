// Breaks that show in links which were overruled.
#include "cases/breaks.h"
#include "cases/carried.h"

namespace threadlint::cases {
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
    for (const CarriedToken& t : here.tokens)
      if (t.token == o.token) b.old_field = t.field;
    b.new_field = b.old_field;
    for (const CarriedToken& t : there.tokens)
      if (t.token == o.other_token) b.new_field = t.field;
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
