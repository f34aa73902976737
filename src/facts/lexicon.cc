#include "facts/lexicon.h"

#include "util/memo.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <numeric>
#include <utility>

namespace threadlint::facts {
namespace {

constexpr auto kClasses = std::to_array<std::pair<std::string_view, WordClass>>({
    {"plain", WordClass::kPlain},
    {"vague", WordClass::kVague},
    {"other", WordClass::kOther},
    {"link", WordClass::kLink},
    {"and", WordClass::kAnd},
    {"or", WordClass::kOr},
    {"verb", WordClass::kVerb},
    {"action", WordClass::kAction},
    {"part", WordClass::kPart},
    {"ask", WordClass::kAsk},
    {"auxiliary", WordClass::kAuxiliary},
    {"stop", WordClass::kStop},
    {"qualify", WordClass::kQualify},
    {"holder", WordClass::kHolder},
    {"bundle", WordClass::kBundle},
    {"none", WordClass::kNone},
    {"event", WordClass::kEvent},
    {"many", WordClass::kMany},
    {"moves", WordClass::kMoves},
});

// Words of grammar are what they are only in the form that stands in the list.
bool IsGrammar(WordClass c) {
  switch (c) {
    case WordClass::kVague:
    case WordClass::kOther:
    case WordClass::kPart:
    case WordClass::kAction:
    case WordClass::kHolder:
    case WordClass::kBundle:
    case WordClass::kEvent:
    case WordClass::kMany:
    case WordClass::kMoves:
      return false;
    default:
      return true;
  }
}

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

Wants WantsOf(std::string_view names) {
  Wants out = 0;
  while (!names.empty()) {
    const size_t end = std::min(names.find(' '), names.size());
    out |= WantsNamed(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return out;
}

}  // namespace

Lexicon::Lexicon(const Wording& wording)
    : number_([] {
        static std::atomic<uint64_t> last = 0;
        return ++last;
      }()) {
  for (const WordList& list : wording.lists) {
    if (list.keyword == "beginning")
      beginnings_.insert(beginnings_.end(), list.words.begin(), list.words.end());
    if (list.keyword == "nouns")
      nouns_first_ = std::ranges::find(list.words, "first") != list.words.end();
    if (list.keyword == "tail") tails_.insert(tails_.end(), list.words.begin(), list.words.end());
    if (list.keyword != "ending" && list.keyword != "spelled") continue;
    for (const std::string& word : list.words) {
      const size_t colon = word.find(':');
      (list.keyword == "ending" ? endings_ : spelled_)
          .emplace_back(word.substr(0, colon),
                        colon == std::string::npos ? "" : word.substr(colon + 1));
    }
  }
  for (auto* pairs : {&endings_, &spelled_})
    std::ranges::stable_sort(
        *pairs, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  std::ranges::stable_sort(
      tails_, [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  // Which words are the same comes first: the other lists count for all of them.
  for (const WordList& list : wording.lists)
    if (list.keyword == "alike")
      for (const std::string& word : list.words)
        Entry(word, true).same_as = static_cast<WordId>(StableHash(Stem(list.subject)));
  for (const WordList& list : wording.lists) {
    for (const auto& [keyword, what] : kClasses) {
      if (list.keyword != keyword) continue;
      for (const std::string& word : list.words) {
        if (word.find(' ') != std::string::npos) {
          compounds_.push_back({word, what});
        } else {
          Entry(word, !IsGrammar(what)).classes |= Bit(what);
        }
      }
    }
    const bool names = list.keyword == "wants" || list.keyword == "hangs" ||
                       list.keyword == "label" || list.keyword == "alike" ||
                       list.keyword == "instance";
    if ((list.keyword == "alike" || list.keyword == "instance") &&
        list.subject.find(' ') != std::string::npos)
      compounds_.push_back({list.subject, WordClass{}});
    for (const std::string& word : list.words) {
      // "a/c" and "s/n" are words too.
      if (names && word.find_first_of(" /") != std::string::npos)
        compounds_.push_back({word, WordClass{}});
      if (list.keyword == "instance") Entry(word, false).instance_of.push_back(Id(list.subject));
      if (list.keyword == "wants") Entry(word, true).wants |= WantsOf(list.subject);
      if (list.keyword == "hangs") Entry(word, true).hangs |= WantsOf(list.subject);
      if (list.keyword == "label") Entry(word, true).labels |= WantsOf(list.subject);
    }
  }
  // What counts for a word counts for all its forms and equals.
  for (const WordList& list : wording.lists)
    if (list.keyword == "alike")
      for (const std::string& word : list.words) Entry(word, true).Add(Entry(list.subject, true));
  for (auto& [word, entry] : exact_)
    if (const auto at = stems_.find(Stem(word)); at != stems_.end()) entry.Add(at->second);
  std::ranges::stable_sort(compounds_, [](const Compound& a, const Compound& b) {
    return a.text.size() > b.text.size();
  });
  compounds_by_text_.resize(compounds_.size());
  std::iota(compounds_by_text_.begin(), compounds_by_text_.end(), 0U);
  std::ranges::sort(compounds_by_text_, {},
                    [&](uint32_t i) -> std::string_view { return compounds_[i].text; });
}

const KnownWord& Lexicon::Know(std::string_view word) const {
  constexpr size_t kKnown = 4096;
  thread_local util::Memo<KnownWord, kKnown> known;
  const auto look = [this](std::string_view unknown) {
    return KnownWord{&Of(unknown), Id(unknown), TailOf(unknown), CompoundsWith(unknown)};
  };
  return known.Of(word, look, number_);
}

// Those that can stand where `word` does.
std::vector<uint32_t> Lexicon::CompoundsWith(std::string_view word) const {
  const auto text = [&](uint32_t i) -> std::string_view { return compounds_[i].text; };
  std::vector<uint32_t> out;
  for (auto at = std::ranges::lower_bound(compounds_by_text_, word, {}, text);
       at != compounds_by_text_.end() && text(*at).starts_with(word); ++at)
    out.push_back(*at);
  std::ranges::sort(out);
  return out;
}

const Lexicon::Compound* Lexicon::CompoundAt(std::string_view rest, const KnownWord& word,
                                             size_t& length) const {
  constexpr size_t kLongestEnding = 3;
  for (const uint32_t i : word.compounds) {
    const Compound& compound = compounds_[i];
    if (!rest.starts_with(compound.text)) continue;
    size_t end = compound.text.size();
    while (end < rest.size() && !IsWordEdge(rest, end)) ++end;
    const size_t ending = end - compound.text.size();
    if (ending > 0 && (compound.what != WordClass{} || ending > kLongestEnding ||
                       Stem(rest.substr(0, end)) != Stem(compound.text)))
      continue;
    length = end;
    return &compound;
  }
  return nullptr;
}

void WordEntry::Add(const WordEntry& other) {
  classes |= other.classes;
  wants |= other.wants;
  hangs |= other.hangs;
  labels |= other.labels;
  instance_of.insert(instance_of.end(), other.instance_of.begin(), other.instance_of.end());
}

WordEntry& Lexicon::Entry(std::string_view word, bool stemmed) {
  return stemmed ? stems_[Stem(word)] : exact_[std::string(word)];
}

std::string Lexicon::Spelled(std::string_view word) const {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const auto here = std::ranges::find_if(
        spelled_, [&](const auto& pair) { return word.substr(at).starts_with(pair.first); });
    if (here == spelled_.end()) {
      out += word[at++];
    } else {
      out += here->second;
      at += here->first.size();
    }
  }
  return out;
}

std::string Lexicon::Stem(std::string_view word) const {
  constexpr size_t kShortest = 3;  // of what is left
  std::string spelled;
  if (!spelled_.empty()) word = spelled = Spelled(word);
  for (const auto& [ending, instead] : endings_) {
    if (!word.ends_with(ending) || word.size() - ending.size() < kShortest) continue;
    std::string stem(word.substr(0, word.size() - ending.size()));
    stem += instead;
    // "Supplied" is "supply", which has an ending of its own.
    if (!instead.empty() && stem.size() < word.size()) return Stem(stem);
    if (instead.empty()) {
      // "stopped" is "stop", "calling" stays "call"; "reference" and "referenced" end alike.
      const size_t n = stem.size();
      if (n > kShortest && stem[n - 1] == stem[n - 2] && !IsVowel(stem[n - 1]) &&
          stem[n - 1] != 'l' && stem[n - 1] != 's')
        stem.pop_back();
      if (stem.size() > kShortest && stem.back() == 'e') stem.pop_back();
    }
    return stem;
  }
  std::string stem(word);
  if (stem.size() > kShortest && stem.back() == 'e') stem.pop_back();
  return stem;
}

size_t Lexicon::TailOf(std::string_view word) const {
  constexpr size_t kShortest = 3;  // of what stands before
  for (const std::string& tail : tails_) {
    if (!word.ends_with(tail) || word.size() < tail.size() + kShortest) continue;
    return exact_.contains(word) || stems_.contains(Stem(word)) ? 0 : tail.size();
  }
  return 0;
}

WordId Lexicon::Id(std::string_view word) const {
  const std::string stem = Stem(word);
  const auto at = stems_.find(stem);
  if (at != stems_.end() && at->second.same_as != 0) return at->second.same_as;
  return static_cast<WordId>(StableHash(stem));
}

const WordEntry& Lexicon::Of(std::string_view word) const {
  static const WordEntry kNone;
  if (const auto at = exact_.find(word); at != exact_.end()) return at->second;
  if (const auto at = stems_.find(Stem(word)); at != stems_.end()) return at->second;
  return kNone;
}

}  // namespace threadlint::facts
