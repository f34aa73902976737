#include "verdict/suppressions.h"

#include "util/ascii.h"
#include "util/civil_time.h"
#include "util/utf8.h"
#include "verdict/fingerprint.h"
#include "verdict/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace threadlint::verdict {
namespace {

constexpr std::string_view kForm =
    "FINGERPRINT or <message-id>, then rules, then 'until YYYY-MM-DD', both if you like, then "
    "': reason'";

template <typename Number>
bool ReadDigits(std::string_view text, Number& out) {
  if (!std::ranges::all_of(text, util::IsDigit)) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

class LineReader {
 public:
  LineReader(const std::string& path, uint64_t line, std::string_view text) : rest_(text) {
    out_.path = path;
    out_.line = line;
  }

  Suppression Read() {
    if (!util::IsValidUtf8(rest_)) Fail("this is no UTF-8");
    ReadKey();
    const size_t colon = rest_.find(':');
    out_.reason = colon == std::string_view::npos ? "" : util::Trim(rest_.substr(colon + 1));
    if (out_.reason.empty())
      Fail("the reason is missing: write ': ' and why this finding is accepted at the end");
    rest_ = rest_.substr(0, colon);
    for (std::string_view word = Word(); !word.empty(); word = Word())
      if (word == "until") {
        ReadUntil();
      } else {
        ReadRule(word);
      }
    return std::move(out_);
  }

 private:
  [[noreturn]] void Fail(std::string_view what) const {
    throw std::invalid_argument(fmt::format("{}:{}: {}", out_.path, out_.line, what));
  }

  // The next word; empty at the end.
  std::string_view Word() {
    rest_ = util::TrimLeft(rest_);
    const size_t end = std::min(rest_.find_first_of(" \t"), rest_.size());
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

  void ReadKey() {
    if (rest_.starts_with('<')) return ReadMessageId();
    const size_t end = std::min(rest_.find_first_of(" \t:"), rest_.size());
    out_.key = rest_.substr(0, end);
    out_.fingerprint = util::LowerAscii(out_.key);
    if (out_.key == "sha256")
      Fail("a hash of a mail is another one after every export; take the finding's fingerprint");
    if (!IsShortHash(out_.fingerprint))
      Fail(
          fmt::format("'{}' is neither a fingerprint, 16 digits of 0-9 a-f, nor a Message-ID in "
                      "<>; a line is {}",
                      out_.key, kForm));
    rest_.remove_prefix(end);
  }

  void ReadMessageId() {
    const size_t end = rest_.find('>');
    if (end == std::string_view::npos) Fail("the '>' behind the Message-ID is missing");
    out_.key = rest_.substr(0, end + 1);
    out_.message_id = rest_.substr(1, end - 1);
    if (out_.message_id.empty() || out_.message_id.find_first_of(" \t<") != std::string::npos)
      Fail(fmt::format("'{}' is no Message-ID", out_.key));
    rest_.remove_prefix(end + 1);
    if (rest_.starts_with('#'))
      Fail(
          "the '#' behind a Message-ID tells mails apart in one report only; take the finding's "
          "fingerprint, or the Message-ID alone for all mails that have it");
    if (!rest_.empty() && !util::IsSpace(rest_.front()) && rest_.front() != ':')
      Fail(fmt::format("a blank is missing behind '{}'", out_.key));
  }

  void ReadUntil() {
    if (!out_.until.empty()) Fail("'until' stands twice");
    out_.until = Word();
    if (!ParseDay(out_.until, out_.until_day))
      Fail(fmt::format("'until {}' is not understood; it takes a day such as until 2025-03-01",
                       out_.until));
  }

  void ReadRule(std::string_view word) {
    Selector& rule = out_.rules.emplace_back();
    using Kind = Selector::Kind;
    if (!ParseSelector(word, rule) || (rule.kind != Kind::kRule && rule.kind != Kind::kFamily))
      Fail(fmt::format("'{}' is no rule; a line is {}", word, kForm));
  }

  Suppression out_;
  std::string_view rest_;
};

}  // namespace

bool ParseDay(std::string_view text, int64_t& days) {
  constexpr size_t kLength = 10;  // 2025-03-01
  util::CivilDate date;
  if (text.size() != kLength || text[4] != '-' || text[7] != '-' ||
      !ReadDigits(text.substr(0, 4), date.year) || !ReadDigits(text.substr(5, 2), date.month) ||
      !ReadDigits(text.substr(8, 2), date.day) || date.day == 0 ||
      date.day > util::DaysInMonth(date.year, date.month))
    return false;
  days = util::DaysFromCivil(date);
  return true;
}

std::vector<Suppression> ParseSuppressions(const std::string& path, std::string_view text) {
  std::vector<Suppression> out;
  ForEachLine(text, [&](uint64_t number, std::string_view line) {
    if (!line.starts_with('#')) out.push_back(LineReader(path, number, line).Read());
  });
  return out;
}

}  // namespace threadlint::verdict
