// The only file that includes CLI11: it takes long to compile.
#include "cli/arguments.h"

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "config/suggest.h"
#include "util/visible.h"

#include <threadlint/version.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace threadlint::cli {
namespace {

constexpr const char* kFooter =
    "Exit status:\n"
    "  0    nothing at or above --fail-on\n"
    "  1    findings\n"
    "  2    wrong command line or configuration\n"
    "  3    some input could not be read\n"
    "  4    nothing to check\n"
    "  130  interrupted\n"
    "\n"
    "See also: man threadlint, man threadlint-tokens, man threadlint-wording, threadlint rule, "
    "threadlint COMMAND --help";

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
  return std::ranges::any_of(Commands(), [&](const Command& c) { return word == c.name; });
}

// The flag or command that was probably meant by an argument nobody knows; empty if none is near.
std::string SuggestArgument(int argc, char** argv) {
  if (argc > 1 && !IsCommand(argv[1])) {
    std::vector<std::string_view> names;
    for (const Command& c : Commands()) names.emplace_back(c.name);
    if (const auto meant = config::Suggest(argv[1], names); !meant.empty())
      return std::string(meant);
  }
  std::vector<std::string_view> names;
  for (const config::Option& option : config::Options()) names.push_back(option.name);
  for (int i = 1; i < argc; ++i) {
    std::string_view arg = argv[i];
    if (!arg.starts_with("--") || arg == "--") continue;
    arg = arg.substr(2, arg.find('=') - 2);
    if (config::FindOption(arg) != nullptr) continue;
    if (const auto meant = config::Suggest(arg, names); !meant.empty())
      return fmt::format("--{}", meant);
  }
  return {};
}

// "check, cases and rule", or with another word before the last.
std::string CommandNames(std::string_view before_last) {
  std::string out;
  for (const Command& c : Commands())
    out += fmt::format("{}{}",
                       out.empty()                ? ""
                       : &c == &Commands().back() ? fmt::format(" {} ", before_last)
                                                  : ", ",
                       c.name);
  return out;
}

// What is wrong, in words that name what was typed.
std::string Explain(const CLI::ParseError& error, int argc, char** argv) {
  if (argc < 2) return "a command is missing: " + CommandNames("or");
  const std::string_view first = argv[1];
  if (!first.starts_with('-') && !IsCommand(first))
    return fmt::format("'{}' is no command; there are {}", util::MakeVisible(first),
                       CommandNames("and"));
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
  for (const Command& text : Commands()) {
    CLI::App* command = app.add_subcommand(std::string(text.name), std::string(text.summary));
    command->footer(kFooter);
    command->get_formatter()->column_width(34);
    CLI::Option* positional = command->add_option(std::string(text.positional), out.positional,
                                                  std::string(text.positional_help));
    positional->type_name("");
    positional->required(text.required);
    AddOptions(*command, text.bit, given);
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
    const std::string suggestion = SuggestArgument(argc, argv);
    fmt::print(stderr, "threadlint: see threadlint --help\n");
    fmt::print(stderr, "threadlint: {}{}\n", Explain(error, argc, argv),
               suggestion.empty() ? "" : fmt::format("; did you mean {}?", suggestion));
    status = kUsage;
    return std::nullopt;
  }
  for (size_t i = 0; i < commands.size(); ++i)
    if (commands[i]->parsed()) out.command = Commands()[i].bit;
  const auto options = config::Options();
  for (size_t i = 0; i < options.size(); ++i)
    if (!given[i].empty()) out.values.Set(options[i].name, given[i]);
  return out;
}

}  // namespace threadlint::cli
