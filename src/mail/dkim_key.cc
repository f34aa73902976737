#include "mail/dkim_key.h"

#include "mail/dkim_tags.h"
#include "util/ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace threadlint::mail {
namespace {

constexpr std::string_view kDomainKey = "._domainkey.";

bool Lists(std::string_view value, std::string_view wanted) {
  constexpr size_t kMost = 100;
  const std::vector<std::string> listed = SplitColons(value, kMost);
  return std::ranges::find(listed, wanted) != listed.end();
}

// The next word of a line, up to a blank; empty at its end.
std::string_view Word(std::string_view& line) {
  line = util::TrimLeft(line);
  const std::string_view out = line.substr(0, line.find_first_of(" \t"));
  line.remove_prefix(out.size());
  return out;
}

// What DNS tools print between the name and the text: "300 IN TXT".
bool IsDnsWord(std::string_view word) {
  return util::EqualsIgnoreCase(word, "IN") || util::EqualsIgnoreCase(word, "TXT") ||
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Strings in quotes, one behind the other, go into `record`. False: something is wrong with them.
// `open` is whether a parenthesis was opened and not closed.
bool ReadStrings(std::string_view line, std::string& record, bool& open) {
  while (true) {
    line = util::Trim(line);
    if (line.empty() || line.front() == ';') return true;
    const char c = line.front();
    line.remove_prefix(1);
    if (c == '(' && !open) {
      open = true;
    } else if (c == ')' && open) {
      open = false;
    } else if (c == '"') {
      for (; !line.empty() && line.front() != '"'; line.remove_prefix(1)) {
        if (line.front() == '\\' && line.size() > 1) line.remove_prefix(1);
        record += line.front();
      }
      if (line.empty()) return false;
      line.remove_prefix(1);
    } else {
      return false;
    }
  }
}

class KeyFile {
 public:
  KeyFile(std::string_view name, DkimKeys& out) : name_(name), out_(out) {}

  void Line(std::string_view line) {
    ++line_;
    line = util::Trim(line);
    if (!open_) {
      if (line.empty() || line.front() == '#' || line.front() == ';') return;
      first_line_ = line_;
      record_.clear();
      line = Begin(line);
      if (!line.empty() && line.front() != '"' && line.front() != '(') {
        record_ = line;  // as 'dig +short' text without its quotes
        return Add();
      }
    }
    if (!ReadStrings(line, record_, open_))
      Fail("the text of the record is not understood: it takes \"v=DKIM1; k=rsa; p=…\", in quotes");
    if (!open_) Add();
  }

  void Finish() {
    if (open_) Fail("a parenthesis is opened and not closed");
  }

 private:
  // Takes the name of the key off the line.
  std::string_view Begin(std::string_view line) {
    key_ = util::LowerAscii(Word(line));
    if (key_.ends_with('.')) key_.pop_back();
    const size_t at = key_.find(kDomainKey);
    if (at == std::string::npos || at == 0 || at + kDomainKey.size() == key_.size())
      Fail(fmt::format("'{}' names no key: it takes SELECTOR._domainkey.DOMAIN and its record",
                       key_.substr(0, 80)));
    std::string_view rest = util::TrimLeft(line);
    for (std::string_view word = Word(line); !word.empty() && IsDnsWord(word); word = Word(line))
      rest = util::TrimLeft(line);
    return rest;
  }

  void Add() {
    DkimKey key;
    if (const std::string wrong = ReadDkimKey(record_, key); !wrong.empty()) Fail(wrong);
    out_[key_].push_back(std::move(key));
  }

  [[noreturn]] void Fail(std::string_view what) const {
    throw std::invalid_argument(fmt::format("{}:{}: {}", name_, first_line_, what));
  }

  std::string_view name_;
  DkimKeys& out_;
  size_t line_ = 0, first_line_ = 0;
  std::string key_, record_;
  bool open_ = false;
};

}  // namespace

std::string ReadDkimKey(std::string_view record, DkimKey& out) {
  const auto tags = ReadDkimTags(record);
  if (!tags || tags->empty())
    return "the record is no list of tags: it takes v=DKIM1; k=rsa; p=… as the DNS gives it";
  if (const DkimTag* v = FindTag(*tags, "v"); v != nullptr && v->value != "DKIM1")
    return "v= is not DKIM1: it is no key of DKIM";
  const DkimTag* p = FindTag(*tags, "p");
  if (p == nullptr) return "p= is missing: there is no key in it";
  const std::string_view k = TagValue(*tags, "k");
  if (!k.empty() && k != "rsa" && k != "ed25519")
    return "k= is neither rsa nor ed25519: keys of that kind are not known";
  out.kind = k == "ed25519" ? util::SigningKind::kEd25519 : util::SigningKind::kRsa;
  if (!p->value.empty()) {
    std::optional<std::string> bytes = StrictBase64(p->value);
    if (!bytes) return "p= is no base64: part of the key may be missing";
    out.bytes = std::move(*bytes);
  }
  if (const DkimTag* h = FindTag(*tags, "h")) out.sha256 = Lists(h->value, "sha256");
  if (const DkimTag* s = FindTag(*tags, "s"))
    out.mail = Lists(s->value, "*") || Lists(s->value, "email");
  const std::string_view t = TagValue(*tags, "t");
  out.test = Lists(t, "y");
  out.same_domain = Lists(t, "s");
  return {};
}

void ReadDkimKeys(std::string_view name, std::string_view text, DkimKeys& out) {
  KeyFile file(name, out);
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    file.Line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  file.Finish();
}

}  // namespace threadlint::mail
