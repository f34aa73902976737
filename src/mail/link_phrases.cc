#include "mail/link_phrases.h"

#include "mail/link_fold.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace threadlint::mail {

namespace {

constexpr size_t kKey = 3;  // letters of a word that the index knows it by
constexpr size_t kGap = 5;  // words that "..." may stand for

struct Element {
  bool gap = false;
  bool optional = false;
  std::vector<std::string> words;   // sorted
  std::vector<std::string> starts;  // "wor*"

  bool Takes(const std::string& word) const {
    return std::binary_search(words.begin(), words.end(), word) ||
           std::any_of(starts.begin(), starts.end(),
                       [&](const std::string& start) { return word.starts_with(start); });
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

void AddAlternatives(std::string_view text, char by, Element& element) {
  for (const std::string_view word : Split(text, by)) {
    if (word.starts_with('@')) {
      for (const PhraseList& list : PhraseLists())
        if (list.name == word.substr(1)) AddAlternatives(list.words, ' ', element);
    } else if (word.ends_with('*')) {
      element.starts.push_back(FoldText(word.substr(0, word.size() - 1)));
    } else {
      element.words.push_back(FoldText(word));
    }
  }
}

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
          std::sort(element.words.begin(), element.words.end());
        }
        pattern.elements.push_back(std::move(element));
      }
      const size_t index = patterns_.size();
      const auto add = [&](const std::string& word) {
        std::vector<size_t>& of_key = index_[word.substr(0, kKey)];
        if (of_key.empty() || of_key.back() != index) of_key.push_back(index);
      };
      for (const std::string& word : pattern.elements.front().words) add(word);
      for (const std::string& word : pattern.elements.front().starts) add(word);
      patterns_.push_back(std::move(pattern));
    }
    for (const std::string_view word : Split(FillerWords(), ' ')) fillers_.insert(FoldText(word));
    for (const std::string_view word : Split(MatterWords(), ' '))
      matters_.push_back(FoldText(word));
  }

  std::vector<PhraseMatch> Find(std::span<const std::string> words) const {
    std::vector<PhraseMatch> out;
    for (size_t i = 0; i < words.size(); ++i) {
      const auto found = index_.find(words[i].substr(0, kKey));
      if (found == index_.end()) continue;
      for (const size_t index : found->second) {
        const Pattern& pattern = patterns_[index];
        const size_t length = Match(pattern.elements, words.subspan(i));
        if (length > 0) out.push_back({pattern.kind, i, i + length});
      }
    }
    return out;
  }

  bool IsFiller(const std::string& word) const { return fillers_.contains(word); }
  bool IsMatter(std::string_view word) const {
    return std::any_of(matters_.begin(), matters_.end(),
                       [&](const std::string& start) { return word.starts_with(start); });
  }

 private:
  // Words that the elements take up at the beginning; 0 if they do not match.
  static size_t Match(std::span<const Element> elements, std::span<const std::string> words) {
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

  std::vector<Pattern> patterns_;
  std::unordered_map<std::string, std::vector<size_t>> index_;
  std::unordered_set<std::string> fillers_;
  std::vector<std::string> matters_;
};

const Phrases& Table() {
  static const Phrases phrases;
  return phrases;
}

}  // namespace

std::vector<PhraseMatch> FindPhrases(std::span<const std::string> words) {
  return Table().Find(words);
}

bool IsFiller(std::string_view folded_word) { return Table().IsFiller(std::string(folded_word)); }

bool IsMatter(std::string_view folded_word) { return Table().IsMatter(folded_word); }

}  // namespace threadlint::mail
