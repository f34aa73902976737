#include "report/csv_writer.h"

#include "util/utf8.h"
#include "util/visible.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace threadlint::report {
namespace {

constexpr size_t kBufferBytes = size_t{64} << 10;
constexpr char32_t kStarts[] = {U'=', U'+', U'-', U'@', U'＝', U'＋', U'－', U'＠', U'\t', U'\r'};
constexpr char32_t kBlanks[] = {U' ', U'\u00A0', U'\u1680', U'\u202F', U'\u205F', U'\u3000'};

bool IsBlank(char32_t c) {
  return (c >= 0x2000 && c <= 0x200A) || std::ranges::find(kBlanks, c) != std::end(kBlanks);
}

// A spreadsheet would take text that begins so for a formula.
bool StartsFormula(std::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = util::DecodeUtf8(text, pos);
    if (std::ranges::find(kStarts, c) != std::end(kStarts)) return true;
    if (!IsBlank(c)) return false;
  }
  return false;
}

}  // namespace

std::string SafeCell(std::string_view text) {
  std::string out;
  while (true) {
    const size_t end = std::min(text.find(';'), text.size());
    const std::string_view part = text.substr(0, end);
    if (StartsFormula(part)) out += '\'';
    out += util::MakeVisible(part);
    if (end == text.size()) return out;
    out += ';';
    text.remove_prefix(end + 1);
  }
}

void CsvWriter::Separate() {
  if (!first_) buffer_ += ',';
  first_ = false;
}

void CsvWriter::Text(std::string_view text) {
  Separate();
  if (text.empty()) return;
  buffer_ += '"';
  for (const char c : SafeCell(text)) {
    if (c == '"') buffer_ += '"';
    buffer_ += c;
  }
  buffer_ += '"';
}

void CsvWriter::Number(uint64_t number) {
  Separate();
  fmt::format_to(std::back_inserter(buffer_), "{}", number);
}

void CsvWriter::Decimal(double number) {
  Separate();
  fmt::format_to(std::back_inserter(buffer_), "{:.2f}", number);
}

void CsvWriter::EndRow() {
  buffer_ += "\r\n";
  first_ = true;
  if (buffer_.size() < kBufferBytes) return;
  output_.Write(buffer_);
  buffer_.clear();
}

}  // namespace threadlint::report
