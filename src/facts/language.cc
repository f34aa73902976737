#include "facts/language.h"

#include "util/memo.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <utility>

namespace threadlint::facts {
namespace {

constexpr std::string_view kOtherwise = "en";
constexpr std::string_view kEvery = "all";

util::RegexSet CompilePhrases(const Wording& wording) {
  std::vector<util::RegexPattern> patterns;
  for (const Phrase& phrase : wording.phrases) patterns.push_back({phrase.regex, false});
  return util::RegexSet(patterns);
}

void AddWords(const Wording& wording, std::string_view keyword, std::vector<std::string>& out) {
  for (const WordList& list : wording.lists)
    if (list.keyword == keyword) out.insert(out.end(), list.words.begin(), list.words.end());
}

}  // namespace

// All matches in one sentence, by places in it.
struct Language::Found {
  struct Place {
    uint32_t begin = 0, end = 0;
  };
  struct At {
    uint32_t phrase = 0;  // into Wording::phrases
    Place whole, thing, what;
    bool has_what = false;
  };
  std::vector<At> matches;
  uint64_t given_up = 0;
};

Language::Language(Wording wording)
    : number_([] {
        static std::atomic<uint64_t> last = 0;
        return ++last;
      }()),
      wording_(std::move(wording)),
      lexicon_(wording_),
      patterns_(CompilePhrases(wording_)) {
  for (const Phrase& phrase : wording_.phrases) kinds_.push_back(FindPhraseKind(phrase.kind));
}

Language::Found Language::Search(std::string_view sentence) const {
  Found out;
  const auto place = [sentence](std::string_view part) {
    const auto begin = static_cast<uint32_t>(part.data() - sentence.data());
    return Found::Place{begin, begin + static_cast<uint32_t>(part.size())};
  };
  out.given_up =
      patterns_.Find(sentence, [&](size_t index, std::span<const std::string_view> groups) {
        const Phrase& phrase = wording_.phrases[index];
        Found::At match;
        match.phrase = static_cast<uint32_t>(index);
        match.whole = match.thing = place(groups[0]);
        if (phrase.edges.begin && !IsWordEdge(sentence, match.whole.begin)) return;
        if (phrase.edges.end && !IsWordEdge(sentence, match.whole.end)) return;
        const auto group = [&](bool has, size_t n) {
          return has && n < groups.size() ? groups[n] : std::string_view();
        };
        if (const auto thing = group(phrase.has_thing, phrase.thing_group); thing.data() != nullptr)
          match.thing = place(thing);
        if (const auto what = group(phrase.has_what, phrase.what_group); what.data() != nullptr) {
          match.what = place(what);
          match.has_what = true;
        }
        out.matches.push_back(match);
      });
  return out;
}

uint64_t Language::FindPhrases(const Folded& sentence, const OnMatch& on_match) const {
  // Desks answer in set phrases, and sign alike.
  constexpr size_t kKnown = 4096;
  thread_local util::Memo<Found, kKnown> known;
  const std::string_view text = sentence.text;
  const Found& found = known.Of(
      text, [this](std::string_view unknown) { return Search(unknown); }, number_);
  for (const Found::At& match : found.matches) {
    const Phrase& phrase = wording_.phrases[match.phrase];
    const std::string_view what =
        match.has_what ? text.substr(match.what.begin, match.what.end - match.what.begin)
                       : std::string_view();
    on_match({phrase, *kinds_[match.phrase], match.thing.begin, match.thing.end, what,
              match.whole.begin, match.whole.end});
  }
  return found.given_up;
}

namespace {

// The whole wording of a language that no file of the user's is of.
Wording ReadBuiltIn(std::string_view code) {
  Wording out;
  std::vector<WordingError> none;  // as a test sees to
  for (const auto& [name, text] : BuiltInWordings())
    if (LanguageOf(text) == code) ReadWording(text, name, out, none, Patterns::kTested);
  return out;
}

}  // namespace

// A language that may never be met: read and compiled at the first use, by one worker for all.
class Languages::Entry {
 public:
  // `whole`: more than its open lines were read.
  Entry(Wording wording, bool on, bool whole)
      : wording_(std::move(wording)), on_(on), whole_(whole) {
    code_ = wording_.language;
  }

  const std::string& code() const { return code_; }
  bool on() const { return on_; }
  const Language* Get() const {
    std::call_once(once_, [this] {
      compiled_ = std::make_unique<Language>(whole_ ? std::move(wording_) : ReadBuiltIn(code_));
    });
    return compiled_.get();
  }

