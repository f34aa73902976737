#include "cases/sides.h"

#include "cases/person.h"
#include "util/ascii.h"

#include <algorithm>
#include <array>

namespace threadlint::cases {
namespace {

// How mail programs begin the subject of an answer that nobody wrote, in lower case.
constexpr std::array<std::string_view, 26> kAutoSubjects = {"autoreply:",
                                                            "auto-reply:",
                                                            "auto reply:",
                                                            "automatic reply:",
                                                            "autoreply ",
                                                            "automated reply",
                                                            "out of office",
                                                            "out-of-office",
                                                            "automatische antwort",
                                                            "abwesenheit",
                                                            "abwesend",
                                                            "réponse automatique",
                                                            "absence du bureau",
                                                            "respuesta automática",
                                                            "fuera de la oficina",
                                                            "risposta automatica",
                                                            "fuori sede",
                                                            "automatisch antwoord",
                                                            "automatische reactie",
                                                            "afwezig",
                                                            "resposta automática",
                                                            "ausência",
                                                            "automatiskt svar",
                                                            "automatisk svar",
                                                            "automaattinen vastaus",
                                                            "autosvar"};

bool SaysAutomatic(std::string_view subject) {
  // Behind a ticket tag too: "[example.com #12] AutoReply: ...".
  const size_t close = subject.starts_with('[') ? subject.find("] ") : std::string_view::npos;
  if (close != std::string_view::npos) subject.remove_prefix(close + 2);
  return std::ranges::any_of(kAutoSubjects, [&](std::string_view prefix) {
    return util::StartsWithIgnoreCase(subject, prefix);
  });
}

}  // namespace

SideAndReason SideOf(const Export& mail, const Message& m, const Desks& desks,
                     const mail::LinkReading* reading) {
  if (m.bounce) return {Side::kAuto, "a mail system returned a mail"};
  if (m.auto_replied) return {Side::kAuto, "Auto-Submitted says that a machine answered"};
  if (SaysAutomatic(mail[m.subject]))
    return {Side::kAuto, "its subject says that it is an automatic answer"};
  const Correspondents who = desks.Between(m);
  if (who.desk == kNobody) return {Side::kUnknown, "nothing ties its author to a help desk"};
  if (!who.from_desk) return {Side::kCustomer, "it is written to the help desk"};
  if (reading != nullptr && reading->acknowledges)
    return {Side::kAuto, "its text only says that a mail has been received"};
  if (reading != nullptr && reading->asks_for_rating)
    return {Side::kAuto, "its text only asks for a rating"};
  const bool marked = m.bulk || (m.auto_generated && !desks.MarksAllMail(who.desk));
  if (IsNoReply(mail[m.from]) && marked && m.reply_to == 0)
    return {Side::kAuto, "a machine's mail from an address that nobody reads"};
  return {Side::kAgent, desks.Reason(who.desk)};
}

SideAndReason SideOfThird(const Export& mail, const Message& m, bool author_is_customer) {
  if (author_is_customer) return {Side::kCustomer, "its author is the customer of this case"};
  if (IsNoReply(mail[m.from]) || IsDeskName(mail[m.from]) || m.auto_generated || m.bulk)
    return {Side::kOther, "another organisation writes to the customer"};
  return {Side::kCustomer, "somebody whom the customer drew in"};
}

}  // namespace threadlint::cases
