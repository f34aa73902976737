#include "cli/commands.h"
#include "cli/completion.h"
#include "config/options.h"

#include <fmt/format.h>

namespace threadlint::cli {
namespace {

std::string Flags(const Command& command) {
  std::string out = "--help --help-all";
  for (const config::Option& option : config::Options()) {
    if (!config::Takes(command.bit, option)) continue;
    out += fmt::format(" --{}", option.name);
    if (const std::string undo = config::NegationOf(option); !undo.empty())
      out += fmt::format(" --{}", undo);
  }
  return out;
}

// "--output|-o" of options with values, each with what to offer.
std::string ValueCases() {
  std::string out;
  for (const config::Option& option : config::Options()) {
    if (option.kind == config::Kind::kFlag) continue;
    const Choices choices = ChoicesOf(option.metavar);
    std::string names = fmt::format("--{}", option.name);
    if (!option.short_name.empty()) names += fmt::format("|-{}", option.short_name);
    std::string offer = ":";
    if (!choices.words.empty())
      offer = fmt::format("mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$current\")",
                          fmt::join(choices.words, " "));
    if (choices.files) offer = "mapfile -t COMPREPLY < <(compgen -f -- \"$current\")";
    if (choices.directories) offer = "mapfile -t COMPREPLY < <(compgen -d -- \"$current\")";
    out += fmt::format("    {})\n      {}\n      return\n      ;;\n", names, offer);
  }
  return out;
}

}  // namespace

std::string BashCompletion() {
  std::string names, flags;
  for (const Command& command : Commands()) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", command.name);
    flags += fmt::format("    {})\n      flags='{}'\n      words='{}'\n      ;;\n", command.name,
                         Flags(command), fmt::join(WordsOf(command), " "));
  }
  return fmt::format(R"(# bash completion of threadlint: threadlint completion bash

_threadlint() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
  local command='' flags='--help --help-all --version' words='' i
  COMPREPLY=()
  # "--show=note" comes as three words.
  [[ $current == '=' ]] && current=''
  [[ $previous == '=' && COMP_CWORD -gt 1 ]] && previous=${{COMP_WORDS[COMP_CWORD-2]}}
  for ((i = 1; i < COMP_CWORD; ++i)); do
    if [[ ${{COMP_WORDS[i]}} == -- ]]; then
      return # names of files from here on
    elif [[ -z $command && ${{COMP_WORDS[i]}} != -* ]]; then
      command=${{COMP_WORDS[i]}}
    fi
  done
  case $previous in
{}  esac
  case $command in
    '') words='{}' ;;
{}  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$current")
  elif [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  fi
  # Nothing fits: names of files, as by -o default.
}}
complete -o bashdefault -o default -F _threadlint threadlint
)",
                     ValueCases(), names, flags);
}

}  // namespace threadlint::cli
