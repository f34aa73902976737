#include "cases/strong_links.h"

#include "cases/matter_sets.h"
#include "cases/title.h"
#include "util/ascii.h"

#include <algorithm>
#include <unordered_set>

namespace threadlint::cases {
namespace {

constexpr int64_t kDay = 86'400;
// A mail that comes so long after the last one may be about something else.
constexpr int64_t kOldAfter = 14 * kDay;

bool IsOwn(TokenPlace place) {
  return place != TokenPlace::kReference && place != TokenPlace::kQuoted;
}

// Where a token is at home: one thread, or several if people without anything in common have it.
struct Home {
  uint32_t node = 0;
  PersonIndex person = kNobody;
};

class StrongJoin {
 public:
  StrongJoin(const Known& known, Strength weakest)
      : known_(known),
        mail_(known.mail),
        weakest_(weakest),
        sets_(known.mail.strings.size() + known.mail.messages.size()),
        homes_(known.tokens.tokens.size()),
        contest_of_(known.tokens.tokens.size()),
        subject_uses_(known.mail.messages.size()) {}

  Threads Run() {
    Threads out{DisjointSets(0), {}, {}, 0};
    CountTitles();
    for (const MessageIndex i : known_.in_order) Step(i);
    // Copies stand where their originals do.
    for (MessageIndex i = 0; i < mail_.messages.size(); ++i)
      if (mail_.messages[i].copy_of != kNoMessage)
        sets_.Join(Node(i), Node(mail_.messages[i].copy_of));
    out.contested.resize(mail_.messages.size());
    for (const MessageIndex i : known_.in_order)
      if (const Matter* m = sets_.Of(Node(i)); m != nullptr && !m->contests.empty())
        out.contested[i] = m->contests.front();
    out.steps = sets_.steps;
    out.overruled = std::move(overruled_);
    out.sets = std::move(sets_).Take();
    return out;
  }

 private:
  uint32_t Node(MessageIndex i) const { return MessageNode(mail_, i); }

  // A title that a desk puts on mail to different people says nothing of the matter.
  void CountTitles() {
    struct First {
      PersonIndex person = kNobody;
      TokenIndex token = kNoToken;
      bool several = false;
    };
    std::unordered_map<std::string, First> first;
    std::unordered_set<std::string> of_customers;  // who chose the words, not the desk
    for (const MessageIndex i : known_.in_order)
      if (known_.who[i].desk != kNobody && !known_.who[i].from_desk &&
          util::LowerAscii(mail_[mail_.messages[i].subject]) == known_.titles[i])
        of_customers.insert(std::to_string(known_.who[i].desk) + " " + known_.titles[i]);
    for (const MessageIndex i : known_.in_order) {
      const Correspondents& who = known_.who[i];
      if (!who.from_desk || who.person == kNobody || known_.titles[i].empty()) continue;
      // Two people on one ticket are no proof.
      const First here{who.person, FirstToken(i), false};
      First& f = first.try_emplace(std::to_string(who.desk) + " " + known_.titles[i], here)
                     .first->second;
      f.several |= f.person != here.person && f.token != here.token;
    }
    for (const MessageIndex i : known_.in_order) {
      const Correspondents& who = known_.who[i];
      if (who.desk == kNobody) continue;
      const auto at = first.find(std::to_string(who.desk) + " " + known_.titles[i]);
      subject_uses_[i] =
          at != first.end() && at->second.several && !of_customers.contains(at->first);
    }
  }

  TokenIndex FirstToken(MessageIndex i) const {
    for (const TokenUse& use : known_.tokens.Of(mail_.messages[i], i))
      if (IsOwn(use.place) && Joins(known_.tokens.facts[use.token].kept))
        return known_.tokens.facts[use.token].kept;
    return kNoToken;
  }

  bool Joins(TokenIndex t) const {
    const Token& token = known_.tokens.tokens[t];
    return Groups(token) && (!token.assumed || weakest_ != Strength::kStrong);
  }

  // The tokens that the mail carries itself; of each family those in the order of their places.
  void ReadOwnTokens(MessageIndex i) {
    own_.clear();
    linked_.clear();
    for (const TokenUse& use : known_.tokens.Of(mail_.messages[i], i)) {
      ++sets_.steps;
      const TokenIndex t = known_.tokens.facts[use.token].kept;
      if (!Joins(t)) continue;
      if (!IsOwn(use.place)) {
        if (use.place == TokenPlace::kReference) linked_.push_back(t);
      } else if (own_.size() < Matter::kMost && std::ranges::find(own_, t) == own_.end()) {
        own_.push_back(t);
      }
    }
  }

