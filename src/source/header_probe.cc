#include "source/header_probe.h"

#include "source/framing.h"
#include "util/ascii.h"
#include "util/line_starts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace threadlint::source {
namespace {

// Written by transport or by a mailbox: text that quotes a mail, or a patch, does not have them.
constexpr auto kStrong = std::to_array<std::string_view>(
    {"received", "message-id", "return-path", "delivered-to", "dkim-signature", "x-gm-thrid",
     "x-gmail-labels", "x-mozilla-status", "x-mozilla-status2", "x-original-to"});

constexpr auto kKnown = std::to_array<std::string_view>({"from",
                                                         "to",
                                                         "cc",
                                                         "bcc",
                                                         "date",
                                                         "subject",
                                                         "reply-to",
                                                         "sender",
                                                         "mime-version",
                                                         "content-type",
                                                         "in-reply-to",
                                                         "references",
                                                         "status",
                                                         "x-status",
                                                         "x-uid",
                                                         "x-keywords",
                                                         "x-account-key",
                                                         "content-transfer-encoding",
                                                         "list-id",
                                                         "user-agent",
                                                         "x-mailer",
                                                         "precedence",
                                                         "errors-to",
                                                         "organization",
                                                         "resent-from",
                                                         "newsgroups",
                                                         "x-imap"});

template <size_t N>
bool Among(std::string_view name, const std::array<std::string_view, N>& table) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view entry) {
    return entry.size() == name.size() && util::EqualsIgnoreCase(entry, name);
  });
}

bool IsNameChar(char c) { return util::IsAlnum(c) || c == '-' || c == '_' || c == '.'; }

bool IsFromLine(std::string_view line) {
  if (!line.starts_with("From")) return false;
  if (!FieldName(line).empty()) return false;  // "From  : a@b.example" of RFC 5322 appendix A.6.3
  return line.size() == 4 || line[4] == ' ' || line[4] == '\n' || line[4] == '\r';
}

bool IsQuotedFromLine(std::string_view line) {
  const size_t marks = std::min(line.find_first_not_of('>'), line.size());
  return marks > 0 && line.substr(marks).starts_with("From ");
}

int64_t Number(std::string_view s) {
  s = util::Trim(s);
  int64_t value = -1;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  return error == std::errc() && end == s.data() + s.size() && value >= 0 ? value : -1;
}

}  // namespace

std::string_view FieldName(std::string_view line) {
  if (line.empty() || !util::IsAlpha(line.front())) return {};
  size_t end = 1;
  while (end < line.size() && IsNameChar(line[end])) ++end;
  const std::string_view name = line.substr(0, end);
  while (end < line.size() && util::IsBlank(line[end])) ++end;
  if (end == line.size() || line[end] != ':') return {};
  if (line.substr(end + 1).starts_with("//")) return {};
  return name;
}

void HeaderProbe::TakeLine(std::string_view line) {
  // Received comes first in most headers; then only Content-Length is still of interest.
  if (broken_ || (strong_header && util::ToLower(line.front()) != 'c')) return;
  if (IsQuotedFromLine(line)) return;
  if (util::IsBlank(line.front())) {
    broken_ = !any_header;
    return;
  }
  if (IsFromLine(line)) return;
  const std::string_view name = FieldName(line);
  if (name.empty()) {
    broken_ = true;
    return;
  }
  any_header = true;
  if (Among(name, kStrong)) {
    strong_header = true;
  } else if (Among(name, kKnown)) {
    if (known_fields < UINT8_MAX) ++known_fields;
  } else if (util::EqualsIgnoreCase(name, "content-length")) {
    const int64_t value = Number(line.substr(line.find(':') + 1));
    if (value >= 0) content_length = value;
  }
}

void HeaderProbe::Walk(std::string_view text, bool last) {
  const std::string_view seen = text.substr(0, kMaxHeaderBlock);
  while (!done) {
    // Once it is known what this is, few lines say more: not even their ends are looked for.
    if (strong_header || broken_) {
      length = util::FindLineWith<'\n', '\r', 'F', 'C', 'c'>(seen, length - 1);
      if (length == seen.size() && !seen.ends_with('\n')) length = seen.rfind('\n') + 1;
    }
    const std::string_view rest = seen.substr(length);
    const size_t newline = rest.find('\n');
    if (newline == std::string_view::npos) {
      if (seen.size() == kMaxHeaderBlock) {
        if (!rest.empty()) TakeLine(rest);
        length = seen.size();
        done = true;
      } else if (last) {
        if (!rest.empty()) {
          TakeLine(rest);
          cut_line = true;
        }
        length = seen.size();
        done = true;
      }
      return;
    }
    const std::string_view line = rest.substr(0, newline + 1);
    if (line == "\n" || line == "\r\n") {
      complete = true;
      crlf = line.size() == 2;
      done = true;
      return;
    }
    // Delivery programs leave such lines between the fields; many of them are no header.
    if (IsFromLine(line) && ++from_lines_ > 8) {
      done = true;
      return;
    }
    TakeLine(line);
    if (broken_ && !any_header) {
      done = true;
      return;
    }
    length += line.size();
  }
}

}  // namespace threadlint::source
