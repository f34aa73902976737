// The fields of one header block (RFC 5322 section 2.2), verbatim, as ranges of the block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

struct HeaderField {
  std::string_view name;   // as written, without the colon and blanks before it
  std::string_view value;  // raw: folding kept, from behind the colon to before the line end
};

// Splits `block` (without its closing empty line) into fields. A line that is no field and no
// continuation is skipped and counted in `bad_lines`; a leading "From "/">From " line is skipped
// silently (RFC 4155). Views point into `block`. Reuse one object: it keeps its memory.
struct HeaderBlock {
  std::vector<HeaderField> fields;
  uint32_t bad_lines = 0;
  bool too_many_fields = false;  // beyond kMaxFields: the rest was not read

  static constexpr size_t kMaxFields = 5000;
  void Parse(std::string_view block);
  // First field of that name without regard to case; nullptr if none.
  const HeaderField* Find(std::string_view name) const;
};

// The value without folding (RFC 5322 section 2.2.3), trimmed; no other decoding.
std::string Unfold(std::string_view raw_value);

}  // namespace threadlint::mail
