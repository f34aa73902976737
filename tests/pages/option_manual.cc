#include "option_manual.h"

#include "cli/commands.h"
#include "config/options.h"
#include "report/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace threadlint::test {

std::string Metavar(std::string_view metavar) {
  std::string out;
  while (!metavar.empty()) {
    const size_t bar = std::min(metavar.find('|'), metavar.size());
    const std::string_view word = metavar.substr(0, bar);
    const bool fixed = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    std::string lower(word);
    std::ranges::transform(lower, lower.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    out += fmt::format("{}{} {}", out.empty() ? "" : " | ", fixed ? "Cm" : "Ar", lower);
    metavar.remove_prefix(std::min(bar + 1, metavar.size()));
  }
  return out;
}

namespace {

std::vector<std::string_view> CommandsOf(const config::Option& option) {
  std::vector<std::string_view> out;
  for (const cli::Command& command : cli::Commands())
    if (config::Takes(command.bit, option)) out.push_back(command.name);
  return out;
}

std::string Item(const config::Option& option) {
  std::string out = ".It ";
  if (!option.short_name.empty()) out += fmt::format("Fl {} , ", option.short_name);
  out += fmt::format("Fl -{}", option.name);
  if (!option.metavar.empty()) out += " " + Metavar(option.metavar);
  out += "\n" + Roff(fmt::format("{}.", option.help));
  if (!option.more.empty()) out += Roff(option.more);
  if (!option.fallback.empty()) out += fmt::format("The default is\n.Cm {} .\n", option.fallback);
  if (const std::string undo = config::NegationOf(option); !undo.empty())
    out += fmt::format(".Fl -{}\ntakes it back.\n", undo);
  out += "For";
  const auto commands = CommandsOf(option);
  for (size_t i = 0; i < commands.size(); ++i)
    out += fmt::format("{}\n.Cm {}",
                       i == 0                     ? ""
                       : i + 1 == commands.size() ? "\nand"
                                                  : " ,",
                       commands[i]);
  return out + " .\n";
}

}  // namespace

std::string Roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    line_start = false;
    if (c == '\\') {
      out += "\\e";
    } else if (c == ' ' && i > 0 && (text[i - 1] == '.' || text[i - 1] == '?')) {
      out += '\n';
      line_start = true;
    } else {
      out += c;
    }
  }
  return out + '\n';
}

std::string OptionSections() {
  std::vector<std::string_view> groups;
  for (const config::Option& option : config::Options())
    if (std::ranges::find(groups, option.group) == groups.end()) groups.push_back(option.group);
  std::string out;
  for (const std::string_view group : groups) {
    out += fmt::format(".Ss {}\n.Bl -tag -width Ds\n", group);
    for (const config::Option& option : config::Options())
      if (option.group == group) out += Item(option);
    out += ".El\n";
  }
  return out;
}

std::string FormatList() {
  size_t widest = 0;
  for (const report::Format& format : report::Formats())
    widest = std::max(widest, format.name.size());
  std::string out = fmt::format(".Bl -tag -width \"{}\"\n", std::string(widest, 'x'));
  for (const report::Format& format : report::Formats())
    out += fmt::format(".It Cm {}\n{}", format.name, Roff(fmt::format("{}.", format.summary)));
  return out + ".El\n";
}

std::string WithGenerated(std::string_view page, std::string_view name,
                          std::string_view generated) {
  const std::string begin = fmt::format(".\\\" begin generated: {}\n", name);
  const std::string end = fmt::format(".\\\" end generated: {}\n", name);
  const size_t from = page.find(begin);
  const size_t to = page.find(end);
  if (from == std::string_view::npos || to == std::string_view::npos || to < from) return {};
  std::string out(page.substr(0, from + begin.size()));
  out += generated;
  out += page.substr(to);
  return out;
}

}  // namespace threadlint::test
