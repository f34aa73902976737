#include "cli/explain_arguments.h"

#include "cli/commands.h"
#include "config/options.h"
#include "config/suggest.h"
#include "util/shell_word.h"
#include "util/visible.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

namespace threadlint::cli {
namespace {

constexpr std::string_view kOwn[] = {"help", "help-all"};  // of every command
constexpr std::string_view kProgram[] = {"-h", "--help", "--help-all", "--version"};

const Command* FindCommand(std::string_view name) {
  const auto at = std::ranges::find(Commands(), name, &Command::name);
  return at == Commands().end() ? nullptr : &*at;
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

std::string DidYouMean(std::string_view before, std::string_view word) {
  return word.empty() ? std::string() : fmt::format("; did you mean {}{}?", before, word);
}

std::string UnknownCommand(std::string_view typed) {
  if (typed == "help") return "'help' is no command; did you mean --help?";
  std::error_code error;
  if (std::filesystem::exists(std::string(typed), error))
    return fmt::format("'{}' is mail to look at, no command; did you mean threadlint check {}?",
                       util::MakeVisible(typed),
                       util::MakeVisible(util::ShellWord(std::string(typed))));
  std::vector<std::string_view> names;
  for (const Command& c : Commands()) names.push_back(c.name);
  return fmt::format("'{}' is no command; there are {}{}", util::MakeVisible(typed),
                     CommandNames("and"), DidYouMean("", config::Suggest(typed, names)));
}

// Long names, with what takes them back.
std::vector<std::string> NamesOf(const config::Option& option) {
  std::vector<std::string> out{std::string(option.name)};
  if (std::string undo = config::NegationOf(option); !undo.empty()) out.push_back(std::move(undo));
  return out;
}

// "--fail-no", without dashes and value. Empty if the command takes it.
std::string WrongLong(const Command& command, std::string_view name) {
  if (std::ranges::find(kOwn, name) != std::end(kOwn)) return {};
  std::vector<std::string> known(std::begin(kOwn), std::end(kOwn));
  std::string others;
  for (const config::Option& option : config::Options()) {
    const std::vector<std::string> names = NamesOf(option);
    const bool takes = config::Takes(command.bit, option);
    if (takes) known.insert(known.end(), names.begin(), names.end());
    if (std::ranges::find(names, name) == names.end()) continue;
    if (takes) return {};
    for (const Command& c : Commands())
      if (config::Takes(c.bit, option))
        others += fmt::format("{}{}", others.empty() ? "" : ", ", c.name);
  }
  const std::string shown = util::MakeVisible(name);
  if (!others.empty())
    return fmt::format("--{} is no option of {}; these take it: {}", shown, command.name, others);
  const std::vector<std::string_view> words(known.begin(), known.end());
  return fmt::format("--{} is no option of {}{}", shown, command.name,
                     DidYouMean("--", config::Suggest(name, words)));
}

// "-rf.mbox": its first letter. Empty if the command takes it.
std::string WrongShort(const Command& command, std::string_view typed) {
  const std::string_view letter = typed.substr(1, 1);
  if (letter == "h") return {};
  for (const config::Option& option : config::Options())
    if (option.short_name == letter && config::Takes(command.bit, option)) return {};
  const std::string shown = util::MakeVisible(typed);
  return fmt::format("'{}' is no option of {}; a file of that name is given as ./{}, or behind --",
                     shown, command.name, shown);
}

// The option that `typed` names and that takes a value; null if there is none.
const config::Option* ValuedOption(std::string_view typed) {
  for (const config::Option& option : config::Options()) {
    const bool named =
        typed == fmt::format("--{}", option.name) ||
        (!option.short_name.empty() && typed == fmt::format("-{}", option.short_name));
    if (named && option.kind != config::Kind::kFlag) return &option;
  }
  return nullptr;
}

}  // namespace

std::string WhatIsWrong(std::span<const std::string_view> typed) {
  if (typed.empty()) return "a command is missing: " + CommandNames("or");
  const Command* command = nullptr;
  for (const std::string_view argument : typed) {
    if (argument == "--") break;
    const bool dashed = argument.size() > 1 && argument.front() == '-';
    if (command == nullptr) {
      if (dashed && std::ranges::find(kProgram, argument) == std::end(kProgram))
        return fmt::format("{} is no option of threadlint itself; options come behind the command",
                           util::MakeVisible(argument));
      if (dashed) continue;
      command = FindCommand(argument);
      if (command == nullptr) return UnknownCommand(argument);
      continue;
    }
    if (!dashed) continue;
    std::string wrong = argument.starts_with("--")
                            ? WrongLong(*command, argument.substr(2, argument.find('=') - 2))
                            : WrongShort(*command, argument);
    if (!wrong.empty()) return wrong;
  }
  if (command == nullptr) return {};
  if (const config::Option* option = ValuedOption(typed.back()))
    return fmt::format("{} takes a value: {}", typed.back(), option->metavar);
  if (command->required) return fmt::format("{} takes {}...", command->name, command->positional);
  return {};
}

}  // namespace threadlint::cli
