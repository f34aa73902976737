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
  Numbers<std::string> literals;
  for (uint32_t pattern = 0; pattern < patterns.size(); ++pattern) {
    if (std::ranges::any_of(patterns[pattern], &LiteralWay::empty)) {
      open_.push_back(pattern);
      continue;
    }
    for (const LiteralWay& way : patterns[pattern]) {
      const uint32_t rarest = clauses.Of(*std::ranges::min_element(way, {}, FrequencyOf));
      rarest_of_.resize(std::max<size_t>(rarest_of_.size(), rarest + 1));
      Way& added = rarest_of_[rarest].emplace_back(Way{pattern, {}});
      for (const LiteralClause& clause : way)
        if (const uint32_t number = clauses.Of(clause); number != rarest)
          added.clauses.push_back(number);
    }
  }
  rarest_of_.resize(clauses.size());
  const std::vector<LiteralClause> all = clauses.All();
  for (uint32_t clause = 0; clause < all.size(); ++clause)
    for (const std::string& text : all[clause]) {
      const uint32_t literal = literals.Of(text);
      literals_.resize(std::max<size_t>(literals_.size(), literal + 1));
      literals_[literal].clauses.push_back(clause);
    }
  Numbers<std::string> strings;
  const std::vector<std::string> texts = literals.All();
  for (uint32_t literal = 0; literal < texts.size(); ++literal) {
    std::string_view text = texts[literal];
    Literal& l = literals_[literal];
    l.begins = text.starts_with(kWordEdge);
    l.ends = text.ends_with(kWordEdge);
    text.remove_prefix(l.begins ? 1 : 0);
    text.remove_suffix(l.ends ? 1 : 0);
    l.length = static_cast<uint32_t>(text.size());
    const uint32_t number = strings.Of(std::string(text));
    literals_of_.resize(std::max<size_t>(literals_of_.size(), number + 1));
    literals_of_[number].push_back(literal);
  }
  if (strings.size() > 0) automaton_ = std::make_unique<LiteralAutomaton>(strings.All());
}

bool LiteralGate::Stands(const Literal& literal, std::string_view text, size_t end) {
  const auto is_edge = [&](size_t at) {
    return at == 0 || at == text.size() || !IsWord(text[at - 1]) || !IsWord(text[at]);
  };
  return (!literal.begins || is_edge(end - literal.length)) && (!literal.ends || is_edge(end));
}

void LiteralGate::Pass(std::string_view text, std::vector<uint32_t>& passed) const {
  passed = open_;
  if (automaton_ == nullptr) return;
  std::vector<bool> seen(literals_.size());
  std::vector<bool> holds(rarest_of_.size());  // by clause
  std::vector<uint32_t> found;                 // clauses that hold
  automaton_->Scan(text, [&](uint32_t string, size_t end) {
    for (const uint32_t literal : literals_of_[string]) {
      if (seen[literal] || !Stands(literals_[literal], text, end)) continue;
      seen[literal] = true;
      for (const uint32_t clause : literals_[literal].clauses) {
        if (holds[clause]) continue;
        holds[clause] = true;
        found.push_back(clause);
      }
    }
  });
  for (const uint32_t clause : found)
    for (const Way& way : rarest_of_[clause])
      if (std::ranges::all_of(way.clauses, [&](uint32_t c) { return holds[c]; }))
        passed.push_back(way.pattern);
  std::ranges::sort(passed);
  passed.erase(std::ranges::unique(passed).begin(), passed.end());
}

}  // namespace threadlint::util
