#include "mail/link_heading.h"

#include "util/ascii.h"

#include <algorithm>
#include <cstdint>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr size_t kLongestLine = 200;

// Words of writing, as attributions have them (folded).
constexpr std::string_view kWrote[] = {
    "wrote",    "writes",           "schrieb",   "schreibt",   "geschrieben", "a ecrit", "ecrit",
    "ecrivait", "escribio",         "escribia",  "ha escrito", "ha scritto",  "scrive",  "scrisse",
    "schreef",  "heeft geschreven", "escreveu",  "skrev",      "skreiv",      "napisal", "napisala",
    "napsal",   "napsala",          "kirjoitti", "irta",       "pisze",       "a scris", "написал",
    "написала", "написал(а)",       "пише",      "пишет",      "yazdi",       "写道",    "のメール",
    "έγραψε",
};

constexpr std::string_view kOriginal[] = {
    "original message",       "ursprungliche nachricht",   "ursprungliche mail",
    "originalnachricht",      "message d'origine",         "message original",
    "mensaje original",       "messaggio originale",       "mensagem original",
    "oorspronkelijk bericht", "original-nachricht",        "original nachricht",
    "origineel bericht",      "oprindelig meddelelse",     "ursprungligt meddelande",
    "forwarded message",      "weitergeleitete nachricht", "message transfere",
    "mensaje reenviado",      "messaggio inoltrato",       "mensagem encaminhada",
    "mensagem reencaminhada", "doorgestuurd bericht",      "wiadomosc oryginalna",
    "original appointment",   "urspr. nachricht",
};

// Whole lines (a colon at the end aside) below which an earlier mail stands.
constexpr std::string_view kCopyHeadings[] = {
    "begin forwarded message",
    "anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail",
    "debut du message transfere",
    "debut du message reexpedie",
    "inicio del mensaje reenviado",
    "inizio messaggio inoltrato",
    "inicio da mensagem reencaminhada",
    "inicio da mensagem encaminhada",
    "begin doorgestuurd bericht",
    "your message",
    "your original message",
    "your request",
    "your original request",
    "your enquiry",
    "message you sent",
    "a copy of your message",
    "here is a copy of your message",
    "a copy of your request",
    "here is a copy of your request",
    "here's a copy of your message",
    "you wrote",
    "your question",
    "here's a reminder of your request",
    "here's a reminder of what your ticket was about",
    "here's a reminder of what your request was about",
    "ihre nachricht",
    "ihre anfrage",
    "ihre ursprungliche nachricht",
    "ihre mitteilung",
    "sie schrieben",
    "ihre frage",
    "ihr anliegen",
    "kopie ihrer nachricht",
    "kopie ihrer anfrage",
    "deine nachricht",
    "deine anfrage",
    "votre message",
    "votre demande",
    "copie de votre message",
    "copie de votre demande",
    "rappel de votre demande",
    "rappel de votre message",
    "su mensaje",
    "su consulta",
    "su solicitud",
    "copia de su mensaje",
    "copia de su solicitud",
    "tu mensaje",
    "tu consulta",
    "il suo messaggio",
    "la sua richiesta",
    "copia del suo messaggio",
    "copia della sua richiesta",
    "il tuo messaggio",
    "la tua richiesta",
    "uw bericht",
    "uw vraag",
    "uw verzoek",
    "kopie van uw bericht",
    "je bericht",
    "je vraag",
    "a sua mensagem",
    "sua mensagem",
    "o seu pedido",
    "seu pedido",
    "copia da sua mensagem",
};

constexpr std::string_view kMarkers[] = {
    "above this line",          "above this dotted line",   "oberhalb dieser zeile",
    "uber dieser zeile",        "oberhalb dieser linie",    "uber dieser linie",
    "au-dessus de cette ligne", "au dessus de cette ligne", "encima de esta linea",
    "arriba de esta linea",     "sobre esta linea",         "sopra questa riga",
    "sopra questa linea",       "sopra di questa riga",     "sopra di questa linea",
    "boven deze regel",         "boven deze lijn",          "acima desta linha",
    "acima dessa linha",        "over denne linje",         "ovanfor denna rad",
    "powyzej tej linii",
};

constexpr std::string_view kDevices[] = {
    "sent from my ",
    "sent from outlook",
    "sent from mail for",
    "sent from yahoo",
    "sent with proton",
    "sent via ",
    "get outlook for",
    "von meinem ",
    "gesendet von ",
    "gesendet mit ",
    "von unterwegs gesendet",
    "envoye de mon ",
    "envoye depuis ",
    "envoye a partir ",
    "telecharger outlook",
    "enviado desde ",
    "enviado do ",
    "enviado a partir ",
    "enviado de mi",
    "inviato da ",
    "inviato dal ",
    "verzonden vanaf ",
    "verstuurd vanaf ",
    "verzonden met ",
    "verstuurd vanuit ",
    "skickat fran ",
    "sendt fra ",
    "wyslano z ",
    "holen sie sich outlook",
    "outlook fur ios",
    "outlook fur android",
};

