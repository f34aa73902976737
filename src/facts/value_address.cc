// Addresses of mailboxes and pages, found from their '@', "://", "www." and top-level domain.
#include "facts/value_readers.h"
#include "util/ascii.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace threadlint::facts::values {

namespace {

constexpr size_t kLongestUrl = 2000;
constexpr size_t kLongestPart = 64;  // of a mail address before '@', and a label of a domain

bool IsUrlByte(char c) {
  return static_cast<unsigned char>(c) > ' ' && c != '<' && c != '>' && c != '"' && c != '`' &&
         c != '|' && c != '{' && c != '}' && c != '\\' && c != '^' && c != 0x7F;
}

// Points, commas and closing brackets behind an address belong to the sentence.
size_t TrimUrl(std::string_view text, size_t begin, size_t end) {
  while (end > begin) {
    const char c = text[end - 1];
    const bool open =
        c == ')' && text.substr(begin, end - begin).find('(') != std::string_view::npos;
    if (open || std::string_view(".,;:!?'*)]_").find(c) == std::string_view::npos) break;
    --end;
  }
  return end;
}

std::string PlainUrl(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (util::StartsWithIgnoreCase(url, "www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  const size_t host = std::min(url.find_first_of("/?#"), url.size());
  std::string out = util::LowerAscii(url.substr(0, host));
  out += url.substr(host);
  return out;
}

Value MakeUrl(std::string_view text, size_t begin, size_t end) {
  return MakeValue(ValueKind::kUrl, begin, end,
                   StableHash(PlainUrl(text.substr(begin, end - begin))));
}

size_t UrlEnd(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && end - begin < kLongestUrl && IsUrlByte(text[end])) ++end;
  return TrimUrl(text, begin, end);
}

bool IsLocalByte(char c) {
  return util::IsAlnum(c) || (c != '\0' && std::strchr(".!#$%&*+-/=?^_`{|}~", c) != nullptr);
}

bool IsHostByte(char c) { return util::IsAlnum(c) || c == '-' || c == '.'; }

// Domains whose ends are no words of a sentence whose blank was forgotten.
bool IsKnownEnd(std::string_view end, bool path) {
  return IsOneOf(end, "com org net info biz app edu gov eu co uk de fr es nl ch ca au ie pl") ||
         (path &&
          IsOneOf(end, "io ly gl me to it at be us tv shop help link page dev se no dk fi"));
}

class Finder {
 public:
  Finder(std::string_view text, std::vector<Value>& out) : text_(text), out_(out) {}

  void Find() {
    for (size_t at = 0; at + 1 < text_.size(); ++at) {
      const char c = text_[at];
      if (c != '.' && c != ':' && c != '@') continue;
      // Nearly all points and colons end or part sentences: what follows tells it at once.
      if (util::IsSpace(text_[at + 1]) || at < floor_) continue;
      if (c == '@') {
        ReadMailbox(at);
      } else if (c == ':') {
        ReadScheme(at);
      } else {
        ReadHost(at);
      }
    }
  }

 private:
  void Give(const Value& value) {
    if (out_.size() >= kMostValues) return;
    out_.push_back(value);
    floor_ = size_t{value.begin} + value.length;
  }

  void ReadMailbox(size_t at) {
    size_t begin = at;
    while (begin > floor_ && at - begin < kLongestPart && IsLocalByte(text_[begin - 1])) --begin;
    while (begin < at && !util::IsAlnum(text_[begin]) && text_[begin] != '_') ++begin;
    size_t end = at + 1;
    while (end < text_.size() && end - at < kReach * 2 && IsHostByte(text_[end])) ++end;
    while (end > at + 1 && !util::IsAlnum(text_[end - 1])) --end;
    const std::string_view host = text_.substr(at + 1, end - at - 1);
    const size_t point = host.rfind('.');
    if (begin == at || point == std::string_view::npos || point == 0 || host.size() - point <= 2 ||
        !std::all_of(host.begin() + static_cast<std::ptrdiff_t>(point) + 1, host.end(),
                     util::IsAlnum) ||
        util::IsDigit(host.back()))
      return;
    Give(MakeValue(ValueKind::kEmail, begin, end,
                   StableHash(util::LowerAscii(text_.substr(begin, end - begin)))));
  }

  void ReadScheme(size_t at) {
    if (!text_.substr(at).starts_with("://")) return;
    size_t begin = at;
    constexpr size_t kLongestScheme = 10;
    while (begin > floor_ && at - begin < kLongestScheme && util::IsAlpha(text_[begin - 1]))
      --begin;
    const size_t end = UrlEnd(text_, begin);
    if (begin == at || end <= at + 3) return;
    Give(MakeUrl(text_, begin, end));
  }

  // "www.example.org/x", "help.example.com": from the first point.
  void ReadHost(size_t at) {
    if (at == 0 || !util::IsAlnum(text_[at - 1]) || !util::IsAlpha(text_[at + 1])) return;
    size_t begin = at;
    while (begin > floor_ && at - begin < kLongestPart &&
           (util::IsAlnum(text_[begin - 1]) || text_[begin - 1] == '-'))
      --begin;
    if (begin > 0 && std::string_view("@./_").find(text_[begin - 1]) != std::string_view::npos)
      return;
    size_t end = at;
    while (end < text_.size() && end - at < kReach * 2 && IsHostByte(text_[end])) ++end;
    if (end < text_.size() && text_[end] == '@') return;
    while (end > at && !util::IsAlnum(text_[end - 1])) --end;
    const std::string_view host = text_.substr(begin, end - begin);
    const bool path = end < text_.size() && text_[end] == '/' && end + 1 < text_.size() &&
                      util::IsAlnum(text_[end + 1]);
    if (!host.starts_with("www.") && !IsKnownEnd(host.substr(host.rfind('.') + 1), path)) return;
    if (path) end = UrlEnd(text_, begin);
    Give(MakeUrl(text_, begin, end));
  }

  std::string_view text_;
  std::vector<Value>& out_;
  size_t floor_ = 0;
};

}  // namespace

void FindAddresses(std::string_view text, std::vector<Value>& out) { Finder(text, out).Find(); }

}  // namespace threadlint::facts::values
