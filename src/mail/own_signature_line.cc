#include "mail/own_signature_line.h"

#include "mail/own_sign_off.h"
#include "util/ascii.h"

#include <algorithm>
#include <string>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;

// Labels of contact lines, folded; a colon or a number follows.
constexpr std::string_view kLabels[] = {
    "phone",    "tel",     "telephone", "telefon",     "telefono", "telefone",  "telefoon",
    "mobile",   "mobil",   "mobiel",    "movil",       "cell",     "handy",     "fax",
    "direct",   "office",  "email",     "e-mail",      "mail",     "web",       "website",
    "internet", "skype",   "ext",       "x",           "t",        "m",         "f",
    "p",        "e",       "w",         "c",           "o",        "d",         "h",
    "i",        "a",       "portable",  "gsm",         "cel",      "mob",       "ph",
    "whatsapp", "hotline", "freephone", "toll",        "desk",     "durchwahl", "correo",
    "courriel", "tlf",     "тел",       "телефон",     "моб",      "почта",     "地址",
    "网址",     "传真",    "电话",      "手机",        "邮箱",     "twitter",   "linkedin",
    "facebook", "url",     "www",       "signal",      "telegram", "work",      "home",
    "main",     "address", "adresse",   "switchboard",
};

bool IsWordByte(char c) { return util::IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

size_t CountWords(std::string_view text) {
  size_t count = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool word = c != ' ' && c != '\t' && c != '|';
    count += word && !in_word ? 1 : 0;
    in_word = word;
  }
  return count;
}

size_t CountDigits(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), util::IsDigit));
}

// Numbers and the signs among them, without words.
bool IsNumber(std::string_view text) {
  constexpr size_t kFewest = 5;
  text = util::Trim(text);
  if (text.find_first_not_of("0123456789+-./() x#*") != kNone || text.find("  ") != kNone)
    return false;
  if (text.find_first_of("-. (+*x") == kNone && text.size() > 1 && CountDigits(text) < 7)
    return false;
  return CountDigits(text) >= kFewest ||
         (CountDigits(text) >= 4 && (text.front() == 'x' || text.front() == '*'));
}

bool HasLabel(std::string_view folded) {
  size_t at = 0;
  while (at < folded.size() && !IsWordByte(folded[at])) ++at;
  size_t end = at;
  while (end < folded.size() && (IsWordByte(folded[end]) || folded[end] == '-') &&
         !util::IsDigit(folded[end]))
    ++end;
  std::string_view word = folded.substr(at, end - at);
  while (word.ends_with('-')) word.remove_suffix(1);
  if (std::ranges::find(kLabels, word) == std::end(kLabels)) return false;
  const std::string_view rest = folded.substr(at + word.size());
  if (rest.empty()) return false;
  const std::string_view sign = util::TrimLeft(rest);
  constexpr std::string_view kWideColon = "\xEF\xBC\x9A";
  return sign.starts_with(':') || sign.starts_with(kWideColon) || sign.starts_with('.') ||
         sign.starts_with('+') || sign.starts_with('(') || sign.starts_with('-') ||
         (!sign.empty() && util::IsDigit(sign.front()) && CountDigits(sign) >= 4) ||
         sign.starts_with("no") || sign.starts_with("phone") || sign.starts_with("number");
}

bool HasAddress(std::string_view folded) {
  const size_t at = folded.find('@');
  if (at != kNone && at > 0 && IsWordByte(folded[at - 1]) && at + 1 < folded.size() &&
      IsWordByte(folded[at + 1]) && folded.find('.', at) != kNone)
    return true;
  return folded.find("://") != kNone || folded.find("www.") != kNone ||
         folded.starts_with("[cid:") || folded.starts_with("[image") ||
         folded.starts_with("<image0");
}

