#include "mail/acknowledgement.h"

#include "mail/link_fold.h"
#include "mail/link_phrases.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace threadlint::mail {
namespace {

Purpose PurposeOf(std::string_view text) { return ReadPurpose(ReadParagraphs(ReadLines(text))); }

// What desks send by themselves when a mail comes in.
constexpr std::string_view kReceipts[] = {
    "Dear Ms Berg,\n\nThank you for contacting Harbour Lamps. This is an automated response to let "
    "you know that your enquiry has been received. One of our advisers will reply to you within 24 "
    "hours.\n\nHarbour Lamps Customer Care",
    "Hi there,\n\nThanks for getting in touch! We've got your message and we'll get back to you as "
    "soon as we can.\n\nThe Harbour Lamps Team",
    "Your request (48213) has been received and is being reviewed by our support staff.\n\nTo add "
    "additional comments, reply to this email.",
    "A new ticket has been created for your enquiry. Your ticket number is 2210984. Please quote "
    "this number in the subject line of any further correspondence.",
    "Hello,\n\nwe acknowledge receipt of your e-mail. Due to a high volume of enquiries, it may "
    "take longer than usual to respond. Thank you for your patience.\n\nOur opening hours are "
    "Monday to Friday, 9 am to 5 pm.\n\nKind regards,\nCustomer Services",
    "Hi Anna, we got your request and gave it the number HL-70418. Requests are answered within "
    "one "
    "hour.",
    "This is an automatic confirmation that we received your message. Please do not reply to this "
    "email. You may find the answer to your question in our FAQ: https://help.shop.example/faq",
    "Guten Tag Frau Berg,\n\nvielen Dank für Ihre Nachricht. Ihre Anfrage ist bei uns eingegangen "
    "und wird schnellstmöglich bearbeitet. Ihre Vorgangsnummer lautet 20994411.\n\nMit "
    "freundlichen "
    "Grüßen\nIhr Lampenhaus-Team",
    "Sehr geehrte Damen und Herren,\n\nhiermit bestätigen wir den Eingang Ihrer E-Mail. Wir melden "
    "uns in Kürze bei Ihnen. Bitte sehen Sie von erneuten Anfragen ab.\n\nDies ist eine "
    "automatisch "
    "generierte Nachricht, bitte antworten Sie nicht auf diese E-Mail.",
    "Hallo,\n\ndanke, dass Sie uns kontaktiert haben. Ihr Anliegen haben wir erhalten. Aufgrund "
    "des "
    "hohen Anfragevolumens kann die Beantwortung etwas länger dauern. Wir bitten um Ihr "
    "Verständnis.\n\nViele Grüße\nIhr Kundenservice",
    "Bonjour,\n\nNous accusons réception de votre message et vous remercions de nous avoir "
    "contactés. Un conseiller vous répondra sous 48 heures.\n\nL’équipe Lampes du Port",
    "Madame, Monsieur,\n\nVotre demande a bien été enregistrée sous le numéro 778120. Elle sera "
    "traitée dans les plus brefs délais.\n\nCeci est un message automatique, merci de ne pas y "
    "répondre.\n\nCordialement,\nLe service client",
    "Hola:\n\nGracias por ponerse en contacto con nosotros. Su consulta ha sido registrada "
    "correctamente y uno de nuestros agentes le responderá en un plazo máximo de 24 horas.\n\nUn "
    "saludo,\nAtención al cliente",
    "Estimada clienta:\n\nConfirmamos la recepción de su mensaje. Le contestaremos a la mayor "
    "brevedad posible.\n\nEste es un mensaje automático. Por favor, no responda a este correo.",
    "Gentile cliente,\n\ngrazie per averci contattato. Abbiamo ricevuto la sua richiesta e le "
    "risponderemo il prima possibile.\n\nCordiali saluti,\nIl servizio clienti",
    "Buongiorno,\n\nla sua segnalazione è stata presa in carico con il numero 55120. Un nostro "
    "operatore la ricontatterà entro due giorni lavorativi.",
    "Beste mevrouw Berg,\n\nBedankt voor uw bericht. Wij hebben uw vraag in goede orde ontvangen "
    "en streven ernaar binnen twee werkdagen te reageren.\n\nMet vriendelijke "
    "groet,\nKlantenservice",
    "Geachte klant,\n\nHierbij bevestigen wij de ontvangst van uw e-mail. Uw ticketnummer is "
    "881203. U hoeft niet op dit bericht te reageren.",
    "Olá,\n\nObrigado pelo seu contacto. Recebemos a sua mensagem e responderemos com a maior "
    "brevidade possível.\n\nCumprimentos,\nApoio ao Cliente",
    "Prezada cliente,\n\nSua solicitação foi registrada com o protocolo 20231188. Entraremos em "
    "contato em até 2 dias úteis.\n\nEsta é uma mensagem automática.",
};

TEST_CASE("automatic confirmations of receipt are told in seven languages") {
  for (const std::string_view text : kReceipts) {
    CAPTURE(text);
    CHECK(PurposeOf(text).acknowledges);
    CHECK_FALSE(PurposeOf(text).asks_for_rating);
  }
}

constexpr std::string_view kRatings[] = {
    "Hello Anna,\n\nWe'd love to hear what you think of our customer service. Please take a moment "
    "to answer one simple question:\n\nHow would you rate the support you received?\n\nGood, I'm "
    "satisfied\nBad, I'm unsatisfied\n\nHere's a reminder of what your request was about:\n\nThe "
    "lamp arrived broken and I want my money back.",
    "Hi,\n\nyour ticket has been closed. How did we do? Tell us what you think in our short "
    "survey. It takes less than two minutes.",
    "Guten Tag,\n\nIhre Anfrage wurde abgeschlossen. Wie zufrieden waren Sie mit unserem Service? "
    "Nehmen Sie sich bitte eine Minute Zeit und bewerten Sie uns. Ihre Meinung ist uns "
    "wichtig.\n\nIhr Kundenservice",
    "Bonjour,\n\nVotre demande a été résolue. Êtes-vous satisfait de notre réponse ? Donnez-nous "
    "votre avis en une minute. Il nous aide à améliorer notre service.",
    "Hola, Ana:\n\nSu caso se ha resuelto. ¿Cómo calificaría la atención recibida? Su opinión es "
    "muy "
    "importante para nosotros.",
    "Gentile cliente,\n\nla sua richiesta è stata chiusa. Quanto è soddisfatto del nostro "
    "servizio? "
    "La invitiamo a compilare un breve sondaggio.",
    "Beste klant,\n\nUw vraag is afgehandeld. Hoe tevreden bent u over onze service? Uw mening "
    "helpt ons om te verbeteren.",
    "Olá,\n\nO seu pedido foi encerrado. Como avalia o nosso atendimento? A sua opinião é muito "
    "importante para nós.",
};

TEST_CASE("mail that only asks to be rated is told in seven languages") {
  for (const std::string_view text : kRatings) {
    CAPTURE(text);
    CHECK(PurposeOf(text).asks_for_rating);
    CHECK_FALSE(PurposeOf(text).acknowledges);
  }
}

constexpr std::string_view kAnswers[] = {
    "",
    "Hi Anna,\n\nThank you for your message. The refund was sent on Tuesday.\n\nKind regards,\nTom",
    "Dear Ms Berg,\n\nthank you for contacting us. We have received your request and have found "
    "that the lamp was delivered to your neighbour.\n\nBest wishes,\nTom",
    "We have received your message and the replacement is on its way.",
    "Thank you for your message. Could you send us a photo of the label, please?",
    "We have received your photos and will get back to you as soon as possible.",
    "Thank you for your message!\n\nAnna",
    "I received your message but it does not answer my question.",
    "Thank you for your e-mail. I am out of the office until 12 May.",
    "Hello,\n\nwe have received the returned lamp. The amount will be credited within five days."
    "\n\nYour feedback helps us to improve.",
    "Your order has been received and will be shipped within two days.",
    "Guten Tag,\n\nvielen Dank für Ihre Nachricht. Wir haben die Lampe heute noch einmal an Sie "
    "verschickt.\n\nMit freundlichen Grüßen\nTom Adler",
    "Vielen Dank für Ihre Anfrage. Leider ist eine Erstattung nach Ablauf der Frist nicht möglich.",
    "Ihre Anfrage haben wir erhalten, aber die Kaufbescheinigung fehlt noch.",
    "Bonjour,\n\nMerci pour votre message. Le colis est parti ce matin de notre entrepôt.",
    "Nous avons bien reçu votre demande. Pourriez-vous nous envoyer la facture ?",
    "Gracias por su mensaje. El técnico pasará por su casa el martes.",
    "Grazie per il suo messaggio. Il rimborso è stato emesso ieri.",
    "Bedankt voor uw bericht. De monteur komt dinsdag bij u langs.",
    "Obrigado pela sua mensagem. O reembolso foi emitido ontem.",
    "Thank you for your message. We checked with the depot and they cannot find it. We would be "
    "glad if you rated our answer.",
};

TEST_CASE("answers that begin like a confirmation, or end with a plea to rate, are answers") {
  for (const std::string_view text : kAnswers) {
    CAPTURE(text);
    CHECK_FALSE(PurposeOf(text).acknowledges);
    CHECK_FALSE(PurposeOf(text).asks_for_rating);
  }
}

TEST_CASE("what stands quoted or in a signature takes no part") {
  constexpr std::string_view kReceipt =
      "We have received your request and will answer as soon as possible.\n";
  CHECK(
      PurposeOf(std::string(kReceipt) + "\n> The lamp is broken.\n> Please help.\n").acknowledges);
  CHECK(PurposeOf(std::string(kReceipt) + "-- \nHarbour Lamps, 12 Quay Street.\n").acknowledges);
  CHECK_FALSE(PurposeOf("That will not do.\n\n> " + std::string(kReceipt)).acknowledges);
}

TEST_CASE("a long text is no confirmation whatever it repeats") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "We have received your request.\n\n";
  CHECK_FALSE(PurposeOf(text).acknowledges);
}

