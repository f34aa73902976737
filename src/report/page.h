// Lines for a terminal: colour, wrapping, columns.
#pragma once

#include "report/report.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace threadlint::report {

// SGR colours of ECMA-48; the terminal's own palette is used.
enum class Paint : uint8_t { kPlain, kBold, kDim, kRed, kYellow, kGreen, kBlue, kCyan };

// Collects text and writes it in large pieces. All text of mails must go through Safe() first.
class Page {
 public:
  Page(const ReportOptions& options, Output& output) : options_(options), output_(output) {}
  ~Page() { Flush(); }
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  // One line, as it is; `text` may hold colours from Color().
  void Line(std::string_view text = {});
  // A paragraph broken at blanks so that it fits the width; every line is indented.
  void Wrap(std::string_view text, size_t indent, Paint paint = Paint::kPlain);
  // The same behind `first`, under which its other lines are indented.
  void Hang(std::string_view first, std::string_view text);
  // The text in that colour, or as it is where there is none.
  std::string Color(std::string_view text, Paint paint) const;

  size_t width() const { return options_.width; }
  bool quotes() const { return options_.quotes; }  // what mails say may be given
  void Flush();

 private:
  void Fill(std::string first, std::string_view text, size_t indent, Paint paint);

  const ReportOptions& options_;
  Output& output_;
  std::string buffer_;
};

// Text from mail made harmless (util::MakeVisible), on one line.
std::string Safe(std::string_view text);

// Cut to `columns` display columns with "…" at the end, or filled up with blanks.
std::string Fit(std::string_view text, size_t columns);
std::string Shorten(std::string_view text, size_t columns);

}  // namespace threadlint::report
