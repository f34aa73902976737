#include "util/literal_gate.h"

#include "util/ascii.h"

#include <algorithm>
#include <map>
#include <string>

namespace threadlint::util {
namespace {

bool IsWord(char c) { return IsAlnum(c) || c == '_'; }

// Gives what is equal the same number.
template <typename T>
class Numbers {
 public:
  uint32_t Of(const T& value) {
    const auto [at, added] = numbers_.emplace(value, static_cast<uint32_t>(numbers_.size()));
    return at->second;
  }
  size_t size() const { return numbers_.size(); }
  std::vector<T> All() const {
    std::vector<T> out(numbers_.size());
    for (const auto& [value, number] : numbers_) out[number] = value;
    return out;
  }

 private:
  std::map<T, uint32_t> numbers_;
};

}  // namespace

LiteralGate::LiteralGate(std::span<const std::vector<LiteralWay>> patterns) {
  Numbers<LiteralClause> clauses;
  std::vector<std::vector<Way>> rarest_of;
  std::vector<std::vector<uint32_t>> clauses_of;
  for (uint32_t pattern = 0; pattern < patterns.size(); ++pattern) {
    if (std::ranges::any_of(patterns[pattern], &LiteralWay::empty)) {
      open_.push_back(pattern);
      continue;
    }
    for (const LiteralWay& way : patterns[pattern]) {
      const uint32_t rarest = clauses.Of(*std::ranges::min_element(way, {}, FrequencyOf));
      rarest_of.resize(std::max<size_t>(rarest_of.size(), rarest + 1));
      rarest_of[rarest].push_back({pattern, static_cast<uint32_t>(clauses_of.size())});
      std::vector<uint32_t>& others = clauses_of.emplace_back();
      for (const LiteralClause& clause : way)
        if (const uint32_t number = clauses.Of(clause); number != rarest) others.push_back(number);
    }
  }
  rarest_of.resize(clauses.size());
  rarest_of_ = FlatLists<Way>(rarest_of);
  clauses_of_ = FlatLists<uint32_t>(clauses_of);
  AddLiterals(clauses.All());
}

void LiteralGate::AddLiterals(std::span<const LiteralClause> clauses) {
  Numbers<std::string> strings;
  std::vector<std::vector<Use>> uses_of;
  for (uint32_t clause = 0; clause < clauses.size(); ++clause)
    for (std::string_view text : clauses[clause]) {
      Use use{clause, 0, text.starts_with(kWordEdge), text.ends_with(kWordEdge)};
      text.remove_prefix(use.begins ? 1 : 0);
      text.remove_suffix(use.ends ? 1 : 0);
      use.length = static_cast<uint16_t>(text.size());
      const uint32_t string = strings.Of(std::string(text));
      uses_of.resize(std::max<size_t>(uses_of.size(), string + 1));
      uses_of[string].push_back(use);
    }
  uses_of_ = FlatLists<Use>(uses_of);
  if (strings.size() > 0) automaton_ = std::make_unique<LiteralAutomaton>(strings.All());
}

bool LiteralGate::Stands(const Use& use, std::string_view text, size_t end) {
  const auto is_edge = [&](size_t at) {
    return at == 0 || at == text.size() || !IsWord(text[at - 1]) || !IsWord(text[at]);
  };
  return (!use.begins || is_edge(end - use.length)) && (!use.ends || is_edge(end));
}

void LiteralGate::Pass(std::string_view text, std::vector<uint32_t>& passed) const {
  passed = open_;
  if (automaton_ == nullptr) return;
  std::vector<bool> holds(rarest_of_.size());  // by clause
  std::vector<uint32_t> found;                 // clauses that hold
  automaton_->Scan(text, [&](uint32_t string, size_t end) {
    for (const Use& use : uses_of_[string]) {
      if (holds[use.clause] || !Stands(use, text, end)) continue;
      holds[use.clause] = true;
      found.push_back(use.clause);
    }
  });
  for (const uint32_t clause : found)
    for (const Way& way : rarest_of_[clause])
      if (std::ranges::all_of(clauses_of_[way.number], [&](uint32_t c) { return holds[c]; }))
        passed.push_back(way.pattern);
  std::ranges::sort(passed);
  passed.erase(std::unique(passed.begin(), passed.end()), passed.end());
}

}  // namespace threadlint::util
