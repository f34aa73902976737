#include "lint/find_secrets.h"

#include "facts/value.h"
#include "facts/value_scan.h"
#include "lint/postal_address.h"
#include "util/ascii.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace threadlint {
namespace {

using facts::Value;
using facts::ValueKind;
using verdict::Secret;
using verdict::SecretKind;

bool IsHigh(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool IsLocal(char c) {
  return util::IsAlnum(c) || IsHigh(c) ||
         std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
}
bool IsHost(char c) { return util::IsAlnum(c) || IsHigh(c) || c == '-' || c == '.'; }

// Digits and capitals: "112-3456789" and "112 3456789" are one number.
std::string Plain(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (util::IsAlnum(c)) out += util::ToUpper(c);
  return out;
}

std::string Digits(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (util::IsDigit(c)) out += c;
  return out;
}

// Letters and digits in small letters.
std::string Letters(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (util::IsAlnum(c) || IsHigh(c)) out += util::ToLower(c);
  return out;
}

// ISO/IEC 7812: the last digit is the check digit of the others.
bool IsCard(std::string_view digits) {
  constexpr size_t kFewest = 13, kMost = 19;
  if (digits.size() < kFewest || digits.size() > kMost) return false;
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    constexpr int kTen = 10, kNine = 9;
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) digit *= 2;
    sum += digit > kNine ? digit - kNine : digit;
    if (i + 1 == digits.size()) return sum % kTen == 0;
  }
  return false;
}

struct Label {
  std::string_view what, words;
};
// What the word before a number says that it is of, folded.
constexpr Label kLabels[] = {
    {"phone",
     "phone telephone tel mobile line hotline call ring fax telefon handy rufnummer portable "
     "movil telefono whatsapp"},
    {"order",
     "order orders purchase bestellung bestellnummer bestellnr auftrag auftragsnummer commande "
     "pedido ordine zamowienie zamowienia"},
    {"invoice", "invoice bill receipt rechnung rechnungsnummer facture factura fattura"},
    {"claim", "claim claims schaden schadennummer schadensnummer sinistre siniestro"},
    {"booking", "booking reservation buchung buchungsnummer reserva prenotazione flight"},
    {"ticket", "ticket case vorgang vorgangsnummer fall fallnummer dossier caso"},
    {"account",
     "account iban bank konto kontonummer kundennummer customer client member membership policy "
     "contract vertrag vertragsnummer compte cuenta"},
    {"card", "card karte kreditkarte carte tarjeta"},
    {"parcel", "tracking parcel package consignment shipment sendung sendungsnummer colis envio"},
    {"serial", "serial seriennummer imei device"},
};

