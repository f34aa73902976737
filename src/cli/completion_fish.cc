#include "cli/commands.h"
#include "cli/completion.h"
#include "config/options.h"

#include <fmt/format.h>

namespace threadlint::cli {
namespace {

// For a word in single quotes.
std::string Escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string Values(const Choices& choices) {
  if (choices.files) return " -r -F";
  if (choices.directories) return " -x -a '(__fish_complete_directories)'";
  if (choices.words.empty()) return " -x";
  return fmt::format(" -x -a '{}'", fmt::join(choices.words, " "));
}

std::string OptionLines(const std::string& begin, const config::Option& option) {
  std::string out = fmt::format("{} -l {}", begin, option.name);
  if (!option.short_name.empty()) out += fmt::format(" -s {}", option.short_name);
  if (option.kind != config::Kind::kFlag) out += Values(ChoicesOf(option.metavar));
  out += fmt::format(" -d '{}'\n", Escape(option.help));
  if (const std::string undo = config::NegationOf(option); !undo.empty())
    out += fmt::format("{} -l {} -d 'Not --{}'\n", begin, undo, option.name);
  return out;
}

}  // namespace

std::string FishCompletion() {
  std::string out = "# fish completion of threadlint: threadlint completion fish\n";
  constexpr std::string_view kTop = "complete -c threadlint -n __fish_use_subcommand";
  out += fmt::format("{} -f -s h -l help -d 'Help'\n", kTop);
  out += fmt::format("{} -f -l help-all -d 'Help on everything'\n", kTop);
  out += fmt::format("{} -f -l version -d 'Version'\n", kTop);
  for (const Command& command : Commands())
    out += fmt::format("{} -f -a {} -d '{}'\n", kTop, command.name, Escape(command.summary));
  for (const Command& command : Commands()) {
    const std::string begin =
        fmt::format("complete -c threadlint -n '__fish_seen_subcommand_from {}'", command.name);
    if (const auto words = WordsOf(command); !words.empty())
      out += fmt::format("{} -a '{}'\n", begin, fmt::join(words, " "));
    out += fmt::format("{} -s h -l help -d 'Help'\n", begin);
    out += fmt::format("{} -l help-all -d 'Help on all options'\n", begin);
    for (const config::Option& option : config::Options())
      if (config::Takes(command.bit, option)) out += OptionLines(begin, option);
  }
  return out;
}

}  // namespace threadlint::cli