constexpr std::string_view kUpdated[] = {
    "has been updated", "was updated",     "wurde aktualisiert", "ete mise a jour",
    "ete mis a jour",   "sido actualizad", "stata aggiornata",   "is bijgewerkt",
    "foi atualizad",    "foi actualizad",
};

enum class Field : uint8_t { kFrom = 1, kDate = 2, kTo = 4, kSubject = 8, kOther = 16 };

struct FieldName {
  std::string_view name;
  Field field;
};

// Names of the fields of a quoted header, folded.
constexpr FieldName kFields[] = {
    {"from", Field::kFrom},
    {"von", Field::kFrom},
    {"de", Field::kFrom},
    {"da", Field::kFrom},
    {"van", Field::kFrom},
    {"fran", Field::kFrom},
    {"fra", Field::kFrom},
    {"od", Field::kFrom},
    {"expediteur", Field::kFrom},
    {"mittente", Field::kFrom},
    {"remitente", Field::kFrom},
    {"absender", Field::kFrom},
    {"sent", Field::kDate},
    {"date", Field::kDate},
    {"gesendet", Field::kDate},
    {"datum", Field::kDate},
    {"envoye", Field::kDate},
    {"envoye le", Field::kDate},
    {"fecha", Field::kDate},
    {"enviado", Field::kDate},
    {"enviado el", Field::kDate},
    {"enviado em", Field::kDate},
    {"inviato", Field::kDate},
    {"data", Field::kDate},
    {"verzonden", Field::kDate},
    {"skickat", Field::kDate},
    {"sendt", Field::kDate},
    {"enviada", Field::kDate},
    {"enviada em", Field::kDate},
    {"to", Field::kTo},
    {"an", Field::kTo},
    {"a", Field::kTo},
    {"para", Field::kTo},
    {"till", Field::kTo},
    {"til", Field::kTo},
    {"aan", Field::kTo},
    {"destinataire", Field::kTo},
    {"destinatario", Field::kTo},
    {"pour", Field::kTo},
    {"per", Field::kTo},
    {"subject", Field::kSubject},
    {"betreff", Field::kSubject},
    {"objet", Field::kSubject},
    {"asunto", Field::kSubject},
    {"oggetto", Field::kSubject},
    {"onderwerp", Field::kSubject},
    {"assunto", Field::kSubject},
    {"sujet", Field::kSubject},
    {"amne", Field::kSubject},
    {"emne", Field::kSubject},
    {"cc", Field::kOther},
    {"kopie", Field::kOther},
    {"reply-to", Field::kOther},
    {"antwort an", Field::kOther},
    {"importance", Field::kOther},
    {"attachments", Field::kOther},
    {"anlagen", Field::kOther},
};

template <size_t n>
bool HasAny(std::string_view text, const std::string_view (&words)[n]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.find(word) != kNone; });
}

bool IsWordByte(char c) { return util::IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

// The word stands in the text, not inside another.
bool HasWord(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != kNone; at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool ascii = static_cast<unsigned char>(word.front()) < 0x80;
    if (!ascii ||
        ((at == 0 || !IsWordByte(text[at - 1])) && (end == text.size() || !IsWordByte(text[end]))))
      return true;
  }
  return false;
}

// "7:08", "13:25", "13.25 Uhr", "10h05".
bool HasTime(std::string_view text) {
  for (size_t i = 1; i + 2 < text.size(); ++i)
    if ((text[i] == ':' || text[i] == 'h') && util::IsDigit(text[i - 1]) &&
        util::IsDigit(text[i + 1]) && util::IsDigit(text[i + 2]))
      return true;
  return false;
}

size_t CountDigits(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), util::IsDigit));
}

bool EndsWithColon(std::string_view text) {
  constexpr std::string_view kWideColon = "\xEF\xBC\x9A";
  return text.ends_with(':') || text.ends_with(kWideColon);
}

std::string_view WithoutMarkup(std::string_view line) {
  while (!line.empty() && (line.front() == '*' || line.front() == '_' || line.front() == ' '))
    line.remove_prefix(1);
  while (!line.empty() && (line.back() == '*' || line.back() == '_' || line.back() == ' '))
    line.remove_suffix(1);
  return line;
}

// The bit of the field that the line names; 0 if it is no field.
unsigned FieldOf(std::string_view line) {
  constexpr size_t kLongestName = 16;
  line = WithoutMarkup(line);
  const size_t colon = line.substr(0, kLongestName).find(':');
  if (colon == kNone) return 0;
  const std::string_view name = WithoutMarkup(line.substr(0, colon));
  for (const FieldName& field : kFields)
    if (field.name == name) return static_cast<unsigned>(field.field);
  return 0;
}

}  // namespace

