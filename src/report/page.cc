#include "report/page.h"

#include "util/utf8.h"
#include "util/visible.h"

#include <array>

namespace threadlint::report {
namespace {

constexpr size_t kBufferBytes = size_t{64} << 10;
constexpr std::array<std::string_view, 8> kCodes = {"", "1", "2", "31", "33", "32", "34", "36"};

}  // namespace

void Page::Flush() {
  output_.Write(buffer_);
  buffer_.clear();
}

void Page::Line(std::string_view text) {
  // Trailing blanks of filled columns are nobody's wish.
  while (text.ends_with(' ')) text.remove_suffix(1);
  buffer_.append(text).append("\n");
  if (buffer_.size() >= kBufferBytes) Flush();
}

std::string Page::Color(std::string_view text, Paint paint) const {
  if (!options_.color || paint == Paint::kPlain) return std::string(text);
  std::string out = "\x1b[";
  out.append(kCodes[static_cast<size_t>(paint)]).append("m").append(text).append("\x1b[0m");
  return out;
}

void Page::Wrap(std::string_view text, size_t indent, Paint paint) {
  Fill(std::string(indent, ' '), text, indent, paint);
}

void Page::Hang(std::string_view first, std::string_view text) {
  Fill(std::string(first), text, util::DisplayWidth(first), Paint::kPlain);
}

void Page::Fill(std::string margin, std::string_view text, size_t indent, Paint paint) {
  const size_t room = width() > indent + 20 ? width() - indent : 20;
  std::string line;
  size_t columns = 0;
  while (!text.empty()) {
    const size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text = blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
    if (word.empty()) continue;
    const size_t word_columns = util::DisplayWidth(word);
    if (!line.empty() && columns + 1 + word_columns > room) {
      Line(margin + Color(line, paint));
      margin.assign(indent, ' ');
      line.clear();
      columns = 0;
    }
    if (!line.empty()) {
      line += ' ';
      ++columns;
    }
    line += word;
    columns += word_columns;
  }
  if (!line.empty()) Line(margin + Color(line, paint));
}

std::string Safe(std::string_view text) { return util::DisarmCommands(util::MakeVisible(text)); }

std::string Shorten(std::string_view text, size_t columns) {
  if (util::DisplayWidth(text) <= columns) return std::string(text);
  std::string out;
  size_t used = 0;
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    util::DecodeUtf8(text, pos);
    const std::string_view letter = text.substr(begin, pos - begin);
    const size_t wide = util::DisplayWidth(letter);
    if (used + wide + 1 > columns) break;
    out += letter;
    used += wide;
  }
  return out + "…";
}

std::string Fit(std::string_view text, size_t columns) {
  std::string out = Shorten(text, columns);
  const size_t used = util::DisplayWidth(out);
  if (used < columns) out.append(columns - used, ' ');
  return out;
}

}  // namespace threadlint::report
