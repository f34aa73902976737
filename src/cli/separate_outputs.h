// Where the reports of many exports go: one behind the other, or each into files of its own.
#pragma once

#include "cli/report_file.h"
#include "cli/run.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace threadlint::cli {

// What one export's reports came to.
struct SeparateReports {
  std::vector<std::string> texts;  // by output; empty for those with files of their own
  std::string error;               // a file of its own could not be written

  size_t bytes() const;
};

class SeparateOutputs {
 public:
  // Checks every --output before any work is done. `resumable`: no file may hold reports of several
  // exports, as it would hold only those of the last run. `redact`: no file is named after a
  // mailbox. Throws config::ValueError.
  SeparateOutputs(const Arguments& arguments, const std::vector<std::string>& exports,
                  bool resumable, bool redact);

  // Files that have exports[i] alone are there.
  bool HasFilesOf(size_t i) const;
  // The names of the files follow from the number of the export.
  bool Numbered() const;

  // Writes the files of exports[i], and the rest into texts. Thread-safe.
  SeparateReports Write(size_t i, const Report& report) const;
  // Puts the texts behind those of the exports before. False: it is of no use to go on.
  bool Append(const SeparateReports& reports);
  // Brings the files to their places. What went wrong, a line an output.
  std::vector<std::string> Finish();

 private:
  const Arguments& arguments_;
  std::vector<OutputPlace> places_;
  std::vector<std::unique_ptr<ReportFile>> joined_;  // by output; null: files of their own
  std::vector<bool> begun_;                          // by output
};

}  // namespace threadlint::cli
