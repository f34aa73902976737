#include "facts/attachments.h"

#include "mail/link_fold.h"
#include "util/ascii.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace threadlint::facts {
namespace {

struct Kind {
  std::string_view text;  // beginning of a media type, or a file name's extension with its dot
  Wants wants;
};
// A PDF or a picture can be any paper; what a text file is, nobody can tell.
constexpr Kind kKinds[] = {
    {"image/", kWantsImage | kWantsDocument},
    {"video/", kWantsVideo},
    {"audio/", kWantsVideo},
    {"text/", kWantsLog | kWantsDocument},
    {"message/", kWantsDocument | kWantsLog},
    {"application/pdf", kWantsDocument | kWantsImage},
    {".jpg", kWantsImage | kWantsDocument},
    {".jpeg", kWantsImage | kWantsDocument},
    {".png", kWantsImage | kWantsDocument},
    {".gif", kWantsImage},
    {".heic", kWantsImage | kWantsDocument},
    {".webp", kWantsImage},
    {".tif", kWantsImage | kWantsDocument},
    {".tiff", kWantsImage | kWantsDocument},
    {".bmp", kWantsImage},
    {".mp4", kWantsVideo},
    {".mov", kWantsVideo},
    {".avi", kWantsVideo},
    {".mp3", kWantsVideo},
    {".wav", kWantsVideo},
    {".pdf", kWantsDocument | kWantsImage},
    {".zip", kWantsDocument | kWantsImage | kWantsLog | kWantsVideo},
    {".log", kWantsLog},
    {".txt", kWantsLog | kWantsDocument},
    {".json", kWantsLog},
    {".csv", kWantsLog | kWantsDocument},
    {".dmp", kWantsLog},
    {".har", kWantsLog},
    {".gz", kWantsLog},
    {".7z", kWantsDocument | kWantsImage | kWantsLog},
};

Wants KindOf(const mail::Part& part) {
  const std::string name = mail::FoldText(part.file_name);
  for (const Kind& kind : kKinds) {
    const bool extension = kind.text.starts_with('.');
    if (extension ? name.ends_with(kind.text) : part.type.starts_with(kind.text)) return kind.wants;
  }
  return kWantsDocument | kWantsLog;
}

// Pictures that belong to a text's layout or a signature are no attachments.
bool IsDecoration(const mail::Part& part) {
  constexpr size_t kIcon = size_t{12} * 1024;  // bytes in base64
  return part.type.starts_with("image/") && part.disposition != "attachment" &&
         part.body_end - part.body_begin < kIcon;
}

bool Hangs(const mail::Structure& structure, size_t index, int text_part) {
  const mail::Part& part = structure.parts[index];
  if (static_cast<int>(index) == text_part || part.type.starts_with("multipart/")) return false;
  // Parts of a mail that hangs on this one count as that mail.
  for (int32_t up = part.parent; up >= 0; up = structure.parts[static_cast<size_t>(up)].parent)
    if (structure.parts[static_cast<size_t>(up)].type.starts_with("message/")) return false;
  if (part.disposition == "attachment" || !part.file_name.empty()) return !IsDecoration(part);
  if (part.type.starts_with("text/")) return false;
  return !IsDecoration(part) && !part.type.starts_with("application/pgp") &&
         part.type != "application/pkcs7-signature" && part.type != "message/delivery-status";
}

bool IsEncrypted(const mail::Part& part) {
  return part.type == "multipart/encrypted" || part.type == "application/pkcs7-mime" ||
         part.type == "application/x-pkcs7-mime" || part.type == "application/ms-tnef";
}

// "tenancy_signed.pdf", "IMG-Receipt2.jpg": words of a file name.
void AddWords(std::string_view file_name, const Lexicon& lexicon, std::vector<WordId>& out) {
  const std::string name = mail::FoldText(file_name.substr(0, file_name.rfind('.')));
  constexpr size_t kShortest = 3;
  for (size_t at = 0; at < name.size();) {
    size_t end = at;
    while (end < name.size() && ((name[end] >= 'a' && name[end] <= 'z') ||
                                 static_cast<unsigned char>(name[end]) >= 0x80))
      ++end;
    std::string_view word = std::string_view(name).substr(at, end - at);
    if (const size_t tail = lexicon.TailOf(word); tail > 0) {
      out.push_back(lexicon.Id(word.substr(0, word.size() - tail)));
      word.remove_prefix(word.size() - tail);
    }
    if (word.size() >= kShortest) out.push_back(lexicon.Id(word));
    at = end + 1;
  }
}

}  // namespace

void ReadAttachments(const mail::Structure& structure, int text_part, const Lexicon* lexicon,
                     Reading& reading) {
  constexpr uint32_t kMost = 100;  // names looked at
  for (size_t i = 0; i < structure.parts.size(); ++i) {
    const mail::Part& part = structure.parts[i];
    reading.unread = reading.unread || IsEncrypted(part);
    if (!Hangs(structure, i, text_part)) continue;
    reading.attachments |= KindOf(part);
    if (++reading.attachment_count <= kMost && lexicon != nullptr)
      AddWords(part.file_name, *lexicon, reading.attachment_words);
  }
  if (!reading.has_text && (reading.attachments & kWantsImage) != 0) reading.unread = true;
}

}  // namespace threadlint::facts