TEST_CASE("sentences that stand in every mail are boilerplate, unless they carry a number") {
  CHECK(IsBoilerplate("Thank you for contacting us."));
  CHECK(IsBoilerplate("Mit freundlichen Grüßen Ihr Lampenhaus Kundenservice"));
  CHECK_FALSE(IsBoilerplate("Thank you for your message about W4482190."));
  CHECK_FALSE(IsBoilerplate("The lamp arrived with a broken shade and without its cable."));
}

// What LookUpPhraseWord() and its index take for granted of the table.
TEST_CASE("phrases: no word fits more entries than are kept, no beginning is too short to index") {
  std::vector<std::string> words;
  const auto add = [&](std::string_view list) {
    for (size_t at = 0; at < list.size();) {
      const size_t end = std::min(list.find_first_of(" |", at), list.size());
      std::string_view word = list.substr(at, end - at);
      const bool begins = at == 0 || list[at - 1] == ' ';  // an element of a row
      at = end + 1;
      if (begins && word.starts_with('?')) word.remove_prefix(1);
      if (!word.empty() && word != "..." && word.front() != '@') words.push_back(FoldText(word));
    }
  };
  for (const PhraseRow& row : PhraseRows()) add(row.pattern);
  for (const PhraseList& list : PhraseLists()) add(list.words);
  REQUIRE(words.size() > 1000);
  for (std::string& word : words) {
    CAPTURE(word);
    if (word.ends_with('*')) {
      word.pop_back();
      CHECK(word.size() >= 3);
    }
    const PhraseWord found = LookUpPhraseWord(word);
    CHECK(found.count > 0);
    CHECK(found.count < PhraseWord::kMostEntries);
  }
}

}  // namespace
}  // namespace threadlint::mail
