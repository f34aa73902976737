// What can be said of a matter, and what cannot be so after something else was: the topics of the
// wording files. Topics hold for all languages, whichever file declares them.
#pragma once

#include "facts/reading.h"
#include "facts/wording.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace threadlint::facts {

// From one state of a topic to a later one.
enum class Passage : uint8_t {
  kOpen,  // nothing is declared: both may be so
  kProgress,
  kReversal,  // a turn in the customer's favour
  kImpossible,
};

class Topics {
 public:
  Topics() = default;
  // What is wrong with a line is told in `errors`, with the line's own file name where it is known.
  Topics(std::span<const Wording* const> wordings, std::vector<WordingError>& errors);

  Passage Between(StateId earlier, StateId later) const;
  // What the rules of a business say, not what has become of a thing.
  bool IsPolicy(StateId state) const { return policies_.contains(state); }
  // What is said of the time to come or as a rule, which a condition in the same sentence limits.
  bool Hinges(StateId state) const { return IsPolicy(state) || hinging_.contains(state); }
  // Is said of what the customer asked for: of another day or hour it may be otherwise.
  bool IsWished(StateId state) const { return wished_.contains(state); }
  // "refund.issued"; empty if there is no such state.
  std::string_view Name(StateId state) const;
  // "the refund", for readers of a report; empty if the topic has no such words.
  std::string_view CalledOf(StateId state) const;
  // Of the topic alone: equal for states of one topic.
  StateId TopicOf(StateId state) const;

 private:
  struct State {
    std::string name;
    StateId topic = 0;
  };
  void Declare(const WordList& list);
  void Call(const WordList& list, std::vector<WordingError>& errors);
  void Add(const WordList& list, std::unordered_set<StateId>& states,
           std::vector<WordingError>& errors) const;
  void Relate(const WordList& list, Passage passage, std::vector<WordingError>& errors);

  std::unordered_map<StateId, State> states_;
  std::unordered_map<uint64_t, Passage> passages_;
  std::unordered_map<StateId, std::string> called_;  // by topic
  std::unordered_set<StateId> policies_, hinging_, wished_;
};

// "refund.issued" as claims name it.
StateId StateOf(std::string_view name);

}  // namespace threadlint::facts
