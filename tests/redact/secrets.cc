#include "secrets.h"

#include "mail/encoded_word.h"
#include "mail/link_fold.h"
#include "util/ascii.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace threadlint::test {
namespace {

// "%40" and "=40" undone, and the entities of HTML that stand for a byte.
std::string Unescaped(std::string_view text, char sign) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == sign && i + 2 < text.size() && util::IsHexDigit(text[i + 1]) &&
                        util::IsHexDigit(text[i + 2]);
    if (escape) {
      out += static_cast<char>(util::HexValue(text[i + 1]) * 16 + util::HexValue(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string WithoutEntities(std::string_view text) {
  struct Entity {
    std::string_view written, means;
  };
  constexpr Entity kEntities[] = {{"&#64;", "@"},   {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"},
                                  {"&quot;", "\""}, {"&#39;", "'"}, {"&#43;", "+"}};
  std::string out(text);
  for (const Entity& e : kEntities)
    for (size_t at = 0; (at = out.find(e.written, at)) != std::string::npos; at += e.means.size())
      out.replace(at, e.written.size(), e.means);
  return out;
}

std::string Bare(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (!util::IsSpace(c) && std::string_view("-/().").find(c) == std::string_view::npos) out += c;
  return out;
}

bool IsNumber(std::string_view text) {
  constexpr std::ptrdiff_t kFewest = 6;
  return std::ranges::count_if(text, util::IsDigit) >= kFewest;
}

}  // namespace

std::vector<Secret> ReadSecrets(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<Secret> out;
  std::string line, group;
  while (std::getline(in, line)) {
    if (line.starts_with("# ")) {
      group = line.substr(2);
    } else if (!line.empty()) {
      out.push_back({line, group, group.starts_with("structured")});
    }
  }
  return out;
}

std::vector<std::string> FormsOf(std::string_view text) {
  const std::string folded = mail::FoldText(text);
  return {util::LowerAscii(text),
          folded,
          mail::FoldText(Unescaped(text, '%')),
          mail::FoldText(Unescaped(text, '=')),
          mail::FoldText(WithoutEntities(text)),
          Bare(folded)};
}

bool Holds(const std::vector<std::string>& forms, const std::string& secret) {
  std::vector<std::string> ways = {util::LowerAscii(secret), mail::FoldText(secret)};
  if (IsNumber(secret)) ways.push_back(Bare(mail::FoldText(secret)));
  for (const std::string& form : forms)
    for (const std::string& way : ways) {
      // A word of its own: "Tom" is not in "customer".
      for (size_t at = 0; (at = form.find(way, at)) != std::string::npos; ++at) {
        const bool begins = at == 0 || !util::IsAlpha(form[at - 1]) || !util::IsAlpha(way.front());
        const size_t end = at + way.size();
        const bool ends =
            end == form.size() || !util::IsAlpha(form[end]) || !util::IsAlpha(way.back());
        if (begins && ends) return true;
      }
    }
  return false;
}

}  // namespace threadlint::test
