#include "mail/body.h"

#include "mail/text.h"

namespace threadlint::mail {

Body::Body(std::string_view raw_mail)
    : raw_(raw_mail),
      structure_(ReadStructure(raw_mail)),
      text_part_(MainTextPart(structure_, raw_mail)) {
  MailNotes ignored;
  text_ = MainText(raw_mail, structure_, text_part_, ignored);
}

const std::vector<TextLine>& Body::lines() const {
  if (!lines_) lines_ = ReadLines(text_);
  return *lines_;
}

}  // namespace threadlint::mail
