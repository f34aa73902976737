#include "facts/topics.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace threadlint::facts {
namespace {

uint64_t Pair(StateId earlier, StateId later) {
  constexpr unsigned kBits = 32;
  return uint64_t{earlier} << kBits | later;
}

}  // namespace

StateId StateOf(std::string_view name) { return static_cast<StateId>(StableHash(name)); }

Topics::Topics(std::span<const Wording* const> wordings, std::vector<WordingError>& errors) {
  for (const Wording* wording : wordings)
    for (const WordList& list : wording->lists)
      if (list.keyword == "status" || list.keyword == "policy") Declare(list);
  for (const Wording* wording : wordings)
    for (const WordList& list : wording->lists) {
      if (list.keyword == "called") Call(list, errors);
      if (list.keyword == "hinges") Add(list, hinging_, errors);
      if (list.keyword == "wished") Add(list, wished_, errors);
      if (list.keyword == "progress") Relate(list, Passage::kProgress, errors);
      if (list.keyword == "reversal") Relate(list, Passage::kReversal, errors);
      if (list.keyword == "impossible") Relate(list, Passage::kImpossible, errors);
    }
  for (const Wording* wording : wordings)
    for (const Phrase& phrase : wording->phrases)
      if (phrase.kind == "claim" && !states_.contains(StateOf(phrase.subject)))
        errors.push_back({phrase.file, phrase.line,
                          fmt::format("there is no state '{}': a line 'status TOPIC: states' or "
                                      "'policy TOPIC: states' declares it",
                                      phrase.subject)});
}

void Topics::Declare(const WordList& list) {
  for (const std::string& word : list.words) {
    State state{fmt::format("{}.{}", list.subject, word), StateOf(list.subject)};
    const StateId id = StateOf(state.name);
    if (list.keyword == "policy") policies_.insert(id);
    states_.emplace(id, std::move(state));
  }
}

void Topics::Call(const WordList& list, std::vector<WordingError>& errors) {
  const StateId topic = StateOf(list.subject);
  if (std::ranges::none_of(states_, [topic](const auto& s) { return s.second.topic == topic; }))
    errors.push_back({list.file, list.line, fmt::format("there is no topic '{}'", list.subject)});
  else
    called_[topic] = fmt::format("{}", fmt::join(list.words, " "));
}

void Topics::Add(const WordList& list, std::unordered_set<StateId>& states,
                 std::vector<WordingError>& errors) const {
  for (const std::string& word : list.words) {
    const std::string name = fmt::format("{}.{}", list.subject, word);
    if (states_.contains(StateOf(name)))
      states.insert(StateOf(name));
    else
      errors.push_back({list.file, list.line, fmt::format("there is no state '{}'", name)});
  }
}

void Topics::Relate(const WordList& list, Passage passage, std::vector<WordingError>& errors) {
  for (const std::string& word : list.words) {
    const size_t arrow = word.find('>');
    if (arrow == std::string::npos) {
      errors.push_back(
          {list.file, list.line,
           fmt::format("'{}' is no passage: write EARLIER>LATER, as in refused>issued", word)});
      continue;
    }
    const std::string names[] = {fmt::format("{}.{}", list.subject, word.substr(0, arrow)),
                                 fmt::format("{}.{}", list.subject, word.substr(arrow + 1))};
    bool known = true;
    for (const std::string& name : names) {
      if (states_.contains(StateOf(name))) continue;
      known = false;
      errors.push_back({list.file, list.line, fmt::format("there is no state '{}'", name)});
    }
    if (known) passages_.emplace(Pair(StateOf(names[0]), StateOf(names[1])), passage);
  }
}

Passage Topics::Between(StateId earlier, StateId later) const {
  const auto at = passages_.find(Pair(earlier, later));
  return at == passages_.end() ? Passage::kOpen : at->second;
}

std::string_view Topics::Name(StateId state) const {
  const auto at = states_.find(state);
  return at == states_.end() ? std::string_view() : at->second.name;
}

std::string_view Topics::CalledOf(StateId state) const {
  const auto at = called_.find(TopicOf(state));
  return at == called_.end() ? std::string_view{} : at->second;
}

StateId Topics::TopicOf(StateId state) const {
  const auto at = states_.find(state);
  return at == states_.end() ? 0 : at->second.topic;
}

}  // namespace threadlint::facts
