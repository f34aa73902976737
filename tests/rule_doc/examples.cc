#include "examples.h"

#include <stdexcept>

namespace threadlint::test {
namespace {

std::string_view NextLine(std::string_view& rest) {
  const size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return line;
}

// Everything up to the closing fence.
std::string_view Block(std::string_view& rest) {
  const size_t end = rest.find("\n```\n");
  if (end == std::string_view::npos) throw std::runtime_error("a block is not closed");
  const std::string_view block = rest.substr(0, end + 1);
  rest.remove_prefix(end + 5);
  return block;
}

}  // namespace

std::vector<Example> ReadExamples(std::string_view document) {
  std::vector<Example> out;
  std::string section;
  bool open = false;
  while (!document.empty()) {
    const std::string_view line = NextLine(document);
    if (line.starts_with("## ")) section = line.substr(3);
    const bool cut = line == "```mbox without-final-newline";
    if (line == "```mbox" || cut) {
      if (open) throw std::runtime_error("an mbox block has no findings block");
      out.push_back({section, std::string(Block(document)), {}});
      if (cut) out.back().mbox.pop_back();
      open = true;
    } else if (line == "```findings") {
      if (!open) throw std::runtime_error("a findings block has no mbox block");
      std::string_view block = Block(document);
      while (!block.empty()) {
        const std::string_view finding = NextLine(block);
        if (finding != "none") out.back().findings.emplace_back(finding);
      }
      open = false;
    }
  }
  if (open) throw std::runtime_error("an mbox block has no findings block");
  return out;
}

}  // namespace threadlint::test
