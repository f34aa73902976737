#include "cli/commands.h"
#include "cli/completion.h"
#include "config/options.h"

#include <fmt/format.h>

namespace threadlint::cli {
namespace {

// For a word in single quotes in which _arguments and _describe take `special` as their own.
std::string Escape(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// What comes behind ":message:" of an option or argument.
std::string Action(const Choices& choices) {
  if (choices.files) return "_files";
  if (choices.directories) return "_files -/";
  if (choices.words.empty()) return " ";
  return fmt::format("({})", fmt::join(choices.words, " "));
}

std::string OptionSpec(const config::Option& option) {
  const std::string description = Escape(option.help, "[]:");
  const bool value = option.kind != config::Kind::kFlag;
  const std::string rest =
      value ? fmt::format(":{}:{}", Escape(option.metavar, ":"), Action(ChoicesOf(option.metavar)))
            : std::string();
  // A list may be given again, and then its names do not exclude each other.
  const char* again = option.kind == config::Kind::kList ? "*" : "";
  std::string out = fmt::format(" \\\n        '{}--{}{}[{}]{}'", again, option.name,
                                value ? "=" : "", description, rest);
  if (!option.short_name.empty())
    out += fmt::format(" \\\n        '{}-{}{}[{}]{}'", again, option.short_name, value ? "+" : "",
                       description, rest);
  if (const std::string undo = config::NegationOf(option); !undo.empty())
    out += fmt::format(" \\\n        '--{}[Not --{}]'", undo, option.name);
  return out;
}

}  // namespace

std::string ZshCompletion() {
  std::string names, cases;
  for (const Command& command : Commands()) {
    names += fmt::format("    '{}:{}'\n", command.name, Escape(command.summary, ":"));
    cases += fmt::format("    {})\n      _arguments -s -S", command.name);
    for (const config::Option& option : config::Options())
      if (config::Takes(command.bit, option)) cases += OptionSpec(option);
    cases +=
        " \\\n        '(- *)'{-h,--help}'[Help]' \\\n        '(- *)--help-all[Help on all "
        "options]'";
    Choices positional;
    positional.words = WordsOf(command);
    positional.files = positional.words.empty();
    cases += fmt::format(" \\\n        '*:{}:{}'\n      ;;\n", Escape(command.positional, ":"),
                         Action(positional));
  }
  return fmt::format(R"(#compdef threadlint
# zsh completion of threadlint: threadlint completion zsh

_threadlint() {{
  local -a commands
  commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    _arguments '(- *)'{{-h,--help}}'[Help]' '(- *)--help-all[Help on everything]' \
      '(- *)--version[Version]'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{}    *)
      _files
      ;;
  esac
}}

if [[ $funcstack[1] == _threadlint ]]; then
  _threadlint "$@"
else
  compdef _threadlint threadlint
fi
)",
                     names, cases);
}

}  // namespace threadlint::cli
