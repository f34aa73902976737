// The walls of DESIGN: which module may include which, where third-party headers may stand, who
// opens files, and what a file may look like. Works on text alone, so that a test can show it failing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::layers {

struct SourceFile {
  std::string path;  // from the root of the tree, with '/'
  std::string text;
};

// Each complaint is "path:line: what is wrong", or "path: what is wrong"; none: the file is right.
std::vector<std::string> CheckFile(const SourceFile& file);

// Entries at the root of the tree that have no place there.
std::vector<std::string> CheckTopLevel(const std::vector<std::string>& names);

// Complaint if half of the files are longer than agreed.
std::vector<std::string> CheckMedian(const std::vector<SourceFile>& files);

}  // namespace threadlint::layers
