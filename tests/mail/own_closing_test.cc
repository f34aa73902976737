#include "mail/own_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace threadlint::mail {
namespace {

// A letter a filled line: o own, q quoted, h heading, f forwarded, s signature, d disclaimer,
// b (bottom) footer, m marker.
std::string Voices(std::string_view text) {
  std::string out;
  for (const TextLine& line : ReadLines(text))
    if (!line.text.empty()) out += "oqhfsdbm"[static_cast<size_t>(line.voice)];
  return out;
}

struct Row {
  std::string_view text, voices;
};

void Check(const Row& row) {
  CAPTURE(row.text);
  CHECK(Voices(row.text) == row.voices);
}

// Each closes a mail, alone or above a name.
constexpr std::string_view kClosings[] = {
    "Kind regards,",
    "Best wishes",
    "Yours sincerely,",
    "Cheers",
    "Many thanks in advance and kind regards",
    "Thanks for your help!",
    "Mit freundlichen Grüßen",
    "Viele Grüße / Best regards",
    "MfG",
    "Liebe Grüsse,",
    "Cordialement,",
    "Bien à vous,",
    "Je vous prie d'agréer mes salutations distinguées",
    "Saludos cordiales,",
    "Muchas gracias,",
    "Cordiali saluti",
    "Distinti saluti,",
    "Met vriendelijke groet,",
    "Bedankt,",
    "Com os melhores cumprimentos,",
    "Atenciosamente,",
    "Med vänliga hälsningar",
    "Med venlig hilsen",
    "Pozdrawiam,",
    "С уважением,",
};

TEST_CASE("closings above a name begin a signature, in many languages") {
  for (const std::string_view closing : kClosings) {
    CAPTURE(closing);
    const std::string text = "The lamp flickers.\n\n" + std::string(closing) + "\n";
    CHECK(Voices(text + "Anna Berg\n") == "oss");
    CHECK(Voices(text + "\nAnna\n\nOn Mon, 3 May 2021, Tom <tom@shop.example> wrote:\n> Hm.") ==
          "osshq");
  }
}

constexpr Row kSignatures[] = {
    // Below a rule.
    {"Mine.\n-- \nAnna Berg\nHarbour Lamps\n", "osss"},
    {"Mine.\n\n--\nWe repair what others throw away. Since 1920.\n", "oss"},
    {"Mine.\n\n_____________\nAnna Berg\nTel. +44 20 7946 0000\n", "osss"},
    // With titles, addresses, numbers.
    {"Mine.\n\nRegards,\n\nAnna Berg\nHead of Repairs | Harbour Lamps Ltd\n12 Quay Street, Bristol "
     "BS1 6XN\nT: 0117 496 0000\nwww.lamps.example\n",
     "ossssss"},
    {"Meins.\n\nMit freundlichen Grüßen\n\ni. A. Anna Berg\nLampenstube GmbH\nKai 12, 20457 "
     "Hamburg\nTelefon: 040 5550123\n",
     "osssss"},
    // A name alone.
    {"Mine.\n\nAnna Berg", "os"},
    {"Mine.\n\nAnna\nx-3705\n", "oss"},
    {"Mine.\n\n-Anna", "os"},
    {"Mine.\n\n\xE2\x80\x94"
     "Anna",
     "os"},
    {"Mine.\n\nAnna Berg - 0117 496 0000\n", "os"},
    {"Mine.\nAnna\n\nOn Mon, 3 May 2021, Tom <tom@shop.example> wrote:\n> Hm.", "oshq"},
    {"Mine.\n\nYour Harbour Lamps team", "os"},
    {"Mine.\n\nKind regards\nanna", "oss"},
    {"Mine.\n\nCheers, Anna", "os"},
    // Two of them.
    {"Mine.\n\nThanks,\nAnna\n\n-- \nAnna Berg\nHarbour Lamps\n", "osssss"},
    // Above a quotation that marks itself, and below one.
    {"Mine.\n\nBest,\nAnna\n> Theirs.\n", "ossq"},
    {"> Theirs.\nMine.\n\nBest,\nAnna\n", "qoss"},
    // By programs.
    {"Mine.\n\nSent from my iPhone\n", "os"},
    {"Mine.\n\n<<Sent from my Galaxy>>\n", "os"},
    {"Meins.\n\nVon meinem Mobilgerät gesendet", "os"},
    {"Meins.\n\nGesendet mit der GMX Mail App", "os"},
    {"Le mien.\n\nEnvoyé de mon iPad", "os"},
    {"Mío.\n\nEnviado desde mi Samsung Galaxy", "os"},
    {"Mio.\n\nInviato da iPhone", "os"},
    {"Mijn.\n\nVerstuurd vanaf mijn iPhone", "os"},
    {"Meu.\n\nEnviado do meu iPhone", "os"},
    {"Mine.\n\nGet Outlook for Android<https://aka.ms/example>\n"
     "________________________________\nFrom: Tom <tom@shop.example>\nSent: Monday, May 3, 2021 "
     "10:05 AM\nTo: Anna\nSubject: Lamp\n\nTheirs.",
     "osmhhhhq"},
};

TEST_CASE("signatures with a rule, without one, and by programs") {
  for (const Row& row : kSignatures) Check(row);
}

// What says something is not taken for a signature.
constexpr Row kSaid[] = {
    {"Mine.\n\nThanks, the order number is 123.", "oo"},
    {"Mine.\n\nThanks", "oo"},
    {"Mine.\n\nThank you for the photos.\n", "oo"},
    {"Mine.\n\nBest time to call: after six.\n", "oo"},
    {"The colour I ordered was:\n\nHarbour Blue", "oo"},
    {"Which one is it?\n\nYes", "oo"},
    {"Mine.\n\nDone.", "oo"},
    {"Anna Berg", "o"},
    {"Thanks,\nAnna", "os"},
    // The numbers of a matter, wherever they stand.
    {"Mine.\n\nRegards,\nAnna Berg\nOrder 4711-22\nCustomer no. 998877\n", "ossoo"},
    {"Mine.\n-- \nAnna\nTicket #48213\n", "osso"},
    // A mail that goes on below a closing, and a postscript.
    {"Mine.\n\nRegards,\nAnna\n\nBy the way, the second lamp has arrived in the meantime.\n",
     "oooo"},
    {"Mine.\n\nRegards,\nAnna\n\nP.S. The second lamp has arrived.\nIt is blue.\n", "ossoo"},
    // Lists, tables, sections, code.
    {"I need:\n\n- Lamps\n- Cables\n- Plugs\n", "oooo"},
    {"Mine.\n\nOrder\n-----\nItem: lamp\nPrice: 30.00\n", "oomoo"},
    {"Mine.\n\n```\n# a\n####\n--\nx\n```\nDone with it.", "oooooooo"},
    {"-- Looking for the library\n--\n-- Found\n--\n-- Checking it\nIt stops here.", "omomoo"},
    {">>> import lamp\n>>> lamp.on()\nThat fails.", "ooo"},
    {"Mine.\n\nSent from my desk, it is easier than from my phone.", "oo"},
    // Between the lines of a quotation a name is an answer.
    {"> Who was it?\n\nAnna Berg\n\n> And when?\n\nOn Monday.\n", "qoqo"},
};

TEST_CASE("lines that say something stay the writer's") {
  for (const Row& row : kSaid) Check(row);
}

constexpr Row kBoilerplate[] = {
    // Disclaimers.
    {"Mine.\n\nThis email and any attachments are confidential and intended solely for the use of "
     "the individual to whom it is addressed.\n",
     "od"},
    {"Mine.\n\nRegards,\nAnna\n\nHarbour Lamps Ltd. Registered office: 12 Quay Street, Bristol.\n"
     "Registered in England, company number 01234567.\n",
     "ossdd"},
    {"Mine.\n\nCalls may be recorded for training purposes.\n", "od"},
    {"Mine.\n\nPlease consider the environment before printing this e-mail.\n", "od"},
    {"Meins.\n\nDiese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige "
     "Adressat sind, vernichten Sie diese Mail.\n\nGeschäftsführer: Anna Berg\nAmtsgericht "
     "Hamburg, HRB 1234\n",
     "oddd"},
    {"Le mien.\n\nCe message est confidentiel. Si vous n'êtes pas le destinataire, merci de le "
     "détruire.\n",
     "od"},
    {"Mío.\n\nEste mensaje es confidencial y va dirigido exclusivamente a su destinatario.\n",
     "od"},
    {"Mio.\n\nIl contenuto è riservato ed è per uso esclusivo del destinatario.\n", "od"},
    {"Mijn.\n\nDit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.\n", "od"},
    // Surveys, advertising.
    {"Mine.\n\nHow did we do? Take our survey: https://lamps.example/survey\n", "ob"},
    {"Mine.\n\nFollow us on Instagram\nDownload our app\n", "obb"},
    {"Meins.\n\nWie zufrieden sind Sie mit unserem Service? Bewerten Sie uns.\n", "ob"},
    {"Mine.\n\nHow would you rate our reply?\n\nKind regards,\nAnna\n", "obss"},
    // Lists, desks, programs.
    {"Mine.\n\n_______________________________________________\nLamps mailing list\n"
     "https://lists.shop.example/listinfo/lamps\n",
     "ombb"},
    {"Mine.\n\n--\nYou received this message because you are subscribed to the group.\nTo "
     "unsubscribe send an email to lamps+unsubscribe@lists.example.\n",
     "ombb"},
    {"Mine.\n\nThis email is a service from Harbour Lamps.\n", "ob"},
    // Below other words of their paragraph.
    {"Mine is this.\nTo unsubscribe, click here: https://lamps.example/u\n", "ob"},
    // In words of one's own, or beside what says something.
    {"Mine.\n\nI have already filled in your satisfaction survey.\n", "oo"},
    {"Mine.\n\nPlease tell me how I can get the app to unsubscribe me from this list.\n", "oo"},
    {"Your case has been closed. How did we do?\n", "o"},
    {"Mine.\n\nThe order was marked confidential and the invoice was deleted.\n", "oo"},
    // Gateways.
    {"CAUTION: This email originated from outside of the organisation. Do not click links.\n\n"
     "Mine.\n",
     "mo"},
    {"[EXTERNAL EMAIL]\nMine goes on here, and is wrapped by nobody at all but me.\n", "mo"},
    {"ACHTUNG: Externe E-Mail. Öffnen Sie keine Anhänge.\n\nMeins.\n", "mo"},
    {"You don't often get email from anna@shop.example. Learn why this is important\n\nMine.\n",
     "mo"},
    {"Mine.\n\nThe external e-mail server of yours is down.\n", "oo"},
};

TEST_CASE("disclaimers, footers and banners") {
  for (const Row& row : kBoilerplate) Check(row);
}

TEST_CASE("hostile closings take time in proportion to their length") {
  constexpr size_t kLines = 50000;
  for (const std::string_view line :
       {"Sent from my iPhone\n", "Regards,\n", "Anna Berg\n", "--\n", "Anna\n\n", "confidential\n",
        "intended recipient \n\n", "> q\nBest,\nAnna\n", "\xE2\x81\xA0\n", "```\n--\n", "a <b\n",
        "On 3 May 2021 10:05\n"}) {
    CAPTURE(line);
    std::string text;
    for (size_t i = 0; i < kLines; ++i) text += line;
    const auto lines = static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
    CHECK(ReadLines(text).size() == lines);
  }
}

}  // namespace
}  // namespace threadlint::mail
