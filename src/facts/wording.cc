#include "facts/wording.h"

#include "mail/link_fold.h"
#include "util/ascii.h"
#include "util/regex_set.h"

#include <fmt/format.h>

#include <algorithm>

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

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

class Reader {
 public:
  Reader(std::string_view file, Wording& wording, std::vector<WordingError>& errors)
      : file_(file), wording_(wording), errors_(errors) {}

  void Line(std::string_view line) {
    ++line_;
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    line = util::Trim(line);
    if (line.empty() || line.starts_with('#')) return;
    if (indented) return Example(line);
    Close();
    const size_t blank = std::min(line.find_first_of(" \t"), line.size());
    const std::string keyword(line.substr(0, blank));
    const std::string_view rest = util::Trim(line.substr(blank));
    if (keyword == "language") return Language(rest);
    if (wording_.language.empty())
      return Error("the first line must be 'language CODE NAME', as in 'language en English'");
    if (keyword == "set") return Set(rest);
    if (FindPhraseKind(keyword) != nullptr) return Add(keyword, rest);
    for (const ListKind& kind : ListKinds())
      if (kind.name == keyword) return List(kind, rest);
    Error(fmt::format("'{}' is no keyword; see threadlint-wording(5)", keyword));
  }

  // Behind the last line of a phrase.
  void Close() {
    if (!open_) return;
    open_ = false;
    const Phrase& phrase = wording_.phrases.back();
    if (std::ranges::none_of(phrase.examples, &PhraseExample::found))
      errors_.push_back({std::string(file_), phrase.line,
                         "the phrase has no example: add a line '  + a sentence with it' below"});
  }

 private:
  void Error(std::string text) { errors_.push_back({std::string(file_), line_, std::move(text)}); }

  void Language(std::string_view rest) {
    const size_t blank = std::min(rest.find(' '), rest.size());
    const std::string code(rest.substr(0, blank));
    if (code.size() != 2)
      return Error("a language has a code of two letters (ISO 639-1) and a name");
    if (!wording_.language.empty() && wording_.language != code)
      return Error(fmt::format("the file is of '{}', the wording it is read into of '{}'", code,
                               wording_.language));
    wording_.language = code;
    if (blank < rest.size()) wording_.name = util::Trim(rest.substr(blank));
  }

  void Set(std::string_view rest) {
    const size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return Error("a set is 'set NAME = one|another'");
    wording_.sets[std::string(util::Trim(rest.substr(0, equals)))] =
        Expand(Fold(rest.substr(equals + 1)));
  }

  void List(const ListKind& kind, std::string_view rest) {
    WordList list;
    list.keyword = kind.name;
    list.line = line_;
    if (kind.subject) {
      const size_t colon = rest.find(':');
      if (colon == std::string_view::npos)
        return Error(fmt::format("'{} SUBJECT: words' lacks its colon", kind.name));
      list.subject = Fold(rest.substr(0, colon));
      rest.remove_prefix(colon + 1);
    }
    if (kind.name == "wants" || kind.name == "hangs")
      for (const std::string& name : SplitWords(list.subject, ' '))
        if (WantsNamed(name) == 0)
          return Error(fmt::format("'{}' is no kind of value or attachment; there are: {}", name,
                                   fmt::join(WantsNames(), ", ")));
    // Several words are one where commas part the list.
    list.words = SplitWords(rest, rest.find(',') == std::string_view::npos ? ' ' : ',');
    if (list.words.empty()) return Error("the list is empty");
    wording_.lists.push_back(std::move(list));
  }

  std::string Expand(std::string_view pattern) {
    std::string out;
    while (!pattern.empty()) {
      const size_t open = pattern.find('{');
      const size_t close = pattern.find('}', open == std::string_view::npos ? 0 : open);
      // "{2,5}" is a repetition.
      if (open == std::string_view::npos || close == std::string_view::npos) break;
      const std::string name(pattern.substr(open + 1, close - open - 1));
      out += pattern.substr(0, open);
      if (const auto at = wording_.sets.find(name); at != wording_.sets.end()) {
        out += "(?:" + at->second + ")";
      } else if (name == "thing") {
        out += close + 1 == pattern.size() ? "(.+)" : "(.+?)";
      } else if (!name.empty() && name.front() >= '0' && name.front() <= '9') {
        out += "{" + name + "}";
      } else {
        Error(fmt::format("there is no set '{}'", name));
      }
      pattern.remove_prefix(close + 1);
    }
    return out + std::string(pattern);
  }

  void Add(std::string_view kind, std::string_view rest) {
    Phrase phrase;
    phrase.kind = kind;
    phrase.pattern = rest;
    phrase.line = line_;
    if (rest.empty()) return Error(fmt::format("'{}' lacks its pattern", kind));
    const std::string folded = Fold(rest);
    phrase.regex = Expand(folded);
    // Whole words: where the pattern begins or ends with a letter, a word does.
    if (IsWordByte(folded.front()) || folded.front() == '(' || folded.front() == '{')
      phrase.regex = "\\b(?:" + phrase.regex + ")";
    if (IsWordByte(folded.back())) phrase.regex += "\\b";
    size_t groups = 0;
    for (size_t i = 0; i < phrase.regex.size(); ++i) {
      if (phrase.regex[i] == '\\') {
        ++i;
      } else if (phrase.regex[i] == '(' && phrase.regex.compare(i, 2, "(?") != 0) {
        ++groups;
      }
    }
    phrase.has_thing = groups == 1;
    const bool needs_thing = FindPhraseKind(kind)->fact.has_value();
    if (needs_thing != phrase.has_thing || groups > 1)
      return Error(needs_thing
                       ? fmt::format("a phrase of kind '{}' names one {{thing}}", kind)
                       : fmt::format("a phrase of kind '{}' has no group: write (?:...)", kind));
    if (const std::string wrong = util::RegexSet::ErrorIn({phrase.regex, false}); !wrong.empty())
      return Error(fmt::format("the pattern is no regular expression: {}", wrong));
    wording_.phrases.push_back(std::move(phrase));
    open_ = true;
  }

  void Example(std::string_view line) {
    if (!open_) return Error("an example stands below the phrase it is of");
    PhraseExample example;
    example.line = line_;
    if (line.front() != '+' && line.front() != '-')
      return Error("an example begins with '+' (found) or '-' (not found)");
    example.found = line.front() == '+';
    line = util::Trim(line.substr(1));
    if (const size_t arrow = line.find(" => "); arrow != std::string_view::npos) {
      example.thing = util::Trim(line.substr(arrow + 4));
      line = util::Trim(line.substr(0, arrow));
    }
    example.text = line;
    wording_.phrases.back().examples.push_back(std::move(example));
  }

  std::string_view file_;
  Wording& wording_;
  std::vector<WordingError>& errors_;
  uint32_t line_ = 0;
  bool open_ = false;
};

}  // namespace

void ReadWording(std::string_view text, std::string_view file, Wording& wording,
                 std::vector<WordingError>& errors) {
  Reader reader(file, wording, errors);
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    reader.Line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  reader.Close();
}

}  // namespace threadlint::facts
