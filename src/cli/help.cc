#include "cli/help.h"

#include "cli/run.h"
#include "config/options.h"
#include "report/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace threadlint::cli {
namespace {

constexpr size_t kWidth = 80;
// Where descriptions begin: behind options, behind commands and formats.
constexpr size_t kColumn = 30, kShortColumn = 14;

constexpr std::string_view kExitStatuses =
    "Exit status:\n"
    "  0    all was read; nothing new at or above --fail-on\n"
    "  1    all was read, and there are findings: no trouble with the program\n"
    "  2    wrong command line or configuration: nothing was checked\n"
    "  3    some input could not be read: the report is of the rest\n"
    "  4    nothing to check: no mail, or none with a help desk\n"
    "  130  interrupted\n";

// `text` broken at blanks behind a line's `begin`, further lines indented to `indent`.
std::string Entry(std::string_view begin, std::string_view text, size_t indent = kColumn) {
  std::string out = fmt::format("  {}", begin);
  size_t column = out.size();
  if (column + 2 > indent) {
    out += '\n';
    column = 0;
  }
  out.append(indent - column, ' ');
  column = indent;
  while (!text.empty()) {
    const size_t blank = std::min(text.find(' '), text.size());
    if (column > indent && column + 1 + blank > kWidth) {
      out.append(1, '\n').append(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += text.substr(0, blank);
    column += blank;
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return out + '\n';
}

std::string OptionEntry(const config::Option& option) {
  std::string names = option.short_name.empty() ? "    " : fmt::format("-{}, ", option.short_name);
  names += fmt::format("--{}", option.name);
  if (!option.metavar.empty()) names += fmt::format(" {}", option.metavar);
  std::string help(option.help);
  if (!option.fallback.empty()) help += fmt::format(" [{}]", option.fallback);
  return Entry(names, help);
}

std::string Positional(const Command& command) {
  if (command.positional.empty()) return {};
  return command.required ? fmt::format(" {}...", command.positional)
                          : fmt::format(" [{}...]", command.positional);
}

// The options of one group that `wanted` accepts, under its heading.
template <typename Wanted>
std::string Group(std::string_view group, const Wanted& wanted) {
  std::string out;
  for (const config::Option& option : config::Options())
    if (option.group == group && wanted(option)) out += OptionEntry(option);
  return out.empty() ? out : fmt::format("\n{}:\n{}", group, out);
}

std::vector<std::string_view> Groups() {
  std::vector<std::string_view> out;
  for (const config::Option& option : config::Options())
    if (std::ranges::find(out, option.group) == out.end()) out.push_back(option.group);
  return out;
}

std::string FormatList(config::Command command) {
  std::string out = "\nFormats:\n";
  for (const report::Format& format : report::Formats())
    if (report::Holds(format, ContentOf(command)))
      out += Entry(format.name, format.summary, kShortColumn);
  return out;
}

}  // namespace

std::string ProgramHelp() {
  std::string out =
      "Lint for support e-mail threads: finds the mail in which a help desk's reply\n"
      "address changed or went, what can no longer be tied to what was said before,\n"
      "and what that cost.\n"
      "\n"
      "Usage: threadlint COMMAND [OPTION...] [ARGUMENT...]\n"
      "\n"
      "  threadlint check Takeout.mbox                  what went wrong in these mails\n"
      "  threadlint check --with shop.example Mail/     with this shop only\n"
      "  threadlint case c4k2 Mail/                     one case, mail by mail\n"
      "\n"
      "Commands:\n";
  for (const Command& command : Commands())
    out += Entry(command.name, command.summary, kShortColumn);
  out += "\nOptions:\n";
  out += Entry("-h, --help", "This, or help on a command: threadlint COMMAND --help");
  out += Entry("    --help-all", "All commands with all their options");
  out += Entry("    --version", "The program's version");
  out += '\n';
  out += kExitStatuses;
  out += "\nSee also: man threadlint, threadlint rule, threadlint COMMAND --help\n";
  return out;
}

std::string CommandHelp(const Command& command, bool all) {
  const auto taken = [&](const config::Option& option) {
    return config::Takes(command.bit, option);
  };
  const auto shown = [&](const config::Option& option) {
    return taken(option) && (all || option.Is(config::kCommon));
  };
  std::string out = fmt::format("{}\n\nUsage: threadlint {} [OPTION...]{}\n\n", command.summary,
                                command.name, Positional(command));
  if (!command.positional.empty())
    out += Entry(command.positional, command.positional_help, kShortColumn);
  bool output = false;
  for (const std::string_view group : Groups()) out += Group(group, shown);
  for (const config::Option& option : config::Options())
    output = output || (taken(option) && option.name == "output");
  if (output && all) out += FormatList(command.bit);
  const auto hidden = std::ranges::count_if(
      config::Options(), [&](const auto& option) { return taken(option) && !shown(option); });
  out += "\nHelp:\n";
  out += Entry("-h, --help", "This");
  if (all || hidden > 0)
    out +=
        Entry("    --help-all", all ? "This, with all options"
                                    : fmt::format("All options: {} more, and the formats", hidden));
  if (all) out += fmt::format("\n{}", kExitStatuses);
  out +=
      "\nOptions may also stand in .threadlint.toml: man threadlint.toml. See also: man\n"
      "threadlint, threadlint rule.\n";
  return out;
}

}  // namespace threadlint::cli
