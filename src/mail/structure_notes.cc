#include "mail/structure_notes.h"

#include "mail/text.h"
#include "util/ascii.h"
#include "util/find_bytes.h"

#include <string>

namespace threadlint::mail {

namespace {

std::string_view Body(std::string_view mail, const Part& part) {
  return mail.substr(part.body_begin, part.body_end - part.body_begin);
}

// PKCS #7 is counted as encrypted whatever is in it: an opaque signature hides the text as well.
bool IsEncryptedType(std::string_view type) {
  return type == "multipart/encrypted" || type == "application/pkcs7-mime" ||
         type == "application/x-pkcs7-mime" || type == "application/pgp-encrypted";
}

bool HasInlinePgp(std::string_view body) {
  constexpr std::string_view kArmour = "-----BEGIN PGP MESSAGE-----";
  const size_t at = util::FindBytes(body, kArmour);
  return at != std::string_view::npos && (at == 0 || body[at - 1] == '\n');
}

bool IsTnef(const Part& part) {
  return part.type == "application/ms-tnef" || part.type == "application/vnd.ms-tnef" ||
         util::EqualsIgnoreCase(part.file_name, "winmail.dat");
}

// False only if there is nothing but white space to read. A long body is not decoded to find out.
bool HasWords(std::string_view mail, const Part& part) {
  constexpr size_t kSurelyText = 16384;
  if (part.type == "text/plain" && part.encoding.empty() && part.body_end > part.body_begin)
    return !util::Trim(Body(mail, part)).empty();
  if (part.body_end - part.body_begin > kSurelyText) return true;
  MailNotes ignored;
  std::string text = DecodeText(mail, part, ignored);
  if (part.type == "text/html") text = HtmlToText(text);
  return !util::Trim(text).empty();
}

}  // namespace

void NoteUnreadable(std::string_view mail, Structure& structure) {
  bool image = false;
  bool words = false;
  for (const Part& part : structure.parts) {
    const bool text = part.type == "text/plain" || part.type == "text/html";
    if (IsEncryptedType(part.type)) structure.notes.Add(MailNote::kEncrypted);
    if (IsTnef(part)) structure.notes.Add(MailNote::kTnef);
    if (text && HasInlinePgp(Body(mail, part))) structure.notes.Add(MailNote::kEncrypted);
    image = image || part.type.starts_with("image/");
  }
  if (!image) return;
  for (const Part& part : structure.parts) {
    const bool text = part.type.starts_with("text/");
    words = words || (text && HasWords(mail, part));
  }
  if (!words) structure.notes.Add(MailNote::kImageOnly);
}

}  // namespace threadlint::mail