AttributionLines FindAttribution(std::span<const std::string> lines) {
  constexpr size_t kMostLines = 4;
  constexpr size_t kLongest = 400;
  std::string joined;
  for (size_t i = 0; i < lines.size() && i < kMostLines; ++i) {
    if (lines[i].empty() || lines[i].front() == '>') break;
    joined += (i == 0 ? "" : " ") + lines[i];
    if (joined.size() > kLongest) break;
    if (!EndsWithColon(lines[i])) continue;
    const bool wrote = std::any_of(std::begin(kWrote), std::end(kWrote),
                                   [&](auto word) { return HasWord(joined, word); });
    if (!wrote) break;
    const bool address = joined.find('@') != kNone;
    const bool time = HasTime(joined) && CountDigits(joined) >= 5;
    // A sentence before it would be taken away with it.
    if (i > 0 && !address && !time) break;
    if (i > 0 && (lines[0].ends_with('.') && CountDigits(lines[0]) == 0)) break;
    return {address || time ? Attribution::kStrict : Attribution::kLoose, i + 1};
  }
  return {};
}

size_t HeaderBlockLines(std::span<const std::string> lines) {
  constexpr size_t kMostLines = 12;
  constexpr auto kFrom = static_cast<unsigned>(Field::kFrom);
  constexpr auto kDate = static_cast<unsigned>(Field::kDate);
  constexpr auto kTo = static_cast<unsigned>(Field::kTo);
  constexpr auto kSubject = static_cast<unsigned>(Field::kSubject);
  if (lines.empty()) return 0;
  const unsigned first = FieldOf(lines[0]);
  // Yahoo and some others begin with the date or the subject.
  if (first == 0 || first == static_cast<unsigned>(Field::kOther)) return 0;
  unsigned seen = 0;
  size_t end = 0, others = 0;
  for (size_t i = 0; i < lines.size() && i < kMostLines; ++i) {
    const unsigned field = FieldOf(lines[i]);
    if (field == 0) {
      // One folded or empty line between the fields.
      if (++others > 1) break;
      continue;
    }
    others = 0;
    seen |= field;
    end = i + 1;
  }
  const bool rest = (seen & kDate) != 0 ? (seen & (kTo | kSubject)) != 0
                                        : (seen & kTo) != 0 && (seen & kSubject) != 0;
  return (seen & kFrom) != 0 && rest ? end : 0;
}

bool IsRule(std::string_view line) {
  constexpr size_t kShortest = 4;
  return line.size() >= kShortest && line.find_first_not_of("-_=*~# ") == kNone;
}

bool IsQuotationHeading(std::string_view line) {
  if (line.size() > kLongestLine) return false;
  if (line.starts_with('-') && line.ends_with('-') && HasAny(line, kOriginal)) return true;
  line = WithoutMarkup(line);
  if (!EndsWithColon(line)) return false;
  line = WithoutMarkup(line.substr(0, line.rfind(line.ends_with(':') ? ":" : "\xEF\xBC\x9A")));
  return std::find(std::begin(kCopyHeadings), std::end(kCopyHeadings), line) !=
         std::end(kCopyHeadings);
}

size_t DatedRuleLines(std::span<const std::string> lines) {
  constexpr size_t kShortestRule = 10;
  constexpr size_t kLongestName = 100;
  constexpr size_t kLookAhead = 4;
  if (lines.empty() || lines[0].size() < kShortestRule || !IsRule(lines[0])) return 0;
  size_t filled = 0;
  for (size_t i = 1; i < lines.size() && i <= kLookAhead && filled < 2; ++i) {
    const std::string_view line = lines[i];
    if (line.empty()) continue;
    if (line.size() > kLongestName || line.front() == '>' || FieldOf(line) != 0) return 0;
    ++filled;
    // The date must be most of its line: a sentence may name a time too.
    const bool sentence = line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
    if (!sentence && HasTime(line) && CountDigits(line) >= 7) return i + 1;
  }
  return 0;
}

bool IsReplyMarker(std::string_view line) {
  if (line.size() > kLongestLine) return false;
  return (line.starts_with("##") && line.ends_with("##") && line.size() > 6) ||
         HasAny(line, kMarkers);
}

bool IsUpdateNotice(std::string_view line) {
  return line.size() <= kLongestLine && HasAny(line, kUpdated);
}

bool IsDeviceSignature(std::string_view line) {
  constexpr size_t kLongest = 90;
  if (line.size() > kLongest || line.empty() || line.ends_with('?')) return false;
  line = WithoutMarkup(line);
  for (const std::string_view device : kDevices)
    if (line.starts_with(device))
      return device != "von meinem " || line.find("gesendet") != kNone ||
             line.find("gesand") != kNone;
  return false;
}

}  // namespace threadlint::mail
