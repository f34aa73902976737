#include "mail/own_text.h"

#include <doctest/doctest.h>

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

// Each has one own line, a heading and two unmarked lines below.
constexpr std::string_view kHeadings[] = {
    "On Mon, May 3, 2021 at 10:05 AM Anna Berg <anna@shop.example> wrote:",
    "Am 03.05.2021 um 10:05 schrieb Anna Berg <anna@shop.example>:",
    "Le lun. 3 mai 2021 à 10:05, Anna Berg <anna@shop.example> a écrit :",
    "Le lun. 3 mai 2021 \xC3\xA0 10:05, Anna Berg a \xC3\xA9"
    "crit\xC2\xA0:",
    "El lun, 3 may 2021 a las 10:05, Anna Berg (<anna@shop.example>) escribió:",
    "Il giorno lun 3 mag 2021 alle ore 10:05 Anna Berg <anna@shop.example> ha scritto:",
    "Op ma 3 mei 2021 om 10:05 schreef Anna Berg <anna@shop.example>:",
    "Em seg., 3 de mai. de 2021 às 10:05, Anna Berg <anna@shop.example> escreveu:",
    "2021-05-03 10:05, Anna Berg wrote:",
    "03.05.2021 10:05 - Anna Berg schrieb:",
    "-----Original Message-----",
    "-----Ursprüngliche Nachricht-----",
    "-----Message d’origine-----",
    "-----Mensaje original-----",
    "------- Original Message -------",
    "Here is a copy of your message:",
};

TEST_CASE("what stands unmarked below the heading of a mail is quoted") {
  for (const std::string_view heading : kHeadings) {
    CAPTURE(heading);
    CHECK(Voices("Mine.\n\n" + std::string(heading) + "\n\nTheirs.\n\nAnd more.\n") == "ohqq");
    CHECK(Voices("Mine.\n\n" + std::string(heading) + "\n\n> Theirs.\n> More.\n\nMine.") ==
          "ohqqo");
  }
}

constexpr std::string_view kForwards[] = {
    "---------- Forwarded message ---------",
    "-------- Weitergeleitete Nachricht --------",
    "Begin forwarded message:",
    "Anfang der weitergeleiteten Nachricht:",
    "-------- Mensaje reenviado --------",
    "----- Message transféré -----",
    "---------- Messaggio inoltrato ---------",
    "---------- Doorgestuurd bericht ---------",
    "---------- Mensagem encaminhada ---------",
    "----- Пересланное сообщение -----",
};

TEST_CASE("what stands below such a heading is of a mail that is passed on") {
  for (const std::string_view heading : kForwards) {
    CAPTURE(heading);
    const std::string head(heading);
    CHECK(Voices("Mine.\n\n" + head + "\n\nTheirs.\n\nAnd more.\n") == "ohff");
    CHECK(Voices("Mine.\n\n" + head + "\nFrom: Anna <a@shop.example>\nDate: Mon, 3 May 2021\n" +
                 "Subject: Lamp\nTo: Tom\n\nTheirs.\n") == "ohhhhhf");
    CHECK(Voices("Mine.\n\n> " + head + "\n>\n> Theirs.\n\nMine.") == "ohfo");
  }
}

