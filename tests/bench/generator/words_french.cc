#include "words.h"

namespace threadlint::bench {
namespace {

using enum Move;
constexpr Language kHere = Language::kFrench;

// Nothing goes wrong in the cases of this language: the moves of the faults have no words here.
constexpr MoveText kRows[] = {
    {kSubject, kHere, "(Problème|Souci) avec ma commande {order}"},
    {kSubject, kHere, "{product} (ne marche pas|jamais reçu) ({order})"},
    {kProblem, kHere,
     "ma commande {order} ({product}, {amount}) est arrivée le {day} et (ne fonctionne pas|est "
     "abîmée)."},
    {kProblem, kHere,
     "le {day}, j'ai commandé chez vous {product}, numéro de commande {order}. Depuis, "
     "(j'attends|rien ne va)."},
    {kStory, kHere,
     "J'ai essayé (deux|trois) fois tout ce que dit le manuel, et (mon voisin|un ami) n'a pas "
     "trouvé non plus."},
    {kStory, kHere,
     "Cela a marché (deux|trois) (jours|semaines), puis {weekday} il y a eu (un bruit|une odeur), "
     "et voilà."},
    {kStory, kHere,
     "Le carton était (ouvert|mouillé|déchiré) quand je l'ai trouvé derrière les poubelles."},
    {kStory, kHere, "Je suis client depuis (six|huit|dix) ans et je n'ai jamais vu cela."},
    {kRequest, kHere, "Merci de me dire comment nous pouvons régler cela."},
    {kRequest, kHere, "Je voudrais (être remboursé|un échange), s'il vous plaît."},
    {kGivePhoto, kHere, "Les photos des dégâts sont jointes."},
    {kGiveSerial, kHere, "Le numéro de série est {serial}."},
    {kGiveAddress, kHere, "Mon adresse est {street}, {town}."},
    {kGiveReceipt, kHere, "Je joins la facture."},
    {kChase, kHere, "Avez-vous des nouvelles de mon dossier ?"},
    {kChase, kHere, "Où en est la commande {order} ?"},
    {kQuestion, kHere, "Qui paie (le port|le retour) ?"},
    {kQuestion, kHere, "Dois-je garder l'emballage ?"},
    {kThanks, kHere, "Merci pour votre réponse."},
    {kThanks, kHere, "C'est parfait, merci."},
    {kSolved, kHere, "Tout marche maintenant, merci pour votre aide."},
    {kSorry, kHere, "Merci d'avoir écrit à {desk}."},
    {kSorry, kHere, "Nous sommes désolés pour ce souci avec {product}."},
    {kProcedure, kHere,
     "J'ai transmis votre dossier à (l'atelier|la comptabilité), où une collègue le compare avec "
     "les pièces."},
    {kProcedure, kHere,
     "Nos registres montrent que l'envoi a quitté {town} le {left} et qu'il a été (vu|scanné) deux "
     "fois."},
    {kAdvice, kHere,
     "En attendant, vous pouvez éteindre l'appareil (cinq|dix) minutes puis le remettre en "
     "marche."},
    {kAskPhoto, kHere, "Merci de nous envoyer des photos des dégâts."},
    {kAskSerial, kHere, "Merci de nous indiquer le numéro de série."},
    {kAskAddress, kHere, "Merci de nous indiquer votre adresse."},
    {kAskReceipt, kHere, "Merci de nous envoyer la facture."},
    {kGotPhoto, kHere, "Merci pour les photos, elles montrent bien les dégâts."},
    {kGotSerial, kHere, "Merci pour le numéro de série."},
    {kGotAddress, kHere, "Merci, votre adresse est notée."},
    {kGotReceipt, kHere, "Merci, nous avons bien reçu la facture."},
    {kPromise, kHere, "Vous recevrez le remplacement avant le {due}."},
    {kPromise, kHere, "Nous vous répondrons avant le {due}."},
    {kStatus, kHere, "L'atelier y travaille."},
    {kStatus, kHere, "Votre dossier est chez nos techniciens."},
    {kAnswer, kHere, "Pour votre question : c'est à notre charge."},
    {kAnswer, kHere, "Oui, c'est possible."},
    {kClosing, kHere, "Pour toute autre question, répondez simplement à ce message."},
    {kClosing, kHere, "Merci de votre patience."},
    {kAcknowledged, kHere,
     "Merci pour votre message. Nous l'avons bien reçu et répondrons sous deux jours ouvrés."},
};

}  // namespace

std::span<const MoveText> FrenchTexts() { return kRows; }

}  // namespace threadlint::bench
