#include "facts/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

namespace threadlint::facts {
namespace {

util::RegexSet CompilePhrases(const Wording& wording) {
  std::vector<util::RegexPattern> patterns;
  for (const Phrase& phrase : wording.phrases) patterns.push_back({phrase.regex, false});
  return util::RegexSet(patterns);
}

}  // namespace

Language::Language(Wording wording)
    : wording_(std::move(wording)), lexicon_(wording_), patterns_(CompilePhrases(wording_)) {
  for (const WordList& list : wording_.lists)
    if (list.keyword == "telltale")
      telltales_.insert(telltales_.end(), list.words.begin(), list.words.end());
  std::ranges::sort(telltales_);
}

bool Language::IsTelltale(std::string_view folded_word) const {
  return std::ranges::binary_search(telltales_, folded_word, std::less<>());
}

void Language::FindPhrases(const Folded& sentence, const OnMatch& on_match) const {
  patterns_.Find(sentence.text, [&](size_t index, std::span<const std::string_view> groups) {
    const Phrase& phrase = wording_.phrases[index];
    std::string_view found = groups[0];
    if (phrase.has_thing && groups.size() > 1 && groups[1].data() != nullptr) found = groups[1];
    const auto begin = static_cast<size_t>(found.data() - sentence.text.data());
    on_match(phrase, *FindPhraseKind(phrase.kind), begin, begin + found.size());
  });
}

Languages::Languages(const std::vector<std::pair<std::string, std::string>>& files) {
  std::map<std::string, Wording> by_code;
  std::vector<WordingError> errors;
  const auto add = [&](std::string_view text, std::string_view name) {
    // The language a file is of stands in it: read it alone first, then into what is there.
    Wording alone;
    std::vector<WordingError> ignored;
    ReadWording(text, name, alone, ignored);
    ReadWording(text, name, by_code[alone.language], errors);
    if (errors.empty()) return;
    const WordingError& e = errors.front();
    throw std::invalid_argument(fmt::format("{}:{}: {}", e.file, e.line, e.text));
  };
  for (const auto& [name, text] : BuiltInWordings()) add(text, name);
  for (const auto& [name, text] : files) add(text, name);
  for (auto& [code, wording] : by_code)
    languages_.push_back(std::make_unique<Language>(std::move(wording)));
}

const Languages& Languages::BuiltIn() {
  static const Languages languages({});
  return languages;
}

const Language* Languages::Guess(const std::vector<std::string_view>& folded_words) const {
  constexpr size_t kEnough = 200;  // words looked at
  const Language* best = nullptr;
  size_t most = 0;
  for (const auto& language : languages_) {
    size_t count = 0;
    for (size_t i = 0; i < std::min(kEnough, folded_words.size()); ++i)
      count += language->IsTelltale(folded_words[i]) ? 1 : 0;
    if (count > most) {
      most = count;
      best = language.get();
    }
  }
  return best;
}

uint64_t Languages::GivenUp() const {
  uint64_t out = 0;
  for (const auto& language : languages_) out += language->GivenUp();
  return out;
}

}  // namespace threadlint::facts