// A telephone number apart from the rest of its line: behind a tab, a bar or blanks.
bool HasNumberCell(std::string_view folded) {
  constexpr size_t kFewest = 7;
  for (size_t at = 0; at < folded.size();) {
    size_t end = at;
    while (end < folded.size() && folded[end] != '\t' && folded[end] != '|' &&
           !folded.substr(end).starts_with("   "))
      ++end;
    const std::string_view cell = util::Trim(folded.substr(at, end - at));
    if (CountDigits(cell) >= kFewest && (IsNumber(cell) || HasLabel(cell))) return true;
    at = end + 1;
  }
  return false;
}

bool IsDomain(std::string_view folded) {
  const size_t dot = folded.rfind('.');
  return folded.find(' ') == kNone && dot != kNone && dot > 2 && folded.size() - dot >= 3 &&
         folded.size() - dot <= 5 &&
         folded.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-/") == kNone &&
         std::ranges::all_of(folded.substr(dot + 1), util::IsAlpha);
}

}  // namespace

SignatureLine ReadSignatureLine(std::string_view text, std::string_view folded) {
  // "i. A. Anna Berg": for somebody else.
  for (const std::string_view mark :
       {"i. a. ", "i.a. ", "i. v. ", "i.v. ", "ppa. ", "p.p. ", "p.o. "}) {
    if (!folded.starts_with(mark) || !util::StartsWithIgnoreCase(text, mark)) continue;
    text.remove_prefix(mark.size());
    folded.remove_prefix(mark.size());
  }
  constexpr size_t kLongest = 130, kMostWords = 9, kMostContactWords = 12;
  SignatureLine out;
  if (text.empty()) return out;
  if (folded == "." && text.size() > 1) {
    out.sentence = true;
    return out;
  }
  const size_t words = CountWords(folded);
  const size_t digits = CountDigits(folded);
  const bool ends = folded.ends_with('.') || folded.ends_with('!') || folded.ends_with('?') ||
                    folded.ends_with(':') || folded.ends_with(';');
  constexpr std::string_view kWideStop = "\xE3\x80\x82", kWideComma = "\xE3\x80\x81";
  if (folded.find(kWideStop) != kNone || folded.find(kWideComma) != kNone) {
    out.sentence = true;
    return out;
  }
  const bool speaks = words > 4 && ends;
  if (words <= kMostContactWords && !(speaks && folded.ends_with('?'))) {
    const bool label = HasLabel(folded);
    const bool address = HasAddress(folded) || IsDomain(folded);
    const bool parted =
        folded.find(" | ") != kNone || folded.find('\t') != kNone || folded.find("   ") != kNone;
    out.contact = IsNumber(folded) || (label && (digits >= 3 || address)) ||
                  (address && (words <= 4 || (parted && words <= kMostContactWords))) ||
                  (parted && HasNumberCell(folded));
  }
  if (!out.contact && folded.size() <= kLongest) {
    out.name = IsName(text, folded, false);
    // "Anna Berg - 555 0100", "Anna Berg, Tel. 555 0100".
    if (!out.name && digits >= 4 && words <= 8) {
      for (const std::string_view mark : {" - ", ", ", "  ", " x", " ("}) {
        const size_t at = text.find(mark);
        if (at == kNone || at < 3) continue;
        const std::string_view rest = util::Trim(text.substr(at + mark.size()));
        std::string lower = util::LowerAscii(rest);
        while (!lower.empty() && (lower.back() == '.' || lower.back() == ')')) lower.pop_back();
        const size_t folded_at = std::min(folded.find(mark), folded.size());
        if ((IsNumber(lower) || HasLabel(lower)) &&
            IsName(text.substr(0, at), folded.substr(0, folded_at), false))
          out.name = true;
      }
    }
  }
  // Titles and streets begin large.
  const bool goes_on = words >= 3 && util::IsLower(text.front());
  // "Price: 30.00" is a piece of data.
  const bool data = folded.find(": ") != kNone;
  out.sentence = !out.contact && !out.name &&
                 (speaks || goes_on || data || words > kMostWords || folded.size() > kLongest ||
                  folded.ends_with('?') || (words >= 4 && folded.find(". ") != kNone && ends));
  return out;
}

}  // namespace threadlint::mail
