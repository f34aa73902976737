// The only file that includes CLI11: it takes long to compile.
#include "cli/arguments.h"

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/explain_arguments.h"
#include "cli/help.h"
#include "cli/report_file.h"
#include "cli/run.h"
#include "util/visible.h"

#include <threadlint/version.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <iterator>
#include <list>
#include <set>
#include <stdexcept>
#include <utility>

namespace threadlint::cli {
namespace {

// An option of the command that was parsed, as CLI11 knows it.
struct ParsedOption {
  const config::Option* option = nullptr;
  CLI::Option* given = nullptr;
  CLI::Option* negated = nullptr;  // null: there is no such flag
  std::vector<std::string> texts;  // flags: none
};

// A list keeps its place in memory: CLI11 writes into it.
using ParsedOptions = std::list<ParsedOption>;

void AddOptions(CLI::App& app, config::Command command, ParsedOptions& out) {
  for (const config::Option& option : config::Options()) {
    if (!config::Takes(command, option)) continue;
    ParsedOption& parsed = out.emplace_back();
    parsed.option = &option;
    std::string names = fmt::format("--{}", option.name);
    if (!option.short_name.empty()) names = fmt::format("-{},{}", option.short_name, names);
    if (option.kind == config::Kind::kFlag) {
      parsed.given = app.add_flag(names);
    } else {
      parsed.given = app.add_option(names, parsed.texts);
      // One value an occurrence: paths behind a list option are paths.
      parsed.given->expected(1)->allow_extra_args(false);
      parsed.given->multi_option_policy(option.kind == config::Kind::kList
                                            ? CLI::MultiOptionPolicy::TakeAll
                                            : CLI::MultiOptionPolicy::TakeLast);
    }
    if (const std::string negation = config::NegationOf(option); !negation.empty())
      parsed.negated = app.add_flag("--" + negation)->disable_flag_override();
  }
}

// What the command line says, in its order: the later of --all and --no-all counts.
config::Values ReadValues(const CLI::App& app, const ParsedOptions& options) {
  config::Values out;
  for (const ParsedOption& parsed : options) {
    const CLI::Option* last = nullptr;
    for (const CLI::Option* option : app.parse_order())
      if (option == parsed.given || option == parsed.negated) last = option;
    if (last == nullptr) continue;
    const config::Option& option = *parsed.option;
    if (option.kind == config::Kind::kFlag) {
      config::Value value{last == parsed.given ? last->results().back() : "false", {}};
      config::NormalizeFlag(option, value);
      out.Set(option.name, std::vector<config::Value>{std::move(value)});
    } else {
      out.Set(option.name, last == parsed.given ? parsed.texts : std::vector<std::string>());
    }
  }
  return out;
}

// Of the command that was named; of the program, or all commands, where none was.
std::string HelpFor(const std::vector<CLI::App*>& commands, bool all) {
  for (size_t i = 0; i < commands.size(); ++i)
    if (commands[i]->parsed()) return CommandHelp(Commands()[i], all);
  std::string out = ProgramHelp();
  if (all)
    for (const Command& command : Commands())
      out += fmt::format("\n\n{}", CommandHelp(command, true));
  return out;
}

// What was asked for instead of a run.
int Answer(std::string_view text) {
  ReportFile file("");
  file.Write(text);
  return Close(file);
}

}  // namespace

std::optional<Arguments> ReadArguments(int argc, char** argv, int& status) {
  CLI::App app("", "threadlint");  // what help says is in cli/help
  app.set_version_flag("--version", std::string("threadlint ") + kVersion);
  app.require_subcommand(1);
  app.set_help_all_flag("--help-all");
  app.option_defaults()->always_capture_default(false);

  Arguments out;
  std::vector<CLI::App*> commands;
  std::vector<ParsedOptions> options(Commands().size());
  for (const Command& text : Commands()) {
    CLI::App* command = app.add_subcommand(std::string(text.name), std::string(text.summary));
    if (!text.positional.empty()) {
      CLI::Option* positional = command->add_option(std::string(text.positional), out.positional,
                                                    std::string(text.positional_help));
      positional->type_name("");
      positional->required(text.required);
    }
    AddOptions(*command, text.bit, options[commands.size()]);
    commands.push_back(command);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    status = Answer(HelpFor(commands, false));
    return std::nullopt;
  } catch (const CLI::CallForAllHelp&) {
    status = Answer(HelpFor(commands, true));
    return std::nullopt;
  } catch (const CLI::CallForVersion&) {
    status = Answer(fmt::format("threadlint {}\n", kVersion));
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    // The last line says why.
    const std::vector<std::string_view> typed(argv + 1, argv + argc);
    std::string why = WhatIsWrong(typed);
    if (why.empty()) why = util::MakeVisible(error.what());
    WriteToStderr(fmt::format("threadlint: see threadlint --help\nthreadlint: {}\n", why));
    status = kUsage;
    return std::nullopt;
  }
  if (std::ranges::find(out.positional, "") != out.positional.end())
    throw std::invalid_argument("an argument is empty; is a variable of the script not set?");
  for (size_t i = 0; i < commands.size(); ++i) {
    if (!commands[i]->parsed()) continue;
    out.command = Commands()[i].bit;
    out.layers.command_line = ReadValues(*commands[i], options[i]);
  }
  return out;
}

}  // namespace threadlint::cli
