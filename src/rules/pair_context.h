// What a case holds around two statements of the desk: to whom they were written, and what was
// written before, between and behind them. Worked out once for all pairs of the case.
#pragma once

#include "rules/entry.h"
#include "rules/persons.h"
#include "rules/statements.h"

#include <threadlint/rule.h>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace threadlint::rules {

class PairContext {
 public:
  // The view must last as long as the context.
  explicit PairContext(const CaseView& view);
  // The one that rules of the case share.
  static std::shared_ptr<const PairContext> Of(const CaseView& view);

  const CaseView& view() const { return view_; }
  std::span<const CaseMessage> messages() const { return messages_; }
  const facts::Reading* reading(uint32_t entry) const {
    return view_.reading(messages_[entry].message);
  }

  // FindStatements of that kind.
  const std::vector<Statement>& Statements(facts::FactKind kind) const;

  // A mail of the desk that was read.
  bool IsDesk(uint32_t entry) const {
    return IsOfDesk(messages_[entry].side) && reading(entry) != nullptr;
  }
  // That mail owns up to an error.
  bool Admits(uint32_t entry) const { return mails_[entry].admits; }

  // The first mail of the customer behind that entry; kNoEntry: there is none.
  uint32_t NextOfCustomer(uint32_t entry) const { return mails_[entry].next_of_customer; }
  bool Concerns(uint32_t desk, uint32_t theirs) const { return persons_.Concerns(desk, theirs); }
  // That mail says that it has been told two things.
  bool SaysConflict(uint32_t entry) const { return mails_[entry].conflict; }
  // It says what the customer was told before.
  bool Confronts(uint32_t entry) const { return mails_[entry].confronts; }
  bool SpeakToTheSame(const Statement& a, const Statement& b) const;

  // Between the two the customer wanted the thing otherwise, or said that something was wrong.
  bool CustomerChanged(const Statement& a, const Statement& b) const;
  // The customer spoke of a day on which it should be, or cannot be.
  bool CustomerSpokeOfDays(const Statement& a, const Statement& b) const;
  // The customer names a day or an hour, whatever he says of it.
  bool CustomerNamesDay(const Statement& a, const Statement& b) const;
  // The customer wanted more of what he has ordered, or another.
  bool CustomerAmended(const Statement& a, const Statement& b) const;
  // Money went from one to the other.
  bool SomebodyPaid(const Statement& a, const Statement& b) const;
  // The word stands in a mail of the customer before `entry`.
  bool CustomerWrote(facts::WordId word, uint32_t entry) const;

 private:
  struct Mail {
    uint32_t last_of_customer = 0, next_of_customer = 0;
    uint32_t paid_before = 0;  // mails before it that speak of a payment in a new sentence
    bool admits = false, conflict = false, confronts = false, pays = false;
  };
  struct Place {
    uint32_t entry, sentence;
  };
  void ReadSentence(uint32_t entry, uint32_t sentence);

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  Persons persons_;
  std::vector<Mail> mails_;           // by entry
  std::vector<Place> wishes_;         // of the customer, in order
  std::vector<uint32_t> days_;        // entries in which the customer speaks of days so, in order
  std::vector<uint32_t> amends_;      // those in which he wants more, or another
  std::vector<uint32_t> named_days_;  // those in which he names one
  // Entries of the customer by the words in them, in order; filled when it is first asked for.
  mutable std::unordered_map<facts::WordId, std::vector<uint32_t>> written_;
  mutable bool wrote_ = false;
  mutable std::map<facts::FactKind, std::vector<Statement>> statements_;  // those asked for
};

}  // namespace threadlint::rules
