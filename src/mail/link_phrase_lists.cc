// Lists of words that the phrases name, and words that carry none or all of a sentence's weight.
#include "mail/link_phrases.h"

namespace threadlint::mail {

namespace {

constexpr PhraseList kLists[] = {
    // What somebody sends to a help desk: en, de, fr, es, it, nl, pt.
    {"req",
     "claim claims report reklamation request requests enquiry inquiry query message messages "
     "email emails mail ticket tickets "
     "question questions submission correspondence communication complaint application feedback "
     "anfrage anfragen nachricht nachrichten schreiben mitteilung anliegen frage fragen "
     "beschwerde meldung zuschrift supportanfrage serviceanfrage kundenanfrage ticketanfrage "
     "kontaktanfrage kontaktaufnahme emailanfrage "
     "demande demandes message messages courriel courrier question requete reclamation mel "
     "mensaje mensajes consulta consultas solicitud solicitudes correo pregunta peticion "
     "reclamacion comunicacion escrito duda "
     "messaggio messaggi richiesta richieste domanda segnalazione comunicazione reclamo "
     "bericht berichten vraag vragen verzoek aanvraag mailtje klacht melding contactverzoek "
     "mensagem mensagens pedido solicitacao questao pergunta contacto contato reclamacao duvida"},
    {"day",
     "monday mondays tuesday wednesday thursday friday fridays saturday saturdays sunday sundays "
     "mon fri montag montags dienstag mittwoch donnerstag freitag freitags samstag samstags "
     "sonntag "
     "sonntags mo fr lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles "
     "jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica "
     "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terca quarta quinta "
     "sexta"},
    {"time",
     "hour hours hrs day days minute minutes week weeks stunden stunde tagen tage tag tages "
     "minuten "
     "wochen werktagen werktage werktages arbeitstagen arbeitstage heures heure jours jour minutes "
     "semaine horas hora dias dia minutos semana ore ora giorni giorno giornate minuti uur uren "
     "dagen dag werkdagen werkdag minuten week 24h 48h 72h"},
};

}  // namespace

std::span<const PhraseList> PhraseLists() { return kLists; }

std::string_view FillerWords() {
  return "a an the to your you our we us in of and for it is at this that be on as with by if i or "
         "from not no have has been will can may are was so do re please also any all any "
         "meantime meanwhile about regarding concerning order number "
         "der die das den dem des ein eine einen einem einer und oder fur ihr ihre ihnen ihrem "
         "ihren ihrer ihres sie wir uns unser unsere unserer unserem in im am an auf mit von vom "
         "zu "
         "zum zur bei ist sind wird werden hat haben kann konnen dies diese dieser nicht bitte "
         "auch so dass es hiermit sich um bis "
         "le la les l de du des d un une et ou pour votre vos vous nous notre nos dans en sur avec "
         "par a au aux est sont ce cet cette ne pas que qui plus se s y il "
         "el los las lo de del un una y o para su sus usted le nos nuestro nuestra nuestros en con "
         "por a al es son nosotros vosotros ustedes este esta no que se te tu "
         "il lo gli i di del della dei un uno una e o per la sua suo suoi lei vi ci nostro nostra "
         "in nel con da al alla e sono questo questa non che si ti tuo tua "
         "de het een en of voor uw u wij we ons onze in op met van bij aan is zijn wordt dit deze "
         "niet dat er je jouw te om "
         "o os as um uma e ou para seu sua voce nos nosso nossa em no na com por ao da do dos das "
         "este esta nao que se lhe";
}

std::string_view ConjunctionWords() {
  return "and but which because und aber sowie weil et mais puis pero y porque ma ed perche en "
         "maar "
         "omdat e porem however";
}

std::string_view MatterWords() {
  return "refund reimburs parcel package delivery delivered shipped shipment shipping invoice "
         "payment paid "
         "replacement voucher photo pictures compensation product warranty courier carrier goods "
         "stock "
         "repair damage defective technician appointment "
         "erstatt ruckerstatt paket lieferung geliefert versand versendet rechnung zahlung ersatz "
         "gutschein "
         "foto warenlager reparatur defekt techniker artikel spediteur gutschrift "
         "rembours colis livraison livre facture paiement remplacement echange produit entrepot "
         "reparation defectueux transporteur expedi "
         "reembols paquete entrega factura pago reemplazo vale producto almacen transportista "
         "enviamos "
         "rimbors pacco consegn fattura pagamento sostituzione buono prodotto magazzino corriere "
         "spedi "
         "terugbetal pakket levering geleverd factuur betaling vervang tegoed magazijn vervoerder "
         "verzonden encomenda fatura substitui armazem transportadora";
}

}  // namespace threadlint::mail
