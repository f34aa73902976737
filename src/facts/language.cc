#include "facts/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

namespace threadlint::facts {
namespace {

constexpr std::string_view kOtherwise = "en";

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
    const auto match = static_cast<size_t>(found.data() - sentence.text.data());
    if (phrase.edges.begin && !IsWordEdge(sentence.text, match)) return;
    if (phrase.edges.end && !IsWordEdge(sentence.text, match + found.size())) return;
    if (phrase.has_thing && groups.size() > 1 && groups[1].data() != nullptr) found = groups[1];
    const auto begin = static_cast<size_t>(found.data() - sentence.text.data());
    on_match(phrase, *FindPhraseKind(phrase.kind), begin, begin + found.size());
  });
}

Languages::Languages(const std::vector<std::pair<std::string, std::string>>& files) {
  std::map<std::string, Wording> by_code;
  std::vector<WordingError> errors;
  const auto add = [&](std::string_view text, std::string_view name) {
    ReadWording(text, name, by_code[LanguageOf(text)], errors);
  };
  for (const auto& [name, text] : BuiltInWordings()) add(text, name);
  for (const auto& [name, text] : files) {
    add(text, name);
    if (const auto at = by_code.find(LanguageOf(text)); at != by_code.end())
      CheckTelltales(at->second, name, errors);
  }
  std::vector<const Wording*> wordings;
  for (const auto& [code, wording] : by_code) wordings.push_back(&wording);
  topics_ = Topics(wordings, errors);
  if (!errors.empty()) {
    const WordingError& e = errors.front();
    throw std::invalid_argument(fmt::format(
        "{}:{}: {}{}", e.file, e.line, e.text,
        errors.size() == 1
            ? std::string()
            : fmt::format(" ({} more; 'threadlint wording check' tells all)", errors.size() - 1)));
  }
  for (auto& [code, wording] : by_code)
    languages_.push_back(std::make_unique<Language>(std::move(wording)));
}

void CheckTelltales(const Wording& wording, std::string_view file,
                    std::vector<WordingError>& errors) {
  if (wording.language.empty()) return;  // told by ReadWording
  if (std::ranges::find(wording.lists, "telltale", &WordList::keyword) != wording.lists.end())
    return;
  errors.push_back({std::string(file), 1,
                    fmt::format("nothing tells text in '{}' from other languages: add a line "
                                "'telltale' with its most frequent words",
                                wording.language)});
}

const Languages& Languages::BuiltIn() {
  static const Languages languages({});
  return languages;
}

const Language* Languages::Guess(const std::vector<std::string_view>& folded_words) const {
  constexpr size_t kEnough = 200;  // words looked at
  const Language* best = nullptr;
  size_t most = 0;
  const size_t looked_at = std::min(kEnough, folded_words.size());
  // "tenancy attached": a few words that tell nothing are taken for English.
  constexpr size_t kFew = 12;
  if (looked_at > 0 && looked_at <= kFew)
    for (const auto& language : languages_)
      if (language->wording().language == kOtherwise) best = language.get();
  for (const auto& language : languages_) {
    size_t count = 0;
    for (size_t i = 0; i < looked_at; ++i) count += language->IsTelltale(folded_words[i]) ? 1 : 0;
    // A word or two of it stand in other languages too.
    constexpr size_t kOneIn = 15;
    if (count > most && count * kOneIn >= looked_at) {
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
