#include "cases/breaks.h"

#include "cases/carried.h"
#include "cases/domain.h"
#include "cases/near_miss.h"
#include "cases/person.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace threadlint::cases {
namespace {

// Mails of the desk in this case that must have carried a token before its loss means anything, if
// the role of the token is assumed.
constexpr uint32_t kCustom = 2;

// What the desk's mails have carried so far, of one family of tokens.
struct Chain {
  TokenIndex current = kNoToken;  // as TokenFacts::kept has it
  size_t last = 0;                // place of the last mail that carried it
  uint32_t carried = 0;           // mails of the desk that carried it
  uint32_t answered = 0;          // mails of the customer that did
  bool lost = false;              // its loss has been reported
  bool in_header = false;         // stood in address or subject: an answer carries it by itself
  bool seen_visible = false;      // stood where an answer takes it along
  std::string_view field;         // header field that it stood in last; empty: the text
  std::vector<TokenIndex> known;  // all that this case's mails of the desk gave

  bool visible() const { return seen_visible; }
};

// Walks through one case in order of time.
class Walk {
 public:
  Walk(const Known& known, const ReplyLinks& replies, std::span<const CaseMessage> messages)
      : known_(known), mail_(known.mail), replies_(replies), messages_(messages) {
    for (size_t i = 0; i < messages.size(); ++i) place_of_[messages[i].message] = i;
    next_customer_.assign(messages.size() + 1, messages.size());
    for (size_t i = messages.size(); i-- > 0;) {
      const MessageIndex m = messages[i].message;
      next_customer_[i] = messages[i].side == Side::kCustomer ? i : next_customer_[i + 1];
      if (!known.who[m].from_desk) continue;
      for (const CarriedToken& t : CarriedBy(i).tokens)
        if (t.visible) places_[t.token].push_back(i);  // last place first
    }
  }

  std::vector<Break> Find() {
    for (size_t i = 0; i < messages_.size(); ++i) {
      const Correspondents& who = known_.who[messages_[i].message];
      if (who.desk == kNobody || messages_[i].side == Side::kOther) continue;
      if (who.from_desk && who.person == kNobody) continue;  // among colleagues
      if (who.from_desk)
        DeskMail(i);
      else if (messages_[i].side == Side::kCustomer)
        CustomerMail(i);
      segments_.insert(messages_[i].segment);
    }
    CountReach();
    return std::move(breaks_);
  }

 private:
  const Message& At(size_t i) const { return mail_.messages[messages_[i].message]; }
  const std::string& Title(size_t i) const { return known_.titles[messages_[i].message]; }
  bool Human(size_t i) const { return messages_[i].side == Side::kAgent; }
  const Carried& CarriedBy(size_t i) {
    const auto [at, added] = carried_.try_emplace(i);
    if (added) at->second = ReadCarried(known_, messages_[i].message);
    return at->second;
  }
  size_t ParentOf(size_t i) const {
    const MessageIndex parent = replies_.Parent(mail_, messages_[i].message);
    const auto at = place_of_.find(parent);
    return at == place_of_.end() ? SIZE_MAX : at->second;
  }

  // ---- mails of the desk

