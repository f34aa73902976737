// One case gone through in order of time, for the breaks in it.
#pragma once

#include "cases/breaks.h"
#include "cases/carried.h"
#include "cases/person.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace threadlint::cases {

// Mails of the desk in this case that must have carried a token before its loss means anything, if
// the role of the token is assumed.
inline constexpr uint32_t kCustom = 2;

// Families of tokens that a case is followed by; each of its mails is compared with all of them.
inline constexpr size_t kMostChains = 32;

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

// Places are into the case's messages; SIZE_MAX: none.
class BreakWalk {
 public:
  BreakWalk(const Known& known, const ReplyLinks& replies, std::span<const CaseMessage> messages);
  std::vector<Break> Find();
  // How often something was looked at: linear in the case.
  uint64_t steps() const { return steps_; }

 private:
  const Message& At(size_t i) const { return mail_.messages[messages_[i].message]; }
  std::string_view Title(size_t i) const { return known_.titles[messages_[i].message]; }
  bool Human(size_t i) const { return messages_[i].side == Side::kAgent; }
  const Carried& CarriedBy(size_t i);
  size_t ParentOf(size_t i) const { return parent_[i]; }

  // ---- mails of the desk

  void DeskMail(size_t i);
  std::string Answer(size_t i) const { return PersonKey(mail_[AnswerAddress(mail_, At(i))]); }

  // A mail of the desk that begins anew: another title, and no mail of the case named.
  bool Restarts(size_t i);
  static bool SameTitle(std::string_view a, std::string_view b);
  bool ShareRecipient(size_t i) const;

  // Answers go where nobody reads them, or to a house that this desk's answers never went to.
  bool Redirects(size_t i);

  // The customer had let go of the token himself: what the desk does then follows from that.
  bool NewTicketAsked(size_t i);
  MessageIndex MessageAt(size_t i) const { return messages_[i].message; }

  void CheckTokens(size_t i, const Carried& carried);
  uint32_t Enough(const Chain& chain) const;
  bool IsLoss(size_t i, const Chain& chain);

  // Next mail of the desk behind `i` that carries the token; the end if there is none.
  size_t NextPlace(TokenIndex token, size_t i) const;
  void Change(size_t i, Chain& chain, const CarriedToken& now);
  std::string_view Damage(TokenIndex before, TokenIndex after) const;
  Break Start(size_t i, const Chain& chain) const;

  static std::string_view AnswerField(const Message& m) {
    return m.reply_to > 0 ? "Reply-To" : "From";
  }

  void ReportLoss(size_t i, const Chain& chain);
  void ReportRedirect(size_t i);
  void ReportRestart(size_t i);

  // The chain that a mail without any of them speaks for.
  Chain BestChain(size_t i) const;
  // Of a family that no mail of the desk has had: an empty one.
  const Chain& ChainOf(uint32_t family) const;
  void Adopt(size_t i, const Carried& carried);

  // ---- mails of the customer

  void CustomerMail(size_t i);

  // He answers an address that another mail of the desk gave him without that token.
  bool WrittenToAnother(size_t i, size_t answered, const CarriedToken& t);
  void OtherToken(size_t i, size_t answered, const CarriedToken& given, const CarriedToken& now,
                  const Chain& chain);
  void DropToken(size_t i, size_t answered, const CarriedToken& t);
  void CountReach();

  const Known& known_;
  const Export& mail_;
  std::span<const CaseMessage> messages_;
  std::unordered_map<MessageIndex, size_t> place_of_;
  std::vector<size_t> parent_;  // by place: of the nearest mail that it names
  std::unordered_map<size_t, Carried> carried_;
  std::map<uint32_t, Chain> chains_;        // by family, the first kMostChains
  std::unordered_set<uint32_t> segments_;   // met so far
  std::unordered_set<std::string> houses_;  // that answers to the desk went to
  // Base of an address with a token, else the address: whose it is, whatever the token.
  StringId AuthorOf(StringId address) const;
  std::unordered_set<StringId> authors_;  // of the desk's mails, and whom the customer wrote to
  std::vector<std::string> titles_;       // met so far, the first few
  std::unordered_map<TokenIndex, std::vector<size_t>> places_;  // desk mails that carry it
  std::vector<size_t> next_customer_;   // by place: the first mail of the customer there or behind
  std::unordered_set<size_t> dropped_;  // mails of the customer without the token given
  std::unordered_map<StringId, size_t>
      given_by_;        // address to answer to: the last mail that gave it
  std::string answer_;  // where answers to the desk have gone
  bool redirected_ = false;
  bool names_mails_ = false;  // the desk's mails name the mails they answer
  size_t last_agent_ = SIZE_MAX, last_desk_ = SIZE_MAX, last_customer_ = SIZE_MAX;
  std::vector<Break> breaks_;
  mutable uint64_t steps_ = 0;
};

}  // namespace threadlint::cases
