// What a desk's mail changes for the worse: its tokens, where answers go, the thread itself.
#include "cases/break_walk.h"
#include "cases/domain.h"

#include <algorithm>
#include <iterator>

namespace threadlint::cases {

void BreakWalk::DeskMail(size_t i) {
  const Carried& carried = CarriedBy(i);
  const bool first_of_segment = !segments_.empty() && !segments_.contains(messages_[i].segment);
  if (Human(i)) {
    if (Redirects(i)) {
      ReportRedirect(i);
    } else if (first_of_segment && Restarts(i)) {
      ReportRestart(i);
    } else {
      CheckTokens(i, carried);
    }
  }
  Adopt(i, carried);
  given_by_[AnswerAddress(mail_, At(i))] = i;
  if (!IsNoReply(mail_[AnswerAddress(mail_, At(i))]) || answer_.empty())
    if (Human(i) || answer_.empty()) answer_ = Answer(i);
  names_mails_ |= ParentOf(i) != SIZE_MAX;
  if (Human(i)) last_agent_ = i;
  last_desk_ = i;
}

bool BreakWalk::Redirects(size_t i) {
  if (answer_.empty() || redirected_ || !ShareRecipient(i)) return false;
  if (At(i).from_list) return false;
  const StringId address = AnswerAddress(mail_, At(i));
  const std::string now = Answer(i);
  if (address == 0 || now == answer_) return false;
  if (CarriedBy(i).HasAddressToken()) return false;
  if (IsNoReply(now)) return !IsNoReply(answer_) && !NewTicketAsked(i);
  const std::string house = OrganisationOf(DomainOf(now));
  return house != OrganisationOf(DomainOf(answer_)) &&
         house != OrganisationOf(DomainOf(mail_[At(i).from])) && At(i).reply_to > 0 &&
         !houses_.contains(house);
}

bool BreakWalk::NewTicketAsked(size_t i) {
  const size_t asked = ParentOf(i) != SIZE_MAX && !known_.who[MessageAt(ParentOf(i))].from_desk
                           ? ParentOf(i)
                           : last_customer_;
  return asked != SIZE_MAX && asked < i && dropped_.contains(asked);
}

bool BreakWalk::ShareRecipient(size_t i) const {
  const PersonIndex person = known_.who[messages_[i].message].person;
  for (size_t k = i; k-- > 0 && i - k < 64;) {
    ++steps_;
    if (known_.who[messages_[k].message].person == person) return true;
  }
  return false;
}

void BreakWalk::CheckTokens(size_t i, const Carried& carried) {
  const Chain* lost = nullptr;
  bool kept = false;
  for (auto& [family, chain] : chains_) {
    ++steps_;
    const CarriedToken* now = carried.OfFamily(family);
    if (now == nullptr || (!now->visible && chain.visible())) {
      if (chain.carried >= Enough(chain) && chain.carried + chain.answered >= kCustom &&
          !chain.lost && chain.visible())
        if (lost == nullptr || chain.carried > lost->carried) lost = &chain;
      continue;
    }
    kept |= now->visible;
    if (!now->visible || now->token == chain.current) continue;
    Change(i, chain, *now);
  }
  // Families that the case has not had: a desk that changed its software goes on with another
  // token.
  bool fresh = false;
  for (const CarriedToken& t : carried.tokens) fresh |= t.visible && !chains_.contains(t.family);
  if (lost == nullptr || kept) return;
  if (!IsLoss(i, *lost)) return;
  if (fresh) return;
  ReportLoss(i, *lost);
}

uint32_t BreakWalk::Enough(const Chain& chain) const {
  return known_.tokens.tokens[chain.current].assumed ? kCustom : 1;
}

bool BreakWalk::IsLoss(size_t i, const Chain& chain) {
  const Message& m = At(i);
  const Message& before = At(chain.last);
  // A machine among people speaks for itself; where the desk marks all its mail so, it does not.
  if (m.auto_generated && !before.auto_generated) return false;
  // List software puts addresses of its own into Reply-To and From.
  if (m.from_list && !before.from_list) return false;
  if (!ShareRecipient(i) || !SameTitle(Title(chain.last), Title(i))) return false;
  // The customer opened another matter in the same thread.
  if (last_customer_ != SIZE_MAX && last_customer_ > chain.last &&
      !SameTitle(Title(chain.last), Title(last_customer_)))
    return false;
  if (NewTicketAsked(i)) return false;
  const size_t back = NextPlace(chain.current, i);
  const size_t answer = next_customer_[i + 1];
  // A number that stands only in the text he quotes is not where the desk looks for it.
  const bool answered_without =
      answer < back && !(chain.in_header ? CarriedBy(answer).HasInHeader(chain.current)
                                         : CarriedBy(answer).Has(chain.current));
  // A colleague's own address: it is the desk's loss only if the customer follows him there.
  if (!authors_.contains(AuthorOf(m.from)) && !authors_.contains(AuthorOf(AnswerAddress(mail_, m))))
    return answered_without;
  // A token that comes back is no loss unless the customer answered meanwhile without it.
  return back == messages_.size() || answered_without;
}

void BreakWalk::Change(size_t i, Chain& chain, const CarriedToken& now) {
  const bool known = std::ranges::find(chain.known, now.token) != chain.known.end();
  if (known) return;  // an earlier token of this case is back
  if (chain.carried < Enough(chain) || chain.carried + chain.answered < kCustom ||
      !IsLoss(i, chain))
    return;
  // The token may have been changed before, by a mail that is not in the export.
  const std::string_view cause = Damage(chain.current, now.token);
  Break b = Start(i, chain);
  b.new_token = now.token;
  b.kind = !cause.empty()                          ? BreakKind::kTokenAltered
           : known_.tokens.facts[now.token].number ? BreakKind::kNumberChanged
                                                   : BreakKind::kTokenChanged;
  b.cause = cause;
  b.new_text = known_.tokens.Shown(now.token);
  b.new_field = now.field;
  if (b.kind == BreakKind::kTokenAltered && known_.tokens.facts[now.token].number) {
    b.kind = BreakKind::kNumberChanged;
    b.cause = {};
  }
  breaks_.push_back(b);
}

void BreakWalk::ReportLoss(size_t i, const Chain& chain) {
  Break b = Start(i, chain);
  b.kind = BreakKind::kTokenRemoved;
  breaks_.push_back(b);
  for (auto& [family, c] : chains_) c.lost = true;
}

void BreakWalk::ReportRedirect(size_t i) {
  Break b = Start(i, BestChain(i));
  b.kind = BreakKind::kAddressRedirected;
  b.previous = messages_[last_agent_ != SIZE_MAX ? last_agent_ : last_desk_].message;
  b.old_text = AnswerAddress(mail_, mail_.messages[b.previous]);
  b.old_field = AnswerField(mail_.messages[b.previous]);
  b.new_text = AnswerAddress(mail_, At(i));
  b.new_field = AnswerField(At(i));
  b.confidence = 0.9;
  breaks_.push_back(b);
  redirected_ = true;
  for (auto& [family, c] : chains_) c.lost = true;
}

bool BreakWalk::Restarts(size_t i) {
  if (last_agent_ == SIZE_MAX && last_customer_ == SIZE_MAX) return false;
  const Message& m = At(i);
  if (m.in_reply_to + m.references > 0 && ParentOf(i) != SIZE_MAX) return false;
  if (!ShareRecipient(i)) return false;
  if (!std::ranges::any_of(titles_, [&](const std::string& t) { return SameTitle(t, Title(i)); }))
    return true;
  // With the old title a lost token says it better; without any token the headers are all.
  for (const auto& [family, chain] : chains_)
    if (chain.visible()) return false;
  for (const CarriedToken& t : CarriedBy(i).tokens)
    if (t.visible) return false;
  return names_mails_;
}

void BreakWalk::ReportRestart(size_t i) {
  Break b = Start(i, BestChain(i));
  b.kind = BreakKind::kThreadRestarted;
  b.chain = b.old_token == kNoToken ? BreakChain::kHeaders : BreakChain::kBoth;
  b.previous = messages_[i - 1].message;
  b.confidence = 0.8;
  for (const CarriedToken& t : CarriedBy(i).tokens)
    if (t.visible && b.new_token == kNoToken) b.new_token = t.token;
  b.old_text = mail_.messages[b.previous].subject;
  b.new_text = At(i).subject;
  b.old_field = b.new_field = "Subject";
  breaks_.push_back(b);
}

}  // namespace threadlint::cases
