#include "cases/medium_links.h"

#include "cases/near_miss.h"
#include "cases/title.h"
#include "util/ascii.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace threadlint::cases {
namespace {

constexpr int64_t kDay = 86'400;
constexpr int64_t kWithin = 90 * kDay;
constexpr int64_t kOldAfter = 14 * kDay;
constexpr int64_t kPending = 30 * kDay;  // an unanswered mail still waits so long
constexpr size_t kMost = 32;             // signs of one kind that a thread is remembered by
constexpr size_t kLastMails = 8;         // mails of one wording that a quotation is compared with

// One thread, as far as it goes between one desk and one person.
struct Part {
  uint32_t node = 0;
  std::vector<MessageIndex> messages;  // in order of time
  std::vector<std::string> titles, all_titles;  // those that say something; and the others too
  std::vector<std::string> numbers;
  std::vector<PersonIndex> desk_addresses;  // that the desk's mails came from
};

class Matters {
 public:
  Matters(const Known& known, Strength weakest, Threads& threads)
      : known_(known), weakest_(weakest), threads_(threads) {}

  std::vector<MatterLink> Run() {
    std::map<std::pair<DeskIndex, PersonIndex>, std::vector<MessageIndex>> pairs;
    for (const MessageIndex i : known_.in_order) {
      const Correspondents& who = known_.who[i];
      if (who.desk != kNobody && who.person != kNobody)
        pairs[{who.desk, who.person}].push_back(i);
    }
    CountTitles();
    for (const Overruled& o : threads_.overruled)
      if (o.kind == Overruling::kLinksDisagree) disagree_[o.message] = o.other;
    for (const auto& [pair, messages] : pairs) JoinPair(messages);
    return std::move(links_);
  }

 private:
  uint32_t Root(MessageIndex i) { return threads_.sets.Find(MessageNode(known_.mail, i)); }
  const Message& At(MessageIndex i) const { return known_.mail.messages[i]; }

  // Titles that a desk writes to several people in mails of its own accord ("Your enquiry").
  void CountTitles() {
    std::unordered_map<std::string, PersonIndex> person;
    std::unordered_set<std::string> of_customers;
    for (const MessageIndex i : known_.in_order)
      if (known_.who[i].desk != kNobody && !known_.who[i].from_desk &&
          util::LowerAscii(known_.mail[At(i).subject]) == known_.titles[i])
        of_customers.insert(std::to_string(known_.who[i].desk) + " " + known_.titles[i]);
    for (const MessageIndex i : known_.in_order) {
      const Correspondents& who = known_.who[i];
      if (!who.from_desk || who.person == kNobody) continue;
      const std::string key = std::to_string(who.desk) + " " + known_.titles[i];
      const auto [at, added] = person.try_emplace(key, who.person);
      if (!added && at->second != who.person) at->second = kNobody;
    }
    for (const auto& [key, who] : person)
      if (who == kNobody && !of_customers.contains(key)) generic_.insert(key);
  }
  bool Generic(MessageIndex i) const {
    return generic_.contains(std::to_string(known_.who[i].desk) + " " + known_.titles[i]);
  }

  void JoinPair(const std::vector<MessageIndex>& messages) {
    std::vector<Part> parts;
    std::unordered_map<uint32_t, size_t> part_of;
    part_of_message_.clear();
    for (const MessageIndex i : messages) {
      const auto [at, added] = part_of.try_emplace(Root(i), parts.size());
      if (added) parts.push_back({Root(i), {}, {}, {}, {}, {}});
      parts[at->second].messages.push_back(i);
      part_of_message_[i] = at->second;
    }
    parts_ = &parts;
    if (parts.size() < 2) return;
    by_title_.clear();
    newest_ = second_newest_ = kNoMessage;
    by_number_.clear();
    by_both_.clear();
    by_provider_.clear();
    by_line_.clear();
    for (size_t p = 0; p < parts.size(); ++p) {
      Describe(parts[p]);
      Compare(parts[p]);
      Remember(parts[p], p);
    }
    JoinAnsweredAcross(messages);
    JoinDamaged(messages);
    for (const MessageIndex i : messages) {
      CompareQuotation(i);
      RememberLines(i);
    }
  }

  void Describe(Part& part) {
    for (const MessageIndex i : part.messages) {
      const PersonIndex author = At(i).from == 0 ? kNobody : known_.desks.Person(At(i).from);
      if (known_.who[i].from_desk && part.desk_addresses.size() < kMost &&
          std::ranges::find(part.desk_addresses, author) == part.desk_addresses.end())
        part.desk_addresses.push_back(author);
      if (!known_.titles[i].empty()) {
        Insert(part.all_titles, known_.titles[i]);
        if (!Generic(i)) Insert(part.titles, known_.titles[i]);
      }
      for (const mail::ReferenceNumber& n : mail::NumbersIn(SubjectWithoutTokens(known_.mail, known_.tokens, i)))
        Insert(part.numbers, n.value);
      if (const mail::LinkReading* reading = known_.Reading(i))
        for (const mail::ReferenceNumber& n : reading->numbers)
          if (!n.quoted && !n.standing) Insert(part.numbers, n.value);
    }
  }
  static void Insert(std::vector<std::string>& list, const std::string& value) {
    if (list.size() < kMost && std::ranges::find(list, value) == list.end()) list.push_back(value);
  }