constexpr Row kBlocks[] = {
    {"Mine.\n\nFrom: Anna <a@shop.example>\nSent: Monday, May 3, 2021 10:05 AM\nTo: Tom\nSubject: "
     "Lamp\n\nTheirs.",
     "ohhhhq"},
    {"Mine.\n________________________________\nVon: Anna\nGesendet: Montag, 3. Mai 2021 10:05\nAn: "
     "Tom\nBetreff: Lampe\n\nTheirs.",
     "omhhhhq"},
    {"Mine.\n\nDe : Anna\nEnvoyé : lundi 3 mai 2021 10:05\nÀ : Tom\nObjet : Lampe\n\nTheirs.",
     "ohhhhq"},
    {"Mine.\n\nDe: Anna\nEnviado: lunes, 3 de mayo de 2021 10:05\nPara: Tom\nAsunto: "
     "Lámpara\n\nTheirs.",
     "ohhhhq"},
    {"Mine.\n\nDa: Anna\nInviato: lunedì 3 maggio 2021 10:05\nA: Tom\nOggetto: Lampada\n\nTheirs.",
     "ohhhhq"},
    {"Mine.\n\nVan: Anna\nVerzonden: maandag 3 mei 2021 10:05\nAan: Tom\nOnderwerp: "
     "Lamp\n\nTheirs.",
     "ohhhhq"},
    {"Mine.\n\nDe: Anna\nEnviada: 3 de maio de 2021 10:05\nPara: Tom\nAssunto: "
     "Candeeiro\n\nTheirs.",
     "ohhhhq"},
    {"Mine.\n\nОт: Anna\nОтправлено: 3 мая 2021 г. 10:05\nКому: Tom\nТема: Lamp\n\nTheirs.",
     "ohhhhq"},
    {"Mine.\n\nFrån: Anna\nSkickat: den 3 maj 2021 10:05\nTill: Tom\nÄmne: Lampa\n\nTheirs.",
     "ohhhhq"},
    {"Mine.\n\n发件人: Anna\n发送时间: 2021年5月3日 10:05\n收件人: Tom\n主题: Lamp\n\nTheirs.",
     "ohhhhq"},
    // Below Outlook's rule the language does not matter, nor between dashes over a known block.
    {"Mine.\n________________________________\nXyz: Anna <anna@shop.example>\nZyx: 3 May 2021 "
     "10:05\nQwe: Tom\n\nTheirs.",
     "omhhhq"},
    {"Mine.\n\n-------- Alkup. viesti --------\nFrom: Anna\nDate: 3 May 2021\nTo: Tom\n\nTheirs.",
     "ohhhhq"},
    {"Mine.\n\n*From:* Anna\n*Date:* Monday, 3 May 2021\n*Subject:* Lamp\n\nTheirs.", "ohhhq"},
    // Two lines that look like fields are none.
    {"From: here on it is quiet.\nTo: be honest, I am tired.\n\nMine.", "ooo"},
};

TEST_CASE("Outlook's header block begins the quotation, in seven languages") {
  for (const Row& row : kBlocks) {
    CAPTURE(row.text);
    CHECK(Voices(row.text) == row.voices);
  }
}

