#include "cases/breaks.h"

#include "cases/subject.h"
#include "util/ascii.h"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace threadlint::cases {
namespace {

// Mails of the desk in this case that must have carried a token before its loss means anything.
constexpr uint32_t kCustom = 2;

// One chain of tokens: those of one base address ("reply@shop.example"). Other addresses of the
// same organisation are other queues, or other people's.
struct Chain {
  TokenIndex current = kNoToken;  // as TokenTable::kept has it
  size_t last = 0;                // place of the last mail that carried it
  uint32_t carried = 0;           // mails of the desk that carried it
  bool broken = false;            // its loss has been reported; a new token starts anew
};

// One is the other with something before or behind it, as desks and customers add it.
bool SameMatter(std::string_view a, std::string_view b) {
  return a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos;
}

// Walks through one case in order of time.
class Walk {
 public:
  Walk(const Export& mail, const TokenTable& tokens, std::span<const CaseMessage> messages)
      : mail_(mail),
        tokens_(tokens),
        messages_(messages),
        next_customer_(messages.size() + 1),
        last_customer_(messages.size()) {
    next_customer_.back() = messages.size();
    for (size_t i = messages.size(); i-- > 0;)
      next_customer_[i] = messages[i].side == Side::kCustomer ? i : next_customer_[i + 1];
    for (size_t i = 0; i < messages.size(); ++i) {
      last_customer_[i] = messages[i].side == Side::kCustomer ? i
                          : i > 0                             ? last_customer_[i - 1]
                                                              : kNowhere;
      for (const TokenIndex token : DeskTokens(i)) places_[tokens.kept[token]].push_back(i);
    }
  }

  std::vector<Break> Find() {
    if (places_.empty()) return {};
    for (size_t i = 0; i < messages_.size(); ++i)
      if (OfDesk(i)) Step(i);
    return std::move(breaks_);
  }

 private:
  static constexpr size_t kNowhere = SIZE_MAX;

  const Message& At(size_t i) const { return mail_.messages[messages_[i].message]; }
  bool OfDesk(size_t i) const {
    return messages_[i].side == Side::kAgent || messages_[i].side == Side::kAuto;
  }

  // The grouping tokens that an answer to all finds its way by: of Reply-To, or From without one,
  // and of To and Cc.
  std::vector<TokenIndex> DeskTokens(size_t i) const {
    std::vector<TokenIndex> out;
    if (!OfDesk(i)) return out;
    const auto add = [&](StringId address) {
      const TokenIndex token = tokens_.Of(address);
      if (token != kNoToken && Groups(tokens_.tokens[token])) out.push_back(token);
    };
    const Message& m = At(i);
    for (const StringId a : mail_.ReplyTo(m)) add(a);
    if (m.reply_to == 0) add(m.from);
    for (const StringId a : mail_.Recipients(m)) add(a);
    return out;
  }

  void Step(size_t i) {
    const std::vector<TokenIndex> carried = DeskTokens(i);
    const Message& m = At(i);
    for (const TokenIndex token : carried) {
      const TokenIndex kept = tokens_.kept[token];
      const auto known = base_of_.find(kept);
      Chain& chain = chains_[known != base_of_.end() ? known->second : tokens_.tokens[token].base];
      if (chain.current == kept) {
        if (chain.last != i) ++chain.carried;
        chain.last = i;
        chain.broken = false;
      } else if (chain.current == kNoToken) {
        Begin(chain, token, i);
      } else if (messages_[i].side == Side::kAgent) {
        Lose(chain, token, i);
      }
    }
    if (carried.empty() && messages_[i].side == Side::kAgent) {
      // Whose token is missing here? That of its own address, or of its author's earlier mails.
      const StringId answer = AnswerAddress(mail_, m);
      auto chain = chains_.find(mail_.strings.Find(util::LowerAscii(mail_[answer])));
      if (chain == chains_.end())
        if (const auto by = base_of_author_.find(m.from); by != base_of_author_.end())
          chain = chains_.find(by->second);
      if (chain != chains_.end()) Lose(chain->second, kNoToken, i);
    }
    if (!carried.empty()) base_of_author_[m.from] = tokens_.tokens[carried.front()].base;
  }