  void Compare(const Part& part) {
    const MessageIndex first = part.messages.front();
    for (const std::string& title : part.all_titles)
      for (const std::string& number : part.numbers)
        if (const auto at = by_both_.find(title + "\n" + number); at != by_both_.end())
          Link(first, Before(first, at->second), LinkKind::kReference, LinkKind::kSubject, Strength::kMedium,
               "both name the same number and have the same subject");
    const Message& m = At(first);
    if (Asks(first) && newest_ != kNoMessage && OnlyOpen(first))
      Link(first, newest_, LinkKind::kReply, LinkKind::kReply, Strength::kMedium,
           "the desk asks for a rating, and this was the one matter open with it");
    for (const std::string& number : part.numbers) {
      const auto at = by_number_.find(number);
      if (at == by_number_.end()) continue;
      const MessageIndex to = Before(first, at->second);
      if (Names(first, number) && TakesUp(first, to))
        Link(first, to, LinkKind::kReference, LinkKind::kReply, Strength::kMedium,
             "the desk writes about the same number, of which a mail waited for its answer");
      else if (Names(first, number) && Asks(first))
        Link(first, to, LinkKind::kReference, LinkKind::kReply, Strength::kMedium,
             "the desk asks for a rating about the same number");
      else
        Weak(first, to, LinkKind::kReference, "both name the same number");
    }
    for (const std::string& title : part.titles) {
      const auto at = by_title_.find(title);
      if (at == by_title_.end()) continue;
      const MessageIndex to = Before(first, at->second);
      // What later mails of the thread are called says nothing of why it was begun.
      const bool begins_so = known_.titles[first] == title;
      if (begins_so && TakesUp(first, to))
        Link(first, to, LinkKind::kSubject, LinkKind::kReply, Strength::kMedium,
             "the desk writes under the same subject, under which a mail waited for its answer");
      else if (begins_so && Answers(first, to, title))
        Link(first, to, LinkKind::kSubject, LinkKind::kReply, Strength::kMedium,
             "by its subject it answers the desk, whose mail was the last one under that subject");
      else if (m.provider_thread != 0 && SameProvider(m.provider_thread, at->second))
        Link(first, to, LinkKind::kProvider, LinkKind::kSubject, Strength::kMedium,
             "the mail provider holds them to be one conversation, and they have one subject");
      else
        Weak(first, to, LinkKind::kSubject, "both have the same subject");
    }
  }

  bool SameProvider(uint64_t thread, size_t part) const {
    const auto at = by_provider_.find(thread);
    return at != by_provider_.end() && at->second == part;
  }

  // The thread's newest mail that is not later than `i`; its first if all are.
  MessageIndex Before(MessageIndex i, size_t part) const {
    const std::vector<MessageIndex>& messages = (*parts_)[part].messages;
    const auto later = std::ranges::upper_bound(messages, At(i).date, {},
                                                [&](MessageIndex m) { return At(m).date; });
    return later == messages.begin() ? messages.front() : *std::prev(later);
  }

  // No other thread of the two had a mail in the two weeks before.
  bool OnlyOpen(MessageIndex i) const {
    const int64_t since = At(i).date - kOldAfter;
    return At(newest_).date <= At(i).date && At(newest_).date >= since &&
           (second_newest_ == kNoMessage || At(second_newest_).date < since);
  }

  bool Names(MessageIndex i, const std::string& number) const {
    const auto is = [&](const mail::ReferenceNumber& n) { return !n.quoted && n.value == number; };
    const mail::LinkReading* reading = known_.Reading(i);
    if (reading != nullptr && std::ranges::any_of(reading->numbers, is)) return true;
    return std::ranges::any_of(mail::NumbersIn(SubjectWithoutTokens(known_.mail, known_.tokens, i)), is);
  }

  bool Asks(MessageIndex i) const {
    const mail::LinkReading* reading = known_.Reading(i);
    return known_.who[i].from_desk && reading != nullptr && reading->asks_for_rating;
  }

  // The desk begins a thread although one waits for it: `to` is the thread's newest mail before.
  bool TakesUp(MessageIndex first, MessageIndex to) const {
    const Message& m = At(first);
    return known_.who[first].from_desk && !known_.who[to].from_desk && SameMailbox(first, to) &&
           m.date >= At(to).date && m.date - At(to).date <= kPending;
  }

