// The fields of one header block (RFC 5322 section 2.2), verbatim, as ranges of the block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// Limits of what is read of a header; a mail beyond one gets MailNote::kHeaderTooLong.
inline constexpr size_t kMaxHeaderBlock = size_t{4} << 20;  // bytes
inline constexpr size_t kMaxField = size_t{256} << 10;      // bytes of one field body
inline constexpr size_t kMaxFields = 5000;

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

  void Parse(std::string_view block);
  // First field of that name without regard to case; nullptr if none.
  const HeaderField* Find(std::string_view name) const;
};

// Walks over a block field by field without keeping anything: the way of the hot paths.
class FieldScanner {
 public:
  explicit FieldScanner(std::string_view block);

  // The next field; false at the end. Lines that are no fields are passed over and counted.
  bool Next(HeaderField& field);
  uint32_t bad_lines() const { return bad_lines_; }

 private:
  // End of the line at `pos`, without its LF; the end of the block if it has none.
  size_t LineEnd(size_t pos) const;

  std::string_view block_;
  size_t pos_ = 0;
  uint32_t bad_lines_ = 0;
};

// The value without folding (RFC 5322 section 2.2.3), trimmed; no other decoding.
std::string Unfold(std::string_view raw_value);

}  // namespace threadlint::mail
