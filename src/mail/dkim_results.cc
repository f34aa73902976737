#include "mail/dkim_results.h"

#include "mail/comment.h"
#include "util/ascii.h"

#include <algorithm>
#include <optional>
#include <string>

namespace threadlint::mail {
namespace {

constexpr size_t kMostResults = 50;  // of one field
constexpr size_t kMostShown = 255;   // bytes of a value

// Words, '=' and ';' of a field; comments and white space are passed over.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  // "=", ";", or a word without its quotes; nothing at the end.
  std::optional<std::string_view> Next() {
    Skip();
    if (text_.empty()) return std::nullopt;
    const char c = text_.front();
    if (c == '=' || c == ';') return Take(1);
    if (c == '"') {
      const size_t end = std::min(text_.find('"', 1), text_.size());
      const std::string_view out = text_.substr(1, end - 1);
      text_.remove_prefix(std::min(end + 1, text_.size()));
      return out;
    }
    return Take(std::min(text_.find_first_of(" \t\r\n;=(\""), text_.size()));
  }

  size_t left() const { return text_.size(); }

 private:
  std::string_view Take(size_t bytes) {
    const std::string_view out = text_.substr(0, bytes);
    text_.remove_prefix(bytes);
    return out;
  }
  void Skip() {
    while (true) {
      text_ = util::TrimLeft(text_);
      if (text_.empty() || text_.front() != '(') return;
      text_.remove_prefix(std::min(CommentEnd(text_, 0), text_.size()));
    }
  }

  std::string_view text_;
};

std::string Shown(std::string_view text) { return std::string(text.substr(0, kMostShown)); }

// "dkim=pass header.d=shop.example": names and values by turns, up to the next ';'.
void ReadResult(Words& words, HostResults& out) {
  HostResult result;
  std::string_view name;
  bool value = false, dkim = false, first = true;
  for (auto word = words.Next(); word && *word != ";"; word = words.Next()) {
    if (*word == "=") {
      value = true;
      continue;
    }
    if (!value) {
      name = *word;
      continue;
    }
    value = false;
    if (first) {
      dkim = util::EqualsIgnoreCase(name.substr(0, name.find('/')), "dkim");
      result.result = util::LowerAscii(Shown(*word));
    } else if (util::EqualsIgnoreCase(name, "header.d")) {
      result.domain = util::LowerAscii(Shown(*word));
    } else if (util::EqualsIgnoreCase(name, "header.s")) {
      result.selector = util::LowerAscii(Shown(*word));
    } else if (util::EqualsIgnoreCase(name, "header.i")) {
      result.identity = Shown(*word);
    }
    first = false;
  }
  if (dkim && out.dkim.size() < kMostResults) out.dkim.push_back(std::move(result));
}

}  // namespace

HostResults ReadHostResults(std::string_view value, bool arc) {
  HostResults out;
  Words words(value);
  if (arc)
    for (auto word = words.Next(); word && *word != ";"; word = words.Next()) continue;
  const auto host = words.Next();
  if (!host || *host == "=" || *host == ";") return out;
  out.host = *host;
  for (auto word = words.Next(); word && *word != ";"; word = words.Next()) continue;  // version
  while (true) {
    const size_t before = words.left();
    ReadResult(words, out);
    if (words.left() == before) return out;
  }
}

}  // namespace threadlint::mail
