#include "report/address_change.h"

#include "util/utf8.h"

#include <threadlint/rule.h>

#include <algorithm>

namespace threadlint::report {
namespace {

bool Continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

const Break* ChangeOf(const Report& report, const Finding& f) {
  if (f.broken_by == kNoBreak || !f.rule->id.starts_with("TL1")) return nullptr;
  const Break& b = report.set.breaks[f.broken_by];
  const bool two = b.kind == BreakKind::kTokenShared || b.kind == BreakKind::kTwoTokens;
  return b.message == f.message && !two ? &b : nullptr;
}

TextRange FindDifference(std::string_view before, std::string_view after) {
  const size_t shorter = std::min(before.size(), after.size());
  size_t front = 0;
  while (front < shorter && before[front] == after[front]) ++front;
  while (front > 0 && front < after.size() && Continues(after[front])) --front;
  size_t back = 0;
  while (back < shorter - front &&
         before[before.size() - 1 - back] == after[after.size() - 1 - back])
    ++back;
  while (back > 0 && Continues(after[after.size() - back])) --back;
  if (front + back >= after.size()) return {after.size(), 0};
  // A token that differs in its last letter only is still another token: letters and digits next
  // to the difference belong to it.
  const auto part_of_token = [](char c) {
    return c != '@' && c != '+' && c != '.' && c != '-' && c != '<' && c != '>';
  };
  if (part_of_token(after[front]))
    while (front > 0 && part_of_token(after[front - 1])) --front;
  if (part_of_token(after[after.size() - back - 1]))
    while (back > 0 && part_of_token(after[after.size() - back])) --back;
  return {front, after.size() - front - back};
}

std::string MarkDifference(std::string_view before, std::string_view after) {
  const TextRange range = FindDifference(before, after);
  if (range.length == 0) return {};
  return std::string(util::DisplayWidth(after.substr(0, range.begin)), ' ') +
         std::string(util::DisplayWidth(after.substr(range.begin, range.length)), '^');
}

}  // namespace threadlint::report
