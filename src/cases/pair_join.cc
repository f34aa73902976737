#include "cases/pair_join.h"

#include "cases/matter_numbers.h"

#include <algorithm>

namespace threadlint::cases {

PairJoin::PairJoin(MatterJoin& join, std::span<const MessageIndex> messages)
    : join_(join), known_(join.known), messages_(messages) {
  std::unordered_map<uint32_t, size_t> part_of;
  for (const MessageIndex i : messages) {
    const auto [at, added] = part_of.try_emplace(join.Root(i), parts_.size());
    if (added) parts_.emplace_back();
    parts_[at->second].messages.push_back(i);
    part_of_message_[i] = at->second;
  }
}

void PairJoin::Run() {
  if (parts_.size() < 2) return;
  for (size_t p = 0; p < parts_.size(); ++p) {
    Describe(parts_[p]);
    Compare(parts_[p]);
    Remember(parts_[p], p);
  }
  JoinAnsweredAcross();
  JoinDamaged();
  for (const MessageIndex i : messages_) {
    CompareQuotation(i);
    RememberLines(i);
  }
}

void PairJoin::Describe(Part& part) {
  for (const MessageIndex i : part.messages) {
    ++join_.threads.steps;
    const PersonIndex author = At(i).from == 0 ? kNobody : known_.desks.Person(At(i).from);
    if (known_.who[i].from_desk && part.desk_addresses.size() < kMostSigns &&
        std::ranges::find(part.desk_addresses, author) == part.desk_addresses.end())
      part.desk_addresses.push_back(author);
    if (!known_.titles[i].empty()) {
      const std::string title(known_.titles[i]);
      Insert(part.all_titles, title);
      if (!join_.titles.ToSeveralPeople(i)) Insert(part.titles, title);
    }
    for (const std::string& n : NumbersNamed(known_, i)) Insert(part.numbers, n);
  }
}

void PairJoin::Insert(std::vector<std::string>& list, const std::string& value) {
  if (list.size() < kMostSigns && std::ranges::find(list, value) == list.end())
    list.push_back(value);
}

std::string PairJoin::Both(const std::string& title, const std::string& number) {
  std::string out = title;
  out += '\n';
  out += number;
  return out;
}

void PairJoin::Remember(const Part& part, size_t index) {
  const MessageIndex newest = part.messages.back();
  if (newest_ == kNoMessage || At(newest).date >= At(newest_).date) {
    if (newest_ == kNoMessage || join_.Root(newest_) != join_.Root(newest))
      second_newest_ = newest_;
    newest_ = newest;
  } else if (second_newest_ == kNoMessage || At(newest).date > At(second_newest_).date) {
    second_newest_ = newest;
  }
  for (const std::string& title : part.titles) by_title_[title] = index;
  for (const std::string& title : part.all_titles)
    for (const std::string& number : part.numbers) by_both_[Both(title, number)] = index;
  for (const std::string& number : part.numbers) {
    std::vector<size_t>& threads = by_number_[number];
    constexpr size_t kMostThreads = 8;
    if (threads.size() == kMostThreads) threads.erase(threads.begin());
    threads.push_back(index);
  }
  for (const MessageIndex i : part.messages) {
    ++join_.threads.steps;
    if (At(i).provider_thread != 0) by_provider_[At(i).provider_thread] = index;
  }
}

}  // namespace threadlint::cases
