// A small mailbox without private mail that shows the same findings as a case: for reports of bugs.
#pragma once

#include <threadlint/lint.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace threadlint {

struct Repro {
  std::string mbox;
  uint64_t mails = 0, mails_of_case = 0;
  uint64_t findings = 0;          // of the case
  std::vector<std::string> lost;  // "TL101 in mail 5": of them, those that do not show in it
  uint64_t whole_mails = 0;       // whose text stands there whole, with pseudonyms
  bool found = false;             // the case
  bool interrupted = false;
};

// The case that `find` gives of the report of `options`. What comes out is held to the same rules:
// text is kept, step by step, until each finding shows; mails that none needs are left out.
// Throws as Lint() does.
Repro MakeRepro(const Options& options,
                const std::function<std::optional<uint32_t>(const Report&)>& find);

}  // namespace threadlint