  // A mail of one token that answers one of another, under one subject: one matter, if it was the
  // desk that began the later thread. Two that the customer began are two.
  void JoinAnsweredAcross(const std::vector<MessageIndex>& messages) {
    for (const MessageIndex i : messages) {
      const auto at = disagree_.find(i);
      if (at == disagree_.end() || known_.titles[i].empty() || Generic(i)) continue;
      if (known_.titles[at->second] == known_.titles[i] &&
          known_.who[at->second].person == known_.who[i].person && DeskBegan(i, at->second))
        Link(i, at->second, LinkKind::kReply, LinkKind::kSubject, Strength::kMedium,
             "it answers that message under the same subject, though with another token");
    }
  }

  bool DeskBegan(MessageIndex a, MessageIndex b) const {
    const Part *x = PartOf(a), *y = PartOf(b);
    if (x == nullptr || y == nullptr || x == y) return false;
    const Part* later = x > y ? x : y;  // parts stand in the order of their beginnings
    return known_.who[later->messages.front()].from_desk;
  }

  // A damaged token is still known by one of its halves.
  void JoinDamaged(const std::vector<MessageIndex>& messages) {
    std::map<std::pair<uint32_t, std::string>, std::vector<std::pair<TokenIndex, MessageIndex>>>
        by_half;
    for (const MessageIndex i : messages)
      for (const TokenUse& use : known_.tokens.Of(At(i), i)) {
        const TokenIndex t = known_.tokens.facts[use.token].kept;
        if (use.place == TokenPlace::kReference || use.place == TokenPlace::kQuoted) continue;
        const TokenFacts& facts = known_.tokens.facts[t];
        if (!Groups(known_.tokens.tokens[t])) continue;
        const std::string key = util::LowerAscii(known_.mail[facts.key]);
        constexpr size_t kLeast = 4;
        if (key.size() < 2 * kLeast) continue;
        // A cut token has fewer characters than half of the whole one may have.
        for (const std::string& half : {"<" + key.substr(0, kLeast), key.substr(key.size() - kLeast)}) {
          auto& seen = by_half[{facts.family, half}];
          for (const auto& [other, m] : seen) {
            ++threads_.steps;
            if (other != t && !NearMiss(known_.mail[known_.tokens.facts[other].key],
                                        known_.mail[facts.key]).empty())
              Link(i, m, LinkKind::kToken, LinkKind::kToken, Strength::kMedium,
                   "its token differs from that message's as damaged ones do");
          }
          std::erase_if(seen, [&](const auto& pair) { return pair.first == t; });
          if (seen.size() == kLastMails) seen.erase(seen.begin());
          seen.emplace_back(t, i);
        }
      }
  }

  // It is written from where the waiting mail went, or that thread's mails of the desk came from:
  // other addresses of a shop send confirmations and notices about the same order.
  bool SameMailbox(MessageIndex first, MessageIndex to) const {
    const PersonIndex author = known_.desks.Person(At(first).from);
    for (const StringId a : known_.mail.Recipients(At(to)))
      if (a != 0 && known_.desks.Person(a) == author) return true;
    const Part* part = PartOf(to);
    return part != nullptr &&
           std::ranges::find(part->desk_addresses, author) != part->desk_addresses.end();
  }

  // The customer's "Re: ..." that names no mail: `to` is the newest mail under that subject.
  bool Answers(MessageIndex first, MessageIndex to, const std::string& title) const {
    const Message& m = At(first);
    const bool reply = util::LowerAscii(known_.mail[m.subject]) != title;
    return reply && !known_.who[first].from_desk && known_.who[to].from_desk &&
           m.in_reply_to + m.references == 0 && title.find(' ') != std::string::npos &&
           m.date >= At(to).date && m.date - At(to).date <= kPending;
  }

  // The earlier mail whose lines stand quoted here: the one with most of them, the latest of those.
  // Only of mails that name none: what the others quote is what they name, and the same sentences
  // are written in many matters.
  void CompareQuotation(MessageIndex i) {
    const mail::LinkReading* reading = known_.Reading(i);
    if (reading == nullptr || At(i).in_reply_to + At(i).references > 0) return;
    std::unordered_map<MessageIndex, size_t> shared;
    for (const uint64_t line : reading->quoted_lines) {
      const auto at = by_line_.find(line);
      if (at == by_line_.end()) continue;
      for (const MessageIndex m : at->second) {
        ++threads_.steps;
        ++shared[m];
      }
    }
    MessageIndex best = kNoMessage;
    size_t most = 0;
    for (const auto& [m, lines] : shared) {
      if (At(m).date > At(i).date || At(i).date - At(m).date > kWithin) continue;
      const bool later = best != kNoMessage && std::tie(At(m).date, m) > std::tie(At(best).date, best);
      if (lines > most || (lines == most && later)) {
        best = m;
        most = lines;
      }
    }
    // Nearly all that the earlier mail says, or a good deal of it.
    if (best == kNoMessage) return;
    const size_t whole = known_.Reading(best)->own_lines.size();
    if (most * 10 < whole * 8 && most < 4) return;
    if (NamesAnotherThing(i, best)) return;
    Link(i, best, LinkKind::kQuotation, LinkKind::kQuotation, Strength::kMedium,
         "it quotes what that message says");
  }

