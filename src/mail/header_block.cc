#include "mail/header_block.h"

#include "util/ascii.h"
#include "util/line_starts.h"

#include <array>
#include <cstring>

namespace threadlint::mail {
namespace {

// Printable US-ASCII but the colon (RFC 5322 section 3.6.8). Bytes above are taken too: names of
// 8-bit text occur, and the line is a field to everybody else.
constexpr std::array<bool, 256> MakeNameTable() {
  std::array<bool, 256> table{};
  for (size_t c = 0x21; c < 256; ++c) table[c] = c != ':' && c != 0x7F;
  return table;
}
constexpr std::array<bool, 256> kNameByte = MakeNameTable();

bool IsNameByte(char c) { return kNameByte[static_cast<unsigned char>(c)]; }

bool IsSeparatorLine(std::string_view line) {
  if (line.starts_with(">From ")) return true;
  if (!line.starts_with("From ")) return false;
  // The field with blanks before its colon, as RFC 822 allowed.
  const size_t next = line.find_first_not_of(" \t", 4);
  return next == line.npos || line[next] != ':';
}

}  // namespace

FieldScanner::FieldScanner(std::string_view block) : block_(block) {
  while (pos_ < block_.size() && IsSeparatorLine(block_.substr(pos_))) pos_ = LineEnd(pos_) + 1;
}

size_t FieldScanner::LineEnd(size_t pos) const {
  if (pos >= block_.size()) return block_.size();
  const void* end = std::memchr(block_.data() + pos, '\n', block_.size() - pos);
  return end == nullptr ? block_.size()
                        : static_cast<size_t>(static_cast<const char*>(end) - block_.data());
}

bool FieldScanner::Next(HeaderField& field) {
  while (pos_ < block_.size()) {
    size_t begin = pos_;
    size_t name_end = begin;
    while (name_end < block_.size() && IsNameByte(block_[name_end])) ++name_end;
    size_t colon = name_end;
    while (colon < block_.size() && util::IsBlank(block_[colon])) ++colon;
    bool is_field = name_end > begin && colon < block_.size() && block_[colon] == ':';
    // Lines that begin with a blank continue the one before them.
    pos_ = util::FindLineWithout<' ', '\t'>(block_, is_field ? colon : begin);
    size_t end = pos_ - (block_[pos_ - 1] == '\n' ? 1 : 0);
    if (!is_field) {
      // The empty line that closes a block is no bad line.
      if (!util::Trim(block_.substr(begin, end - begin)).empty()) ++bad_lines_;
      continue;
    }
    if (end > colon + 1 && block_[end - 1] == '\r') --end;
    field.name = block_.substr(begin, name_end - begin);
    field.value = block_.substr(colon + 1, end - colon - 1);
    return true;
  }
  return false;
}

void HeaderBlock::Parse(std::string_view block) {
  fields.clear();
  too_many_fields = block.size() > kMaxHeaderBlock;
  FieldScanner scanner(block.substr(0, kMaxHeaderBlock));
  HeaderField field;
  while (scanner.Next(field)) {
    if (fields.size() == kMaxFields) {
      too_many_fields = true;
      break;
    }
    fields.push_back(field);
  }
  bad_lines = scanner.bad_lines();
}

const HeaderField* HeaderBlock::Find(std::string_view name) const {
  for (const HeaderField& field : fields)
    if (util::EqualsIgnoreCase(field.name, name)) return &field;
  return nullptr;
}

std::string Unfold(std::string_view raw_value) {
  std::string out;
  raw_value = util::Trim(raw_value);
  out.reserve(raw_value.size());
  for (char c : raw_value)
    if (c != '\r' && c != '\n') out.push_back(c);
  return out;
}

}  // namespace threadlint::mail
