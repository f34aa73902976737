#include "cli/completion.h"
#include "report/report.h"
#include "util/ascii.h"

#include <threadlint/rule.h>

#include <algorithm>

namespace threadlint::cli {
namespace {

void AddSeverities(Choices& out) {
  for (const Severity severity : {Severity::kNote, Severity::kWarning, Severity::kError})
    out.words.emplace_back(Name(severity));
}

void AddRules(Choices& out) {
  for (const RuleInfo& rule : Rules()) {
    std::string family(rule.id.substr(0, 3));
    if (std::ranges::find(out.words, family) == out.words.end())
      out.words.push_back(std::move(family));
  }
  for (const RuleInfo& rule : Rules()) out.words.emplace_back(rule.id);
}

struct Row {
  std::string_view metavar;
  void (*fill)(Choices&);
};
constexpr Row kRows[] = {
    {"FILE", [](Choices& out) { out.files = true; }},
    {"FILE|-", [](Choices& out) { out.files = true; }},
    {"DIR", [](Choices& out) { out.directories = true; }},
    {"RULE", AddRules},
    {"SEVERITY|RULE",
     [](Choices& out) {
       AddSeverities(out);
       out.words.emplace_back("never");
       AddRules(out);
     }},
    {"RULE=LEVEL", AddRules},
    {"LEVEL|X",
     [](Choices& out) {
       out.words = {"low", "medium", "high"};
     }},
    {"FORMAT[:PATH]",
     [](Choices& out) {
       for (const report::Format& format : report::Formats()) out.words.emplace_back(format.name);
     }},
    {"SHELL",
     [](Choices& out) {
       out.words = {"bash", "zsh", "fish"};
     }},
};

}  // namespace

Choices ChoicesOf(std::string_view metavar) {
  Choices out;
  const auto* row = std::ranges::find(kRows, metavar, &Row::metavar);
  if (row != std::end(kRows)) {
    row->fill(out);
    return out;
  }
  // "strong|medium|weak": words in small letters stand for themselves.
  const bool words =
      metavar.find('|') != std::string_view::npos &&
      std::ranges::all_of(metavar, [](char c) { return c == '|' || util::IsLower(c); });
  while (words && !metavar.empty()) {
    const size_t bar = std::min(metavar.find('|'), metavar.size());
    out.words.emplace_back(metavar.substr(0, bar));
    metavar.remove_prefix(std::min(bar + 1, metavar.size()));
  }
  return out;
}

std::vector<std::string> WordsOf(const Command& command) {
  std::vector<std::string> out;
  std::string_view rest = command.words;
  while (!rest.empty()) {
    const size_t blank = std::min(rest.find(' '), rest.size());
    out.emplace_back(rest.substr(0, blank));
    rest.remove_prefix(std::min(blank + 1, rest.size()));
  }
  return out.empty() ? ChoicesOf(command.positional).words : out;
}

}  // namespace threadlint::cli
