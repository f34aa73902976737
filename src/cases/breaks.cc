#include "cases/breaks.h"

#include "cases/domain.h"
#include "cases/subject.h"

#include <span>
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

std::string DeskOf(const Export& mail, StringId address) {
  return OrganisationOf(DomainOf(mail[address]));
}

// The customer opened another matter in the same thread: a new token is then what should happen.
bool CustomerChangedSubject(const Export& mail, std::span<const CaseMessage> messages,
                            size_t position, MessageIndex last_with_token) {
  const std::string before = NormaliseSubject(mail[mail.messages[last_with_token].subject]);
  const std::string after =
      NormaliseSubject(mail[mail.messages[messages[position].message].subject]);
  if (before == after) return false;
  for (size_t i = position; i-- > 0;) {
    if (messages[i].message == last_with_token) return false;
    if (messages[i].side == Side::kCustomer)
      return NormaliseSubject(mail[mail.messages[messages[i].message].subject]) == after;
  }
  return false;
}

}  // namespace

StringId AnswerAddress(const Export& mail, const Message& m) {
  const auto reply_to = mail.ReplyTo(m);
  return reply_to.empty() ? m.from : reply_to.front();
}

std::vector<Break> FindTokenBreaks(const Export& mail, const TokenTable& tokens,
                                   std::span<const CaseMessage> messages) {
  const auto token_of = [&](const Message& m) {
    const TokenIndex token = tokens.Of(AnswerAddress(mail, m));
    return token != kNoToken && Groups(tokens.tokens[token]) ? token : kNoToken;
  };
  // Last place in the case where the desk gives a token as the address to answer to.
  std::unordered_map<TokenIndex, size_t> last_place;
  for (size_t i = 0; i < messages.size(); ++i) {
    if (messages[i].side != Side::kAgent) continue;
    const TokenIndex token = token_of(mail.messages[messages[i].message]);
    if (token != kNoToken) last_place[token] = i;
  }
  std::vector<Break> out;
  if (last_place.empty()) return out;

  std::unordered_map<std::string, DeskState> desks;
  for (size_t i = 0; i < messages.size(); ++i) {
    // A machine's acknowledgement has often no token; the next human mail has it again.
    if (messages[i].side != Side::kAgent) continue;
    const Message& m = mail.messages[messages[i].message];
    const TokenIndex token = token_of(m);
    DeskState& desk = desks[DeskOf(mail, AnswerAddress(mail, m))];
    if (token != kNoToken && token == desk.current) {
      ++desk.carried;
      desk.last = messages[i].message;
      desk.broken = false;
      continue;
    }
    const bool lost = desk.current != kNoToken && !desk.broken && last_place[desk.current] < i;
    if (lost && m.auto_generated && token == kNoToken) continue;
    // Once is no custom, whatever other threads show: some desks change their ways, or have two.
    if (lost && desk.carried >= kCustom && !CustomerChangedSubject(mail, messages, i, desk.last)) {
      Break b;
      b.message = messages[i].message;
      b.previous = desk.last;
      b.kind = token == kNoToken ? BreakKind::kTokenRemoved : BreakKind::kTokenChanged;
      b.carried_by = messages[i].side;
      b.reason = messages[i].side_reason;
      b.old_token = desk.current;
      b.new_token = token;
      b.new_address = AnswerAddress(mail, m);
      b.before = desk.carried;
      b.reach = static_cast<uint32_t>(messages.size() - i);
      b.confidence = tokens.tokens[desk.current].assumed ? 0.7 : 0.95;
      out.push_back(b);
      desk.broken = true;
    }
    if (token != kNoToken && (desk.current == kNoToken || lost)) {
      desk.current = token;
      desk.last = messages[i].message;
      desk.carried = 1;
      desk.broken = false;
    }
  }
  return out;
}

}  // namespace threadlint::cases
