#include "lint/redact_tools.h"

#include "cases/domain.h"
#include "lint/find_secrets.h"
#include "mail/encoded_word.h"
#include "mail/link_fold.h"

namespace threadlint {

verdict::TextTools RedactTools() {
  verdict::TextTools out;
  out.fold = mail::FoldText;
  out.decode = [](std::string_view raw) {
    std::string text;
    mail::MailNotes ignored;
    mail::DecodeUnstructured(raw, text, ignored);
    return text;
  };
  out.organisation = cases::OrganisationOf;
  out.is_free_mail = cases::IsFreeMail;
  out.find = FindSecrets;
  return out;
}

}  // namespace threadlint
