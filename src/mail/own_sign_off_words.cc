#include "mail/own_sign_off_words.h"

namespace threadlint::mail {

namespace {

constexpr SignOffWords kTable[] = {
    // English
    {"regards regard rgds sincerely cheers faithfully respectfully cordially greetings wishes love "
     "hugs truly yours pal friend best ciao salutations luck cheerio xoxo xx xxx bye goodbye tc "
     "gratefully warmly "
     "care "
     "fondly",
     "thanks thank thx thnx tks thks thankyou ty",
     "kind kindest warm warmest with my our many all the very and again so much you your a lot "
     "have great nice good lovely day week weekend evening of in advance for help time assistance "
     "support patience understanding attention consideration cooperation trouble effort efforts "
     "advice kindness from to everyone team friends take looking forward soon "
     "hearing hear both always once ever sincere any heartfelt wonderful",
     "team support service services desk department crew staff office helpdesk management "
     "reception",
     "yes no ok okay done sure agreed thanks hello hi hey dear sorry please perfect great good "
     "fine "
     "correct right wrong fixed solved not none never maybe here there this that the it i we you "
     "what why when where how best regards attached see note update test end question answer "
     "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday january "
     "february march april june july august september october november december n/a same also "
     "nothing anything everything still but and or if so well congratulations congrats bye error "
     "help urgent again welcome exactly absolutely understood noted confirmed received ditto"},
    // German
    {"grüße grüsse grüssen grüßen gruß gruss grusse grussen gruessen gruesse mfg lg vg bg hg "
     "hochachtungsvoll herzlichst beste tschüss servus freundlichst herzlich",
     "danke dank besten vielen",
     "mit freundlichen freundlichem freundliche freundlicher freundlichste viele liebe lieben "
     "lieber herzliche herzlichen herzlicher schöne schönen schöner beste besten bester sonnige "
     "und aus von für ihre deine die eure mühe hilfe unterstützung verständnis geduld im voraus "
     "schon schonmal vorab bis bald einen tag abend wochenende woche noch sehr bemühungen ihr dein "
     "euer wünsche herzlichste kollegiale kollegialen",
     "team kundenservice kundendienst kundenbetreuung support service serviceteam abteilung "
     "verwaltung",
     "ja nein danke hallo bitte gut gerne erledigt anbei siehe nicht noch auch heute morgen "
     "gestern montag dienstag mittwoch donnerstag freitag samstag sonntag genau richtig falsch "
     "frage antwort ende fertig"},
    // French
    {"cordialement salutations sincèrement amicalement bien amitiés bises bisous respectueusement "
     "cdt cdlt slts bav crdlt dévoué",
     "merci remerciements",
     "à vous toi je prie d agréer recevoir veuillez accepter madame monsieur assurance "
     "considération très meilleures meilleurs sincères salutations distinguées respectueuses l "
     "expression de mes nos mon sentiments les avec tous bonne journée soirée fin week-end bon "
     "d'avance d avance beaucoup pour votre ton aide compréhension patience réponse par bientôt "
     "plus tard vœux chaleureusement encore et",
     "équipe service clientèle support client conseillère",
     "oui non merci bonjour bonsoir voici voilà d'accord ci-joint suite aujourd'hui demain hier "
     "lundi mardi mercredi jeudi vendredi samedi dimanche"},
    // Spanish
    {"saludos saludo atentamente atte cordialmente abrazo abrazos besos sinceramente "
     "respetuosamente",
     "gracias agradecido agradecida agradezco",
     "un una cordial cordiales muchas mil muchos muy por su tu de antemano atención ayuda "
     "colaboración comprensión paciencia quedo quedamos a espera la el y con los mejores atento "
     "atentos buen buena día tarde semana fin fuerte tiempo recibe recibid reciban mis nuestros "
     "que tenga tengas",
     "equipo atención servicio soporte departamento cliente",
     "sí no gracias hola vale adjunto hoy mañana ayer lunes martes miércoles jueves viernes sábado "
     "domingo buenos buenas estimado estimada"},
    // Italian
    {"saluti saluto cordialmente distinti cordialità ossequi abbraccio baci",
     "grazie ringrazio ringraziando ringraziamenti",
     "cordiali un cari caro i più migliori tanti mille molte in anticipo per l la il sua tua "
     "vostra "
     "collaborazione attenzione aiuto disponibilità pazienza vivissimi buona buon giornata serata "
     "lavoro e a presto di tutto con ancora",
     "team assistenza servizio supporto staff ufficio clienti",
     "sì no grazie ciao buongiorno salve ecco allego allegato oggi domani ieri lunedì martedì "
     "mercoledì giovedì venerdì sabato domenica"},
    // Dutch
    {"groet groeten groetjes hoogachtend mvg gr", "dank bedankt dankjewel dankuwel",
     "met vriendelijke vriendelijk vr hartelijke hartelijk beste warme veel je u wel alvast bij "
     "voorbaat voor uw jouw hulp moeite begrip tijd medewerking zeer een fijne dag avond weekend "
     "namens en de het lieve",
     "team klantenservice support afdeling service servicedesk",
     "ja nee bedankt hallo goed prima zie hierbij vandaag morgen gisteren maandag dinsdag woensdag "
     "donderdag vrijdag zaterdag zondag"},
    // Portuguese
    {"cumprimentos atenciosamente abraço abraços att cordialmente saudações atenciosas beijos",
     "obrigado obrigada obg agradeço grato grata agradecido agradecida",
     "com os melhores um uma desde já muito pela pelo sua atenção ajuda e antecipadamente mais "
     "cordiais meus nossos respeitosamente bom boa dia tarde semana noite forte colaboração "
     "compreensão aguardo",
     "equipe equipa atendimento suporte serviço departamento cliente",
     "sim não obrigado obrigada olá segue anexo hoje amanhã ontem segunda terça quarta quinta "
     "sexta sábado domingo bom boa"},
    // Swedish, Danish, Norwegian
    {"hälsning hälsningar hälsn mvh vh hilsen hilsner vänligen kram vennligst venlig kh dbh",
     "tack takk tak tusen",
     "med vänlig vänliga bästa varma varm venlige vennlig venleg beste bedste mange de på förhand "
     "forhånd för din er hjälpen hjälp for hjælpen hjelpen så mycket så meget hav god dag helg "
     "kærlig kærlige och og ha en fin",
     "kundtjänst kundeservice support team avdelning afdeling",
     "ja nej nei tack takk tak hej hei bra fint klart idag imorgon igår måndag tisdag onsdag "
     "torsdag fredag lördag söndag mandag tirsdag lørdag søndag"},
    // Polish, Czech, Slovak
    {"pozdrawiam pozdrowienia pozdrowieniami poważaniem wyrazami pozdravem pozdrav pozdravy "
     "pozdravom úctou",
     "dziękuję dziękujemy dzięki dziekuje děkuji děkuju díky ďakujem vďaka podziękowaniami",
     "z serdecznie serdeczne serdecznymi szacunku szacunkiem bardzo góry za pomoc miłego dnia "
     "przesyłam s přátelským srdečným předem mnohokrát hezký den priateľským",
     "zespół biuro obsługa dział tým podpora oddělení",
     "tak nie dziękuję cześć witam dzień dobry ano ne děkuji dobrý ahoj áno"},
    // Russian, Ukrainian
    {"уважением повагою приветом поздравлениями пожеланиями наилучшими",
     "спасибо благодарю дякую заранее благодарностью",
     "с з со за помощь вам всего доброго хорошего дня большое и к",
     "команда поддержка служба отдел поддержки",
     "да нет спасибо привет здравствуйте добрый хорошо так ні дякую вітаю"},
    // Finnish, Hungarian, Romanian, Turkish, Greek
    {"terveisin terv ystävällisin üdvözlettel üdv tisztelettel respect stimă saygılarımla "
     "saygılar saygılarımızla selamlar sevgiler εκτιμηση χαιρετισμους φιλικα",
     "kiitos kiitokset kiitoksia köszönöm köszönettel köszi mulțumesc mulțumim teşekkürler "
     "teşekkür ederim ευχαριστω",
     "parhain etukäteen paljon avusta szép napot baráti előre is cu cele mai bune toate gânduri "
     "iyi "
     "günler çalışmalar με προς",
     "tiimi asiakaspalvelu csapat ügyfélszolgálat echipa ekibi",
     "kyllä ei kiitos hei moi igen nem köszönöm da nu bună evet hayır merhaba"},
};

constexpr std::string_view kLines[] = {
    "此致",
    "敬礼",
    "此致敬礼",
    "祝好",
    "祝商祺",
    "顺颂商祺",
    "敬祝商祺",
    "谢谢",
    "谢谢!",
    "謝謝",
    "多谢",
    "敬具",
    "以上",
    "よろしくお願いします",
    "よろしくお願いします。",
    "よろしくお願い致します",
    "よろしくお願い致します。",
    "宜しくお願い致します。",
    "よろしくお願いいたします",
    "よろしくお願いいたします。",
    "宜しくお願いいたします。",
    "ありがとうございます",
    "ありがとうございます。",
    "감사합니다",
    "감사합니다.",
    "드림",
    "בברכה",
    "בברכה,",
    "مع التحية",
    "مع تحياتي",
    "تحياتي",
};

}  // namespace

std::span<const SignOffWords> SignOffTable() { return kTable; }
std::span<const std::string_view> SignOffLines() { return kLines; }

}  // namespace threadlint::mail
