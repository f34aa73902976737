#include "mail/link_phrases.h"

#include "mail/link_fold.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace threadlint::mail {

namespace {

constexpr size_t kGap = 5;  // words that "..." may stand for

struct Element {
  bool gap = false;
  bool optional = false;
  std::vector<uint16_t> entries;  // ascending

  bool Takes(const PhraseWord& word) const {
    for (size_t i = 0; i < word.count; ++i)
      if (std::binary_search(entries.begin(), entries.end(), word.entries[i])) return true;
    return false;
  }
};

struct Pattern {
  PhraseKind kind = PhraseKind::kHint;
  std::vector<Element> elements;
};

std::vector<std::string_view> Split(std::string_view text, char by) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(by, at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// The words ("word") and beginnings ("wor*", of three letters at least) that the rows name, each
// once, found by their first letters.
class Vocabulary {
 public:
  // The number of that word or beginning.
  uint16_t Add(std::string_view text) {
    const bool whole = !text.ends_with('*');
    Entry entry{FoldText(whole ? text : text.substr(0, text.size() - 1)), whole};
    const auto [at, is_new] =
        numbers_.try_emplace({entry.text, whole}, static_cast<uint16_t>(numbers_.size()));
    entry.number = at->second;
    if (is_new) rows_[Key(entry.text)].push_back(std::move(entry));
    return at->second;
  }

  // Calls take(number) for all that the word is or begins with.
  template <typename Take>
  void Find(std::string_view word, const Take& take) const {
    for (const Entry& entry : rows_[Key(word)])
      if (entry.whole ? word == entry.text : word.starts_with(entry.text)) take(entry.number);
  }

  size_t size() const { return numbers_.size(); }

 private:
  static constexpr size_t kKey = 3, kRows = 2048;
  struct Entry {
    std::string text;
    bool whole = false;
    uint16_t number = 0;
  };
  static size_t Key(std::string_view word) {
    size_t key = 0;
    for (const char c : word.substr(0, kKey)) key = key * 37 + static_cast<unsigned char>(c);
    return key % kRows;
  }

  std::map<std::pair<std::string, bool>, uint16_t> numbers_;
  std::array<std::vector<Entry>, kRows> rows_;
};

class Phrases {
 public:
  Phrases() {
    for (const PhraseRow& row : PhraseRows()) {
      Pattern pattern;
      pattern.kind = row.kind;
      for (std::string_view word : Split(row.pattern, ' ')) {
        Element element;
        if (word == "...") {
          element.gap = true;
        } else {
          element.optional = word.starts_with('?');
          if (element.optional) word.remove_prefix(1);
          AddAlternatives(word, '|', element);
          std::ranges::sort(element.entries);
        }
        pattern.elements.push_back(std::move(element));
      }
      patterns_.push_back(std::move(pattern));
    }
    fillers_ = NumbersOf(FillerWords(), "");
    conjunctions_ = NumbersOf(ConjunctionWords(), "");
    matters_ = NumbersOf(MatterWords(), "*");
    for (std::vector<bool>* flags : {&fillers_, &conjunctions_, &matters_})
      flags->resize(words_.size());
    begin_with_.resize(words_.size());
    for (size_t i = 0; i < patterns_.size(); ++i)
      for (const uint16_t entry : patterns_[i].elements.front().entries)
        if (begin_with_[entry].empty() || begin_with_[entry].back() != i)
          begin_with_[entry].push_back(i);
  }

  PhraseWord LookUp(std::string_view word) const {
    PhraseWord out;
    words_.Find(word, [&](uint16_t number) {
      out.filler = out.filler || fillers_[number];
      out.conjunction = out.conjunction || conjunctions_[number];
      out.matter = out.matter || matters_[number];
      if (out.count < out.entries.size()) out.entries[out.count++] = number;
    });
    return out;
  }

  std::vector<PhraseMatch> Find(std::span<const PhraseWord> words) const {
    std::vector<PhraseMatch> out;
    for (size_t i = 0; i < words.size(); ++i) {
      const std::span<const uint16_t> entries(words[i].entries.data(), words[i].count);
      for (const uint16_t entry : entries)
        for (const size_t index : begin_with_[entry]) {
          const Pattern& pattern = patterns_[index];
          const size_t length = Match(pattern.elements, words.subspan(i));
          if (length > 0) out.push_back({pattern.kind, i, i + length});
        }
    }
    return out;
  }

 private:
  void AddAlternatives(std::string_view text, char by, Element& element) {
    for (const std::string_view word : Split(text, by)) {
      if (!word.starts_with('@')) {
        element.entries.push_back(words_.Add(word));
        continue;
      }
      for (const PhraseList& list : PhraseLists())
        if (list.name == word.substr(1)) AddAlternatives(list.words, ' ', element);
    }
  }

  // Which entries the list has, by number.
  std::vector<bool> NumbersOf(std::string_view list, std::string_view suffix) {
    std::vector<bool> out;
    for (const std::string_view word : Split(list, ' ')) {
      const uint16_t number = words_.Add(std::string(word).append(suffix));
      if (number >= out.size()) out.resize(number + size_t{1});
      out[number] = true;
    }
    return out;
  }

  // Words that the elements take up at the beginning; 0 if they do not match.
  static size_t Match(std::span<const Element> elements, std::span<const PhraseWord> words) {
    size_t at = 0;
    for (size_t i = 0; i < elements.size(); ++i) {
      if (elements[i].gap) {
        for (size_t skip = 0; skip <= kGap && at + skip < words.size(); ++skip) {
          const size_t rest = Match(elements.subspan(i + 1), words.subspan(at + skip));
          if (rest > 0) return at + skip + rest;
        }
        return 0;
      }
      if (at < words.size() && elements[i].Takes(words[at])) {
        ++at;
      } else if (!elements[i].optional) {
        return 0;
      }
    }
    return at;
  }

  Vocabulary words_;
  std::vector<Pattern> patterns_;
  std::vector<std::vector<size_t>> begin_with_;  // patterns, by entry
  std::vector<bool> fillers_, conjunctions_, matters_;
};

const Phrases& Table() {
  static const Phrases phrases;
  return phrases;
}

}  // namespace

PhraseWord LookUpPhraseWord(std::string_view folded_word) { return Table().LookUp(folded_word); }

std::vector<PhraseMatch> FindPhrases(std::span<const PhraseWord> words) {
  return Table().Find(words);
}

}  // namespace threadlint::mail
