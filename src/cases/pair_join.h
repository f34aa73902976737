// Threads between one desk and one person: which of them are of one matter.
#pragma once

#include "cases/matter_join.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace threadlint::cases {

inline constexpr size_t kMostSigns = 32;  // signs of one kind that a thread is remembered by
inline constexpr size_t kLastMails = 8;   // mails of one wording that a quotation is compared with

// One thread, as far as it goes between one desk and one person.
struct Part {
  std::vector<MessageIndex> messages;           // in order of time
  std::vector<std::string> titles, all_titles;  // those that say something; and the others too
  std::vector<std::string> numbers;
  std::vector<PersonIndex> desk_addresses;  // that the desk's mails came from
};

class PairJoin {
 public:
  // `messages` in order of time. Both must outlive the object.
  PairJoin(MatterJoin& join, std::span<const MessageIndex> messages);
  void Run();

 private:
  const Message& At(MessageIndex i) const { return known_.mail.messages[i]; }
  const Part* PartOf(MessageIndex i) const {
    const auto at = part_of_message_.find(i);
    return at == part_of_message_.end() ? nullptr : &parts_[at->second];
  }

  void Describe(Part& part);
  static void Insert(std::vector<std::string>& list, const std::string& value);
  // Key of by_both_.
  static std::string Both(const std::string& title, const std::string& number);
  // The thread's newest mail stands for it.
  void Remember(const Part& part, size_t index);

  void Compare(const Part& part);
  bool SameProvider(uint64_t thread, size_t part) const;
  // The thread's newest mail of people that is not later than `i`; its first if there is none.
  MessageIndex Before(MessageIndex i, size_t part) const;
  // No other thread of the two had a mail in the two weeks before.
  bool OnlyOpen(MessageIndex i) const;
  bool Names(MessageIndex i, const std::string& number) const;
  bool Asks(MessageIndex i) const;
  // The desk begins a thread although one waits for it: `to` is the thread's newest mail before.
  bool TakesUp(MessageIndex first, MessageIndex to) const;
  // It is written from where the waiting mail went, or that thread's mails of the desk came from:
  // other addresses of a shop send confirmations and notices about the same order.
  bool SameMailbox(MessageIndex first, MessageIndex to) const;
  // The customer's "Re: ..." that names no mail: `to` is the newest mail under that subject.
  bool Answers(MessageIndex first, MessageIndex to, const std::string& title) const;

  // A mail of one token that answers one of another, under one subject: one matter, if it was the
  // desk that began the later thread. Two that the customer began are two.
  void JoinAnsweredAcross();
  bool DeskBegan(MessageIndex a, MessageIndex b) const;
  // A damaged token is still known by one of its halves.
  void JoinDamaged();

  // The earlier mail whose lines stand quoted here: the one with most of them, the latest of those.
  // Only of mails that name none: what the others quote is what they name, and the same sentences
  // are written in many matters.
  void CompareQuotation(MessageIndex i);
  // In order of time; by name where times are equal.
  bool IsLater(MessageIndex a, MessageIndex b) const;
  // An old mail is used to write about something else.
  bool AboutAnotherThing(MessageIndex i, MessageIndex quoted);
  void RememberLines(MessageIndex i);

  MatterJoin& join_;
  const Known& known_;
  std::span<const MessageIndex> messages_;
  std::vector<Part> parts_;  // in the order of their beginnings
  std::unordered_map<MessageIndex, size_t> part_of_message_;
  MessageIndex newest_ = kNoMessage, second_newest_ = kNoMessage;  // of two threads
  // Lines are of mails, the others of threads.
  std::unordered_map<std::string, size_t> by_title_, by_both_;
  std::unordered_map<std::string, std::vector<size_t>> by_number_;  // the newest last
  std::unordered_map<uint64_t, size_t> by_provider_;
  std::unordered_map<uint64_t, std::vector<MessageIndex>> by_line_;
};

}  // namespace threadlint::cases
