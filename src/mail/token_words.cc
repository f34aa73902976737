#include "mail/token_words.h"

#include "util/ascii.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>

namespace threadlint::mail {
namespace {

constexpr std::string_view kStandards[] = {
    "AES",   "ANSI", "ASIN", "BCP",  "COVID", "CP",  "CPU",     "CVE", "CWE",  "DDR",  "DIN",
    "EAN",   "EC",   "ECMA", "EN",   "FIPS",  "FY",  "GPL",     "GPT", "HTTP", "IEC",  "IEEE",
    "INV",   "ISBN", "ISO",  "ISSN", "KOI8",  "KW",  "LGPL",    "MD",  "MP",   "NIST", "ORD",
    "PATCH", "PEP",  "PCI",  "RC",   "RFC",   "RSA", "SHA",     "SKU", "SSL",  "STD",  "TCP",
    "TLS",   "UCS",  "USB",  "UTC",  "UTF",   "WIN", "WINDOWS",
};

constexpr std::string_view kOtherThings[] = {
    "order",   "invoice",  "receipt",    "booking",  "reservation", "quote",     "shipment",
    "parcel",  "tracking", "bestellung", "rechnung", "buchung",     "lieferung", "commande",
    "facture", "pedido",   "factura",    "reserva",  "ordine",      "fattura",   "bestelling",
    "factuur", "patch",    "newsletter", "digest",   "issue",       "vol",       "volume",
    "episode", "edition",  "part",       "no",       "nr",          "number",    "week",
    "build",   "bug",      "pr",         "ausgabe",  "folge",       "numéro",    "ticket",
    "case",    "incident", "request",    "vorgang",  "anfrage",     "dossier",   "demande",
    "caso",    "pratica",  "zaak",       "melding",  "chapter",
};

bool Is(std::string_view word, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view one) { return util::EqualsIgnoreCase(one, word); });
}

}  // namespace

bool IsStandardsBody(std::string_view prefix) {
  return std::find(std::begin(kStandards), std::end(kStandards), prefix) != std::end(kStandards);
}

bool CountsOtherThings(std::string_view tag) {
  constexpr std::string_view kBetween = " \t,.:;-_/";
  while (!tag.empty()) {
    const size_t begin = std::min(tag.find_first_not_of(kBetween), tag.size());
    const size_t end = std::min(tag.find_first_of(kBetween, begin), tag.size());
    if (Is(tag.substr(begin, end - begin), kOtherThings)) return true;
    tag.remove_prefix(end);
  }
  return false;
}

bool LooksLikeDate(std::string_view number) {
  const auto digits = [&](size_t at, size_t count) {
    if (number.size() < at + count) return false;
    const std::string_view part = number.substr(at, count);
    return std::all_of(part.begin(), part.end(), util::IsDigit);
  };
  if (!digits(0, 4) || !(number.starts_with("19") || number.starts_with("20"))) return false;
  if (number.size() == 4) return true;
  if (number[4] != '-' || !digits(5, 2) || number.substr(5, 2) > "12") return false;
  return number.size() == 7 || (number.size() == 10 && number[7] == '-' && digits(8, 2));
}

}  // namespace threadlint::mail
