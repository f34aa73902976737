// Messages joined one after the other by tokens and reply headers.
#pragma once

#include "cases/form_titles.h"
#include "cases/matter_sets.h"
#include "cases/strong_links.h"

#include <cstdint>
#include <vector>

namespace threadlint::cases {

// Where a token is at home: one thread, or several if people without anything in common have it.
struct Home {
  uint32_t node = 0;
  PersonIndex person = kNobody;
};

class StrongJoin {
 public:
  StrongJoin(const Known& known, Strength weakest);
  Threads Run();

 private:
  uint32_t Node(MessageIndex i) const { return MessageNode(mail_, i); }

  // The tokens that the mail carries itself; of each family those in the order of their places.
  void ReadOwnTokens(MessageIndex i);

  // The nearest mail that it names and that is known of, else the nearest it names at all.
  void ReadParents(MessageIndex i);
  const Matter* ParentMatter(uint32_t* node = nullptr);
  void Step(MessageIndex i);

  // What the message adds to its thread.
  void Note(MessageIndex i);

  // One mail with two tokens of one desk: it goes by the one that its thread has, else by the one
  // that comes first.
  void KeepOneOfAFamily(MessageIndex i);

  // Which of a token's homes a mail belongs to; SIZE_MAX: none.
  size_t HomeFor(MessageIndex i, TokenIndex t);

  // Nothing in common but the token: other people, another title (or one that all mails of the desk
  // have), and no mail of the thread is named.
  bool Unrelated(MessageIndex i, const Matter& home, uint32_t home_node);

  // Colleagues share a case; two people at a mail provider do not.
  bool SameCompany(MessageIndex a, MessageIndex b) const;

  // Joins the message with the threads of its tokens. True if its reply headers name a mail of
  // another thread with another token, which is not followed then.
  bool JoinTokens(MessageIndex i);
  bool Disagrees(MessageIndex i);

  // A token that no desk gave, such as a number mistyped by the customer, is no other case.
  bool GivenByDesk(const Matter& named, const Matter& mine) const;
  MessageIndex MessageOf(uint32_t id);
  void JoinParents(MessageIndex i);

  // The customer answers a mail of long ago, names a thing that its thread never named, and not
  // the one that it was about.
  bool IsOldMail(MessageIndex i);

  // It starts a thread of its own; its tokens have a second home there.
  void SetApart(MessageIndex i);

  const Known& known_;
  const Export& mail_;
  Strength weakest_;
  FormTitles titles_;
  MatterSets sets_;
  std::vector<std::vector<Home>> homes_;  // by token
  std::vector<uint32_t> contest_of_;      // by token
  std::vector<MessageIndex> by_id_;       // by StringId
  std::vector<TokenIndex> own_, linked_;
  std::vector<uint32_t> parents_;
  std::vector<Overruled> overruled_;
  uint32_t contests_ = 0;
};

}  // namespace threadlint::cases