  // An old mail is used to write about something else.
  bool NamesAnotherThing(MessageIndex i, MessageIndex quoted) {
    if (known_.who[i].from_desk || At(i).date - At(quoted).date < kOldAfter) return false;
    const Part* part = PartOf(quoted);
    if (part == nullptr || part->numbers.empty()) return false;
    bool fresh = false;
    for (const mail::ReferenceNumber& n : known_.Reading(i)->numbers) {
      if (n.quoted) continue;
      if (std::ranges::find(part->numbers, n.value) != part->numbers.end()) return false;
      fresh |= n.labelled && !n.standing;
    }
    return fresh;
  }

  void Weak(MessageIndex i, MessageIndex to, LinkKind kind, std::string_view why) {
    if (weakest_ != Strength::kWeak || At(i).date - At(to).date > kWithin) return;
    Link(i, to, kind, kind, Strength::kWeak, why);
  }

  void Link(MessageIndex i, MessageIndex to, LinkKind kind, LinkKind second, Strength strength,
            std::string_view why) {
    ++threads_.steps;
    const uint32_t a = Root(i), b = Root(to);
    if (a == b) return;
    const auto contest = [&](uint32_t root, MessageIndex m) {
      const auto at = contest_.find(root);
      return at != contest_.end() ? at->second : threads_.contested[m];
    };
    const uint32_t x = contest(a, i), y = contest(b, to);
    if (x != 0 && x == y) return;
    threads_.sets.Join(a, b);
    if (x != 0 || y != 0) contest_[threads_.sets.Find(a)] = x != 0 ? x : y;
    links_.push_back({i, to, kind, second, strength, why});
  }

  // The thread's newest mail stands for it.
  void Remember(const Part& part, size_t index) {
    const MessageIndex newest = part.messages.back();
    if (newest_ == kNoMessage || At(newest).date >= At(newest_).date) {
      if (newest_ == kNoMessage || Root(newest_) != Root(newest)) second_newest_ = newest_;
      newest_ = newest;
    } else if (second_newest_ == kNoMessage || At(newest).date > At(second_newest_).date) {
      second_newest_ = newest;
    }
    for (const std::string& title : part.titles) by_title_[title] = index;
    for (const std::string& title : part.all_titles)
      for (const std::string& number : part.numbers) by_both_[title + "\n" + number] = index;
    for (const std::string& number : part.numbers) by_number_[number] = index;
    for (const MessageIndex i : part.messages) {
      ++threads_.steps;
      if (At(i).provider_thread != 0) by_provider_[At(i).provider_thread] = index;
    }
  }

  void RememberLines(MessageIndex i) {
    const mail::LinkReading* reading = known_.Reading(i);
    if (reading == nullptr) return;
    for (const uint64_t line : reading->own_lines) {
      std::vector<MessageIndex>& mails = by_line_[line];
      if (mails.size() == kLastMails) mails.erase(mails.begin());
      mails.push_back(i);
    }
  }

  const Known& known_;
  Strength weakest_;
  Threads& threads_;
  std::unordered_map<MessageIndex, MessageIndex> disagree_;  // answers that were overruled
  std::unordered_set<std::string> generic_;
  const Part* PartOf(MessageIndex i) const {
    const auto at = part_of_message_.find(i);
    return at == part_of_message_.end() ? nullptr : &(*parts_)[at->second];
  }
  std::unordered_map<MessageIndex, size_t> part_of_message_;
  const std::vector<Part>* parts_ = nullptr;
  MessageIndex newest_ = kNoMessage, second_newest_ = kNoMessage;  // of two threads
  // Of the pair at hand. Lines are of mails, the others of threads.
  std::unordered_map<std::string, size_t> by_title_, by_number_, by_both_;
  std::unordered_map<uint64_t, size_t> by_provider_;
  std::unordered_map<uint64_t, std::vector<MessageIndex>> by_line_;
  std::unordered_map<uint32_t, uint32_t> contest_;  // by root, of threads joined here
  std::vector<MatterLink> links_;
};

}  // namespace

std::vector<MatterLink> JoinMatters(const Known& known, Strength weakest, Threads& threads) {
  return Matters(known, weakest, threads).Run();
}

}  // namespace threadlint::cases