constexpr Row kRows[] = {
    {"", ""},
    {"\n\n\n", ""},
    {"Mine.\n> Theirs.\n>> Older.\n> > > Oldest.\nMine.\n> Theirs.\nMine.", "oqqqoqo"},
    // Wrapped attributions.
    {"Mine.\n\nOn Monday, May 3, 2021 at 10:05 AM Anna Berg of the Harbour Lamps\nShop "
     "<anna@shop.example> wrote:\n> Theirs.",
     "ohhq"},
    {"Mine.\n\nAm Montag, dem 03.05.2021 um 10:05 +0200 schrieb Anna Berg von\nder Lampenstube am "
     "Hafen:\n> Theirs.",
     "ohhq"},
    {"Mine.\nOn Mon, May 3, 2021 at 10:05 AM\nAnna Berg <anna@shop.example> wrote:\n> Theirs.",
     "ohhq"},
    {"I sent 12 of them.\nOn Mon, May 3, 2021 at 10:05 AM Anna\n<anna@shop.example>\nwrote:\n> "
     "Theirs.",
     "ohhhq"},
    {"Mine.\n\nOn Thu, 31 Mar 2016 at 11:16 Anna\n\n<\nmailto:Anna <anna@shop.example>\n> "
     "wrote:\n\nTheirs.",
     "ohhhhq"},
    // Without a word of writing, a colon, or a language that anybody knows.
    {"Mine.\n\n2021-05-03 10:05 GMT+02:00 Anna <anna@shop.example>:\n\nTheirs.", "ohq"},
    {"Mine.\n\n2021-05-03 10:05 GMT+02:00 Anna\n\nTheirs.", "ohq"},
    {"Mine.\n\n03.05.2021, 10.05, \"Anna\" <anna@shop.example>:\nTheirs.", "ohq"},
    {"Mine.\n\nOn Mon, 3 May 2021 10:05:43 +0200 Anna <anna@shop.example> wrote\n\nTheirs.", "ohq"},
    {"Mine.\n\n---- On Mon, 3 May 2021 10:05:43 +0200 Anna <anna@shop.example> wrote ----\n\n"
     "Theirs.",
     "ohq"},
    {"Mine.\n\nMaanantai 3.5.2021 klo 10:05 Anna sanoi:\n> Theirs.\nMine.", "ohqo"},
    // With nothing above it and marks further down the answer is between.
    {"On 2021-05-03 10:05, Anna wrote:\n\nMine, above it all.\n\n> Theirs.\n", "hoq"},
    // Marks of other kinds.
    {"Mine.\n\n2021/5/3 Anna <anna@shop.example>\n\n| Theirs.\n| More.\n|\n", "ohqq"},
    {"On Mon, 3 May 2021, Anna wrote:\nAB> Theirs.\nAB> More.\nMine.", "hqqo"},
    {"| a | b |\n| 1 | 2 |\n| 3 | 4 |\n", "ooo"},
    // At the end, nothing below.
    {"Mine.\n\nOn Mon, May 3, 2021 at 10:05 AM Anna <anna@shop.example> wrote:\n", "oh"},
    // A sentence that ends like one.
    {"Last week you wrote:\nthat is not possible.\nBut it is.", "ooo"},
    {"On Monday you wrote:\n> Theirs.\nMine.", "hqo"},
    // Help desks.
    {"##- Please type your reply above this line -##\n\nMine.\n\n---------------------------------"
     "-------------\n\nAnna Berg, May 20, 2018, 07:08\n\nTheirs.\n",
     "mohhq"},
    {"—-—-—-—\nAntworten Sie oberhalb dieser Zeile.\n\nMine.", "mmo"},
    {"-- Por favor, responda por encima de esta línea --\n\nMine.", "mo"},
    // An answer above it, and what it answers below.
    {"Yes, it is the blue one.\n\n##- Please type your reply above this line -##\n\nTheirs.",
     "omq"},
    {"Harbour Lamps\n##- Please type your reply above this line -##\n\nMine.", "omo"},
    {"The amount above this line is wrong.", "o"},
    // All that the desk says may stand below such a heading.
    {"##- Please type your reply above this line -##\n\n------------------------------------------"
     "----\n\nAnna Berg, May 20, 2018, 07:08\n\nMine.\n\n------------------------------------------"
     "----\n\nTom, May 19, 2018, 07:08\n\nTheirs.\n",
     "mhhohhq"},
    {"Your request (48213) has been updated. To add a comment, reply to this email.\n\n"
     "----------------------------------------------\n\nAnna Berg, May 20, 2018, 07:08\n\nMine.\n\n"
     "----------------------------------------------\n\nTom, May 19, 2018, 07:08\n\nTheirs.\n",
     "ohhohhq"},
    // Signatures.
    {"Mine.\n-- \nAnna\nHarbour Lamps\n> Theirs.", "osssq"},
    {"Mine.\n\nVon meinem iPhone gesendet\n", "os"},
    {"Mine.\n\n--------------------------------\nThis email is a service from Harbour Lamps.\n",
     "omb"},
    // A program that wrapped marked lines.
    {"> This sentence of theirs was longer than the line that the program allowed and\nso it "
     "broke.\n> More.\nMine.",
     "qqqo"},
    // Far from the margin it is no mark.
    {"a\n        > b\n", "oo"},
};

TEST_CASE("marks, wrapped attributions, signatures, markers of help desks") {
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(Voices(row.text) == row.voices);
  }
}

TEST_CASE("marks come off and are counted") {
  const std::vector<TextLine> lines = ReadLines("> > two\n>>> three  \nnone\n>\n");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].text == "two");
  CHECK(lines[0].depth == 2);
  CHECK(lines[1].text == "three");
  CHECK(lines[1].depth == 3);
  CHECK(lines[2].depth == 0);
  CHECK(lines[3].text.empty());
  CHECK(lines[3].depth == 1);
}

TEST_CASE("hostile text takes time in proportion to its length") {
  constexpr size_t kSize = 1000000;
  CHECK(ReadLines(std::string(kSize, '>')).size() == 1);
  CHECK(ReadLines(std::string(kSize, '\n')).size() == kSize);
  std::string text;
  for (size_t i = 0; i < kSize / 5; ++i) text += "----\n";
  CHECK(ReadLines(text).size() == kSize / 5);
  text.clear();
  for (size_t i = 0; i < kSize / 10; ++i) text += "From: wrote:\n";
  CHECK(ReadLines(text).size() == kSize / 10);
}

}  // namespace
}  // namespace threadlint::mail
