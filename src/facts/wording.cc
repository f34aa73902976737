#include "facts/wording.h"

#include "mail/link_fold.h"
#include "util/ascii.h"
#include "util/regex_set.h"
#include "util/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace threadlint::facts {
namespace {

std::string Fold(std::string_view text) {
  std::string out;
  for (const char c : mail::FoldText(util::Trim(text)))
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  return out;
}

std::vector<std::string> SplitWords(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    if (const std::string_view word = util::Trim(text.substr(0, end)); !word.empty())
      out.push_back(Fold(word));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// "keyword rest".
struct Entry {
  std::string_view keyword, rest;
};
Entry SplitEntry(std::string_view line) {
  const size_t blank = std::min(line.find_first_of(" \t"), line.size());
  return {line.substr(0, blank), util::Trim(line.substr(blank))};
}

std::string_view NextLine(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::string_view WithoutMark(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

// Throws nothing: `error` says what is wrong with the regular expression that the phrase becomes.
void Compile(const PatternSets& sets, Phrase& phrase, std::string& error) {
  const std::string folded = FoldPattern(phrase.pattern);
  phrase.regex = ExpandPattern(folded, sets, error);
  phrase.edges = EdgesOf(folded);
  // Beyond ASCII the engines know no words; Language looks at the edges itself.
  if (!util::IsAscii(phrase.regex)) return;
  if (phrase.edges.begin) phrase.regex = "\\b(?:" + phrase.regex + ")";
  // Not "\\b": what ends with a sign needs no word behind it.
  if (phrase.edges.end) phrase.regex = "(?:" + phrase.regex + ")(?:\\b|\\W|$)";
}

class Reader {
 public:
  Reader(std::string_view file, Wording& wording, std::vector<WordingError>& errors,
         Patterns patterns)
      : file_(file), wording_(wording), errors_(errors), patterns_(patterns) {}

  // False: the rest of the file makes no sense.
  bool Line(std::string_view line) {
    ++line_;
    if (!util::IsValidUtf8(line) || line.find('\0') != std::string_view::npos) {
      Error("this is no text in UTF-8; save the file as UTF-8");
      return false;
    }
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    line = util::Trim(line);
    if (line.empty() || line.starts_with('#')) return true;
    if (indented) {
      Example(line);
      return true;
    }
    Close();
    phrase_ = State::kNone;
    const auto [keyword, rest] = SplitEntry(line);
    if (keyword == "language") return Language(rest);
    if (!has_language_) {
      Error("the first line must be 'language CODE NAME', as in 'language en English'");
      return false;
    }
    if (keyword == "set") {
      Set(rest);
    } else if (const PhraseKind* kind = FindPhraseKind(keyword); kind != nullptr) {
      phrase_ = State::kWrong;
      Add(*kind, rest);
    } else if (const auto list = std::ranges::find(ListKinds(), keyword, &ListKind::name);
               list != ListKinds().end()) {
      List(*list, rest);
    } else {
      Error(fmt::format("'{}' is no keyword; 'threadlint wording keywords' lists them", keyword));
    }
    return true;
  }

  // Behind the last line.
  void Finish() {
    Close();
    if (!has_language_ && first_error_ == errors_.size())
      errors_.push_back({std::string(file_), std::max(line_, uint32_t{1}),
                         "there is nothing in it; it begins with 'language CODE NAME'"});
    // Phrases know their sets by name: what was added to one holds for all.
    if (set_grew_) {
      std::string ignored;  // each set was looked at by itself
      for (Phrase& phrase : wording_.phrases) Compile(wording_.sets, phrase, ignored);
    }
    std::ranges::stable_sort(errors_.begin() + static_cast<std::ptrdiff_t>(first_error_),
                             errors_.end(), {}, &WordingError::line);
  }

 private:
  enum class State : uint8_t { kNone, kWrong, kOpen };  // of the phrase above

  void Error(std::string text) { errors_.push_back({std::string(file_), line_, std::move(text)}); }

  void Close() {
    if (phrase_ != State::kOpen) return;
    const Phrase& phrase = wording_.phrases.back();
    if (std::ranges::none_of(phrase.examples, &PhraseExample::found))
      errors_.push_back({std::string(file_), phrase.line,
                         "the phrase has no example: add a line '  + a sentence with it' below"});
  }

  bool Language(std::string_view rest) {
    const auto [code, name] = SplitEntry(rest);
    if (code.size() != 2 || !std::ranges::all_of(code, util::IsLower)) {
      Error(
          "a language has a code of two small letters (ISO 639-1) and a name: language en English");
      return false;
    }
    if (!wording_.language.empty() && wording_.language != code) {
      Error(fmt::format("a file is of one language; this one is of '{}', not '{}'",
                        wording_.language, code));
      return false;
    }
    has_language_ = true;
    wording_.language = code;
    if (!name.empty() && wording_.name.empty()) wording_.name = name;
    return true;
  }

  void Set(std::string_view rest) {
    const size_t equals = rest.find('=');
    if (equals == std::string_view::npos)
      return Error("a set is 'set NAME = one|another'; 'set NAME += third' adds to it");
    const bool adds = equals > 0 && rest[equals - 1] == '+';
    const std::string name(util::Trim(rest.substr(0, adds ? equals - 1 : equals)));
    const bool good = !name.empty() && util::IsLower(name.front()) && name != "thing" &&
                      std::ranges::all_of(name, [](char c) {
                        return util::IsLower(c) || util::IsDigit(c) || c == '-' || c == '_';
                      });
    if (!good)
      return Error(
          fmt::format("'{}' names no set: small letters, digits and '-' do, but not "
                      "'thing', which is for what a phrase finds",
                      name));
    std::string text = FoldPattern(rest.substr(equals + 1));
    if (text.empty()) return Error(fmt::format("the set '{}' is empty", name));
    const auto known = wording_.sets.find(name);
    if (adds && known == wording_.sets.end())
      return Error(
          fmt::format("there is no set '{}' to add to; 'set {} = ...' makes it", name, name));
    if (!adds && known != wording_.sets.end() && known->second != text)
      return Error(
          fmt::format("there is a set '{}' already; 'set {} += ...' adds to it, or take "
                      "another name",
                      name, name));
    if (adds) text = known->second + "|" + text;
    PatternSets sets = wording_.sets;
    sets[name] = text;
    std::string error;
    const std::string regex = ExpandPattern(fmt::format("{{{}}}", name), sets, error);
    if (error.empty() && CountGroups(regex) > 0) error = "a set has no group: write (?:...)";
    if (error.empty()) error = RegexError(regex);
    if (!error.empty()) return Error(std::move(error));
    wording_.sets = std::move(sets);
    ++wording_.set_lines;
    set_grew_ = set_grew_ || adds;
  }

  std::string RegexError(const std::string& regex) const {
    if (patterns_ == Patterns::kTested) return {};
    const std::string wrong = util::RegexSet::ErrorIn({regex, false});
    return wrong.empty() ? wrong : fmt::format("the pattern is no regular expression: {}", wrong);
  }

  void List(const ListKind& kind, std::string_view rest) {
    WordList list;
    list.keyword = kind.name;
    list.file = file_;
    list.line = line_;
    if (!kind.words) {
      if (!rest.empty()) return Error(fmt::format("'{}' stands alone in its line", kind.name));
      (kind.name == "capitals" ? wording_.capitals : wording_.experimental) = true;
      return;
    }
    if (kind.subject) {
      const size_t colon = rest.find(':');
      if (colon == std::string_view::npos)
        return Error(fmt::format("'{} SUBJECT: words' lacks its colon", kind.name));
      list.subject = Fold(rest.substr(0, colon));
      if (list.subject.empty())
        return Error(fmt::format("'{} SUBJECT: words' lacks its subject", kind.name));
      rest.remove_prefix(colon + 1);
    }
    if (kind.name == "wants" || kind.name == "hangs" || kind.name == "label")
      for (const std::string& name : SplitWords(list.subject, ' '))
        if (WantsNamed(name) == 0)
          return Error(fmt::format("'{}' is no kind of value or attachment; there are: {}", name,
                                   fmt::join(WantsNames(), ", ")));
    // Several words are one where commas part the list.
    list.words = SplitWords(rest, rest.find(',') == std::string_view::npos ? ' ' : ',');
    if (list.words.empty()) return Error("the list is empty");
    wording_.lists.push_back(std::move(list));
  }

  void Add(const PhraseKind& kind, std::string_view rest) {
    Phrase phrase;
    phrase.kind = kind.name;
    phrase.pattern = rest;
    phrase.file = file_;
    phrase.line = line_;
    if (kind.subject) {
      const size_t colon = rest.find(':');
      if (colon == std::string_view::npos || util::Trim(rest.substr(0, colon)).empty())
        return Error(fmt::format("'{} SUBJECT: pattern' lacks its subject", kind.name));
      phrase.subject = Fold(rest.substr(0, colon));
      rest = util::Trim(rest.substr(colon + 1));
      phrase.pattern = rest;
      if (kind.fact == FactKind::kDue && DueNamed(phrase.subject) == Due::kNone)
        return Error(fmt::format("'{}' is no end of a time; there are: {}", phrase.subject,
                                 fmt::join(DueNames(), ", ")));
    }
    if (rest.empty()) return Error(fmt::format("'{}' lacks its pattern", kind.name));
    std::string error;
    Compile(wording_.sets, phrase, error);
    if (!error.empty()) return Error(std::move(error));
    if (std::string wrong = RegexError(phrase.regex); !wrong.empty())
      return Error(std::move(wrong));
    const size_t groups = CountGroups(phrase.regex);
    const size_t thing = phrase.pattern.find("{thing}"), what = phrase.pattern.find("{what:");
    phrase.has_what = kind.bare && what != std::string::npos;
    phrase.has_thing = phrase.has_what ? thing != std::string::npos : groups == 1;
    if (phrase.has_what && phrase.has_thing)
      (thing < what ? phrase.what_group : phrase.thing_group) = 2;
    const size_t most = (phrase.has_thing ? 1U : 0U) + (phrase.has_what ? 1U : 0U);
    const bool fits = kind.fact.has_value() == phrase.has_thing || kind.bare;
    if (!fits || groups > most)
      return Error(kind.fact
                       ? fmt::format("a phrase of kind '{}' names one {{thing}}", kind.name)
                       : fmt::format("a phrase of kind '{}' has no {{thing}} and no group: write "
                                     "(?:...)",
                                     kind.name));
    wording_.phrases.push_back(std::move(phrase));
    phrase_ = State::kOpen;
  }

  void Example(std::string_view line) {
    if (phrase_ == State::kWrong) return;  // one error is enough
    if (phrase_ == State::kNone)
      return Error("an indented line is an example, and stands below the phrase it is of");
    PhraseExample example;
    example.line = line_;
    phrase_ = State::kWrong;  // if this returns early
    if (line.front() != '+' && line.front() != '-')
      return Error("an example begins with '+' (found) or '-' (not found)");
    example.found = line.front() == '+';
    line = util::Trim(line.substr(1));
    if (const size_t arrow = line.find(" => "); arrow != std::string_view::npos) {
      example.thing = util::Trim(line.substr(arrow + 4));
      line = util::Trim(line.substr(0, arrow));
    }
    example.text = line;
    Phrase& phrase = wording_.phrases.back();
    if (example.text.empty()) return Error("the example has no text");
    if (!example.thing.empty() && (!example.found || !phrase.has_thing))
      return Error("'=>' names what a phrase with {thing} finds in a '+' example");
    phrase_ = State::kOpen;
    phrase.examples.push_back(std::move(example));
  }

  std::string_view file_;
  Wording& wording_;
  std::vector<WordingError>& errors_;
  const Patterns patterns_;
  const size_t first_error_ = errors_.size();
  uint32_t line_ = 0;
  State phrase_ = State::kNone;
  bool has_language_ = false;
  bool set_grew_ = false;
};

}  // namespace

WordingHead HeadOf(std::string_view text) {
  WordingHead out;
  text = WithoutMark(text);
  while (!text.empty()) {
    const std::string_view line = util::Trim(NextLine(text));
    if (line.empty() || line.starts_with('#')) continue;
    const auto [keyword, rest] = SplitEntry(line);
    if (keyword == "experimental" && rest.empty()) {
      out.experimental = true;
    } else if (keyword == "language") {
      if (out.language.empty()) out.language = SplitEntry(rest).keyword;
    } else if (!out.language.empty()) {
      break;  // the head is over
    }
  }
  return out;
}

std::string OpenLinesOf(std::string_view text) {
  constexpr std::array<std::string_view, 11> kKept = {
      "language", "telltale", "team",       "status", "policy", "called",
      "progress", "reversal", "impossible", "hinges", "wished"};
  std::string out;
  text = WithoutMark(text);
  while (!text.empty()) {
    const std::string_view line = NextLine(text);
    if (std::ranges::find(kKept, SplitEntry(line).keyword) != kKept.end()) out += line;
    out += '\n';
  }
  return out;
}

void ReadWording(std::string_view text, std::string_view file, Wording& wording,
                 std::vector<WordingError>& errors, Patterns patterns) {
  Reader reader(file, wording, errors, patterns);
  text = WithoutMark(text);
  while (!text.empty() && reader.Line(NextLine(text))) continue;
  reader.Finish();
}

}  // namespace threadlint::facts
