#include "cases/breaks.h"

#include "cases/domain.h"
#include "cases/subject.h"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>

namespace threadlint::cases {
namespace {

// Mails of the desk in this case that must have carried a token before its loss means anything.
constexpr uint32_t kCustom = 2;

// What is known of one desk while the case is walked through.
struct DeskState {
  TokenIndex current = kNoToken;
  MessageIndex last = kNoMessage;  // last mail of the desk that carried it
  uint32_t carried = 0;            // mails of the desk that carried it
  bool broken = false;             // its loss has been reported; a new token starts anew
};

// Walks through one case in order of time.
class Walk {
 public:
  Walk(const Export& mail, const TokenTable& tokens, std::span<const CaseMessage> messages)
      : mail_(mail), tokens_(tokens), messages_(messages), next_customer_(messages.size() + 1) {
    next_customer_.back() = messages.size();
    for (size_t i = messages.size(); i-- > 0;) {
      next_customer_[i] = messages[i].side == Side::kCustomer ? i : next_customer_[i + 1];
    }
    for (size_t i = 0; i < messages.size(); ++i) {
      const TokenIndex token = DeskToken(i);
      if (token != kNoToken) places_[token].push_back(i);
    }
  }

  std::vector<Break> Find() {
    if (places_.empty()) return {};
    for (size_t i = 0; i < messages_.size(); ++i)
      // A machine's acknowledgement shows the token if it has one, but need not have it.
      if (messages_[i].side == Side::kAgent || DeskToken(i) != kNoToken) Step(i);
    return std::move(breaks_);
  }

 private:
  const Message& At(size_t i) const { return mail_.messages[messages_[i].message]; }

  // The token of the address that an answer to the desk's mail goes to.
  TokenIndex DeskToken(size_t i) const {
    if (messages_[i].side != Side::kAgent && messages_[i].side != Side::kAuto) return kNoToken;
    const TokenIndex token = tokens_.Of(AnswerAddress(mail_, At(i)));
    return token != kNoToken && Groups(tokens_.tokens[token]) ? tokens_.kept[token] : kNoToken;
  }

  void Step(size_t i) {
    const TokenIndex token = DeskToken(i);
    DeskState& desk = desks_[OrganisationOf(DomainOf(mail_[AnswerAddress(mail_, At(i))]))];
    if (token != kNoToken && token == desk.current) {
      ++desk.carried;
      desk.last = messages_[i].message;
      desk.broken = false;
      return;
    }
    if (token == kNoToken && At(i).auto_generated) return;
    const size_t back = desk.current == kNoToken ? messages_.size() : NextPlace(desk.current, i);
    if (desk.carried >= kCustom && !desk.broken && Harms(i, back, desk.current) &&
        !CustomerChangedSubject(i, desk.last)) {
      Report(i, back, token, desk);
      desk.broken = true;
    }
    // The desk goes on with another token if the old one does not come back.
    if (token != kNoToken && back == messages_.size())
      desk = {token, messages_[i].message, 1, false};
  }

  // Next mail of the desk behind `i` that carries the token; the end if there is none.
  size_t NextPlace(TokenIndex token, size_t i) const {
    const auto at = places_.find(token);
    if (at == places_.end()) return messages_.size();
    const auto next = std::upper_bound(at->second.begin(), at->second.end(), i);
    return next == at->second.end() ? messages_.size() : *next;
  }

  // A token that comes back is no loss unless the customer answered meanwhile without it.
  bool Harms(size_t i, size_t back, TokenIndex token) const {
    if (back == messages_.size()) return true;
    const size_t answer = next_customer_[i + 1];
    if (answer >= back) return false;
    for (const StringId a : mail_.Recipients(At(answer)))
      if (tokens_.Of(a) != kNoToken && tokens_.kept[tokens_.Of(a)] == token) return false;
    return true;
  }

  // The customer opened another matter in the same thread: a new token is then what should happen.
  bool CustomerChangedSubject(size_t position, MessageIndex last_with_token) const {
    const auto subject = [&](MessageIndex m) {
      return NormaliseSubject(mail_[mail_.messages[m].subject]);
    };
    const std::string after = subject(messages_[position].message);
    if (subject(last_with_token) == after) return false;
    for (size_t i = position; i-- > 0 && messages_[i].message != last_with_token;)
      if (messages_[i].side == Side::kCustomer) return subject(messages_[i].message) == after;
    return false;
  }

  void Report(size_t i, size_t back, TokenIndex token, const DeskState& desk) {
    Break b;
    b.message = messages_[i].message;
    b.previous = desk.last;
    b.kind = token == kNoToken ? BreakKind::kTokenRemoved : BreakKind::kTokenChanged;
    b.carried_by = messages_[i].side;
    b.reason = messages_[i].side_reason;
    b.old_token = desk.current;
    b.new_token = token;
    b.new_address = AnswerAddress(mail_, At(i));
    b.before = desk.carried;
    if (back < messages_.size()) b.restored = messages_[back].message;
    b.reach = static_cast<uint32_t>(back - i);
    b.confidence = tokens_.tokens[desk.current].assumed ? 0.7 : 0.95;
    breaks_.push_back(b);
  }

  const Export& mail_;
  const TokenTable& tokens_;
  std::span<const CaseMessage> messages_;
  std::vector<size_t> next_customer_;  // by place: the first mail of the customer there or behind
  std::unordered_map<TokenIndex, std::vector<size_t>> places_;  // desk mails that carry it
  std::unordered_map<std::string, DeskState> desks_;            // by organisation
  std::vector<Break> breaks_;
};

}  // namespace

StringId AnswerAddress(const Export& mail, const Message& m) {
  const auto reply_to = mail.ReplyTo(m);
  return reply_to.empty() ? m.from : reply_to.front();
}

std::vector<Break> FindTokenBreaks(const Export& mail, const TokenTable& tokens,
                                   std::span<const CaseMessage> messages) {
  return Walk(mail, tokens, messages).Find();
}

}  // namespace threadlint::cases
