#include "facts/wording_pattern.h"

#include "mail/link_fold.h"
#include "util/ascii.h"
#include "util/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::facts {
namespace {

constexpr size_t kMostNested = 16;            // sets in sets
constexpr size_t kLongest = size_t{1} << 16;  // of a pattern with its sets put in

bool IsWordByte(char c) {
  return util::IsLower(c) || util::IsDigit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool IsAsciiByte(char c) { return static_cast<unsigned char>(c) < 0x80; }

struct Range {
  char32_t first, last;
};
// Letters that stand beside each other without a blank where words end: Thai and Lao, Burmese,
// Khmer, the scripts of East Asia; and what is no letter at all.
constexpr Range kNoWords[] = {{0x80, 0xBF},     {0xE00, 0xEFF},   {0x1000, 0x109F},
                              {0x1780, 0x17FF}, {0x2000, 0x2BFF}, {0x2E80, 0x10FFFF}};

bool IsWordLetter(char32_t c) {
  if (c < 0x80) return IsWordByte(static_cast<char>(c));
  for (const Range& range : kNoWords)
    if (c >= range.first && c <= range.last) return false;
  return true;
}

class Expander {
 public:
  Expander(const PatternSets& sets, std::string& error) : sets_(sets), error_(error) {}

  std::string Run(std::string_view pattern, bool whole, size_t depth) {
    std::string out;
    bool in_class = false;
    for (size_t i = 0; i < pattern.size(); ++i) {
      const char c = pattern[i];
      if (c == '\\' && i + 1 < pattern.size()) {
        out += c;
        out += pattern[++i];
        continue;
      }
      if (in_class || c != '{') {
        in_class = in_class ? c != ']' : c == '[';
        out += c;
        continue;
      }
      const size_t close = pattern.find('}', i);
      if (close == std::string_view::npos) {
        error_ = "a '{' without its '}'";
        return out;
      }
      out += Named(pattern.substr(i + 1, close - i - 1), whole && close + 1 == pattern.size(),
                   whole, depth);
      i = close;
      if (out.size() > kLongest) error_ = "the pattern with its sets is too long";
      if (!error_.empty()) return out;
    }
    return out;
  }

 private:
  std::string Named(std::string_view name, bool last, bool whole, size_t depth) {
    if (!name.empty() && util::IsDigit(name.front())) return fmt::format("{{{}}}", name);
    if (name == "thing") {
      if (!whole) error_ = "a set has no {thing}";
      return last ? "(.+)" : "(.+?)";
    }
    constexpr std::string_view kWhat = "what:";
    if (name.starts_with(kWhat)) {
      if (!whole) error_ = "a set has no {what:...}";
      name.remove_prefix(kWhat.size());
      const std::string words = error_.empty() ? Set(name, depth) : std::string();
      return "(" + words + ")";
    }
    return Set(name, depth);
  }

  std::string Set(std::string_view name, size_t depth) {
    const auto at = sets_.find(name);
    if (at == sets_.end()) {
      error_ = fmt::format("there is no set '{}' above", name);
      return {};
    }
    if (depth == kMostNested) {
      error_ = fmt::format("the set '{}' holds itself", name);
      return {};
    }
    return "(?:" + Run(at->second, false, depth + 1) + ")";
  }

  const PatternSets& sets_;
  std::string& error_;
};

}  // namespace

std::string FoldPattern(std::string_view pattern) {
  std::string out;
  pattern = util::Trim(pattern);
  while (!pattern.empty()) {
    const size_t escape = std::min(pattern.find('\\'), pattern.size());
    for (const char c : mail::FoldText(pattern.substr(0, escape)))
      if (c != ' ' || !out.ends_with(' ')) out += c;
    const size_t length = std::min<size_t>(pattern.size() - escape, 2);
    out += pattern.substr(escape, length);
    pattern.remove_prefix(escape + length);
  }
  return out;
}

std::string ExpandPattern(std::string_view folded, const PatternSets& sets, std::string& error) {
  std::string wrong;
  std::string out = Expander(sets, wrong).Run(folded, true, 0);
  if (!wrong.empty()) error = wrong;
  return out;
}

size_t CountGroups(std::string_view regex) {
  size_t groups = 0;
  bool in_class = false;
  for (size_t i = 0; i < regex.size(); ++i) {
    if (regex[i] == '\\') {
      ++i;
    } else if (in_class) {
      in_class = regex[i] != ']';
    } else if (regex[i] == '[') {
      in_class = true;
    } else if (regex[i] == '(' && regex.substr(i + 1, 1) != "?") {
      ++groups;
    }
  }
  return groups;
}

WordEdges EdgesOf(std::string_view folded_pattern) {
  WordEdges out;
  if (folded_pattern.empty()) return out;
  const char first = folded_pattern.front();
  out.begin = IsWordByte(first) || first == '(' || first == '{';
  out.end = !folded_pattern.ends_with("{thing}");  // which goes on to the end
  return out;
}

bool IsWordEdge(std::string_view folded, size_t at) {
  if (at == 0 || at >= folded.size()) return true;
  if (IsAsciiByte(folded[at - 1]) && IsAsciiByte(folded[at]))
    return !IsWordByte(folded[at - 1]) || !IsWordByte(folded[at]);
  size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(folded[before]) & 0xC0) == 0x80) --before;
  const char32_t left = util::DecodeUtf8(folded, before);
  const char32_t right = util::DecodeUtf8(folded, at);
  return !IsWordLetter(left) || !IsWordLetter(right);
}

}  // namespace threadlint::facts
