// Threads of one pair that agree in what they are called, in numbers, or in who waits for whom.
#include "cases/matter_numbers.h"
#include "cases/pair_join.h"
#include "cases/person.h"
#include "cases/title.h"
#include "util/ascii.h"

#include <algorithm>
#include <iterator>

namespace threadlint::cases {
namespace {

constexpr int64_t kPending = 30 * kDay;  // an unanswered mail still waits so long

}  // namespace

void PairJoin::Compare(const Part& part) {
  const MessageIndex first = part.messages.front();
  join_.threads.steps += part.all_titles.size() * part.numbers.size();
  for (const std::string& title : part.all_titles)
    for (const std::string& number : part.numbers)
      if (const auto at = by_both_.find(Both(title, number)); at != by_both_.end())
        join_.Add({first, Before(first, at->second), LinkKind::kReference, LinkKind::kSubject,
                   Strength::kMedium, "both name the same number and have the same subject"});
  const Message& m = At(first);
  if (Asks(first) && newest_ != kNoMessage && OnlyOpen(first))
    join_.Add({first, newest_, LinkKind::kReply, LinkKind::kReply, Strength::kMedium,
               "the desk asks for a rating, and this was the one matter open with it"});
  for (const std::string& number : part.numbers) {
    const auto at = by_number_.find(number);
    if (at == by_number_.end()) continue;
    MessageIndex to = Before(first, at->second.back());
    // The shop's notices about the same order may stand between.
    bool waits = false;
    if (Names(first, number))
      for (size_t k = at->second.size(); !waits && k-- > 0;) {
        ++join_.threads.steps;
        const MessageIndex asked = Before(first, at->second[k]);
        waits = TakesUp(first, asked);
        if (waits) to = asked;
      }
    if (waits)
      join_.Add({first, to, LinkKind::kReference, LinkKind::kReply, Strength::kMedium,
                 "the desk writes about the same number, of which a mail waited for its answer"});
    else if (Names(first, number) && Asks(first))
      join_.Add({first, to, LinkKind::kReference, LinkKind::kReply, Strength::kMedium,
                 "the desk asks for a rating about the same number"});
    else
      join_.AddWeak(first, to, LinkKind::kReference, "both name the same number");
  }
  for (const std::string& title : part.titles) {
    const auto at = by_title_.find(title);
    if (at == by_title_.end()) continue;
    const MessageIndex to = Before(first, at->second);
    // What later mails of the thread are called says nothing of why it was begun.
    const bool begins_so = known_.titles[first] == title;
    if (begins_so && TakesUp(first, to))
      join_.Add(
          {first, to, LinkKind::kSubject, LinkKind::kReply, Strength::kMedium,
           "the desk writes under the same subject, under which a mail waited for its answer"});
    else if (begins_so && Answers(first, to, title))
      join_.Add(
          {first, to, LinkKind::kSubject, LinkKind::kReply, Strength::kMedium,
           "by its subject it answers the desk, whose mail was the last one under that subject"});
    else if (m.provider_thread != 0 && SameProvider(m.provider_thread, at->second))
      join_.Add({first, to, LinkKind::kProvider, LinkKind::kSubject, Strength::kMedium,
                 "the mail provider holds them to be one conversation, and they have one subject"});
    else
      join_.AddWeak(first, to, LinkKind::kSubject, "both have the same subject");
  }
}

bool PairJoin::SameProvider(uint64_t thread, size_t part) const {
  const auto at = by_provider_.find(thread);
  return at != by_provider_.end() && at->second == part;
}

MessageIndex PairJoin::Before(MessageIndex i, size_t part) const {
  const std::vector<MessageIndex>& messages = parts_[part].messages;
  const auto later = std::ranges::upper_bound(messages, At(i).date, {},
                                              [&](MessageIndex m) { return At(m).date; });
  // What a machine sent since is no answer.
  constexpr int kFew = 4;
  auto at = later;
  for (int k = 0; k < kFew && at != messages.begin(); ++k) {
    --at;
    const mail::LinkReading* reading = known_.Reading(*at);
    const bool machine =
        At(*at).auto_replied || At(*at).bounce ||
        (reading != nullptr && (reading->acknowledges || reading->asks_for_rating));
    if (!machine) return *at;
  }
  return later == messages.begin() ? messages.front() : *std::prev(later);
}

bool PairJoin::OnlyOpen(MessageIndex i) const {
  const int64_t since = At(i).date - kOldAfter;
  return At(newest_).date <= At(i).date && At(newest_).date >= since &&
         (second_newest_ == kNoMessage || At(second_newest_).date < since);
}

bool PairJoin::Names(MessageIndex i, const std::string& number) const {
  const auto is = [&](const mail::ReferenceNumber& n) { return !n.quoted && n.value == number; };
  const mail::LinkReading* reading = known_.Reading(i);
  if (reading != nullptr && std::ranges::any_of(reading->numbers, is)) return true;
  return std::ranges::any_of(mail::NumbersIn(SubjectWithoutTokens(known_.mail, known_.tokens, i)),
                             is);
}

bool PairJoin::Asks(MessageIndex i) const {
  const mail::LinkReading* reading = known_.Reading(i);
  return known_.who[i].from_desk && reading != nullptr && reading->asks_for_rating;
}

bool PairJoin::TakesUp(MessageIndex first, MessageIndex to) const {
  const Message& m = At(first);
  return known_.who[first].from_desk && !known_.who[to].from_desk && SameMailbox(first, to) &&
         m.date >= At(to).date && m.date - At(to).date <= kPending;
}

bool PairJoin::SameMailbox(MessageIndex first, MessageIndex to) const {
  // Under his own title, as an answer, an address that nobody reads is the desk's all the same.
  const std::string_view title = known_.titles[first];
  if (IsNoReply(known_.mail[At(first).from]) && !title.empty() && title == known_.titles[to] &&
      util::LowerAscii(known_.mail[At(first).subject]) != title)
    return true;
  const PersonIndex author = known_.desks.Person(At(first).from);
  for (const StringId a : known_.mail.Recipients(At(to)))
    if (a != 0 && known_.desks.Person(a) == author) return true;
  const Part* part = PartOf(to);
  return part != nullptr &&
         std::ranges::find(part->desk_addresses, author) != part->desk_addresses.end();
}

bool PairJoin::Answers(MessageIndex first, MessageIndex to, const std::string& title) const {
  const Message& m = At(first);
  const bool reply = util::LowerAscii(known_.mail[m.subject]) != title;
  return reply && !known_.who[first].from_desk && known_.who[to].from_desk &&
         m.in_reply_to + m.references == 0 && title.find(' ') != std::string::npos &&
         m.date >= At(to).date && m.date - At(to).date <= kPending;
}

}  // namespace threadlint::cases
