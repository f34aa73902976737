// The examples of a rule document: mail, and the findings that must come out of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::test {

struct Example {
  std::string section;  // heading it stands under
  std::string mbox;
  std::vector<std::string> findings;  // "TL101 warning <id> after <id>"; empty: none
};

// Every ```mbox block with the ```findings block behind it ("```mbox without-final-newline" for a
// file that stops in its last line). Throws std::runtime_error for a block
// that lacks its other half.
std::vector<Example> ReadExamples(std::string_view document);

}  // namespace threadlint::test
