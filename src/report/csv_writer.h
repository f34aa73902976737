// Comma-separated values (RFC 4180) that a spreadsheet opens without running anything.
#pragma once

#include "report/report.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace threadlint::report {

// Text made safe to stand in a cell: on one line, nothing hidden (util::MakeVisible), and with an
// apostrophe before what a spreadsheet takes for a formula: = + - @ at the beginning, also behind
// blanks and in their full-width forms, or a tab or CR. The same behind a semicolon, which is where
// spreadsheets of some languages part the cells of any file.
std::string SafeCell(std::string_view text);

// Text stands in quotes, numbers do not, what is not known is empty.
class CsvWriter {
 public:
  explicit CsvWriter(Output& output) : output_(output) {}
  ~CsvWriter() { output_.Write(buffer_); }
  CsvWriter(const CsvWriter&) = delete;
  CsvWriter& operator=(const CsvWriter&) = delete;

  void Text(std::string_view text);
  void Number(uint64_t number);
  void Decimal(double number);  // two digits behind the point
  void Empty() { Separate(); }
  void EndRow();

 private:
  void Separate();

  Output& output_;
  std::string buffer_;
  bool first_ = true;  // cell of its row
};

}  // namespace threadlint::report