  // The nearest mail that it names and that is known of, else the nearest it names at all.
  void ReadParents(MessageIndex i) {
    const Message& m = mail_.messages[i];
    parents_.clear();
    // What nobody ever sent is the name of a case: a token, not a mail.
    const auto add = [&](StringId id) {
      if (id != 0 && id != m.message_id && !known_.tokens.IsRoot(id)) parents_.push_back(id);
    };
    for (const StringId id : mail_.InReplyTo(m)) add(id);
    const auto references = mail_.References(m);
    for (size_t k = references.size(); k-- > 0;) add(references[k]);
    // What a mail system returns belongs where it came from.
    if (const mail::LinkReading* reading = known_.Reading(i); reading != nullptr && m.bounce)
      for (const std::string& id : reading->returned_ids)
        if (const StringId known = mail_.strings.Find(id); known != 0) parents_.push_back(known);
  }

  const Matter* ParentMatter(uint32_t* node = nullptr) {
    for (const uint32_t p : parents_) {
      ++sets_.steps;
      if (const Matter* matter = sets_.Of(p); matter != nullptr) {
        if (node != nullptr) *node = p;
        return matter;
      }
    }
    return nullptr;
  }

  void Step(MessageIndex i) {
    const Message& m = mail_.messages[i];
    ReadOwnTokens(i);
    ReadParents(i);
    if (m.message_id != 0) sets_.Join(Node(i), m.message_id);
    if (known_.who[i].desk == kNobody && own_.empty()) {
      for (const uint32_t p : parents_) sets_.Join(Node(i), p);
      return;
    }
    KeepOneOfAFamily(i);
    const bool old = IsOldMail(i);
    const bool disagrees = !old && JoinTokens(i);
    if (!old && !disagrees) JoinParents(i);
    if (old) SetApart(i);
    Note(i);
  }

  // What the message adds to its thread.
  void Note(MessageIndex i) {
    const Message& m = mail_.messages[i];
    const Correspondents& who = known_.who[i];
    Matter& matter = sets_.Put(Node(i));
    if (m.date >= matter.last || matter.newest == kNoMessage) {
      matter.last = m.date;
      matter.newest = i;
    }
    for (const TokenIndex t : own_) Insert(matter.tokens, {known_.tokens.facts[t].family, t});
    if (who.person != kNobody) Insert(matter.persons, who.person);
    if (const mail::LinkReading* reading = known_.Reading(i))
      for (const mail::ReferenceNumber& n : reading->numbers)
        if (!n.quoted && !n.standing) Insert(matter.numbers, n.value);
    for (const mail::ReferenceNumber& n : mail::NumbersIn(SubjectWithoutTokens(mail_, known_.tokens, i)))
      Insert(matter.numbers, n.value);
  }

  // One mail with two tokens of one desk: it goes by the one that its thread has, else by the one
  // that comes first.
  void KeepOneOfAFamily(MessageIndex i) {
    if (own_.size() < 2) return;
    const Matter* parent = ParentMatter();
    for (size_t a = 0; a < own_.size(); ++a)
      for (size_t b = a + 1; b < own_.size();) {
        const uint32_t family = known_.tokens.facts[own_[a]].family;
        if (known_.tokens.facts[own_[b]].family != family) {
          ++b;
          continue;
        }
        const auto in_thread = [&](TokenIndex t) {
          return parent != nullptr &&
                 std::ranges::binary_search(parent->tokens, std::pair{family, t});
        };
        if (in_thread(own_[b]) && !in_thread(own_[a])) std::swap(own_[a], own_[b]);
        // The same one, folded on its way into another field.
        const auto key = [&](TokenIndex t) { return mail_[known_.tokens.facts[t].key]; };
        if (util::EqualsIgnoreCase(key(own_[a]), key(own_[b]))) {
          own_.erase(own_.begin() + static_cast<std::ptrdiff_t>(b));
          continue;
        }
        Overruled o{Overruling::kTwoTokens, i, kNoMessage, own_[a], own_[b]};
        if (!homes_[own_[b]].empty())
          if (const Matter* other = sets_.Of(homes_[own_[b]].front().node)) o.other = other->newest;
        overruled_.push_back(o);
        own_.erase(own_.begin() + static_cast<std::ptrdiff_t>(b));
      }
  }

  // Which of a token's homes a mail belongs to; SIZE_MAX: none.
  size_t HomeFor(MessageIndex i, TokenIndex t) {
    const std::vector<Home>& homes = homes_[t];
    if (homes.size() == 1) return 0;
    constexpr size_t kMostHomes = 32;  // beyond, a token is everybody's and says nothing
    uint32_t parent = 0;
    const bool named = ParentMatter(&parent) != nullptr;
    size_t by_person = SIZE_MAX;
    for (size_t h = homes.size(); h-- > 0 && homes.size() - h <= kMostHomes;) {
      ++sets_.steps;
      if (named && sets_.Find(homes[h].node) == sets_.Find(parent)) return h;
      if (by_person == SIZE_MAX && homes[h].person == known_.who[i].person) by_person = h;
    }
    return by_person;
  }

