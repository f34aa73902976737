// What a customer's mail lost or changed of what the desk gave it.
#include "cases/break_walk.h"

#include <algorithm>

namespace threadlint::cases {

void BreakWalk::CustomerMail(size_t i) {
  const size_t before = last_customer_;
  last_customer_ = i;
  for (const StringId a : mail_.Recipients(At(i)))
    if (known_.desks.Of(a) == known_.who[MessageAt(i)].desk) authors_.insert(AuthorOf(a));
  // What does it answer? The mail it names, else the desk's newest.
  size_t answered = ParentOf(i);
  const bool names_none = At(i).in_reply_to + At(i).references == 0;
  // A second mail before the desk answered the first, or one on top of his own.
  const bool on_top_of_his_own = answered != SIZE_MAX && !known_.who[MessageAt(answered)].from_desk;
  if (on_top_of_his_own) {
    if (dropped_.contains(answered)) dropped_.insert(i);
    answered = SIZE_MAX;
  }
  if (answered == SIZE_MAX) answered = last_agent_;
  if (answered == SIZE_MAX || last_agent_ == SIZE_MAX) return;
  // To another person it was never given.
  if (known_.who[MessageAt(answered)].person != known_.who[MessageAt(i)].person) return;
  const Carried& given = CarriedBy(answered);
  const Carried& carried = CarriedBy(i);
  for (const CarriedToken& t : carried.tokens)
    if (const auto at = chains_.find(t.family);
        at != chains_.end() && t.visible && at->second.current == t.token)
      ++at->second.answered;
  const bool any_visible =
      std::ranges::any_of(given.tokens, [](const CarriedToken& t) { return t.visible; });
  for (const CarriedToken& t : given.tokens) {
    // That reply headers still name the case does not mend what people see.
    if (any_visible && !t.visible) continue;
    const CarriedToken* now = carried.OfFamily(t.family);
    const Chain& chain = ChainOf(t.family);
    if (now != nullptr && (now->visible || !t.in_header)) {
      if (now->token != t.token) OtherToken(i, answered, t, *now, chain);
      return;
    }
  }
  if (on_top_of_his_own) return;
  // Another matter, with words of his own.
  if (names_none && !SameTitle(Title(answered), Title(i))) return;
  for (const CarriedToken& t : given.tokens) {
    if (WrittenToAnother(i, answered, t)) return;
    if (!t.in_header && !names_none) continue;
    if (known_.tokens.tokens[t.token].assumed && ChainOf(t.family).carried < kCustom) continue;
    if (before != SIZE_MAX && dropped_.contains(before) &&
        !known_.who[MessageAt(i - 1)].from_desk) {
      dropped_.insert(i);
      return;
    }
    DropToken(i, answered, t);
    return;
  }
}

void BreakWalk::OtherToken(size_t i, size_t answered, const CarriedToken& given,
                           const CarriedToken& now, const Chain& chain) {
  if (std::ranges::find(chain.known, now.token) != chain.known.end()) return;
  Break b = Start(i, chain);
  b.previous = messages_[answered].message;
  b.old_token = given.token;
  b.new_token = now.token;
  b.old_text = known_.tokens.Shown(given.token);
  b.old_field = given.field;
  b.new_text = known_.tokens.Shown(now.token);
  b.new_field = now.field;
  const std::string_view cause = Damage(given.token, now.token);
  if (known_.tokens.facts[now.token].number) {
    b.kind = BreakKind::kNumberChanged;
  } else {
    b.kind = cause.empty() ? BreakKind::kTokenChanged : BreakKind::kTokenAltered;
    b.cause = cause;
    // No mail of the desk gave him this token: one may be missing, his program or a relay may
    // have rewritten the address.
    b.carried_by = Side::kUnknown;
    b.reason = "no mail of the desk in this export gave the customer this token";
  }
  breaks_.push_back(b);
}

void BreakWalk::DropToken(size_t i, size_t answered, const CarriedToken& t) {
  Break b = Start(i, ChainOf(t.family));
  b.kind = BreakKind::kReplyWithoutToken;
  b.previous = messages_[answered].message;
  b.old_token = t.token;
  b.old_text = known_.tokens.Shown(t.token);
  b.old_field = t.field;
  const bool in_subject = t.field == "Subject";
  b.new_text = in_subject ? At(i).subject : At(i).to > 0 ? mail_.Recipients(At(i)).front() : 0;
  b.new_field = in_subject ? "Subject" : "To";
  breaks_.push_back(b);
  dropped_.insert(i);
}

}  // namespace threadlint::cases
