#include "mail/dkim_results.h"

#include "mail/comment.h"
#include "util/ascii.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

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
    if (c == '"') return Quoted();
    return Take(std::min(text_.find_first_of(" \t\r\n;=(\""), text_.size()));
  }

  // Of a property: local parts of addresses may be quoted, and hold '='. `"a b"@shop.example` is
  // one value: whoever sends mail chooses what stands before the '@'.
  std::string Value() {
    Skip();
    std::string out;
    while (!text_.empty()) {
      if (text_.front() == '"') {
        out += Quoted();
        continue;
      }
      const size_t end = std::min(text_.find_first_of(" \t\r\n;(\""), text_.size());
      if (end == 0) break;
      out += Take(end);
    }
    return out;
  }

  size_t left() const { return text_.size(); }

 private:
  // A quoted-string (RFC 5322 section 3.2.4) without its quotes.
  std::string_view Quoted() {
    size_t end = 1;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
    end = std::min(end, text_.size());
    const std::string_view out = text_.substr(1, end - 1);
    text_.remove_prefix(std::min(end + 1, text_.size()));
    return out;
  }
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

// In lower case; empty if it is no name of a host: mail gets no word into a sentence of ours.
std::string DomainIn(std::string_view value) {
  const std::string out = util::LowerAscii(Shown(value.substr(value.rfind('@') + 1)));
  const bool is_name = std::ranges::all_of(out, [](char c) {
    return util::IsAlnum(c) || c == '.' || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) > 127;
  });
  return is_name ? out : std::string();
}

// One method and what came of it.
class ResultReader {
 public:
  // The first pair is the method's and its result; the others are properties.
  void Add(std::string_view name, std::string&& value) {
    if (value.empty()) return;
    if (!begun_) {
      begun_ = true;
      name = name.substr(0, name.find('/'));
      for (const auto& [method, property] : kMethods)
        if (util::EqualsIgnoreCase(name, method)) sender_.method = method, property_ = property;
      result_.result = util::LowerAscii(Shown(value));
      return;
    }
    if (util::EqualsIgnoreCase(name, "header.d")) result_.domain = util::LowerAscii(Shown(value));
    if (util::EqualsIgnoreCase(name, "header.s")) result_.selector = util::LowerAscii(Shown(value));
    if (util::EqualsIgnoreCase(name, "header.i")) {
      result_.identity = Shown(value);
      // The identity lies in the domain that signed (RFC 6376 section 3.5).
      if (sender_.method == "dkim" && !named_) sender_.domain = DomainIn(value);
    }
    if (property_.empty() || !util::EqualsIgnoreCase(name, property_)) return;
    // Named twice, it names none: one of the two may be somebody's local part.
    sender_.domain = named_ ? std::string() : DomainIn(value);
    named_ = true;
  }

  void Finish(HostResults& out) {
    if (!begun_ || sender_.method.empty()) return;
    constexpr size_t kLongestResult = 20;
    const bool is_word = result_.result.size() <= kLongestResult &&
                         std::ranges::all_of(result_.result, util::IsAlpha);
    sender_.result = is_word && !result_.result.empty() ? result_.result : "unknown";
    if (sender_.method == "dkim" && out.dkim.size() < kMostResults)
      out.dkim.push_back(std::move(result_));
    if (out.senders.size() < kMostResults) out.senders.push_back(std::move(sender_));
  }

 private:
  static constexpr std::pair<std::string_view, std::string_view> kMethods[] = {
      {"dkim", "header.d"}, {"dmarc", "header.from"}, {"spf", "smtp.mailfrom"}};

  HostResult result_;
  SenderResult sender_;
  std::string_view property_;
  bool begun_ = false, named_ = false;
};

// "dkim=pass header.d=shop.example": names and values by turns, up to the next ';'.
void ReadResult(Words& words, HostResults& out) {
  ResultReader reader;
  std::string_view name;
  for (auto word = words.Next(); word && *word != ";"; word = words.Next()) {
    if (*word == "=") {
      reader.Add(name, words.Value());
    } else {
      name = *word;
    }
  }
  reader.Finish(out);
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