 private:
  mutable Wording wording_;  // until it is compiled
  bool on_, whole_;
  std::string code_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const Language> compiled_;
};

Languages::~Languages() = default;

Languages::Languages(const std::vector<std::pair<std::string, std::string>>& files,
                     std::span<const std::string> wanted) {
  std::vector<std::pair<std::string_view, std::string_view>> all = BuiltInWordings();
  const size_t built_in = all.size();
  all.insert(all.end(), files.begin(), files.end());
  std::map<std::string, bool> experimental;  // by code
  std::set<std::string> extended;            // by files of the user
  for (size_t i = 0; i < all.size(); ++i) {
    const WordingHead head = HeadOf(all[i].second);
    experimental[head.language] = experimental[head.language] || head.experimental;
    if (i >= built_in) extended.insert(head.language);
  }
  for (const std::string& code : wanted) CheckLanguage(code, files);
  const auto is_on = [&](const std::string& code) {
    if (wanted.empty()) return !experimental[code];
    return std::ranges::any_of(wanted,
                               [&](const std::string& w) { return w == code || w == kEvery; });
  };
  std::map<std::string, Wording> by_code;
  std::vector<WordingError> errors;
  for (size_t i = 0; i < all.size(); ++i) {
    const auto& [name, text] = all[i];
    const std::string code = LanguageOf(text);
    Wording& wording = by_code[code];
    const bool whole = is_on(code) && extended.contains(code);
    ReadWording(whole ? std::string(text) : OpenLinesOf(text), name, wording, errors,
                i < built_in ? Patterns::kTested : Patterns::kChecked);
    if (i >= built_in && is_on(code)) CheckTelltales(wording, name, errors);
  }
  std::vector<const Wording*> wordings;
  wordings.reserve(by_code.size());
  for (const auto& [code, wording] : by_code) wordings.push_back(&wording);
  for (const Wording* wording : wordings) AddWords(*wording, "team", team_words_);
  std::ranges::sort(team_words_);
  topics_ = Topics(wordings, errors);
  if (!errors.empty()) {
    const WordingError& e = errors.front();
    throw std::invalid_argument(fmt::format(
        "{}:{}: {}{}", e.file, e.line, e.text,
        errors.size() == 1
            ? std::string()
            : fmt::format(" ({} more; 'threadlint wording check' tells all)", errors.size() - 1)));
  }
  for (auto& [code, wording] : by_code) {
    std::vector<std::string> words;
    AddWords(wording, "telltale", words);
    for (std::string& word : words) {
      std::vector<size_t>& of = telltales_[std::move(word)];
      if (of.empty() || of.back() != entries_.size()) of.push_back(entries_.size());
    }
    entries_.push_back(
        std::make_unique<Entry>(std::move(wording), is_on(code), extended.contains(code)));
  }
}

void CheckLanguage(std::string_view code,
                   const std::vector<std::pair<std::string, std::string>>& files) {
  std::set<std::string> known;
  for (const auto& [name, text] : BuiltInWordings()) known.insert(LanguageOf(text));
  for (const auto& [name, text] : files) known.insert(LanguageOf(text));
  known.erase("");
  if (code == kEvery || known.contains(std::string(code))) return;
  throw std::invalid_argument(fmt::format("there is no wording of the language '{}'; there {} {}",
                                          code, known.size() == 1 ? "is" : "are",
                                          fmt::join(known, ", ")));
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

std::vector<const Language*> Languages::all() const {
  std::vector<const Language*> out;
  for (const auto& entry : entries_)
    if (entry->on()) out.push_back(entry->Get());
  return out;
}

const Language* Languages::Guess(const std::vector<std::string_view>& folded_words) const {
  constexpr size_t kEnough = 200;  // words looked at
  const Entry* best = nullptr;
  size_t most = 0;
  const size_t looked_at = std::min(kEnough, folded_words.size());
  // "tenancy attached": a few words that tell nothing are taken for English.
  constexpr size_t kFew = 12;
  if (looked_at > 0 && looked_at <= kFew)
    for (const auto& entry : entries_)
      if (entry->code() == kOtherwise) best = entry.get();
  std::vector<size_t> counts(entries_.size());
  for (size_t i = 0; i < looked_at; ++i)
    if (const auto of = telltales_.find(folded_words[i]); of != telltales_.end())
      for (const size_t entry : of->second) ++counts[entry];
  for (size_t i = 0; i < entries_.size(); ++i) {
    const auto& entry = entries_[i];
    const size_t count = counts[i];
    // A word or two of it stand in other languages too.
    constexpr size_t kOneIn = 15;
    if (count * kOneIn < looked_at || count == 0) continue;
    // Of two that are equal the one that can be read.
    if (count < most || (count == most && (best->on() || !entry->on()))) continue;
    most = count;
    best = entry.get();
  }
  return best == nullptr || !best->on() ? nullptr : best->Get();
}

bool Languages::IsTeamWord(std::string_view folded_word) const {
  return std::ranges::binary_search(team_words_, folded_word, std::less<>());
}

}  // namespace threadlint::facts
