#include "report/github_command.h"

#include "util/visible.h"

#include <fmt/format.h>

namespace threadlint::report {
namespace {

// The old form of commands, which may stand anywhere in a line, comes apart.
std::string Tame(std::string_view text) {
  std::string out = util::MakeVisible(text);
  for (size_t at = 0; (at = out.find("##[", at)) != std::string::npos;) out.insert(at + 2, " ");
  return out;
}

std::string Escape(std::string_view text, std::string_view characters) {
  std::string out;
  for (const char c : Tame(text)) {
    if (characters.find(c) != std::string_view::npos) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string CommandLine(const Annotation& a) {
  // MakeVisible() leaves no line end.
  constexpr std::string_view kOfMessage = "%", kOfProperty = "%:,";
  return fmt::format("::{} file={},line={},title={}::{}\n", a.command, Escape(a.file, kOfProperty),
                     a.line, Escape(a.title, kOfProperty), Escape(a.message, kOfMessage));
}

std::string LogLine(std::string_view text) { return "threadlint: " + Tame(text) + "\n"; }

}  // namespace threadlint::report
