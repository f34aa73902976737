// Reading and writing the file of a baseline.
#include "util/ascii.h"
#include "verdict/baseline.h"
#include "verdict/fingerprint.h"
#include "verdict/lines.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace threadlint::verdict {
namespace {

// '#' sorts before all rules.
constexpr std::string_view kHead = "# threadlint-baseline ";
constexpr std::string_view kVersion = "1";
constexpr std::string_view kForm = "RULE SEVERITY FINGERPRINT ANCHOR";

[[noreturn]] void Fail(const std::string& path, uint64_t line, std::string_view what) {
  throw std::invalid_argument(fmt::format("{}:{}: {}", path, line, what));
}

bool ReadSeverity(std::string_view text, Severity& out) {
  for (const Severity s : {Severity::kNote, Severity::kWarning, Severity::kError}) {
    if (text != Name(s)) continue;
    out = s;
    return true;
  }
  return false;
}

// Also one that this version does not have: ids are never reused.
bool IsRuleId(std::string_view text) {
  constexpr size_t kLength = 5;
  return text.size() == kLength && text.starts_with("TL") &&
         std::ranges::all_of(text.substr(2), util::IsDigit);
}

// False if the line is none.
bool ReadEntry(std::string_view line, BaselineEntry& out) {
  std::array<std::string_view, 4> words;
  size_t count = 0;
  while (!(line = util::TrimLeft(line)).empty()) {
    if (count == words.size()) return false;
    const size_t end = std::min(line.find_first_of(" \t"), line.size());
    words[count++] = line.substr(0, end);
    line.remove_prefix(end);
  }
  if (count != words.size() || !IsRuleId(words[0]) || !ReadSeverity(words[1], out.severity) ||
      !IsShortHash(words[2]) || !IsShortHash(words[3]))
    return false;
  out.rule = words[0];
  out.fingerprint = words[2];
  out.anchor = words[3];
  return true;
}

void CheckHead(const std::string& path, uint64_t number, std::string_view line) {
  const std::string_view version = util::Trim(line.substr(std::min(line.size(), kHead.size())));
  if (version == kVersion) return;
  Fail(path, number,
       fmt::format("this baseline is of version {}, and only {} is known here: write it again with "
                   "'threadlint baseline write'",
                   version, kVersion));
}

}  // namespace

bool LooksLikeBaseline(std::string_view text) { return text.starts_with(kHead); }

Baseline ParseBaseline(const std::string& path, std::string_view text) {
  Baseline out;
  std::map<std::string, size_t> at;  // by fingerprint
  bool head = false;
  ForEachLine(text, [&](uint64_t number, std::string_view line) {
    if (line.starts_with(kHead)) {
      CheckHead(path, number, line);
      head = true;
      return;
    }
    if (!head)
      Fail(path, number,
           fmt::format("this is no baseline: its first line must be '{}{}'", kHead, kVersion));
    BaselineEntry entry;
    if (!ReadEntry(line, entry))
      Fail(path, number, fmt::format("a line of a baseline is {}", kForm));
    const auto [same, is_new] = at.try_emplace(entry.fingerprint, out.entries.size());
    if (is_new) {
      out.entries.push_back(std::move(entry));
    } else {
      BaselineEntry& first = out.entries[same->second];
      first.severity = std::min(first.severity, entry.severity);
    }
  });
  if (!head)
    Fail(path, 1,
         fmt::format("this is no baseline: its first line must be '{}{}'", kHead, kVersion));
  return out;
}

Baseline MakeBaseline(const Report& report) {
  Baseline out;
  for (const Finding& f : report.findings)
    if (f.suppressed.empty())
      out.entries.push_back({std::string(f.rule->id), f.severity, f.fingerprint, f.anchor});
  return out;
}

std::string FormatBaseline(const Baseline& baseline) {
  std::vector<std::string> lines;
  lines.reserve(baseline.entries.size());
  for (const BaselineEntry& e : baseline.entries)
    lines.push_back(
        fmt::format("{} {} {} {}\n", e.rule, Name(e.severity), e.fingerprint, e.anchor));
  std::ranges::sort(lines);
  std::string out = fmt::format("{}{}\n", kHead, kVersion);
  for (const std::string& line : lines) out += line;
  return out;
}

}  // namespace threadlint::verdict
