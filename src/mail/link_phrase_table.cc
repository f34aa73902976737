// Long because it is one table: the phrases are data and belong side by side.
//
// The phrases of acknowledgements and of pleas to rate. Several languages share a row where the
// words are alike; the order of rows does not matter.
#include "mail/link_phrases.h"

namespace threadlint::mail {

namespace {

using enum PhraseKind;

constexpr PhraseRow kRows[] = {
    // English
    {kReceipt, "received|got|recieved your|the|you ... @req"},
    {kReceipt,
     "your|the|a|new ... @req|case has|have|was|were|is ... "
     "received|registered|logged|recorded|created|submitted|queued|arrived|lodged"},
    {kReceipt, "@req received"},
    {kReceipt, "@req|case ... assigned|given ... number|id|reference"},
    {kReceipt, "acknowledge*|confirm*|confirmation ... receipt"},
    {kReceipt, "receipt of your ... @req"},
    {kReceipt,
     "created|opened|logged|raised|registered a ?new ?support ticket|request|case ... for "
     "you|your"},
    {kReceipt, "your ... @req ... reached us"},
    {kThanks,
     "thank|thanks|thankyou ... for ... contacting|writing|reaching|getting|emailing|messaging"},
    {kThanks, "thank|thanks for your ... @req"},
    {kPromise, "will|ll|shall ... answer|reply|respond|touch"},
    {kPromise, "will|ll|shall ... contact you"},
    {kPromise, "get|gets|getting|come|be back to you"},
    {kPromise, "get|be in touch ?with ?you"},
    {kPromise, "will|ll ... review|process|handle|attend|examine|look ... @req|it"},
    {kPromise, "as soon as possible|we|one|an|a|they|our"},
    {kPromise, "as quickly as possible|we"},
    {kPromise, "within|in|under ... @time"},
    {kPromise, "usually|normally|typically|generally ... within|respond|reply|answer|takes|take"},
    {kPromise,
     "aim|aims|try|strive|endeavour|endeavor|best to ... reply|respond|answer|get|resolve|process"},
    {kPromise, "in the order ... received|arrive"},
    {kPromise, "response|reply|processing|waiting|wait|answer time|times"},
    {kPromise, "hear from|back ?from us|you"},
    {kPromise, "expect|receive|get|send ... reply|response|answer"},
    {kPromise, "@req ... is|being|be|will ... reviewed|processed|handled|answered|attended ?by"},
    {kPromise,
     "member|one|someone|agent|representative|specialist of|from|in our|the|your ... will|team"},
    {kReference,
     "ticket|case|request|reference|enquiry|inquiry|incident|support|service ?reference|?ticket "
     "number|id|no|nr|ref|key|code"},
    {kReference,
     "quote|keep|include|mention|use|state|retain|leave ... number|reference|subject|id|line"},
    {kReference, "subject line"},
    {kReference, "your ?unique reference"},
    {kAutomatic,
     "automat*|autom|auto ... "
     "reply|response|message|email|mail|confirmation|acknowledg*|notification|generated|receipt|"
     "sent|notice"},
    {kAutomatic, "autoreply|autoresponse|autoresponder"},
    {kSelfHelp, "faq|faqs"},
    {kSelfHelp,
     "help|support|service center|centre|page|pages|portal|desk|website|article|articles"},
    {kSelfHelp, "knowledge base"},
    {kSelfHelp, "frequently asked"},
    {kHint, "opening|business|office|working|service|support hours"},
    {kHint, "@day ... @day"},
    {kHint, "closed|open|available|outside|hours ... @day|weekend|weekends|holidays|hours"},
    {kHint, "high|large|higher|increased|unusually|heavy ... volume|volumes|demand|number"},
    {kHint, "take|takes|be|taking a|little|slightly|bit ?little ?bit longer"},
    {kHint, "longer than usual|normal|expected"},
    {kHint, "for|your ... patience|understanding"},
    {kHint, "bear with us"},
    {kHint, "apologise|apologize|apologies|sorry ... delay|delays|inconvenience|wait"},
    {kHint,
     "need|needs|necessary|have not|nothing ... write|reply|contact|respond|send|do|email|again"},
    {kHint, "not need|necessary|have to ... write|reply|contact|respond|send|do|email|again"},
    {kHint, "no need to"},
    {kHint, "no further action"},
    {kHint,
     "do|please|kindly not|don|avoid ... "
     "reply|respond|replying|send|sending|write|open|create|submit|contact|answer|replies|"
     "responding"},
    {kHint,
     "mailbox|inbox|address|account|email|mail is|are not|un|never ... "
     "monitored|read|checked|attended|answered"},
    {kHint, "not|un|never monitored|attended|unmonitored"},
    {kHint, "unmonitored|unattended"},
    {kHint, "urgent|urgently|emergency|immediate ... call|phone|telephone|contact|dial|us"},
    {kHint, "call|phone|ring|telephone|reach us|our ?on|?at|?line"},
    {kHint,
     "view|track|check|follow|see|manage|access|update ... "
     "status|request|ticket|case|progress|conversation|online"},
    {kHint,
     "add|provide|send ... comment|comments|additional|more|further|attachment* "
     "?information|?details|?comments"},
    {kHint,
     "reply|replying|respond|responding|answer directly|simply|to ?directly ?to ?this "
     "?email|?message"},
    {kSelfHelp, "visit our|us|the ... website|site|page|help|faq|centre|center"},
    {kSelfHelp, "visit|browse our|us|the"},
    {kHint, "copy|summary|details of your|the ?original @req"},
    {kHint, "click|follow|use ... link|here|below|button"},
    {kHint, "log|sign|login|logging|signing in|to|into"},
    {kSelfHelp, "find|found ... answer|answers|information|solution"},
    {kHint,
     "@req|it ... forwarded|passed|assigned|transferred|routed to ... "
     "department|team|colleague*|agent*|person|staff|specialist*"},
    {kHint, "looking|working into|on it|this"},
    {kHint,
     "sending|multiple|duplicate|additional|repeated ... emails|messages|requests|delay*|tickets"},
    // German
    {kReceipt,
     "haben|habe|hat|wurde|wird|ist|bestatig* ... @req ... "
     "erhalten|bekommen|eingegangen|empfangen|registriert|aufgenommen|angelegt|erfasst|angenommen|"
     "entgegengenommen|vermerkt"},
    {kReceipt,
     "@req ... ist|wurde|haben|sind|wird ... "
     "eingegangen|erhalten|angekommen|registriert|angelegt|erfasst|aufgenommen|eroffnet|"
     "entgegengenommen|erreicht|eingetroffen"},
    {kReceipt, "@req ... erhalten|eingegangen"},
    {kReceipt, "@req hat|haben uns erreicht"},
    {kReceipt, "eingang|erhalt ihrer|ihres|deiner|deines|der ... @req"},
    {kReceipt, "bestatig* ... eingang|erhalt"},
    {kReceipt, "eingangsbestatigung|empfangsbestatigung"},
    {kReceipt, "ticket ... erstellt|eroffnet|angelegt"},
    {kThanks, "dank|danke|danken ... fur ... @req|interesse"},
    {kThanks,
     "dank|danke|danken ... dass sie|du|ihr uns|sich ?an ?uns ... "
     "kontaktiert|wenden|gewendet|gewandt|geschrieben|schreiben"},
    {kPromise,
     "melden|melde|antworten|beantworten|kummern|kontaktieren|bearbeiten|prufen ... "
     "uns|ihnen|dir|sie|dich|ihre|ihr|deine ... "
     "bald|schnell*|moglich|umgehend|kurze|zeitnah|unverzuglich|darum|@time|@req|ihnen|dir|"
     "bearbeiten"},
    {kPromise, "so|moglichst bald|schnell|rasch|zeitnah|zugig ?wie ?moglich"},
    {kPromise,
     "schnellstmoglich|schnellstens|baldmoglichst|umgehend|zeitnah|unverzuglich|baldigst|"
     "raschestmoglich"},
    {kPromise, "in kurze|bearbeitung"},
    {kPromise, "innerhalb|binnen|in ... @time"},
    {kPromise, "wird|werden ... beantwortet|beantworten|melden|antworten|kontaktieren|kummern"},
    {kPromise, "@req ... wird|werden ... bearbeitet|bearbeiten|gepruft|prufen|bearbeitung"},
    {kPromise, "reihenfolge ... eingangs|eingang|bearbeite*"},
    {kPromise,
     "bearbeitungszeit|bearbeitungsdauer|antwortzeit|antwortzeiten|reaktionszeit|wartezeit|"
     "wartezeiten|bearbeitungszeiten"},
    {kPromise, "erhalten|bekommen sie|du ... antwort|ruckmeldung|nachricht"},
    {kPromise, "in der regel"},
    {kPromise, "setzen|setzt ... verbindung"},
    {kReference,
     "ticketnummer|vorgangsnummer|fallnummer|referenznummer|bearbeitungsnummer|anfragenummer|"
     "ticketnr|aktenzeichen|ticket|vorgangs|ticketid ?id|?nummer|?nr"},
    {kReference, "geben|nennen|angeben|verwenden|behalten|lassen ... nummer|betreff|betreffzeile"},
    {kReference, "ihre|ihr|die nummer|zeichen|referenz|vorgang lautet|ist"},
    {kAutomatic,
     "automatisch* ... "
     "nachricht|mail|email|antwort|erstellt|generiert|generierte|erzeugt|eingangsbestatigung|"
     "benachrichtigung|versandt|verschickt"},
    {kAutomatic, "autom* generiert*|erstellt*|erzeugt*"},
    {kHint,
     "offnungszeiten|geschaftszeiten|servicezeiten|burozeiten|sprechzeiten|hilfebereich|hilfeseite|"
     "hilfeseiten|hilfecenter|servicebereich|kundenportal|serviceportal"},
    {kHint, "erreichen|erreichst sie|du|uns ... uns|unter|telefon*|von"},
    {kHint, "sind wir|telefonisch ... fur|erreichbar|von|da"},
    {kSelfHelp, "haufig gestellte*|gestellten"},
    {kSelfHelp, "antworten|finden ... fragen|faq|hilfe*|website|webseite|antworten"},
    {kHint,
     "hohe*|grosse*|erhohte*|vermehrt* ... "
     "aufkommen*|anfrage*|nachfrage|anzahl|volumen"},
    {kHint, "etwas|kann|langer ... langer|dauern|verzoger*"},
    {kHint, "bitten|danken|danke|dank|bitte ... geduld|verstandnis"},
    {kHint,
     "brauchen|mussen|braucht|musst|bitte ... nicht ... "
     "erneut|nochmals|schreiben|antworten|noch|senden"},
    {kHint, "nicht|keine ... auf diese ... mail|email|nachricht|antworten"},
    {kHint, "antworten sie ?bitte nicht"},
    {kHint, "sehen ... erneuten|ruckfragen|weiteren|mehrfach* ... ab"},
    {kHint, "postfach|adresse ... nicht ... gelesen|uberwacht|bearbeitet|bearbeiten"},
    {kHint, "dringend*|dringlich* ... fallen|anliegen|telefon*|anrufen|rufen|fragen"},
    {kHint, "rufen sie ... an"},
    {kHint, "antworten|beantworten ?sie ?einfach ?direkt auf diese ?nachricht|?mail|?email"},
    {kHint, "status|stand|verlauf ihrer|ihres|der|des ... @req|tickets"},
    {kHint, "kopie ihrer|ihres|deiner @req"},
    {kHint, "weitere informationen|angaben|erganzungen|hinweise|unterlagen"},
    {kHint,
     "@req ... abteilung|team|kollegen|mitarbeiter|fachabteilung|zustandig* ... "
     "weitergeleitet|ubergeben"},
    // French
    {kReceipt,
     "avons|ai|a|bien|ont ?bien ?ete ?bien recu|recue|reçu|enregistre|enregistree|receptionne|pris "
     "... @req"},
    {kReceipt,
     "@req ... a|est|ont bien|ete ... "
     "recu|recue|recus|enregistre|enregistree|prise|pris|transmis|transmise|parvenu|parvenue|cree|"
     "creee"},
    {kReceipt, "accusons|accuse|accusé ?bonne ?de reception"},
    {kReceipt, "confirm* ... reception"},
    {kReceipt, "reception de votre ... @req"},
    {kReceipt, "ticket|dossier a ete cree|ouvert"},
    {kReceipt, "@req nous est ?bien parvenu*"},
    {kThanks,
     "merci|remercions|remercie ... d|de|pour ... contacte|contactes|ecrit|@req|contact|interet"},
    {kPromise,
     "repondrons|repondra|reviendrons|contacterons|recontacterons|repondre|repondons|traiterons|"
     "contactera|recontactera|reviendra|traite|traitee"},
    {kPromise, "dans les|un meilleurs|plus|brefs|bref ?brefs ?courts delais|delai"},
    {kPromise, "des que possible"},
    {kPromise, "plus rapidement|vite|tot possible|rapidement"},
    {kPromise, "sous|dans|en ... @time"},
    {kPromise, "recevrez|obtiendrez|aurez ... reponse"},
    {kPromise, "@req ... sera|est|en ... traite|traitee|traites|examinee|cours|traitement"},
    {kPromise, "delai|delais ... reponse|traitement"},
    {kPromise, "un conseiller|conseillere|membre|agent|de ... equipe|va|vous|conseillers"},
    {kReference,
     "numero|n|reference ?de|du|d|est ?votre ?ticket|?dossier|?demande|?suivi|?reference"},
    {kReference,
     "rappeler|mentionner|indiquer|conserver|preciser|indiquez|conservez|rappelez ... "
     "numero|reference|objet"},
    {kAutomatic, "automatique|automatiquement|automatise"},
    {kHint, "horaires|ouverture|joignable|joignables"},
    {kSelfHelp, "foire aux questions"},
    {kSelfHelp, "centre|rubrique|page|site ?d aide|assistance|internet|web"},
    {kSelfHelp, "questions frequentes|frequemment"},
    {kHint,
     "fort|grand|forte|important|volume|nombre ... "
     "demandes|messages|affluence|sollicitations|appels"},
    {kHint, "remercions|merci|remercie ... patience|comprehension"},
    {kHint,
     "inutile|pas necessaire|pas besoin ?de|d ... "
     "ecrire|renvoyer|repondre|nouveau|relancer|contacter"},
    {kHint,
     "ne pas|repondez|repondre ?pas ... a|au|directement ... message|courriel|email|mail|adresse"},
    {kHint, "pas besoin|necessaire|utile"},
    {kHint, "urgence|urgent|urgente ... appel*|telephon*|contact*|joindre"},
    {kHint, "appelez|contactez|joindre nous|notre ?au"},
    {kHint,
     "suivre|consulter|consultez|voir|visualiser|ajouter ... "
     "demande|dossier|ticket|statut|commentaire*|etat|avancement|informations"},
    {kHint, "repondre|repondez|repondant ... a|au ... ce|cet message|email|courriel|mail"},
    {kHint, "copie de votre @req"},
    {kHint, "boite|adresse ... pas|non ... lue|consultee|surveillee|relevee"},
    // Spanish
    {kReceipt,
     "hemos|he|ha|han ?sido recibido|registrado|recibida|registrada|creado|abierto ... "
     "@req|ticket|caso"},
    {kReceipt, "recibimos ... @req"},
    {kReceipt, "@req ... ha|fue|han sido|fue ?correctamente recibid*|registrad*|cread*|enviad*"},
    {kReceipt, "@req fue recibid*|registrad*"},
    {kReceipt, "@req ... recibid*|recibimos ?correctamente"},
    {kReceipt, "acusamos|acuse|confirm* ... recibo|recepcion"},
    {kReceipt, "recepcion de su|tu ... @req"},
    {kThanks,
     "gracias|agradecemos|agradecerle ... por ... "
     "@req|contactar*|escribir*|ponerse|comunicarse|contacto|interes|ponerte|comunicarte"},
    {kThanks, "agradecemos ... @req|contacto"},
    {kPromise,
     "responderemos|contestaremos|contactaremos|atenderemos|respondera|contactara|responderle|"
     "responderte|contestar*|atendera|atendida|atendido|gestionaremos|revisaremos|respondemos|"
     "contestamos ?@req"},
    {kPromise, "pondremos|pondra ... contacto"},
    {kPromise, "lo antes posible"},
    {kPromise, "lo mas pronto|rapido|rapidamente ?posible"},
    {kPromise, "mayor|menor|brevedad ... brevedad|tiempo|posible"},
    {kPromise, "tan pronto como"},
    {kPromise, "plazo|en|dentro ?maximo ?de ... @time"},
    {kPromise, "recibira|recibiras|tendra|obtendra ... respuesta"},
    {kPromise, "tiempo|plazo ... respuesta|espera"},
    {kPromise,
     "@req ... sera|esta ... "
     "procesada|tramitada|atendida|revisada|gestionada|atendido|revisado|procesado"},
    {kPromise,
     "un|uno|nuestro|nuestros ?de ?nuestro agente|agentes|equipo|miembro ... "
     "revisara|contacto|le|se|te|atencion|respondera|revisando"},
    {kReference,
     "numero|referencia|codigo|n ?de|del|es ?su "
     "?ticket|?caso|?solicitud|?consulta|?referencia|?incidencia|?seguimiento|?expediente"},
    {kReference, "indique|mencione|conserve|incluya|guarde|cite ... numero|referencia|asunto"},
    {kAutomatic, "automatico|automatica|automaticamente|automatizado|automatizada"},
    {kHint, "horario|horarios|atencion ... atencion|apertura|telefonica|@day|cliente|comercial"},
    {kSelfHelp, "preguntas frecuentes"},
    {kSelfHelp, "centro|pagina|sitio|seccion ... ayuda|web|soporte"},
    {kHint, "alto|gran|elevado|mayor ... volumen|numero|cantidad|demanda"},
    {kHint, "gracias|agradecemos ... paciencia|comprension"},
    {kHint,
     "no ... necesario|necesita|hace ... escribir*|responder|falta|enviar|volver|contactar*"},
    {kHint, "no responda|conteste|respondas|contestes|responder ... este|mensaje|correo|a"},
    {kHint, "urgente|urgencia ... llam*|telefono|contact*"},
    {kHint, "llamar|llamenos|llame ... telefono|al|nos"},
    {kHint, "consultar|ver|seguir|revisar ... estado|solicitud|ticket|caso"},
    {kHint, "responda|respondiendo|responder ... este|a ... correo|mensaje|email"},
    {kHint, "copia de su|tu @req"},
    {kHint, "buzon|direccion|cuenta ... no ... supervis*|lee|atiende|revisa|monitor*"},
    // Italian
    {kReceipt, "abbiamo|ho ?correttamente ricevuto|registrato|preso ... @req"},
    {kReceipt, "@req ... e|stata|stato ... ricevut*|registrat*|pres*|creat*|inoltrat*|aperto"},
    {kReceipt, "conferm* ... ricezione|ricevimento|ricevuto"},
    {kReceipt, "ricezione|ricevimento della|del ... @req"},
    {kThanks,
     "grazie|ringraziamo|ringraziarla ... per|di|averci ... "
     "@req|averci|scritto|contattato|contattati|contattarci|interesse"},
    {kPromise,
     "risponderemo|contatteremo|ricontatteremo|rispondera|contattera|risponderle|ricontattera|"
     "esamineremo|provvederemo|risposta ... possibile|presto|breve|entro|@time|al|prima"},
    {kPromise, "risponderemo|contatteremo|ricontatteremo|ricontatterà|ricontattera"},
    {kPromise, "al|il piu presto ?possibile"},
    {kPromise, "prima|quanto possibile|prima"},
    {kPromise, "nel piu breve"},
    {kPromise, "entro|in ... @time"},
    {kPromise, "ricevera|riceverai ... risposta"},
    {kPromise, "tempi|tempo ... risposta|attesa"},
    {kPromise, "@req ... sara|verra|presa ... elaborata|gestita|esaminata|carico|presa|evasa"},
    {kPromise,
     "un|nostro|nostri operatore|operatori|team|staff|addetto ... "
     "ricontattera|risponder*|contatter*|possibile"},
    {kReference,
     "numero|codice|riferimento ?di|del|della ?sua "
     "?ticket|?pratica|?richiesta|?riferimento|?segnalazione|?caso"},
    {kReference, "indicare|citare|conservare|riportare|mantenere ... numero|riferimento|oggetto"},
    {kAutomatic, "automatico|automatica|automaticamente"},
    {kHint, "orari|orario ... apertura|ufficio|servizio|lavoro|@day|assistenza"},
    {kSelfHelp, "domande frequenti"},
    {kSelfHelp, "centro|pagina|sezione|sito ... assistenza|supporto|aiuto|web|faq"},
    {kHint, "elevato|alto|gran|grande ... numero|volume|richieste"},
    {kHint, "grazie|ringraziamo|ringraziando* ... pazienza|comprensione"},
    {kHint,
     "non ... necessario|serve|bisogno|occorre ... "
     "scriver*|rispondere|inviare|contattar*|nuovamente"},
    {kHint, "non rispondere|rispondete|risponda ?a"},
    {kHint, "urgente|urgenti|urgenza ... chiam*|telefon*|contatt*|numero"},
    {kHint, "rispondere|rispondi|rispondendo ... a questa|questo email|messaggio|mail"},
    {kHint, "consultare|visualizzare|seguire|verificare ... stato|richiesta|ticket"},
    {kHint, "casella|indirizzo ... non ... monitorat*|letta|presidiat*|controllat*"},
    // Dutch
    {kReceipt,
     "hebben|heb|is|wordt|werd|zijn ... @req ... "
     "ontvangen|geregistreerd|aangekomen|binnengekomen|gekregen|aangemaakt"},
    {kReceipt,
     "@req ... is|zijn|hebben|wij|we ... "
     "ontvangen|geregistreerd|aangekomen|binnengekomen|aangemaakt|goed"},
    {kReceipt, "bevestig* ... ontvangst"},
    {kReceipt, "ontvangstbevestiging"},
    {kReceipt, "ontvangst van uw|je ... @req"},
    {kThanks, "dank|bedankt|dankjewel|danken ... voor|dat ... @req|contact|interesse"},
    {kPromise,
     "beantwoorden|reageren|antwoorden|nemen|neemt|behandelen|reactie|antwoord|behandeld|"
     "beantwoord ... mogelijk|snel|spoedig|contact|binnen|@time|volgorde|@req|u|je"},
    {kPromise, "nemen|neemt ... contact"},
    {kPromise, "zo spoedig|snel ?als mogelijk"},
    {kPromise, "zo spoedig|snel"},
    {kPromise, "binnen|in ... @time"},
    {kPromise, "ontvangt|krijgt ... antwoord|reactie|bericht"},
    {kPromise, "reactietijd|responstijd|behandeltijd|wachttijd"},
    {kPromise, "@req ... wordt ... behandeling|behandeld|genomen|verwerkt|beantwoord"},
    {kPromise, "een van onze medewerkers|collega|medewerker"},
    {kReference, "ticketnummer|zaaknummer|referentienummer|kenmerk|dossiernummer|meldingsnummer"},
    {kReference,
     "vermeld|bewaar|vermelden|bewaren|gebruik ... nummer|kenmerk|onderwerp*|ticketnummer"},
    {kAutomatic,
     "automatisch|automatische ... "
     "bericht|email|mail|antwoord|bevestiging|gegenereerd|verzonden|aangemaakt|reactie"},
    {kHint,
     "openingstijden|openingsuren|kantooruren|kantoortijden|bereikbaar|klantenportaal|helpcentrum"},
    {kSelfHelp, "veelgestelde|gestelde vragen"},
    {kHint, "druk*|grote|hoge|veel ... aantal|aanvragen|vragen|drukte|berichten"},
    {kHint, "bedankt|dank|danken|vragen|excuses ... geduld|begrip"},
    {kHint,
     "hoeft|hoef|hoeven ... niet|geen|niets ... "
     "opnieuw|nogmaals|reageren|schrijven|doen|sturen|contact|tussentijd"},
    {kHint, "niet ... reageren|antwoorden|beantwoorden ... dit|deze|op"},
    {kHint, "reageer|antwoord ... niet ... dit|deze|op"},
    {kHint, "dringend*|spoed* ... bel*|telefon*|contact"},
    {kHint, "bel|bellen|beantwoorden ?ons ... op|ons|via|deze|dit"},
    {kHint, "bekijken|volgen|bekijk|volg ... status|verzoek|aanvraag|ticket"},
    {kHint, "mailbox|adres|postvak ... niet ... gelezen|gecontroleerd|beheerd|bemand"},
    // Portuguese
    {kReceipt, "recebemos|recebida|recebido|registamos|registramos ... @req"},
    {kReceipt, "@req ... foi|sido ... recebid*|registad*|registrad*|criad*|abert*|enviad*"},
    {kReceipt, "confirm*|acus* ... recepcao|recebimento|rececao"},
    {kReceipt, "recepcao|recebimento|rececao do|da|de|sua|seu ... @req"},
    {kThanks,
     "obrigado|obrigada|agradecemos|agradecer ... por|pelo|pela|o|a|seu|sua ... "
     "@req|contactar|contatar|escrever|contacto|contato|interesse|contactado|contatado"},
    {kPromise,
     "responderemos|entraremos|contactaremos|responder|retornaremos|contactar|analisaremos|entrara|"
     "respondera|contatar ... possivel|breve|brevidade|contacto|contato|@time|logo|lhe|seu|sua"},
    {kPromise, "responderemos|entraremos|contactaremos|retornaremos"},
    {kPromise, "o mais breve|brevemente|rapido|rapidamente|cedo ?possivel"},
    {kPromise, "logo que|quanto possivel|antes|breve"},
    {kPromise, "assim que possivel|pudermos"},
    {kPromise, "maior|menor|com brevidade|breve ?possivel"},
    {kPromise, "prazo|em|no|dentro ?maximo ?de ... @time"},
    {kPromise, "recebera ... resposta"},
    {kPromise, "tempo|prazo ... resposta|espera"},
    {kPromise, "@req ... sera|esta ... analisad*|processad*|tratad*|respondid*|atendid*"},
    {kReference,
     "numero|protocolo|referencia|codigo ?de|do|da|e ?seu "
     "?ticket|?pedido|?atendimento|?caso|?protocolo|?processo"},
    {kReference,
     "indique|mencione|guarde|mantenha|inclua|informe ... numero|referencia|assunto|protocolo"},
    {kAutomatic, "automatico|automatica|automaticamente|automatizada"},
    {kHint, "horario|horarios ... atendimento|funcionamento|@day"},
    {kSelfHelp, "perguntas frequentes"},
    {kSelfHelp, "centro|pagina|central|site ... ajuda|suporte|web|atendimento"},
    {kHint, "elevado|alto|grande ... numero|volume|quantidade|procura"},
    {kHint, "obrigado|agradecemos ... paciencia|compreensao"},
    {kHint, "nao ... necessario|precisa|preciso ... escrever|responder|enviar|contactar|novamente"},
    {kHint, "nao responda|responder ... este|esta|a"},
    {kHint, "urgente|urgencia|urgentes ... ligue|telefone|contacte|ligar"},
    {kHint, "responda|respondendo|responder ... este|esta|a ... email|mensagem|mail"},
    {kHint, "acompanhar|consultar|ver ... estado|status|pedido|ticket|solicitacao"},
    // To rate and to close: all languages.
    {kClosed,
     "@req|case|conversation|chat|issue ... been|was|is|now|as ... "
     "closed|solved|resolved|completed"},
    {kClosed, "closed|solved|resolved|closing your|the|this @req|case|issue|conversation"},
    {kClosed,
     "@req|vorgang|fall|ticket ... wurde|ist|haben|als ... "
     "geschlossen|abgeschlossen|gelost|erledigt|beantwortet"},
    {kClosed,
     "@req|dossier|ticket ... ete|est|comme ... cloture*|ferme*|resolu*|traite*|clos|close"},
    {kClosed, "@req|caso|ticket ... ha|sido|fue|como ... cerrad*|resuelt*|solucionad*|finalizad*"},
    {kClosed, "@req|pratica|ticket ... stata|stato|e|come ... chius*|risolt*|complet*"},
    {kClosed, "@req|zaak|ticket ... is|werd|als ... gesloten|afgesloten|opgelost|afgehandeld"},
    {kClosed, "@req|caso|ticket ... foi|como ... encerrad*|fechad*|resolvid*|concluid*"},
    {kRate,
     "rate|rating|grade|evaluate ... "
     "answer|service|support|experience|us|conversation|agent|interaction|help|performance|reply|"
     "satisfaction|contact|chat|call|response|assistance"},
    {kRate, "how did|do|are we do|did|doing"},
    {kRate,
     "how was|were|did|would|do|satisfied|happy|likely you|your|our|are|is|the ... "
     "experience|service|support|conversation|rate|satisfied|feel|recommend|interaction|help|"
     "answer"},
    {kRate, "were|are|was you|your|the|this ... satisfied|happy|helpful|resolved|solved"},
    {kRate,
     "satisfaction|short|brief|quick|our|this ?customer ?satisfaction ?feedback "
     "survey|questionnaire"},
    {kRate,
     "survey|questionnaire|umfrage|enquete|encuesta|sondaggio|questionario|cuestionario|inquerito|"
     "tevredenheidsonderzoek|kundenumfrage|zufriedenheitsumfrage|kundenbefragung|befragung|"
     "klanttevredenheidsonderzoek|vragenlijst|sondage|pesquisa"},
    {kRate,
     "leave|give|share|provide|send|tell|love|like|appreciate|welcome|value ... "
     "feedback|review|rating|opinion|think|thoughts"},
    {kRate, "tell us ... think|did|experience|went"},
    {kRate, "bewerten|bewerte|bewertest|bewertung|benoten|beurteilen|beurteilung"},
    {kRate, "wie zufrieden|war|hat|haben|waren|fanden"},
    {kRate,
     "zufrieden|unzufrieden ... "
     "unser*|service|antwort|support|beratung|kundenservice|bearbeitung|waren|losung"},
    {kRate, "ihre|deine meinung|rückmeldung ... wichtig|zahlt|interessiert|gefragt"},
    {kRate, "geben|teilen|sagen|gib|sag ... feedback|meinung|ruckmeldung"},
    {kRate, "evaluer|evaluez|notez|noter|evaluation"},
    {kRate, "donnez|donner|partager|partagez|laisser|laissez ... avis|note|opinion|commentaire*"},
    {kRate, "votre avis ... compte|important|interesse|interessent|precieux|aide|permet"},
    {kRate, "etes|est|etiez vous ... satisfait*"},
    {kRate, "comment ... evaluer*|service|jugez|noter*|experience|trouve"},
    {kRate,
     "valorar|valore|valora|valoracion|valorarnos|califique|calificar|calificacion|puntue|puntuar|"
     "evaluar|evalue|califica"},
    {kRate, "su|tu|nos opinion ... importa|importante|cuenta|interesa|ayuda"},
    {kRate, "que ... parecido|parecio|opina|tal"},
    {kRate,
     "como ... "
     "calificaria|valoraria|fue|evaluaria|avaliaria|valutere*|valuta|classificaria|avalia|sido"},
    {kRate,
     "satisfecho|satisfecha|insatisfecho|soddisfatto|soddisfatta|soddisfatti|insoddisfatto|"
     "satisfeito|satisfeita|insatisfeito|tevreden|ontevreden"},
    {kRate, "denos|danos|comparta|dejenos|deje ... opinion|comentario*"},
    {kRate, "valutare|valuti|valuta|valutazione|valutarci|giudicare"},
    {kRate, "sua|tua opinione|parere ... importante|conta|interessa"},
    {kRate, "lasciare|lasci|lascia|condividi*|dare ... recensione|parere|opinione|feedback"},
    {kRate, "beoordelen|beoordeel|beoordeelt|beoordeling"},
    {kRate, "uw|je mening ... belangrijk|telt|horen|geven|delen"},
    {kRate, "hoe ... tevreden|ervaren|beoordeelt|geholpen|deden|vond"},
    {kRate, "avaliar|avalie|avaliacao|classifique|classificar"},
    {kRate, "sua opiniao ... importante|conta"},
    {kRate, "good|great|bad ?i ?m ?not satisfied|unsatisfied|dissatisfied"},
    {kFeedback, "feedback ... help*|helping|improve*|matters|important|appreciated|valuable|us"},
    {kFeedback,
     "feedback|meinung|avis|opinion|opinione|mening|opiniao|ruckmeldung ... "
     "hilft|helfen|aide|ayuda|aiuta|helpt|ajuda|verbesser*|improve|mejorar|migliorare|ameliorer|"
     "melhorar|verbeteren"},
    {kFeedback,
     "take|takes|nehmen|dauert|prendre|prenez|prend|tomar|tome|dedicar|dedique|dedicare|neem|duurt|"
     "demore|dedicar ... "
     "minute*|moment*|second*|sekunden|secondes|minuten|minuto*|minuut|segundos|momento|augenblick|"
     "zeit|tiempo|temps"},
    {kFeedback, "help* us ... improve|better|serve|learn"},
    {kFeedback, "hilft|helfen ?sie uns ... verbessern|besser"},
    {kFeedback, "pour|afin|aider|aidez ... ameliorer"},
    {kFeedback, "para|ayud* ... mejorar"},
    {kFeedback, "per|aiut* ... migliorare"},
    {kFeedback, "om ... verbeteren"},
    {kFeedback, "para|ajud* ... melhorar"},
    {kFeedback, "star|stars|sterne|sternen|etoiles|estrellas|stelle|sterren|estrelas"},
    {kFeedback,
     "recommend|weiterempfehlen|recommander|recomendar*|raccomandare|aanbevelen ... "
     "us|uns|nous|nos|ons"},
    {kFeedback, "raffle|prize|verlosung|gewinnspiel|tirage|sorteo|concorso|sorteio"},
    {kReference,
     "onder|unter|sous|bajo|con|sotto|under ?het|?el|?il|?der|?le|?the ?ticket|?reference "
     "nummer|numero|number"},
    {kReference,
     "geben|nennen|angeben|halten ... "
     "ticketnummer|vorgangsnummer|referenznummer|fallnummer|aktenzeichen"},
    {kReceipt, "@req ... in behandeling"},
    {kRate, "answer|answering|complete ... few|short|brief|some|our questions|survey"},
    {kFeedback, "aide|aident|aidera|aidez|aider ... ameliorer"},
    {kPromise, "mettons|met tout ?en ?oeuvre"},
    {kRate, "waren|sind|warst|bist ... zufrieden"},
    {kCourtesy, "thank|thanks|danke|merci|gracias|grazie|bedankt|obrigado|obrigada"},
    {kReceipt, "logged|registered|recorded your|the|this ... @req|call"},
    {kAutomatic, "sent|generated|created automatically"},
    {kHint, "@req|nachricht is|are|ist ... important|wichtig"},
    {kHint, "mussen|brauchen ... nichts weiter|tun|unternehmen|veranlassen"},
    {kPromise, "ordre d arrivee"},
    {kPromise, "nachsten tagen"},
    {kRate, "how d we do"},
    {kRate, "know|hear what you|your ... thought|think|feel"},
    {kRate, "thought of our"},
    {kRate, "easy|difficult|helpful ... to get|help|today"},
    {kClosed, "not|haven ?t heard ?back from you"},
    {kClosed, "wrapped up"},
    // Greetings, closings, what stands below.
    {kCourtesy,
     "hello|hi|dear|hey|hallo|liebe|lieber|bonjour|bonsoir|madame|monsieur|chere|cher|hola|"
     "estimado|estimada|estimados|estimadas|buenos|buenas|gentile|salve|buongiorno|buonasera|"
     "gentili|spettabile|beste|geachte|ola|caro|cara|prezado|prezada|exmo|exma|bom"},
    {kCourtesy, "good morning|afternoon|evening|day"},
    {kCourtesy,
     "freundlichen|freundliche|herzliche|herzlichen|besten|beste|viele|vielen|liebe "
     "grussen|grusse"},
    {kCourtesy, "met vriendelijke|hartelijke groet|groeten"},
    {kCourtesy, "guten tag|morgen|abend"},
    {kCourtesy, "sehr geehrte|geehrter|geehrten"},
    {kCourtesy, "goeden|goede dag|morgen|middag|avond"},
    {kCourtesy, "kind|best|warm|kindest|many regards|wishes"},
    {kCourtesy,
     "sincerely|regards|cheers|cordialement|saluti|salutations|groeten|groet|grusse|gruss|grussen|"
     "cumprimentos|hochachtungsvoll|sinceramente|atentamente|respectfully|vriendelijke|abraco"},
    {kCourtesy, "yours faithfully|truly|sincerely"},
    {kCourtesy, "bien a vous"},
    {kCourtesy, "un|cordial|cordiales|atento saludo|saludos"},
    {kCourtesy, "cordiali|distinti saluti"},
    {kCourtesy,
     "your|the|our|ihr|dein|das|votre|l|su|el|il|uw|het|a|o|notre|nuestro|unser|ons "
     "team|kundenservice|kundendienst|serviceteam|supportteam|equipe|equipo|squadra"},
    {kCourtesy, "customer|client|support service|services|support|care|team|relations"},
    {kCourtesy,
     "service|servicio|servizio|atencion|assistenza|atendimento ?al ?ao "
     "client|clients|cliente|clientele|clienti"},
    {kCourtesy, "have a ... day|weekend|week|time"},
    {kCourtesy, "email|message|mail is a service"},
    {kCourtesy, "delivered|powered|sent|provided|bereitgestellt by|von|durch"},
    {kCourtesy, "unsubscribe|abmelden|desabonner|disiscriviti|afmelden"},
    {kCourtesy,
     "privacy|confidential*|vertraulich*|datenschutz*|confidentiel*|riservat*|vertrouwelijk*"},
    {kCourtesy, "all rights reserved"},
    {kCourtesy, "copyright"},
    {kCourtesy, "registered ... office|company|england"},
    {kCourtesy, "terms ... conditions|use|service"},
};

}  // namespace

std::span<const PhraseRow> PhraseRows() { return kRows; }

}  // namespace threadlint::mail