  // Nothing in common but the token: other people, another title (or one that all mails of the desk
  // have), and no mail of the thread is named.
  bool Unrelated(MessageIndex i, const Matter& home, uint32_t home_node) {
    const Correspondents& who = known_.who[i];
    if (who.person == kNobody || home.persons.empty()) return false;
    if (std::ranges::binary_search(home.persons, who.person)) return false;
    for (const uint32_t p : parents_) {
      ++sets_.steps;
      if (sets_.Find(p) == sets_.Find(home_node)) return false;
    }
    const Message& m = mail_.messages[i];
    for (const StringId a : mail_.Recipients(m)) {
      ++sets_.steps;
      if (a != 0 && std::ranges::binary_search(home.persons, known_.desks.Person(a))) return false;
    }
    if (home.newest != kNoMessage && SameCompany(i, home.newest)) return false;
    return subject_uses_[i] || home.newest == kNoMessage ||
           known_.titles[i] != known_.titles[home.newest];
  }

  // Colleagues share a case; two people at a mail provider do not.
  bool SameCompany(MessageIndex a, MessageIndex b) const {
    return known_.desks.SameCompany(known_.who[a].person, known_.who[b].person);
  }

  // Joins the message with the threads of its tokens. True if its reply headers name a mail of
  // another thread with another token, which is not followed then.
  bool JoinTokens(MessageIndex i) {
    for (const TokenIndex t : own_) {
      std::vector<Home>& homes = homes_[t];
      const PersonIndex person = known_.who[i].person;
      if (homes.empty()) {
        homes.push_back({Node(i), person});
        continue;
      }
      const size_t h = HomeFor(i, t);
      const Matter* home = h == SIZE_MAX ? nullptr : sets_.Of(homes[h].node);
      uint32_t parent = 0;
      if (home != nullptr && ParentMatter(&parent) != nullptr &&
          sets_.Apart(parent, homes[h].node)) {
        homes.push_back({Node(i), person});  // it goes on where an old mail was left
        continue;
      }
      if (home != nullptr && !Unrelated(i, *home, homes[h].node)) {
        sets_.Join(Node(i), homes[h].node);
        continue;
      }
      // The token stands on a mail that has nothing to do with its thread.
      const Home& first = homes.front();
      const Matter* of_first = sets_.Of(first.node);
      overruled_.push_back({Overruling::kCollision, i,
                            of_first != nullptr ? of_first->newest : kNoMessage, t, t});
      if (contest_of_[t] == 0) {
        contest_of_[t] = ++contests_;
        Insert(sets_.Put(first.node).contests, contest_of_[t]);
      }
      Insert(sets_.Put(Node(i)).contests, contest_of_[t]);
      homes.push_back({Node(i), person});
    }
    return Disagrees(i);
  }

  bool Disagrees(MessageIndex i) {
    uint32_t parent = 0;
    const Matter* named = ParentMatter(&parent);
    if (named == nullptr || own_.empty() || sets_.Find(parent) == sets_.Find(Node(i))) return false;
    const Matter* home = sets_.Of(Node(i));
    // A token that no thread had before is a change of this thread's token.
    if (home == nullptr || home->newest == kNoMessage) return false;
    Matter mine;
    for (const TokenIndex t : own_) Insert(mine.tokens, {known_.tokens.facts[t].family, t});
    if (!TokensDisagree(mine, *named) || !GivenByDesk(*named, mine)) return false;
    Overruled o{Overruling::kLinksDisagree, i, named->newest, own_.front(), kNoToken};
    for (const auto& [family, token] : named->tokens)
      for (const TokenIndex t : own_)
        if (known_.tokens.facts[t].family == family) {
          o.token = t;
          o.other_token = token;
        }
    if (const MessageIndex named_mail = MessageOf(parent); named_mail != kNoMessage)
      o.other = named_mail;
    overruled_.push_back(o);
    return true;
  }

  // A token that no desk gave, such as a number mistyped by the customer, is no other case.
  bool GivenByDesk(const Matter& named, const Matter& mine) const {
    for (const auto& [family, token] : named.tokens)
      for (const auto& [own_family, own] : mine.tokens)
        if (family == own_family && known_.tokens.facts[token].given &&
            known_.tokens.facts[own].given)
          return true;
    return false;
  }

