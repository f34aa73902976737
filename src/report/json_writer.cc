#include "report/json_writer.h"

#include "util/utf8.h"

#include <fmt/format.h>

#include <iterator>

namespace threadlint::report {
namespace {

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
  for (const char c : value) {
    switch (c) {
      case '"':
        buffer_ += "\\\"";
        break;
      case '\\':
        buffer_ += "\\\\";
        break;
      case '\n':
        buffer_ += "\\n";
        break;
      case '\t':
        buffer_ += "\\t";
        break;
      case '\r':
        buffer_ += "\\r";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
          fmt::format_to(std::back_inserter(buffer_), "\\u{:04x}", static_cast<unsigned char>(c));
        } else {
          buffer_ += c;
        }
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
