#include "report/markdown_text.h"

#include "util/ascii.h"
#include "util/visible.h"

#include <algorithm>
#include <cstddef>

namespace threadlint::report {
namespace {

// From here on a hosting site looks a hexadecimal word up as the name of a commit.
constexpr size_t kCommitDigits = 7;

bool IsLetter(char c) {
  return util::IsAlpha(c) || static_cast<unsigned char>(c) >= 0x80;  // or a part of one
}

bool MayBeCommit(std::string_view word) {
  return word.size() >= kCommitDigits && std::ranges::all_of(word, [](char c) {
           return util::IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

// "don't", "e-mail", "12:30", "3.50", "2024-05-03": signs between two letters or two digits.
bool IsPlainCore(std::string_view core) {
  if (MayBeCommit(core)) return false;
  for (size_t i = 0; i < core.size(); ++i) {
    const char c = core[i];
    if (IsLetter(c) || util::IsDigit(c)) continue;
    if (i == 0 || i + 1 == core.size()) return false;
    const bool letters = IsLetter(core[i - 1]) && IsLetter(core[i + 1]);
    const bool digits = util::IsDigit(core[i - 1]) && util::IsDigit(core[i + 1]);
    if (!(letters && (c == '\'' || c == '-')) &&
        !(digits && (c == '.' || c == ',' || c == ':' || c == '-')))
      return false;
  }
  return true;
}

constexpr std::string_view kOpening = "(\"'", kClosing = ".,;:!?)\"'";

// Nobody takes it for more than a word. `first`: it may begin a block, as "1." does a list.
bool IsPlain(std::string_view word, bool first) {
  if (word == "&" || word == "/") return !first;
  std::string_view core = word;
  while (!core.empty() && (core.front() == '(' || core.front() == '"' || core.front() == '\''))
    core.remove_prefix(1);
  while (!core.empty() && std::string_view(".,;:!?)%\"'").find(core.back()) != core.npos)
    core.remove_suffix(1);
  if (core.empty()) return false;
  const bool number = std::ranges::all_of(core, util::IsDigit);
  if (first && number && core.size() < word.size()) return false;
  return IsPlainCore(core);
}

// A run of words as code: the fence is longer than any run of backticks in it. A bar would part the
// cells of a table, also in code, and is written by its number between two pieces of code.
void AppendCode(std::string_view words, std::string& out) {
  while (!words.empty()) {
    if (words.front() == '|') {
      out += "&#124;";
      words.remove_prefix(1);
      continue;
    }
    const std::string_view piece = words.substr(0, words.find('|'));
    words.remove_prefix(piece.size());
    if (piece.find_first_not_of(' ') == piece.npos) {
      out += piece;
      continue;
    }
    size_t longest = 0;
    for (size_t i = 0, run = 0; i < piece.size(); ++i) {
      run = piece[i] == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    // One blank on each side is not part of the code.
    const bool pad =
        piece.front() == '`' || piece.back() == '`' || piece.front() == ' ' || piece.back() == ' ';
    const std::string_view margin = pad ? " " : "";
    out.append(fence).append(margin).append(piece).append(margin).append(fence);
  }
}

}  // namespace

std::string MarkdownText(std::string_view text) {
  const std::string visible = util::MakeVisible(text);
  std::string out;
  std::string code;  // words in a row that are to stand in code
  const auto flush = [&] {
    if (code.empty()) return;
    if (!out.empty()) out += ' ';
    // Signs of the sentence around it are no part of the address that somebody will copy.
    const size_t begin = std::min(code.find_first_not_of(kOpening), code.size());
    size_t end = code.size();
    while (end > begin && kClosing.find(code[end - 1]) != kClosing.npos &&
           (code[end - 1] != ')' || code.find('(', begin) >= end))
      --end;
    if (begin < end) {
      out.append(code, 0, begin);
      AppendCode(std::string_view(code).substr(begin, end - begin), out);
      out.append(code, end);
    } else {
      AppendCode(code, out);
    }
    code.clear();
  };
  for (std::string_view rest = visible; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (word.empty()) continue;
    if (!IsPlain(word, out.empty() && code.empty())) {
      if (!code.empty() && kOpening.find(word.front()) != kOpening.npos) flush();
      if (!code.empty()) code += ' ';
      code += word;
      if (kClosing.find(word.back()) != kClosing.npos) flush();
      continue;
    }
    flush();
    if (!out.empty()) out += ' ';
    out += word;
  }
  flush();
  return out;
}

}  // namespace threadlint::report
