#include "facts/check_wording.h"

#include "facts/folded.h"
#include "facts/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace threadlint::facts {
namespace {

// Wording of one language, and whose its phrases are.
struct Merged {
  Wording wording;
  std::vector<size_t> owners;  // by phrase: index of the file; kNobody: built in
};
constexpr size_t kNobody = SIZE_MAX;

// What is wrong with the example; empty if it is right.
std::string ErrorIn(const PhraseExample& example, size_t phrase, const Language& language) {
  const Folded folded = FoldWithPlaces(example.text, 0);
  const std::string thing = FoldWithPlaces(example.thing, 0).text;
  bool found = false, right = false;
  std::string_view first;
  language.FindPhrases(folded, [&](const Language::Match& match) {
    if (&match.phrase != &language.wording().phrases[phrase]) return;
    const auto what = std::string_view(folded.text).substr(match.begin, match.end - match.begin);
    if (!found) first = what;
    found = true;
    right = right || what.find(thing) != std::string_view::npos;
  });
  if (found && !example.found) return "the phrase is found in this, and must not be";
  if (!found && example.found) return "the phrase is not found in its example";
  if (example.found && !right)
    return fmt::format("the phrase finds '{}' in its example, not '{}'", first, thing);
  return {};
}

void CheckTopics(const std::map<std::string, Merged>& by_code, std::vector<CheckedWording>& out) {
  std::vector<const Wording*> wordings;
  wordings.reserve(by_code.size());
  for (const auto& [code, merged] : by_code) wordings.push_back(&merged.wording);
  std::vector<WordingError> errors;
  const Topics topics(wordings, errors);
  for (WordingError& error : errors)
    if (const auto file = std::ranges::find(out, error.file, &CheckedWording::file);
        file != out.end())
      file->errors.push_back(std::move(error));
}

void RunExamples(Merged& merged, std::vector<CheckedWording>& out) {
  const Language language(std::move(merged.wording));
  const std::vector<Phrase>& phrases = language.wording().phrases;
  for (size_t i = 0; i < phrases.size(); ++i) {
    if (merged.owners[i] == kNobody) continue;
    CheckedWording& file = out[merged.owners[i]];
    ++file.phrases;
    for (const PhraseExample& example : phrases[i].examples) {
      ++file.examples;
      if (std::string error = ErrorIn(example, i, language); !error.empty())
        file.errors.push_back({file.file, example.line, std::move(error)});
    }
  }
}

}  // namespace

std::vector<CheckedWording> CheckWordings(
    const std::vector<std::pair<std::string, std::string>>& files, bool alone) {
  std::map<std::string, Merged> by_code;
  if (!alone)
    for (const auto& [name, text] : BuiltInWordings()) {
      Merged& merged = by_code[LanguageOf(text)];
      std::vector<WordingError> ignored;  // a test sees to it that there are none
      ReadWording(text, name, merged.wording, ignored);
      merged.owners.resize(merged.wording.phrases.size(), kNobody);
    }
  std::vector<CheckedWording> out;
  for (const auto& [name, text] : files) {
    CheckedWording& checked = out.emplace_back();
    checked.file = name;
    checked.language = LanguageOf(text);
    Merged& merged = by_code[checked.language];
    const size_t sets = merged.wording.set_lines;
    const size_t lists = merged.wording.lists.size();
    ReadWording(text, name, merged.wording, checked.errors);
    if (checked.errors.empty()) CheckTelltales(merged.wording, name, checked.errors);
    checked.sets = merged.wording.set_lines - sets;
    checked.lists = merged.wording.lists.size() - lists;
    merged.owners.resize(merged.wording.phrases.size(), out.size() - 1);
  }
  CheckTopics(by_code, out);
  for (auto& [code, merged] : by_code)
    if (std::ranges::any_of(merged.owners, [](size_t owner) { return owner != kNobody; }))
      RunExamples(merged, out);
  for (CheckedWording& checked : out)
    std::ranges::stable_sort(checked.errors, {}, &WordingError::line);
  return out;
}

}  // namespace threadlint::facts
