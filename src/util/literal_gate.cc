#include "util/literal_gate.h"

#include "util/ascii.h"
#include "util/hash.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace threadlint::util {
namespace {

constexpr auto kWordBytes = [] {
  std::array<bool, 256> out{};
  for (size_t c = 0; c < out.size(); ++c)
    out[c] = IsAlnum(static_cast<char>(c)) || static_cast<char>(c) == '_';
  return out;
}();
bool IsWord(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }

// No word runs over that place.
bool IsEdge(std::string_view text, size_t at) {
  return at == 0 || at == text.size() || !IsWord(text[at - 1]) || !IsWord(text[at]);
}

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

}  // namespace

// The clauses that hold of a text, and where. A text is short and the clauses are thousands:
// nothing is cleared between two texts.
class LiteralGate::Holding {
 public:
  void Begin(size_t clauses) {
    if (states_.size() < clauses) states_.resize(clauses);
    ++text_;
    all_.clear();
    places_.clear();
  }
  bool Has(uint32_t clause) const { return states_[clause].text == text_; }
  void Add(uint32_t clause) {
    if (Has(clause)) return;
    states_[clause] = {text_, kNone};
    all_.push_back(clause);
  }
  void AddPlace(uint32_t clause, uint32_t at) {
    Add(clause);
    places_.push_back({at, states_[clause].place});
    states_[clause].place = static_cast<uint32_t>(places_.size() - 1);
  }
  const std::vector<uint32_t>& all() const { return all_; }
  // Adds the places of a clause, in no order.
  void PlacesOf(uint32_t clause, std::vector<uint32_t>& out) const {
    for (uint32_t i = states_[clause].place; i != kNone; i = places_[i].before)
      out.push_back(places_[i].at);
  }

 private:
  struct State {
    uint64_t text = 0;       // the last that the clause held of
    uint32_t place = kNone;  // the last in it
  };
  struct Place {
    uint32_t at = 0;
    uint32_t before = kNone;  // of the same clause
  };
  uint64_t text_ = 0;
  std::vector<State> states_;  // by clause
  std::vector<uint32_t> all_;
  std::vector<Place> places_;
};

LiteralGate::LiteralGate(std::span<const std::vector<LiteralWay>> patterns) {
  Numbers<LiteralClause, ClauseHash> clauses;
  std::vector<std::vector<Way>> rarest_of;
  std::vector<std::vector<uint32_t>> clauses_of;
  std::vector<bool> begins;  // by clause
  for (uint32_t pattern = 0; pattern < patterns.size(); ++pattern) {
    if (std::ranges::any_of(patterns[pattern],
                            [](const LiteralWay& way) { return way.clauses.empty(); })) {
      open_.push_back({pattern});
      continue;
    }
    for (const LiteralWay& way : patterns[pattern]) {
      const uint32_t rarest = clauses.Of(*std::ranges::min_element(way.clauses, {}, FrequencyOf));
      const uint32_t first = way.begins ? clauses.Of(way.clauses.front()) : kNone;
      const auto number = static_cast<uint32_t>(clauses_of.size());
      std::vector<uint32_t>& others = clauses_of.emplace_back();
      for (const LiteralClause& clause : way.clauses)
        if (const uint32_t other = clauses.Of(clause); other != rarest) others.push_back(other);
      rarest_of.resize(clauses.size());
      rarest_of[rarest].push_back({pattern, number, first});
      begins.resize(clauses.size());
      if (way.begins) begins[first] = true;
    }
  }
  rarest_of_ = FlatLists<Way>(rarest_of);
  clauses_of_ = FlatLists<uint32_t>(clauses_of);
  AddLiterals(clauses.All(), begins);
}

void LiteralGate::AddLiterals(std::span<const LiteralClause> clauses,
                              const std::vector<bool>& begins) {
  Numbers<std::string, StringHash> strings;
  std::vector<std::vector<Use>> uses_of;
  for (uint32_t clause = 0; clause < clauses.size(); ++clause)
    for (std::string_view text : clauses[clause]) {
      Use use{clause, 0, 0, begins[clause]};
      if (text.starts_with(kWordEdge)) {
        use.edges |= kBefore;
        text.remove_prefix(1);
      }
      if (text.ends_with(kWordEdge)) {
        use.edges |= kBehind;
        text.remove_suffix(1);
      }
      use.length = static_cast<uint16_t>(text.size());
      const uint32_t string = strings.Of(std::string(text));
      uses_of.resize(std::max<size_t>(uses_of.size(), string + 1));
      uses_of[string].push_back(use);
    }
  uses_of_ = FlatLists<Use>(uses_of);
  if (strings.size() > 0) automaton_ = std::make_unique<LiteralAutomaton>(strings.All());
}

// `ways` are those of one pattern that hold.
void LiteralGate::AddPattern(const Holding& holding, std::span<const Way> ways, Passed& passed) {
  Passed::Pattern& pattern = passed.patterns.emplace_back();
  pattern.number = ways.front().pattern;
  pattern.begin = pattern.end = static_cast<uint32_t>(passed.places.size());
  pattern.anywhere =
      std::ranges::any_of(ways, [](const Way& way) { return way.begins_with == kNone; });
  if (pattern.anywhere) return;
  for (const Way& way : ways) holding.PlacesOf(way.begins_with, passed.places);
  const auto begin = passed.places.begin() + pattern.begin;
  std::sort(begin, passed.places.end());
  passed.places.erase(std::unique(begin, passed.places.end()), passed.places.end());
  pattern.end = static_cast<uint32_t>(passed.places.size());
}

void LiteralGate::Pass(std::string_view text, Passed& passed) const {
  thread_local Holding holding_of_thread;
  thread_local std::vector<Way> ways_of_thread;
  thread_local std::vector<LiteralAutomaton::Place> literals_of_thread;
  Holding& holding = holding_of_thread;
  std::vector<Way>& ways = ways_of_thread;  // that hold
  std::vector<LiteralAutomaton::Place>& literals = literals_of_thread;
  passed.patterns.clear();
  passed.places.clear();
  literals.clear();
  ways = open_;
  holding.Begin(rarest_of_.size());
  if (automaton_ != nullptr) automaton_->Scan(text, literals);
  for (const LiteralAutomaton::Place& place : literals) {
    const std::span<const Use> uses = uses_of_[place.literal];
    const uint32_t begin = place.end - uses.front().length;
    const auto edges = static_cast<uint8_t>((IsEdge(text, begin) ? kBefore : 0) |
                                            (IsEdge(text, place.end) ? kBehind : 0));
    for (const Use& use : uses) {
      if ((use.edges & ~edges) != 0) continue;
      if (use.begins)
        holding.AddPlace(use.clause, begin);
      else
        holding.Add(use.clause);
    }
  }
  for (const uint32_t clause : holding.all())
    for (const Way& way : rarest_of_[clause])
      if (std::ranges::all_of(clauses_of_[way.number], [&](uint32_t c) { return holding.Has(c); }))
        ways.push_back(way);
  std::ranges::sort(ways, {}, &Way::pattern);
  for (size_t begin = 0; begin < ways.size();) {
    size_t end = begin + 1;
    while (end < ways.size() && ways[end].pattern == ways[begin].pattern) ++end;
    AddPattern(holding, std::span(ways).subspan(begin, end - begin), passed);
    begin = end;
  }
}

}  // namespace threadlint::util
