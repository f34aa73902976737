#include "mail/body.h"

#include "mail/text.h"

namespace threadlint::mail {

namespace {

constexpr size_t kMostText = size_t{16} << 20;

}  // namespace

std::string_view BeginningOf(std::string_view text, size_t most) {
  if (text.size() <= most) return text;
  const size_t line = text.rfind('\n', most);
  if (line != std::string_view::npos && line > most / 2) return text.substr(0, line);
  size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

Body::Body(std::string_view raw_mail)
    : raw_(raw_mail),
      structure_(ReadStructure(raw_mail)),
      text_part_(MainTextPart(structure_, raw_mail)),
      notes_(structure_.notes),
      text_(MainText(raw_mail, structure_, text_part_, notes_)) {
  if (text_.size() <= kMostText) return;
  text_.resize(BeginningOf(text_, kMostText).size());
  text_.shrink_to_fit();
  notes_.Add(MailNote::kTooMuchText);
}

const std::vector<TextLine>& Body::lines() const {
  if (!lines_) lines_ = ReadLines(text_);
  return *lines_;
}

}  // namespace threadlint::mail