  MessageIndex MessageOf(uint32_t id) {
    if (by_id_.empty()) {
      by_id_.assign(mail_.strings.size(), kNoMessage);
      for (const MessageIndex i : known_.in_order)
        if (mail_.messages[i].message_id != 0 && by_id_[mail_.messages[i].message_id] == kNoMessage)
          by_id_[mail_.messages[i].message_id] = i;
    }
    return id < by_id_.size() ? by_id_[id] : kNoMessage;
  }

  void JoinParents(MessageIndex i) {
    bool nearest = true;
    for (const uint32_t p : parents_) {
      // Farther references may lead into a thread that the nearest mail was taken out of.
      const Matter *ours = sets_.Of(Node(i)), *theirs = sets_.Of(p);
      if (!nearest && ours != nullptr && theirs != nullptr && ours != theirs &&
          TokensDisagree(*ours, *theirs))
        continue;
      sets_.Join(Node(i), p);
      if (theirs != nullptr) nearest = false;
    }
    // Tokens of mails it names, which need not be in the export. Its own say more.
    for (const TokenIndex t : linked_) {
      const uint32_t family = known_.tokens.facts[t].family;
      if (std::ranges::any_of(
              own_, [&](TokenIndex o) { return known_.tokens.facts[o].family == family; }))
        continue;
      if (homes_[t].empty()) {
        homes_[t].push_back({Node(i), known_.who[i].person});
      } else if (const size_t h = HomeFor(i, t); h != SIZE_MAX) {
        const Matter *ours = sets_.Of(Node(i)), *theirs = sets_.Of(homes_[t][h].node);
        if (ours == nullptr || theirs == nullptr || !TokensDisagree(*ours, *theirs))
          sets_.Join(Node(i), homes_[t][h].node);
      }
    }
  }

  // The customer answers a mail of long ago, names a thing that its thread never named, and not
  // the one that it was about.
  bool IsOldMail(MessageIndex i) {
    const Correspondents& who = known_.who[i];
    const mail::LinkReading* reading = known_.Reading(i);
    if (reading == nullptr || who.from_desk) return false;
    const Matter* thread = ParentMatter();
    for (const TokenIndex t : own_)
      if (thread == nullptr && !homes_[t].empty())
        if (const size_t h = HomeFor(i, t); h != SIZE_MAX) thread = sets_.Of(homes_[t][h].node);
    if (thread == nullptr || thread->numbers.empty()) return false;
    if (mail_.messages[i].date - thread->last < kOldAfter) return false;
    bool fresh = false;
    for (const mail::ReferenceNumber& n : reading->numbers) {
      if (n.quoted) continue;
      if (std::ranges::binary_search(thread->numbers, n.value)) return false;
      fresh |= n.labelled && !n.standing;
    }
    if (!fresh) return false;
    overruled_.push_back({Overruling::kOldMail, i, thread->newest,
                          own_.empty() ? kNoToken : own_.front(), kNoToken});
    const uint32_t contest = ++contests_;
    if (thread->newest != kNoMessage)
      Insert(sets_.Put(Node(thread->newest)).contests, contest);
    Insert(sets_.Put(Node(i)).contests, contest);
    return true;
  }

  // It starts a thread of its own; its tokens have a second home there.
  void SetApart(MessageIndex i) {
    for (const TokenIndex t : own_) homes_[t].push_back({Node(i), known_.who[i].person});
  }

  const Known& known_;
  const Export& mail_;
  Strength weakest_;
  MatterSets sets_;
  std::vector<std::vector<Home>> homes_;  // by token
  std::vector<uint32_t> contest_of_;      // by token
  std::vector<bool> subject_uses_;        // by message: its title stands on mail to several people
  std::vector<MessageIndex> by_id_;       // by StringId
  std::vector<TokenIndex> own_, linked_;
  std::vector<uint32_t> parents_;
  std::vector<Overruled> overruled_;
  uint32_t contests_ = 0;
};

}  // namespace

void JoinReplies(const Export& mail, DisjointSets& sets) {
  for (MessageIndex i = 0; i < mail.messages.size(); ++i) {
    const Message& m = mail.messages[i];
    if (m.left_out != LeftOutReason::kNo) continue;
    const uint32_t node = MessageNode(mail, i);
    if (m.copy_of != kNoMessage) sets.Join(node, MessageNode(mail, m.copy_of));
    if (m.message_id != 0) sets.Join(node, m.message_id);
    for (const StringId id : mail.InReplyTo(m)) sets.Join(node, id);
    for (const StringId id : mail.References(m)) sets.Join(node, id);
  }
}

Threads JoinStrongLinks(const Known& known, Strength weakest) {
  return StrongJoin(known, weakest).Run();
}

}  // namespace threadlint::cases