std::string_view LabelBefore(std::string_view text, size_t at) {
  constexpr size_t kWords = 4;
  size_t end = at;
  for (size_t i = 0; i < kWords && end > 0; ++i) {
    while (end > 0 && !util::IsAlpha(text[end - 1]) && !IsHigh(text[end - 1])) {
      const char c = text[end - 1];
      if (c == '\n' || c == '?' || c == '!' || c == ';' || util::IsDigit(c)) return "number";
      --end;
    }
    size_t begin = end;
    while (begin > 0 && (util::IsAlpha(text[begin - 1]) || IsHigh(text[begin - 1]))) --begin;
    const facts::values::FoldedWord folded(text.substr(begin, end - begin));
    for (const Label& label : kLabels)
      if (facts::values::IsOneOf(folded.Text(), label.words)) return label.what;
    end = begin;
  }
  return "number";
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text), taken_(text.size()) {}

  std::vector<Secret> Find() && {
    const std::vector<Value> values = facts::ReadValues(text_, {});
    for (const Value& v : values)
      if (v.kind == ValueKind::kUrl) Add(SecretKind::kUrl, v.begin, v.begin + v.length, UrlOf(v));
    Mailboxes();
    Files();
    Postal(values);
    // The longest forms first: groups of digits may be taken for several numbers, or for a time.
    for (const Value& v : values)
      if (v.kind == ValueKind::kIban || v.kind == ValueKind::kPhone) Number(v);
    for (const Value& v : values)
      if (IsPlain(v)) Take(v.begin, v.begin + v.length);
    Grouped();
    for (const Value& v : values) Number(v);
    Codes();
    std::ranges::sort(out_, {}, &Secret::begin);
    return std::move(out_);
  }

 private:
  std::string_view Text(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }
  std::string_view Text(const Value& v) const { return text_.substr(v.begin, v.length); }

  bool IsFree(size_t begin, size_t end) const {
    return std::none_of(taken_.begin() + static_cast<std::ptrdiff_t>(begin),
                        taken_.begin() + static_cast<std::ptrdiff_t>(end),
                        [](bool taken) { return taken; });
  }
  void Take(size_t begin, size_t end) {
    std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(begin),
              taken_.begin() + static_cast<std::ptrdiff_t>(end), true);
  }

  void Add(SecretKind kind, size_t begin, size_t end, std::string normal,
           std::string_view what = {}) {
    if (begin >= end || !IsFree(begin, end)) return;
    Take(begin, end);
    out_.push_back({kind, static_cast<uint32_t>(begin), static_cast<uint32_t>(end - begin),
                    std::move(normal), what});
  }

  std::string UrlOf(const Value& v) const {
    std::string_view url = Text(v);
    if (const size_t scheme = url.find("://"); scheme != std::string_view::npos)
      url.remove_prefix(scheme + 3);
    while (url.ends_with('/')) url.remove_suffix(1);
    return std::string(url);
  }

  void Mailboxes() {
    size_t floor = 0;
    for (size_t at = 0; (at = text_.find('@', at)) != std::string_view::npos; ++at) {
      size_t begin = at, end = at + 1;
      while (begin > floor && IsLocal(text_[begin - 1])) --begin;
      while (begin < at && (text_[begin] == '\'' || text_[begin] == '.' || text_[begin] == '/'))
        ++begin;
      while (end < text_.size() && IsHost(text_[end])) ++end;
      while (end > at + 1 && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
      floor = end;
      if (begin == at || end == at + 1) continue;
      Add(SecretKind::kEmail, begin, end, util::LowerAscii(Text(begin, end)));
    }
  }

  void Files() {
    static constexpr std::string_view kEnds[] = {
        "pdf",  "jpg", "jpeg", "png", "gif",  "heic", "bmp", "tif",  "tiff", "webp", "svg", "doc",
        "docx", "odt", "rtf",  "xls", "xlsx", "ods",  "csv", "ppt",  "pptx", "zip",  "rar", "eml",
        "msg",  "txt", "log",  "mp3", "mp4",  "mov",  "avi", "webm", "wav",  "m4a",  "ics", "html"};
    size_t floor = 0;
    for (size_t at = 0; (at = text_.find('.', at)) != std::string_view::npos; ++at) {
      size_t end = at + 1;
      while (end < text_.size() && util::IsAlnum(text_[end])) ++end;
      const std::string extension = util::LowerAscii(Text(at + 1, end));
      if (std::ranges::find(kEnds, extension) == std::end(kEnds)) continue;
      size_t begin = at;
      const auto within = [](char c) {
        return !util::IsSpace(c) &&
               std::string_view("\"'<>(),;:[]").find(c) == std::string_view::npos;
      };
      while (begin > floor && within(text_[begin - 1])) --begin;
      floor = end;
      Add(SecretKind::kFile, begin, end, util::LowerAscii(Text(begin, end)));
    }
  }

  void Postal(const std::vector<Value>& values) {
    std::vector<std::pair<size_t, size_t>> codes;
    for (const Value& v : values)
      if (v.kind == ValueKind::kPostcode) codes.emplace_back(v.begin, v.begin + v.length);
    for (const auto& [begin, end] : FindPostalAddresses(text_, codes))
      Add(SecretKind::kPostal, begin, end, Letters(Text(begin, end)));
  }

  // It says when, how much or how long, and nothing of anybody.
  static bool IsPlain(const Value& v) {
    switch (v.kind) {
      case ValueKind::kAmount:
      case ValueKind::kDate:
      case ValueKind::kTime:
      case ValueKind::kDuration:
      case ValueKind::kMeasure:
      case ValueKind::kPercent:
      case ValueKind::kVersion:
        return true;
      default:
        return false;
    }
  }

  void AddNumber(size_t begin, size_t end, std::string_view what = {}) {
    std::string normal = Plain(Text(begin, end));
    const bool digits = std::ranges::all_of(normal, util::IsDigit);
    if (what.empty()) what = digits && IsCard(normal) ? "card" : LabelBefore(text_, begin);
    if (what == "phone" && digits) return AddPhone(begin, end);
    Add(SecretKind::kNumber, begin, end, std::move(normal), what == "phone" ? "number" : what);
  }

  // "RE-" of "RE-2024-00917": short, in capitals, and of a piece with it.
  size_t PrefixOf(size_t begin) const {
    constexpr size_t kLongest = 4;
    if (begin < 2 || (text_[begin - 1] != '-' && text_[begin - 1] != '/')) return begin;
    size_t at = begin - 1;
    while (at > 0 && begin - at <= kLongest + 1 && util::IsUpper(text_[at - 1])) --at;
    const bool word = at > 0 && (util::IsAlnum(text_[at - 1]) || IsHigh(text_[at - 1]));
    return at + 1 == begin || word ? begin : at;
  }

  void AddPhone(size_t begin, size_t end) {
    constexpr size_t kSignificant = 9;
    std::string digits = Digits(Text(begin, end));
    while (digits.starts_with('0')) digits.erase(0, 1);
    if (digits.size() > kSignificant) digits.erase(0, digits.size() - kSignificant);
    Add(SecretKind::kPhone, begin, end, std::move(digits));
  }

  void Number(const Value& v) {
    const size_t begin = v.begin, end = begin + v.length;
    switch (v.kind) {
      case ValueKind::kPhone:
        return AddPhone(begin, end);
      case ValueKind::kIban:
        return AddNumber(begin, end, "account");
      case ValueKind::kCardTail: {
        const size_t digit = text_.find_first_of("0123456789", begin);
        return Add(SecretKind::kNumber, digit, end, Plain(Text(digit, end)), "card");
      }
      case ValueKind::kTracking:
        return AddNumber(begin, end, "parcel");
      case ValueKind::kIdentifier: {
        constexpr size_t kShortest = 4;
        if (Plain(Text(v)).size() >= kShortest) AddNumber(PrefixOf(begin), end);
        return;
      }
      case ValueKind::kNumber: {
        constexpr size_t kMaybe = 4, kSure = 7;
        const std::string_view text = Text(v);
        if (!std::ranges::all_of(text, util::IsDigit) || text.size() < kMaybe) return;
        if (text.size() >= kSure) return AddNumber(begin, end);
        return Add(SecretKind::kMaybeNumber, begin, end, std::string(text));
      }
      default:
        return;
    }
  }

  // "4111 1111 1111 1111", "5501 7724": groups that nothing else was made of. Years are none.
  void Grouped() {
    constexpr size_t kFewest = 9, kFewestInLong = 8, kLong = 3;
    for (size_t at = 0; at < text_.size();) {
      if (!util::IsDigit(text_[at]) || (at > 0 && util::IsAlnum(text_[at - 1]))) {
        ++at;
        continue;
      }
      size_t end = at, digits = 0, group = at, shortest = text_.size();
      bool years = true;
      const auto finish = [&] {
        shortest = std::min(shortest, end - group);
        years = years && IsYear(Text(group, end));
      };
      for (size_t next = at; next < text_.size(); ++next) {
        if (util::IsDigit(text_[next])) {
          if (end != next) {
            finish();
            group = next;
          }
          ++digits;
          end = next + 1;
        } else if ((text_[next] != ' ' && text_[next] != '-' && text_[next] != '/') ||
                   end != next) {
          break;
        }
      }
      finish();
      const bool word = end < text_.size() && util::IsAlpha(text_[end]);
      const bool many = digits >= kFewest || (digits >= kFewestInLong && shortest >= kLong);
      if (many && !years && !word) AddNumber(PrefixOf(at), end);
      at = end + 1;
    }
  }

  static bool IsYear(std::string_view text) {
    constexpr size_t kDigits = 4;
    return text.size() == kDigits && (text.starts_with("19") || text.starts_with("20"));
  }

  // Letters and digits mixed, or many digits, that the readers of values made nothing of.
  void Codes() {
    constexpr size_t kManyDigits = 7, kDigits = 3, kLength = 7;
    for (size_t at = 0; at < text_.size();) {
      if (!util::IsAlnum(text_[at])) {
        ++at;
        continue;
      }
      size_t end = at, digits = 0, letters = 0, signs = 0;
      for (; end < text_.size(); ++end) {
        const char c = text_[end];
        const bool sign = (c == '-' || c == '_' || c == '/') && end + 1 < text_.size() &&
                          util::IsAlnum(text_[end + 1]);
        if (!util::IsAlnum(c) && !sign) break;
        digits += util::IsDigit(c) ? 1 : 0;
        letters += util::IsAlpha(c) ? 1 : 0;
        signs += sign ? 1 : 0;
      }
      if (digits >= kManyDigits ||
          (digits >= kDigits && letters > 0 && end - at - signs >= kLength))
        AddNumber(at, end);
      at = end + 1;
    }
  }

  std::string_view text_;
  std::vector<bool> taken_;
  std::vector<Secret> out_;
};

}  // namespace

std::vector<Secret> FindSecrets(std::string_view text) { return Finder(text).Find(); }

}  // namespace threadlint
