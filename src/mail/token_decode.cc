#include "mail/token_decode.h"

#include "mail/base64.h"
#include "mail/token_words.h"
#include "util/ascii.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <stdexcept>

namespace threadlint::mail {
namespace {

using Groups = std::span<const std::string_view>;
using Key = std::optional<std::string>;

bool AllDigits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), util::IsDigit);
}

// "0012345" and "12345" are one ticket: desks pad their counters in one place and not in another.
std::string WithoutZeros(std::string_view digits) {
  return std::string(digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1)));
}

std::string NumberKey(std::string_view value) {
  return AllDigits(value) ? WithoutZeros(value) : std::string(value);
}

Key Number(Groups groups) { return NumberKey(groups.back()); }

// All groups in one, upper case: "3fdrfk", "ljot".
Key Upper(Groups groups) {
  std::string key;
  for (const std::string_view group : groups.subspan(1)) key.append(group);
  for (char& c : key) {
    if (util::IsLower(c)) c = static_cast<char>(c - 32);
  }
  return key;
}

uint32_t BigEndian(std::string_view four) {
  uint32_t value = 0;
  for (const char c : four) value = value << 8 | static_cast<uint8_t>(c);
  return value;
}

// The issue id of GitHub's reply address: its last four bytes, as hexadecimal digits.
Key GitHubHex(Groups groups) {
  uint32_t id = 0;
  const std::string_view digits = groups.back();
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return std::to_string(id);
}

// RFC 4648 section 6, without padding; bits that are left over are dropped.
Key Base32(std::string_view text) {
  std::string bytes;
  uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    const char letter = util::ToLower(c);
    const bool is_letter = util::IsLower(letter);
    if (!is_letter && (c < '2' || c > '7')) return std::nullopt;
    bits = (bits << 5 | static_cast<uint32_t>(is_letter ? letter - 'a' : c - '2' + 26)) & 0xFFFF;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes.push_back(static_cast<char>(bits >> held & 0xFF));
  }
  return bytes;
}

// The same address in base32: user id, checksum, then ["i", issue id] in MessagePack.
Key GitHubBase32(Groups groups) {
  const Key bytes = Base32(groups.back());
  constexpr std::string_view kIssue = "\x92\xa1i\xce";
  constexpr size_t kId = 4;
  if (!bytes || bytes->size() < kIssue.size() + kId) return std::nullopt;
  const std::string_view tail = std::string_view(*bytes).substr(bytes->size() - 8);
  if (!tail.starts_with(kIssue)) return std::nullopt;
  return std::to_string(BigEndian(tail.substr(kIssue.size())));
}

// Groups: repository, kind, number or hash. Issues, pull requests and discussions of a repository
// share one counter, and mail of one thread may say "issue", "issues" and "pull".
Key GitHubThread(Groups groups) {
  const std::string repository(groups[1]);
  const std::string_view kind = groups[2];
  const std::string id(groups[3]);
  if (kind.starts_with('c') || kind.starts_with('r')) return repository + '/' + id;
  if (!AllDigits(id)) return std::nullopt;
  return repository + '#' + id;
}

// osTicket packs user, entry and thread as little-endian numbers of 32 bits, then a letter and five
// bytes of a checksum that only the desk can test.
Key OsTicket(Groups groups) {
  std::string bytes;
  if (!DecodeBase64(groups.back(), bytes) || bytes.size() < 13) return std::nullopt;
  if (!util::IsAlpha(bytes[12])) return std::nullopt;
  std::string thread(bytes, 8, 4);
  std::reverse(thread.begin(), thread.end());
  return std::to_string(BigEndian(thread));
}

// Number and checksum that people retype from paper: 'l' for '1' and 'o' for '0' are put right as
// these desks do it, '.', '_' and '/' are dropped.
Key RepairedHash(Groups groups) {
  const auto repair = [](std::string_view s) {
    std::string out;
    for (const char c : s) {
      const char lower = util::ToLower(c);
      if (lower == '.' || lower == '_' || lower == '/') continue;
      out.push_back(lower == 'l' ? '1' : lower == 'o' ? '0' : lower);
    }
    return out;
  };
  const std::string number = repair(groups[1]), hash = repair(groups[2]);
  if (!AllDigits(number) || hash.size() != 8) return std::nullopt;
  if (!std::all_of(hash.begin(), hash.end(), util::IsHexDigit)) return std::nullopt;
  return number + '-' + hash;
}

// All objects of Redmine but issues, whose number is the case.
Key RedmineJournal(Groups groups) {
  if (groups[1].starts_with("issue-")) return std::nullopt;
  return std::string(groups[1]);
}

// Groups: project, number.
Key JiraKey(Groups groups) {
  if (IsStandardsBody(groups[1])) return std::nullopt;
  return std::string(groups[1]) + '-' + std::string(groups[2]);
}

// Groups: tag, number. Request Tracker lets queues have tags of their own; with words that label
// any desk's tickets or other things that are counted it is no such tag.
Key RtTag(Groups groups) {
  if (CountsOtherThings(groups[1])) return std::nullopt;
  return std::string(groups[1]) + '#' + WithoutZeros(groups[2]);
}

// Groups: what stands between the label and the number, the number. Between a mere word and a
// number something must say that they belong together, or the number must be long and no year, or
// have a prefix: "ticket MIG-2207".
Key Labelled(Groups groups) {
  const std::string_view between = groups[1], value = groups[2];
  if (between.empty() || LooksLikeDate(value)) return std::nullopt;
  if (std::all_of(between.begin(), between.end(), util::IsSpace)) {
    constexpr std::ptrdiff_t kMany = 5;
    const bool prefixed = util::IsAlpha(value.front()) && value.find('-') != value.npos;
    if (!prefixed && std::count_if(value.begin(), value.end(), util::IsDigit) < kMany) {
      return std::nullopt;
    }
  }
  return NumberKey(value);
}

struct Row {
  std::string_view name;
  TokenDecoder decoder;
};
constexpr Row kDecoders[] = {
    {"github-base32", GitHubBase32},
    {"github-hex", GitHubHex},
    {"github-thread", GitHubThread},
    {"jira-key", JiraKey},
    {"labelled", Labelled},
    {"number", Number},
    {"osticket", OsTicket},
    {"redmine-journal", RedmineJournal},
    {"repaired-hash", RepairedHash},
    {"rt-tag", RtTag},
    {"upper", Upper},
};

}  // namespace

TokenDecoder FindTokenDecoder(std::string_view name) {
  for (const Row& row : kDecoders) {
    if (row.name == name) return row.decoder;
  }
  return nullptr;
}

TokenKey::TokenKey(std::string_view decode) : decoder_(FindTokenDecoder(decode)) {
  if (decoder_ != nullptr) return;
  if (decode.find('$') == decode.npos) {
    throw std::invalid_argument("'" + std::string(decode) +
                                "' is neither a decoder nor a template");
  }
  template_ = decode;
}

std::optional<std::string> TokenKey::Of(std::span<const std::string_view> groups) const {
  std::optional<std::string> key;
  if (decoder_ != nullptr) {
    key = decoder_(groups);
  } else {
    key.emplace();
    for (size_t i = 0; i < template_.size(); ++i) {
      const bool is_group =
          template_[i] == '$' && i + 1 < template_.size() && util::IsDigit(template_[i + 1]);
      if (!is_group) {
        key->push_back(template_[i]);
        continue;
      }
      const auto group = static_cast<size_t>(template_[++i] - '0');
      if (group < groups.size()) key->append(groups[group]);
    }
  }
  if (key && key->empty()) key.reset();
  return key;
}

}  // namespace threadlint::mail
