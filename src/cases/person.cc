#include "cases/person.h"

#include "cases/domain.h"
#include "cases/plus_address.h"
#include "util/ascii.h"

#include <algorithm>
#include <array>

namespace threadlint::cases {
namespace {

// Compared with '-', '_' and '.' taken out.
constexpr std::array<std::string_view, 13> kNoReply = {
    "noreply",        "donotreply",  "dontreply",      "noresponse",    "mailerdaemon",
    "nepasrepondre",  "noresponder", "nichtantworten", "nonrispondere", "naoresponda",
    "nietantwoorden", "unmonitored", "bitbucket"};

// At the beginning of a word; with '$' as a whole word ("client1@" is somebody).
constexpr std::array<std::string_view, 66> kDesk = {
    "customer$", "client$",  "cliente$",    "clientes$", "clienti$",  "klanten",   "kunden",
    "sav$",      "conseil",  "reklamation", "garantie",  "hulp",      "info",      "contact",
    "kontakt",   "contatto", "contacto",    "contato",   "hello",     "hallo",     "bonjour",
    "hola",      "ciao",     "office",      "team",      "post",      "mail",      "enquir",
    "inquir",    "sales",    "billing",     "return",    "retour",    "order",     "bestell",
    "support",   "suporte",  "supporto",    "soporte",   "help",      "hilfe",     "aide",
    "ayuda",     "aiuto",    "ajuda",       "care",      "customers", "customerc", "clients",
    "klant",     "kunde",    "kundin",      "service",   "servicio",  "servizio",  "atencion",
    "assist",    "asist",    "atendimento", "hotline",   "ticket",    "desk",      "reclam",
    "complaint", "cs-",      "helpdesk"};

std::string_view LocalPart(std::string_view address) {
  return address.substr(0, address.rfind('@'));
}

}  // namespace

std::string PersonKey(std::string_view address) {
  const auto plus = ParsePlusAddress(address);
  return plus ? plus->base : util::LowerAscii(address);
}

bool IsNoReply(std::string_view address) {
  std::string bare;
  for (const char c : LocalPart(address))
    if (c != '-' && c != '_' && c != '.') bare += util::ToLower(c);
  return std::ranges::any_of(
      kNoReply, [&](std::string_view form) { return bare.find(form) != std::string::npos; });
}

bool IsDeskName(std::string_view address) {
  const std::string local = util::LowerAscii(LocalPart(address));
  return std::ranges::any_of(kDesk, [&](std::string_view word) {
    const bool whole = word.ends_with('$');
    if (whole) word.remove_suffix(1);
    const size_t at = local.find(word);
    if (at == std::string::npos || (at > 0 && util::IsAlpha(local[at - 1]))) return false;
    const size_t end = at + word.size();
    return !whole || end == local.size() || !util::IsAlnum(local[end]);
  });
}

}  // namespace threadlint::cases
