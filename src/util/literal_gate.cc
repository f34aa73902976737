#include "util/literal_gate.h"

#include "util/ascii.h"
#include "util/hash.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace threadlint::util {
namespace {

bool IsWord(char c) { return IsAlnum(c) || c == '_'; }

struct ClauseHash {
  size_t operator()(const LiteralClause& clause) const {
    size_t out = 0;
    for (const std::string& text : clause) out = out * 31 + StringHash()(text);
    return out;
  }
};

// Gives what is equal the same number.
template <typename T, typename Hash>
class Numbers {
 public:
  uint32_t Of(const T& value) {
    const auto [at, added] = numbers_.try_emplace(value, static_cast<uint32_t>(numbers_.size()));
    return at->second;
  }
  size_t size() const { return numbers_.size(); }
  std::vector<T> All() const {
    std::vector<T> out(numbers_.size());
    for (const auto& [value, number] : numbers_) out[number] = value;
    return out;
  }

 private:
  std::unordered_map<T, uint32_t, Hash> numbers_;
};

// The clauses that hold of a text. A text is short and the clauses are thousands: nothing is
// cleared between two texts.
class Holding {
 public:
  void Begin(size_t clauses) {
    if (text_of_.size() < clauses) text_of_.resize(clauses);
    ++text_;
    all_.clear();
  }
  bool Has(uint32_t clause) const { return text_of_[clause] == text_; }
  void Add(uint32_t clause) {
    text_of_[clause] = text_;
    all_.push_back(clause);
  }
  const std::vector<uint32_t>& all() const { return all_; }

 private:
  uint64_t text_ = 0;
  std::vector<uint64_t> text_of_;  // by clause: the last text that it held of
  std::vector<uint32_t> all_;
};

}  // namespace

LiteralGate::LiteralGate(std::span<const std::vector<LiteralWay>> patterns) {
  Numbers<LiteralClause, ClauseHash> clauses;
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
  Numbers<std::string, StringHash> strings;
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
  thread_local Holding of_thread;
  Holding& holding = of_thread;
  holding.Begin(rarest_of_.size());
  automaton_->Scan(text, [&](uint32_t string, size_t end) {
    for (const Use& use : uses_of_[string])
      if (!holding.Has(use.clause) && Stands(use, text, end)) holding.Add(use.clause);
  });
  for (const uint32_t clause : holding.all())
    for (const Way& way : rarest_of_[clause])
      if (std::ranges::all_of(clauses_of_[way.number], [&](uint32_t c) { return holding.Has(c); }))
        passed.push_back(way.pattern);
  std::ranges::sort(passed);
  passed.erase(std::unique(passed.begin(), passed.end()), passed.end());
}

}  // namespace threadlint::util