  void Begin(Chain& chain, TokenIndex token, size_t i) {
    chain = {tokens_.kept[token], i, 1, false};
    base_of_[tokens_.kept[token]] = tokens_.tokens[token].base;
  }

  // The mail at `i` speaks for the chain but does not carry its token.
  void Lose(Chain& chain, TokenIndex token, size_t i) {
    const size_t back = NextPlace(chain.current, i);
    if (chain.carried >= kCustom && !chain.broken && IsLoss(chain, i, back)) {
      Report(chain, token, i, back);
      chain.broken = true;
    }
    // The desk goes on with another token if the old one does not come back.
    if (token != kNoToken && back == messages_.size()) Begin(chain, token, i);
  }

  // Next mail of the desk behind `i` that carries the token; the end if there is none.
  size_t NextPlace(TokenIndex token, size_t i) const {
    const auto at = places_.find(token);
    if (at == places_.end()) return messages_.size();
    const auto next = std::upper_bound(at->second.begin(), at->second.end(), i);
    return next == at->second.end() ? messages_.size() : *next;
  }

  bool IsLoss(const Chain& chain, size_t i, size_t back) const {
    // A machine among people speaks for itself; where the desk marks all its mail so, it does not.
    if (At(i).auto_generated && !At(chain.last).auto_generated) return false;
    // List software puts addresses of its own into Reply-To and From.
    if (At(i).from_list && !At(chain.last).from_list) return false;
    // To other people: a note to a colleague, a carrier, another customer.
    if (!ShareRecipient(At(i), At(chain.last))) return false;
    const std::string before = Subject(chain.last);
    if (!SameMatter(before, Subject(i))) return false;
    const size_t customer = last_customer_[i];
    if (customer != kNowhere && customer > chain.last) {
      // He opened another matter in the same thread, or let go of the token himself.
      if (!SameMatter(before, Subject(customer))) return false;
      if (!WrittenTo(At(customer), chain.current)) return false;
    }
    // A token that comes back is no loss unless the customer answered meanwhile without it.
    if (back == messages_.size()) return true;
    const size_t answer = next_customer_[i + 1];
    return answer < back && !WrittenTo(At(answer), chain.current);
  }

  std::string Subject(size_t i) const { return NormaliseSubject(mail_[At(i).subject]); }

  bool WrittenTo(const Message& m, TokenIndex token) const {
    return std::ranges::any_of(mail_.Recipients(m), [&](StringId a) {
      return tokens_.Of(a) != kNoToken && tokens_.kept[tokens_.Of(a)] == token;
    });
  }

  bool ShareRecipient(const Message& a, const Message& b) const {
    const auto of_a = mail_.Recipients(a), of_b = mail_.Recipients(b);
    if (of_a.empty() || of_b.empty()) return true;
    const std::unordered_set<StringId> known(of_a.begin(), of_a.end());
    return std::ranges::any_of(of_b, [&](StringId r) { return known.contains(r); });
  }

  void Report(const Chain& chain, TokenIndex token, size_t i, size_t back) {
    Break b;
    b.message = messages_[i].message;
    b.previous = messages_[chain.last].message;
    b.kind = token == kNoToken ? BreakKind::kTokenRemoved : BreakKind::kTokenChanged;
    b.carried_by = messages_[i].side;
    b.reason = messages_[i].side_reason;
    b.old_token = chain.current;
    b.new_token = token;
    b.new_address = AnswerAddress(mail_, At(i));
    b.before = chain.carried;
    if (back < messages_.size()) b.restored = messages_[back].message;
    b.reach = static_cast<uint32_t>(back - i);
    b.confidence = tokens_.tokens[chain.current].assumed ? 0.7 : 0.95;
    breaks_.push_back(b);
  }

  const Export& mail_;
  const TokenTable& tokens_;
  std::span<const CaseMessage> messages_;
  std::vector<size_t> next_customer_;  // by place: the first mail of the customer there or behind
  std::vector<size_t> last_customer_;  // by place: the last one there or before
  std::unordered_map<TokenIndex, std::vector<size_t>> places_;  // desk mails that carry it
  std::unordered_map<StringId, Chain> chains_;                  // by base address
  std::unordered_map<TokenIndex, StringId> base_of_;            // chain that a kept token is of
  std::unordered_map<StringId, StringId> base_of_author_;
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