  void DeskMail(size_t i) {
    const Carried& carried = CarriedBy(i);
    const bool first_of_segment = !segments_.empty() && !segments_.contains(messages_[i].segment);
    if (Human(i)) {
      if (first_of_segment && Restarts(i)) {
        ReportRestart(i);
      } else if (Redirects(i)) {
        ReportRedirect(i);
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

  std::string Answer(size_t i) const { return PersonKey(mail_[AnswerAddress(mail_, At(i))]); }

  // A mail of the desk that begins anew: another title, and no mail of the case named.
  bool Restarts(size_t i) {
    if (last_agent_ == SIZE_MAX && last_customer_ == SIZE_MAX) return false;
    const Message& m = At(i);
    if (m.in_reply_to + m.references > 0 && ParentOf(i) != SIZE_MAX) return false;
    if (!ShareRecipient(i)) return false;
    bool title_known = false;
    for (size_t k = 0; k < i; ++k) title_known |= SameTitle(Title(k), Title(i));
    if (!title_known) return true;
    // With the old title a lost token says it better; without any token the headers are all.
    for (const auto& [family, chain] : chains_)
      if (chain.visible()) return false;
    for (const CarriedToken& t : CarriedBy(i).tokens)
      if (t.visible) return false;
    return names_mails_;
  }

  static bool SameTitle(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return a == b;
    return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
  }

  bool ShareRecipient(size_t i) const {
    const PersonIndex person = known_.who[messages_[i].message].person;
    for (size_t k = i; k-- > 0 && i - k < 64;)
      if (known_.who[messages_[k].message].person == person) return true;
    return false;
  }

  // Answers go where nobody reads them, or to a house that this desk's answers never went to.
  bool Redirects(size_t i) {
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

  // The customer had let go of the token himself: what the desk does then follows from that.
  bool NewTicketAsked(size_t i) {
    const size_t asked = ParentOf(i) != SIZE_MAX && !known_.who[Message_(ParentOf(i))].from_desk
                             ? ParentOf(i)
                             : last_customer_;
    return asked != SIZE_MAX && asked < i && dropped_.contains(asked);
  }
  MessageIndex Message_(size_t i) const { return messages_[i].message; }

  void CheckTokens(size_t i, const Carried& carried) {
    const Chain* lost = nullptr;
    bool kept = false;
    for (auto& [family, chain] : chains_) {
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

  uint32_t Enough(const Chain& chain) const {
    return known_.tokens.tokens[chain.current].assumed ? kCustom : 1;
  }

  bool IsLoss(size_t i, const Chain& chain) {
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
    const bool answered_without =
        answer < back && !CarriedBy(answer).Has(chain.current);
    // A colleague's own address: it is the desk's loss only if the customer follows him there.
    if (!authors_.contains(m.from) && !authors_.contains(AnswerAddress(mail_, m)))
      return answered_without;
    // A token that comes back is no loss unless the customer answered meanwhile without it.
    return back == messages_.size() || answered_without;
  }

  // Next mail of the desk behind `i` that carries the token; the end if there is none.
  size_t NextPlace(TokenIndex token, size_t i) const {
    const auto at = places_.find(token);
    if (at == places_.end()) return messages_.size();
    const auto end = std::ranges::lower_bound(at->second, i, std::ranges::greater());
    return end == at->second.begin() ? messages_.size() : *std::prev(end);
  }

  void Change(size_t i, Chain& chain, const CarriedToken& now) {
    const bool known = std::ranges::find(chain.known, now.token) != chain.known.end();
    if (known) return;  // an earlier token of this case is back
    if (chain.carried < Enough(chain) || chain.carried + chain.answered < kCustom ||
        !IsLoss(i, chain))
      return;
    // The token may have been changed before, by a mail that is not in the export.
    const std::string_view cause = Damage(chain.current, now.token);
    Break b = Start(i, chain);
    b.new_token = now.token;
    b.kind = !cause.empty()                               ? BreakKind::kTokenAltered
             : known_.tokens.facts[now.token].number ? BreakKind::kNumberChanged
                                                          : BreakKind::kTokenChanged;
    b.cause = cause;
    b.new_text = Shown(now.token);
    b.new_field = now.field;
    if (b.kind == BreakKind::kTokenAltered && known_.tokens.facts[now.token].number) {
      b.kind = BreakKind::kNumberChanged;
      b.cause = {};
    }
    breaks_.push_back(b);
  }

  std::string_view Damage(TokenIndex before, TokenIndex after) const {
    const Token &a = known_.tokens.tokens[before], &b = known_.tokens.tokens[after];
    return NearMiss(mail_[a.text], mail_[b.text]);
  }

  Break Start(size_t i, const Chain& chain) const {
    Break b;
    b.message = messages_[i].message;
    b.previous = messages_[chain.last].message;
    b.carried_by = messages_[i].side;
    b.reason = messages_[i].side_reason;
    b.old_token = chain.current;
    b.old_text = Shown(chain.current);
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
    const bool assumed =
        chain.current != kNoToken && known_.tokens.tokens[chain.current].assumed;
    b.confidence = assumed ? 0.7 : 0.95;
    return b;
  }

  // The token as people see it.
  StringId Shown(TokenIndex t) const {
    if (t == kNoToken) return 0;
    const Token& token = known_.tokens.tokens[t];
    return token.address != 0 ? token.address : token.text;
  }

  static std::string_view AnswerField(const Message& m) {
    return m.reply_to > 0 ? "Reply-To" : "From";
  }

  void ReportLoss(size_t i, const Chain& chain) {
    Break b = Start(i, chain);
    b.kind = BreakKind::kTokenRemoved;
    breaks_.push_back(b);
    for (auto& [family, c] : chains_) c.lost = true;
  }

  void ReportRedirect(size_t i) {
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

  void ReportRestart(size_t i) {
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

  // The chain that a mail without any of them speaks for.
  Chain BestChain(size_t i) const {
    Chain best;
    best.last = i > 0 ? i - 1 : 0;
    for (const auto& [family, chain] : chains_)
      if (chain.visible() && chain.carried > best.carried) best = chain;
    return best;
  }

  void Adopt(size_t i, const Carried& carried) {
    authors_.insert(At(i).from);
    houses_.insert(OrganisationOf(DomainOf(mail_[AnswerAddress(mail_, At(i))])));
    for (const CarriedToken& t : carried.tokens) {
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

  // ---- mails of the customer

  void CustomerMail(size_t i) {
    const size_t before = last_customer_;
    last_customer_ = i;
    // What does it answer? The mail it names, else the desk's newest.
    size_t answered = ParentOf(i);
    const bool names_none = At(i).in_reply_to + At(i).references == 0;
    // A second mail before the desk answered the first, or one on top of his own.
    const bool on_top_of_his_own =
        answered != SIZE_MAX && !known_.who[Message_(answered)].from_desk;
    if (on_top_of_his_own) {
      if (dropped_.contains(answered)) dropped_.insert(i);
      answered = SIZE_MAX;
    }
    if (answered == SIZE_MAX) answered = last_agent_;
    if (answered == SIZE_MAX || last_agent_ == SIZE_MAX) return;
    // To another person it was never given.
    if (known_.who[Message_(answered)].person != known_.who[Message_(i)].person) return;
    const Carried& given = CarriedBy(answered);
    const Carried& carried = CarriedBy(i);
    for (const CarriedToken& t : carried.tokens)
      if (const auto at = chains_.find(t.family);
          at != chains_.end() && t.visible && at->second.current == t.token)
        ++at->second.answered;
    for (const CarriedToken& t : given.tokens) {
      const CarriedToken* now = carried.OfFamily(t.family);
      const Chain& chain = chains_[t.family];
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
      if (!t.in_header && !(names_none && (t.visible || Groups(known_.tokens.tokens[t.token]))))
        continue;
      if (!t.in_header && !names_none) continue;
      if (known_.tokens.tokens[t.token].assumed && chains_[t.family].carried < kCustom) continue;
      if (before != SIZE_MAX && dropped_.contains(before) && !known_.who[Message_(i - 1)].from_desk) {
        dropped_.insert(i);
        return;
      }
      DropToken(i, answered, t);
      return;
    }
  }

  // He answers an address that another mail of the desk gave him without that token.
  bool WrittenToAnother(size_t i, size_t answered, const CarriedToken& t) {
    for (const StringId a : mail_.Recipients(At(i))) {
      const auto at = given_by_.find(a);
      if (at != given_by_.end() && at->second > answered && !CarriedBy(at->second).Has(t.token))
        return true;
    }
    return false;
  }

  void OtherToken(size_t i, size_t answered, const CarriedToken& given, const CarriedToken& now,
                  const Chain& chain) {
    if (std::ranges::find(chain.known, now.token) != chain.known.end()) return;
    Break b = Start(i, chain);
    b.previous = messages_[answered].message;
    b.old_token = given.token;
    b.new_token = now.token;
    b.old_text = Shown(given.token);
    b.old_field = given.field;
    b.new_text = Shown(now.token);
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

  void DropToken(size_t i, size_t answered, const CarriedToken& t) {
    Break b = Start(i, chains_[t.family]);
    b.kind = BreakKind::kReplyWithoutToken;
    b.previous = messages_[answered].message;
    b.old_token = t.token;
    b.old_text = Shown(t.token);
    b.old_field = t.field;
    const bool in_subject = t.field == "Subject";
    b.new_text = in_subject ? At(i).subject : At(i).to > 0 ? mail_.Recipients(At(i)).front() : 0;
    b.new_field = in_subject ? "Subject" : "To";
    breaks_.push_back(b);
    dropped_.insert(i);
  }

  // ---- all

  void CountReach() {
    for (Break& b : breaks_) {
      const size_t at = place_of_[b.message];
      const size_t back =
          b.old_token == kNoToken ? messages_.size() : NextPlace(b.old_token, at);
      if (back < messages_.size()) b.restored = messages_[back].message;
      b.reach = static_cast<uint32_t>(back - at);
    }
  }

  const Known& known_;
  const Export& mail_;
  const ReplyLinks& replies_;
  std::span<const CaseMessage> messages_;
  std::unordered_map<MessageIndex, size_t> place_of_;
  std::unordered_map<size_t, Carried> carried_;
  std::map<uint32_t, Chain> chains_;             // by family
  std::unordered_set<uint32_t> segments_;        // met so far
  std::unordered_set<std::string> houses_;       // that answers to the desk went to
  std::unordered_set<StringId> authors_;         // of the desk's mails
  std::unordered_map<TokenIndex, std::vector<size_t>> places_;  // desk mails that carry it
  std::vector<size_t> next_customer_;  // by place: the first mail of the customer there or behind
  std::unordered_set<size_t> dropped_;           // mails of the customer without the token given
  std::unordered_map<StringId, size_t> given_by_;  // address to answer to: the last mail that gave it
  std::string answer_;                           // where answers to the desk have gone
  bool redirected_ = false;
  bool names_mails_ = false;  // the desk's mails name the mails they answer
  size_t last_agent_ = SIZE_MAX, last_desk_ = SIZE_MAX, last_customer_ = SIZE_MAX;
  std::vector<Break> breaks_;
};

}  // namespace

StringId AnswerAddress(const Export& mail, const Message& m) {
  const auto reply_to = mail.ReplyTo(m);
  return reply_to.empty() ? m.from : reply_to.front();
}

std::vector<Break> FindBreaks(const Known& known, const ReplyLinks& replies,
                              std::span<const CaseMessage> messages) {
  return Walk(known, replies, messages).Find();
}

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
    const auto shown = [&](TokenIndex t) {
      if (t == kNoToken) return StringId{0};
      const Token& token = known.tokens.tokens[t];
      return token.address != 0 ? token.address : token.text;
    };
    b.old_text = shown(o.token);
    b.new_text = shown(o.other_token);
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
