// What stands in one mail's body, decoded once for all who read it.
#pragma once

#include "mail/mail_note.h"
#include "mail/own_text.h"
#include "mail/structure.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// The first `most` bytes at the most: up to a line end if one stands in the second half of them,
// else up to the end of a character.
std::string_view BeginningOf(std::string_view text, size_t most);

// For one thread. Views into the mail: its bytes must outlive it.
class Body {
 public:
  // Any bytes; never fails.
  explicit Body(std::string_view raw_mail);
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;

  std::string_view raw() const { return raw_; }
  const Structure& structure() const { return structure_; }
  // MainTextPart(), and what MainText() gives of it; the beginning, noted as kTooMuchText, if that
  // is longer than anybody reads.
  int text_part() const { return text_part_; }
  const std::string& text() const { return text_; }
  // What was odd about it, or beyond a limit.
  MailNotes notes() const { return notes_; }
  // ReadLines() of the text; read when first asked for.
  const std::vector<TextLine>& lines() const;

 private:
  std::string_view raw_;
  Structure structure_;
  int text_part_;
  MailNotes notes_;
  std::string text_;
  mutable std::optional<std::vector<TextLine>> lines_;
};

}  // namespace threadlint::mail
