// Where reports are written: standard output, or a file that is whole or not there.
#pragma once

#include "report/report.h"

#include <string>

namespace threadlint::cli {

// The path that a report for `path` is written to: links are followed as far as they lead.
std::string Resolve(const std::string& path);

// Whether a report for `path` is written whole or not at all: not to devices, FIFOs and "-".
bool IsWhole(const std::string& path);

// One place of --output. Regular files are written beside their final name and renamed when they
// are whole; devices and FIFOs are written straight; "-" and "" are standard output.
class ReportFile : public report::Output {
 public:
  explicit ReportFile(std::string path);
  ~ReportFile() override;
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;

  void Write(std::string_view bytes) override;
  // Brings the file to its place. Empty if all went well, else what did not. That the reader of a
  // pipe went away is no trouble.
  std::string Finish();
  int descriptor() const { return descriptor_; }
  // Something could not be written, and it was no reader who went away.
  bool failed() const { return !error_.empty() && !closed_pipe_; }

 private:
  std::string path_, temporary_, error_;
  int descriptor_ = -1;
  bool owned_ = false;
  bool closed_pipe_ = false;
};

}  // namespace threadlint::cli
