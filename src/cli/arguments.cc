// The only file that includes CLI11: it takes long to compile.
#include "cli/arguments.h"

#include "cli/exit_status.h"
#include "util/visible.h"

#include <threadlint/version.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace threadlint::cli {
namespace {

struct CommandText {
  config::Command command;
  const char* name;
  const char* summary;
  const char* positional;  // name of its positional arguments
  const char* positional_help;
  bool required;
};

constexpr CommandText kCommands[] = {
    {config::kCheck, "check", "Report what broke the threads of an export (the main job)", "PATH",
     "Mailboxes, Maildirs, .eml files, archives or directories; - is standard input", true},
    {config::kCases, "cases", "List the cases of an export, with sides, tokens and links", "PATH",
     "Mailboxes, Maildirs, .eml files, archives or directories; - is standard input", true},
    {config::kCase, "case", "Show one case: its timeline and why each mail is in it", "ID PATH",
     "Id of the case (or the Message-ID of one of its mails), then the paths", true},
    {config::kRule, "rule", "Explain a rule, or list all", "RULE",
     "Id or slug, such as TL101; none lists all rules", false},
};

constexpr const char* kFooter =
    "Exit status:\n"
    "  0    nothing at or above --fail-on\n"
    "  1    findings\n"
    "  2    wrong command line\n"
    "  3    some input could not be read\n"
    "  4    nothing to check\n"
    "  130  interrupted\n"
    "\n"
    "See also: man threadlint, threadlint rule, threadlint COMMAND --help";

void AddOptions(CLI::App& app, config::Command command,
                std::vector<std::vector<std::string>>& given) {
  const auto options = config::Options();
  for (size_t i = 0; i < options.size(); ++i) {
    const config::Option& option = options[i];
    if ((option.commands & command) == 0) continue;
    std::string names = fmt::format("--{}", option.name);
    if (!option.short_name.empty()) names = fmt::format("-{},{}", option.short_name, names);
    std::string help(option.help);
    if (!option.fallback.empty()) help += fmt::format(" [{}]", option.fallback);
    CLI::Option* added = nullptr;
    if (option.kind == config::Kind::kFlag) {
      added = app.add_flag_callback(
          names, [&given, i] { given[i].emplace_back("true"); }, help);
    } else {
      added = app.add_option(names, given[i], help);
      added->type_name(std::string(option.metavar));
      // One value an occurrence: paths behind a list option are paths.
      added->expected(1)->allow_extra_args(false);
      added->multi_option_policy(option.kind == config::Kind::kList
                                     ? CLI::MultiOptionPolicy::TakeAll
                                     : CLI::MultiOptionPolicy::TakeLast);
    }
    added->group(std::string(option.group));
  }
}

bool IsCommand(std::string_view word) {
  return std::ranges::any_of(kCommands, [&](const CommandText& c) { return word == c.name; });
}

// Edit distance (Levenshtein), for suggestions.
size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// The flag or command that was probably meant by an argument nobody knows; empty if none is near.
std::string Suggest(int argc, char** argv) {
  std::string best;
  size_t nearest = 3;
  const auto offer = [&](std::string_view given, std::string known) {
    const size_t distance = Distance(given, known);
    if (distance > 0 && distance < nearest) {
      nearest = distance;
      best = std::move(known);
    }
  };
  if (argc > 1 && !IsCommand(argv[1]))
    for (const CommandText& c : kCommands) offer(argv[1], c.name);
  for (int i = 1; i < argc; ++i) {
    std::string_view arg = argv[i];
    if (!arg.starts_with("--") || arg == "--") continue;
    arg = arg.substr(0, arg.find('='));
    if (config::FindOption(arg.substr(2)) != nullptr) continue;
    for (const config::Option& option : config::Options())
      offer(arg, fmt::format("--{}", option.name));
  }
  return best;
}

// What is wrong, in words that name what was typed.
std::string Explain(const CLI::ParseError& error, int argc, char** argv) {
  if (argc < 2) return "a command is missing: check, cases, case or rule";
  const std::string_view first = argv[1];
  if (!first.starts_with('-') && !IsCommand(first))
    return fmt::format("'{}' is no command; there are check, cases, case and rule",
                       util::MakeVisible(first));
  return util::MakeVisible(error.what());
}

}  // namespace

std::optional<Arguments> ReadArguments(int argc, char** argv, int& status) {
  CLI::App app(
      "Lint for support e-mail threads: finds the mail in which a help desk's reply address\n"
      "changed or went, and what can no longer be tied to what was said before.",
      "threadlint");
  app.set_version_flag("--version", std::string("threadlint ") + kVersion);
  app.require_subcommand(1);
  app.footer(kFooter);
  app.option_defaults()->always_capture_default(false);
  app.get_formatter()->column_width(34);

  Arguments out;
  std::vector<std::vector<std::string>> given(config::Options().size());
  std::vector<CLI::App*> commands;
  for (const CommandText& text : kCommands) {
    CLI::App* command = app.add_subcommand(text.name, text.summary);
    command->footer(kFooter);
    command->get_formatter()->column_width(34);
    CLI::Option* positional =
        command->add_option(text.positional, out.positional, text.positional_help);
    positional->type_name("");
    positional->required(text.required);
    AddOptions(*command, text.command, given);
    commands.push_back(command);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    std::string help = app.help();
    for (size_t i = 0; i < commands.size(); ++i)
      if (commands[i]->parsed()) help = commands[i]->help("threadlint");
    fmt::print("{}", help);
    status = kClean;
    return std::nullopt;
  } catch (const CLI::CallForVersion&) {
    fmt::print("threadlint {}\n", kVersion);
    status = kClean;
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    // The last line says why.
    const std::string suggestion = Suggest(argc, argv);
    fmt::print(stderr, "threadlint: see threadlint --help\n");
    fmt::print(stderr, "threadlint: {}{}\n", Explain(error, argc, argv),
               suggestion.empty() ? "" : fmt::format("; did you mean {}?", suggestion));
    status = kUsage;
    return std::nullopt;
  }
  for (size_t i = 0; i < commands.size(); ++i)
    if (commands[i]->parsed()) out.command = kCommands[i].command;
  const auto options = config::Options();
  for (size_t i = 0; i < options.size(); ++i)
    if (!given[i].empty()) out.values.Set(options[i].name, given[i]);
  return out;
}

}  // namespace threadlint::cli
