#include "words.h"

namespace threadlint::bench {
namespace {

using enum Move;
constexpr Language kHere = Language::kGerman;

// Nothing goes wrong in the cases of this language: the moves of the faults have no words here.
constexpr MoveText kRows[] = {
    {kSubject, kHere, "(Problem|Ärger) mit (meinem Kauf|meiner Bestellung) {order}"},
    {kSubject, kHere, "{product} (funktioniert nicht|ist nicht angekommen) ({order})"},
    {kProblem, kHere,
     "meine Bestellung {order} ({product}, {amount}) kam am {day} an und (ist "
     "beschädigt|funktioniert nicht|geht nicht)."},
    {kProblem, kHere,
     "am {day} habe ich bei Ihnen {product} bestellt, Bestellnummer {order}. Seitdem (warte "
     "ich|gibt es nur Ärger)."},
    {kStory, kHere,
     "Ich habe (alles aus der Anleitung|die üblichen Dinge) (zweimal|mehrmals) versucht, und auch "
     "(mein Nachbar|ein Freund) konnte es nicht erklären."},
    {kStory, kHere,
     "Es lief (zwei|drei|vier) (Tage|Wochen), dann gab es am {weekday} einen (Knall|Blitz|Geruch), "
     "und das war es."},
    {kStory, kHere,
     "Der Karton war (offen|nass|zerrissen), als ich ihn (fand|bekam), und lag (im Regen|hinter "
     "der Tonne)."},
    {kStory, kHere,
     "Ich bin seit (sechs|acht|zehn) Jahren Kunde und habe so etwas noch nicht erlebt."},
    {kRequest, kHere, "Bitte teilen Sie mir mit, wie wir das lösen können."},
    {kRequest, kHere, "Ich hätte gern (mein Geld zurück|einen Ersatz)."},
    {kGivePhoto, kHere, "Fotos des Schadens (sind angehängt|hängen an)."},
    {kGiveSerial, kHere, "Die Seriennummer ist {serial}."},
    {kGiveAddress, kHere, "Meine Adresse ist {street}, {town}."},
    {kGiveReceipt, kHere, "Die Rechnung (hängt an|ist angehängt)."},
    {kChase, kHere, "Gibt es (etwas Neues|Neuigkeiten) zu meinem Fall?"},
    {kChase, kHere, "Wie ist der Stand bei Bestellung {order}?"},
    {kQuestion, kHere, "Wer zahlt (das Porto|die Rücksendung)?"},
    {kQuestion, kHere, "Muss ich die (Verpackung|Schachtel) aufheben?"},
    {kThanks, kHere, "Vielen Dank für (die Antwort|Ihre Nachricht)."},
    {kThanks, kHere, "Das klingt gut, danke."},
    {kSolved, kHere, "Jetzt geht es, vielen Dank für Ihre Hilfe."},
    {kSorry, kHere, "Vielen Dank für Ihre Nachricht an {desk}."},
    {kSorry, kHere, "Es tut uns leid, dass es Ärger mit {product} gibt."},
    {kProcedure, kHere,
     "Ich habe (den Fall|das) an unsere (Werkstatt|Buchhaltung) weitergegeben, wo eine Kollegin "
     "ihn mit den Unterlagen vergleicht."},
    {kProcedure, kHere,
     "Unsere Unterlagen zeigen, dass die Sendung das Lager in {town} am {left} verlassen hat und "
     "(zweimal|überall) erfasst wurde."},
    {kAdvice, kHere,
     "Bis dahin kann es helfen, das Gerät für (fünf|zehn) Minuten auszuschalten und neu zu "
     "starten."},
    {kAskPhoto, kHere, "Bitte senden Sie uns Fotos des Schadens."},
    {kAskSerial, kHere, "Bitte teilen Sie uns die Seriennummer mit."},
    {kAskAddress, kHere, "Bitte teilen Sie uns Ihre Adresse mit."},
    {kAskReceipt, kHere, "Bitte senden Sie uns die Rechnung."},
    {kGotPhoto, kHere, "Vielen Dank für die Fotos, sie zeigen den Schaden deutlich."},
    {kGotSerial, kHere, "Vielen Dank für die Seriennummer."},
    {kGotAddress, kHere, "Vielen Dank, Ihre Adresse ist notiert."},
    {kGotReceipt, kHere, "Vielen Dank, wir haben die Rechnung erhalten."},
    {kPromise, kHere, "Sie erhalten den Ersatz bis {dueday}, {due}."},
    {kPromise, kHere, "Wir melden uns bis zum {due} bei Ihnen."},
    {kStatus, kHere, "Die Werkstatt (arbeitet daran|sieht es sich an)."},
    {kStatus, kHere, "Ihr Fall liegt bei unseren Technikern."},
    {kAnswer, kHere, "Zu Ihrer Frage: das übernehmen wir."},
    {kAnswer, kHere, "Ja, das ist möglich."},
    {kClosing, kHere, "Bei weiteren Fragen antworten Sie einfach auf diese Mail."},
    {kClosing, kHere, "Vielen Dank für Ihre Geduld."},
    {kAcknowledged, kHere,
     "Vielen Dank für Ihre Nachricht. Wir haben sie erhalten und antworten innerhalb von zwei "
     "Werktagen."},
};

}  // namespace

std::span<const MoveText> GermanTexts() { return kRows; }

}  // namespace threadlint::bench
