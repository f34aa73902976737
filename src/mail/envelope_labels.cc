#include "mail/envelope_labels.h"

#include "mail/encoded_word.h"
#include "util/ascii.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>

namespace threadlint::mail {
namespace {

constexpr uint32_t kMozillaExpunged = 0x0008;
constexpr uint32_t kMozillaImapDeleted = 0x00200000;
constexpr uint32_t kMozillaTemplate = 0x00400000;

struct Label {
  std::string_view name;  // ASCII letters in lower case
  bool Envelope::*flag;
};

// What Gmail calls its folders in the languages of its users.
constexpr Label kLabels[] = {
    // English
    {"sent", &Envelope::sent_label},
    {"sent mail", &Envelope::sent_label},
    {"draft", &Envelope::draft},
    {"drafts", &Envelope::draft},
    {"trash", &Envelope::trash},
    {"bin", &Envelope::trash},
    {"spam", &Envelope::spam},
    {"junk", &Envelope::spam},
    // German
    {"gesendet", &Envelope::sent_label},
    {"entwurf", &Envelope::draft},
    {"entwürfe", &Envelope::draft},
    {"papierkorb", &Envelope::trash},
    // French
    {"envoyés", &Envelope::sent_label},
    {"messages envoyés", &Envelope::sent_label},
    {"brouillon", &Envelope::draft},
    {"brouillons", &Envelope::draft},
    {"corbeille", &Envelope::trash},
    // Spanish
    {"enviado", &Envelope::sent_label},
    {"enviados", &Envelope::sent_label},
    {"borrador", &Envelope::draft},
    {"borradores", &Envelope::draft},
    {"papelera", &Envelope::trash},
    // Italian
    {"inviati", &Envelope::sent_label},
    {"posta inviata", &Envelope::sent_label},
    {"bozza", &Envelope::draft},
    {"bozze", &Envelope::draft},
    {"cestino", &Envelope::trash},
    // Dutch
    {"verzonden", &Envelope::sent_label},
    {"concept", &Envelope::draft},
    {"concepten", &Envelope::draft},
    {"prullenbak", &Envelope::trash},
    // Portuguese
    {"e-mails enviados", &Envelope::sent_label},
    {"rascunho", &Envelope::draft},
    {"rascunhos", &Envelope::draft},
    {"lixeira", &Envelope::trash},
    {"lixo", &Envelope::trash},
    // Catalan
    {"enviats", &Envelope::sent_label},
    {"esborranys", &Envelope::draft},
    {"paperera", &Envelope::trash},
    // Polish
    {"wysłane", &Envelope::sent_label},
    {"wersje robocze", &Envelope::draft},
    {"kosz", &Envelope::trash},
    // Czech
    {"odeslaná pošta", &Envelope::sent_label},
    {"odeslané", &Envelope::sent_label},
    {"koncepty", &Envelope::draft},
    {"koš", &Envelope::trash},
    // Swedish, Danish, Norwegian
    {"skickat", &Envelope::sent_label},
    {"skickade", &Envelope::sent_label},
    {"sendt", &Envelope::sent_label},
    {"utkast", &Envelope::draft},
    {"kladder", &Envelope::draft},
    {"papperskorgen", &Envelope::trash},
    {"papirkurv", &Envelope::trash},
    {"papirkurven", &Envelope::trash},
    {"skräppost", &Envelope::spam},
    {"søppelpost", &Envelope::spam},
    // Finnish
    {"lähetetyt", &Envelope::sent_label},
    {"luonnokset", &Envelope::draft},
    {"roskakori", &Envelope::trash},
    {"roskaposti", &Envelope::spam},
    // Hungarian
    {"elküldött", &Envelope::sent_label},
    {"elküldött üzenetek", &Envelope::sent_label},
    {"piszkozatok", &Envelope::draft},
    {"kuka", &Envelope::trash},
    // Romanian
    {"trimise", &Envelope::sent_label},
    {"mesaje trimise", &Envelope::sent_label},
    {"mesaje nefinalizate", &Envelope::draft},
    {"coș de gunoi", &Envelope::trash},
    // Turkish
    {"gönderilmiş postalar", &Envelope::sent_label},
    {"gönderilenler", &Envelope::sent_label},
    {"taslaklar", &Envelope::draft},
    {"çöp kutusu", &Envelope::trash},
    // Greek
    {"απεσταλμένα", &Envelope::sent_label},
    {"πρόχειρα", &Envelope::draft},
    {"κάδος απορριμμάτων", &Envelope::trash},
    {"ανεπιθύμητα", &Envelope::spam},
    // Russian, Ukrainian
    {"отправленные", &Envelope::sent_label},
    {"надіслані", &Envelope::sent_label},
    {"черновики", &Envelope::draft},
    {"чернетки", &Envelope::draft},
    {"корзина", &Envelope::trash},
    {"кошик", &Envelope::trash},
    {"спам", &Envelope::spam},
    // Chinese, Japanese, Korean
    {"已发邮件", &Envelope::sent_label},
    {"已傳送郵件", &Envelope::sent_label},
    {"寄件備份", &Envelope::sent_label},
    {"草稿", &Envelope::draft},
    {"已删除邮件", &Envelope::trash},
    {"垃圾桶", &Envelope::trash},
    {"垃圾邮件", &Envelope::spam},
    {"垃圾郵件", &Envelope::spam},
    {"送信済み", &Envelope::sent_label},
    {"送信済みメール", &Envelope::sent_label},
    {"下書き", &Envelope::draft},
    {"ゴミ箱", &Envelope::trash},
    {"迷惑メール", &Envelope::spam},
    {"보낸편지함", &Envelope::sent_label},
    {"임시보관함", &Envelope::draft},
    {"휴지통", &Envelope::trash},
    {"스팸함", &Envelope::spam},
};

uint32_t Hex(std::string_view raw_value) {
  raw_value = util::Trim(raw_value);
  uint32_t value = 0;
  std::from_chars(raw_value.data(), raw_value.data() + raw_value.size(), value, 16);
  return value;
}

}  // namespace

void ReadGmailLabels(std::string_view raw_value, Envelope& out) {
  std::string decoded;
  DecodeUnstructured(raw_value, decoded, out.notes);
  std::string_view rest = decoded;
  while (!rest.empty()) {
    size_t comma = rest.find(',');
    std::string_view label = util::Trim(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    if (label.size() > 2 && label.front() == '"' && label.back() == '"')
      label = label.substr(1, label.size() - 2);
    for (const Label& row : kLabels)
      if (util::EqualsIgnoreCase(row.name, label)) out.*row.flag = true;
  }
}

void ReadMozillaStatus(std::string_view raw_value, Envelope& out) {
  if ((Hex(raw_value) & kMozillaExpunged) != 0) out.trash = true;
}

void ReadMozillaStatus2(std::string_view raw_value, Envelope& out) {
  uint32_t flags = Hex(raw_value);
  if ((flags & kMozillaImapDeleted) != 0) out.trash = true;
  if ((flags & kMozillaTemplate) != 0) out.draft = true;
}

}  // namespace threadlint::mail
