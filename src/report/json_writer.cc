#include "report/json_writer.h"

#include "util/unicode_hidden.h"
#include "util/utf8.h"

#include <fmt/format.h>

#include <iterator>

namespace threadlint::report {
namespace {

const char* NamedEscape(char32_t c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    case '\r':
      return "\\r";
    default:
      return nullptr;
  }
}

// A reader gets the same text back; a terminal that shows the document obeys none of it, and tools
// that end lines at U+0085 or U+2028 do not cut it.
bool MustEscape(char32_t c) {
  const bool noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return c < 0x20 || noncharacter || util::IsHidden(c);
}

// RFC 8259, section 7: beyond the basic plane as a pair of surrogates.
void AppendEscape(char32_t c, std::string& out) {
  const auto unit = [&](uint32_t u) { fmt::format_to(std::back_inserter(out), "\\u{:04x}", u); };
  const auto code = static_cast<uint32_t>(c);
  if (code < 0x10000) {
    unit(code);
  } else {
    unit(0xD800 + ((code - 0x10000) >> 10));
    unit(0xDC00 + ((code - 0x10000) & 0x3FF));
  }
}

constexpr size_t kBufferBytes = size_t{64} << 10;

}  // namespace

void JsonWriter::Flush() {
  output_.Write(buffer_);
  buffer_.clear();
}

void JsonWriter::NewLine() {
  buffer_ += '\n';
  buffer_.append(levels_.size() * 2, ' ');
  if (buffer_.size() >= kBufferBytes) Flush();
}

void JsonWriter::Separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) buffer_ += level.flat ? ", " : ",";
  level.empty = false;
  if (!level.flat) NewLine();
}

void JsonWriter::Begin(char bracket, bool flat) {
  Separate();
  buffer_ += bracket;
  levels_.push_back({flat || (!levels_.empty() && levels_.back().flat), true});
}

void JsonWriter::End(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.flat && !level.empty) NewLine();
  buffer_ += bracket;
  if (!levels_.empty()) return;
  buffer_ += '\n';
  if (buffer_.size() >= kBufferBytes) Flush();
}

void JsonWriter::Quote(std::string_view value) {
  buffer_ += '"';
  for (size_t pos = 0; pos < value.size();) {
    const size_t begin = pos;
    const char32_t c = util::DecodeUtf8(value, pos);
    const char* const named = NamedEscape(c);
    if (named != nullptr) {
      buffer_ += named;
    } else if (MustEscape(c)) {
      AppendEscape(c, buffer_);
    } else {
      buffer_ += value.substr(begin, pos - begin);
    }
  }
  buffer_ += '"';
}

void JsonWriter::Key(std::string_view key) {
  Separate();
  Quote(key);
  buffer_ += ": ";
  after_key_ = true;
}

void JsonWriter::String(std::string_view value) {
  Separate();
  if (util::IsValidUtf8(value)) {
    Quote(value);
  } else {
    Quote(util::MakeValidUtf8(value));
  }
}

void JsonWriter::Number(uint64_t value) {
  Separate();
  fmt::format_to(std::back_inserter(buffer_), "{}", value);
}

void JsonWriter::Number(int64_t value) {
  Separate();
  fmt::format_to(std::back_inserter(buffer_), "{}", value);
}

void JsonWriter::Decimal(double value) {
  Separate();
  fmt::format_to(std::back_inserter(buffer_), "{:.2f}", value);
}

void JsonWriter::Bool(bool value) {
  Separate();
  buffer_ += value ? "true" : "false";
}

void JsonWriter::Null() {
  Separate();
  buffer_ += "null";
}

}  // namespace threadlint::report
