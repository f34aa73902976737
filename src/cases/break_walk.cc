#include "cases/break_walk.h"

#include "cases/domain.h"
#include "cases/near_miss.h"

#include <algorithm>
#include <utility>

namespace threadlint::cases {

BreakWalk::BreakWalk(const Known& known, const ReplyLinks& replies,
                     std::span<const CaseMessage> messages)
    : known_(known), mail_(known.mail), messages_(messages) {
  for (size_t i = 0; i < messages.size(); ++i) place_of_[messages[i].message] = i;
  parent_.reserve(messages.size());
  for (const CaseMessage& entry : messages) {
    const auto at = place_of_.find(replies.Parent(mail_, entry.message));
    parent_.push_back(at == place_of_.end() ? SIZE_MAX : at->second);
    steps_ += 1 + mail_.messages[entry.message].references;
  }
  next_customer_.assign(messages.size() + 1, messages.size());
  for (size_t i = messages.size(); i-- > 0;) {
    const MessageIndex m = messages[i].message;
    next_customer_[i] = messages[i].side == Side::kCustomer ? i : next_customer_[i + 1];
    if (!known.who[m].from_desk) continue;
    for (const CarriedToken& t : CarriedBy(i).tokens)
      if (t.visible) places_[t.token].push_back(i);  // last place first
  }
}

std::vector<Break> BreakWalk::Find() {
  for (size_t i = 0; i < messages_.size(); ++i) {
    const Correspondents& who = known_.who[messages_[i].message];
    if (who.desk == kNobody || messages_[i].side == Side::kOther) continue;
    if (who.from_desk && who.person == kNobody) continue;  // among colleagues
    if (who.from_desk)
      DeskMail(i);
    else if (messages_[i].side == Side::kCustomer)
      CustomerMail(i);
    segments_.insert(messages_[i].segment);
    constexpr size_t kTitles = 32;
    if (titles_.size() < kTitles && std::ranges::find(titles_, Title(i)) == titles_.end())
      titles_.emplace_back(Title(i));
  }
  CountReach();
  return std::move(breaks_);
}

const Carried& BreakWalk::CarriedBy(size_t i) {
  const auto [at, added] = carried_.try_emplace(i);
  if (added) {
    at->second = ReadCarried(known_, messages_[i].message);
    steps_ += known_.tokens.Of(At(i), messages_[i].message).size();
  }
  return at->second;
}

StringId BreakWalk::AuthorOf(StringId address) const {
  const TokenIndex token = known_.tokens.Of(address);
  return token != kNoToken && known_.tokens.tokens[token].base != 0
             ? known_.tokens.tokens[token].base
             : address;
}

bool BreakWalk::SameTitle(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a == b;
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

size_t BreakWalk::NextPlace(TokenIndex token, size_t i) const {
  const auto at = places_.find(token);
  if (at == places_.end()) return messages_.size();
  const auto end = std::ranges::lower_bound(at->second, i, std::ranges::greater());
  return end == at->second.begin() ? messages_.size() : *std::prev(end);
}

bool BreakWalk::WrittenToAnother(size_t i, size_t answered, const CarriedToken& t) {
  for (const StringId a : mail_.Recipients(At(i))) {
    const auto at = given_by_.find(a);
    if (at != given_by_.end() && at->second > answered && !CarriedBy(at->second).Has(t.token))
      return true;
  }
  return false;
}

std::string_view BreakWalk::Damage(TokenIndex before, TokenIndex after) const {
  const Token &a = known_.tokens.tokens[before], &b = known_.tokens.tokens[after];
  return NearMiss(mail_[a.text], mail_[b.text]);
}

Break BreakWalk::Start(size_t i, const Chain& chain) const {
  Break b;
  b.message = messages_[i].message;
  b.previous = messages_[chain.last].message;
  b.carried_by = messages_[i].side;
  b.reason = messages_[i].side_reason;
  b.old_token = chain.current;
  b.old_text = known_.tokens.Shown(chain.current);
  b.old_field = chain.field;
  if (b.old_text == 0) {
    b.old_text = AnswerAddress(mail_, At(chain.last));
    b.old_field = AnswerField(At(chain.last));
  }
  // Where nothing takes the token's place, it is the place that shows that.
  b.new_text = chain.field == "Subject" ? At(i).subject : AnswerAddress(mail_, At(i));
  b.new_field = chain.field == "Subject" ? chain.field : AnswerField(At(i));
  b.before = chain.carried;
  b.chain = ParentOf(i) == SIZE_MAX && At(i).in_reply_to + At(i).references == 0
                ? BreakChain::kBoth
                : BreakChain::kToken;
  const bool assumed = chain.current != kNoToken && known_.tokens.tokens[chain.current].assumed;
  b.confidence = assumed ? 0.7 : 0.95;
  return b;
}

Chain BreakWalk::BestChain(size_t i) const {
  Chain best;
  best.last = i > 0 ? i - 1 : 0;
  for (const auto& [family, chain] : chains_)
    if (chain.visible() && chain.carried > best.carried) best = chain;
  return best;
}

const Chain& BreakWalk::ChainOf(uint32_t family) const {
  static const Chain kNone;
  const auto at = chains_.find(family);
  return at == chains_.end() ? kNone : at->second;
}

void BreakWalk::Adopt(size_t i, const Carried& carried) {
  authors_.insert(AuthorOf(At(i).from));
  houses_.insert(OrganisationOf(DomainOf(mail_[AnswerAddress(mail_, At(i))])));
  for (const CarriedToken& t : carried.tokens) {
    if (chains_.size() == kMostChains && !chains_.contains(t.family)) continue;
    Chain& chain = chains_[t.family];
    if (chain.current != t.token) {
      chain.current = t.token;
      chain.carried = chain.answered = 0;
    }
    chain.last = i;
    ++chain.carried;
    chain.lost = false;
    chain.in_header |= t.in_header;
    chain.seen_visible |= t.visible;
    chain.field = t.field;
    if (t.visible) redirected_ = false;
    if (std::ranges::find(chain.known, t.token) == chain.known.end() && chain.known.size() < 64)
      chain.known.push_back(t.token);
  }
  if (!IsNoReply(mail_[AnswerAddress(mail_, At(i))])) redirected_ = false;
}

void BreakWalk::CountReach() {
  for (Break& b : breaks_) {
    const size_t at = place_of_[b.message];
    const size_t back = b.old_token == kNoToken ? messages_.size() : NextPlace(b.old_token, at);
    if (back < messages_.size()) b.restored = messages_[back].message;
    b.reach = static_cast<uint32_t>(back - at);
  }
}

}  // namespace threadlint::cases
