// Names of files, which often are names of people.
#pragma once

#include "verdict/pseudonyms.h"

#include <threadlint/report.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace threadlint::verdict {

class PathMask {
 public:
  // Numbers the paths of the report in the order of their names.
  PathMask(const Report& report, Pseudonyms& pseudonyms);

  // "mailbox-1.mbox", "mailbox-2/mail-17.eml"; "-" stays.
  const std::string& Of(const std::string& path);
  // Replaces the path, and its last part, where they stand in a note on it.
  std::string InNote(std::string text, const std::string& path);

 private:
  void Add(const std::string& path, const std::string& input);

  Pseudonyms& pseudonyms_;
  std::unordered_map<std::string, std::string> known_;
};

}  // namespace threadlint::verdict
