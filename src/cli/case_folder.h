// The folder that a case file is written into: whole or not at all.
#pragma once

#include "report/case_file_manifest.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::cli {

// Throws std::invalid_argument, "DIR: why", where a case file of these inputs cannot go: it is
// there and holds something (or, with `replace`, something that no case file wrote), or it lies
// among the mail that is read.
void CheckCaseFolder(const std::string& path, const std::vector<std::string>& inputs, bool replace);

// Files are written into a folder beside the final one, which Finish() gives its name.
class CaseFolder {
 public:
  // Throws std::system_error where nothing can be written.
  explicit CaseFolder(const std::string& path);
  ~CaseFolder();
  CaseFolder(const CaseFolder&) = delete;
  CaseFolder& operator=(const CaseFolder&) = delete;

  // A file of the case file, below the folder: "exhibits/01.eml". One thread at a time. What goes
  // wrong is told by Finish().
  void Write(const std::string& name, std::string_view bytes);
  // All that was written, by path.
  std::vector<report::CaseFilePart> parts() const;
  // Empty if all is in its place, else what went wrong; nothing is left behind then.
  std::string Finish();

 private:
  std::string path_, temporary_, error_;
  std::vector<report::CaseFilePart> parts_;
};

}  // namespace threadlint::cli
