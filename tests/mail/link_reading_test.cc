#include "mail/link_reading.h"

#include "mail/link_figures.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {
namespace {

TokenCatalogue Catalogue() {
  TokenScheme scheme;
  scheme.name = "made-up";
  scheme.vendor = "Made up";
  scheme.place = TokenPlace::kBody;
  scheme.space = "made-up";
  scheme.pattern = "thread-mark:([0-9a-z]{6})";
  scheme.decode = "$1";
  scheme.example = "thread-mark:ab12cd";
  scheme.key = "ab12cd";
  return TokenCatalogue({scheme});
}

LinkReading Read(std::string_view mail) {
  static const TokenCatalogue catalogue = Catalogue();
  return ReadForLinks(Body(mail), catalogue);
}

LinkReading ReadText(std::string_view text) {
  return Read("Content-Type: text/plain; charset=utf-8\n\n" + std::string(text));
}

bool Share(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](uint64_t hash) { return std::find(b.begin(), b.end(), hash) != b.end(); });
}

constexpr std::string_view kWords =
    "Hello,\n\nthe green lamp was delivered without its shade, although the box says \"complete "
    "set\". I don't see why I should pay for another one!\n\nAnna";

// The same words as mail programs quote them.
constexpr std::string_view kQuotations[] = {
    // as they are
    "No.\n\nOn Mon, 3 May 2021 at 10:05, Anna <anna@post.example> wrote:\n> Hello,\n>\n> the green "
    "lamp was delivered without its shade, although the box says \"complete set\". I don't see why "
    "I should pay for another one!\n>\n> Anna\n",
    // wrapped, deeper, without blanks behind the marks
    "No.\n\nAm 03.05.21 um 10:05 schrieb Anna:\n>> Hello,\n>>\n>>the green lamp was delivered "
    "without its shade, although the\n>>box says \"complete set\". I don't see why I should "
    "pay\n>>for another one!\n>>\n>> Anna\n",
    // typographic signs, a hard blank, bold
    "No.\n\n-----Original Message-----\nFrom: Anna\nSent: Monday, May 3, 2021 10:05 AM\nTo: "
    "Lamps\nSubject: Lamp\n\nHello,\n\nthe green\xC2\xA0lamp was delivered without its *shade*, "
    "although the box says “complete set”. I don’t see why I should pay for another one!\n",
    // at the margin below a rule
    "No.\n\n----------------------------------------------\n\nAnna, May 3, 2021, "
    "10:05\n\nHello,\n\n"
    "the green lamp was delivered without its shade, although the box says \"complete set\".\n",
};

TEST_CASE("own words are found again however they are quoted") {
  const LinkReading own = ReadText(kWords);
  CHECK(own.has_text);
  CHECK(own.own_lines.size() == 2);
  CHECK(own.quoted_lines.empty());
  for (const std::string_view quotation : kQuotations) {
    CAPTURE(quotation);
    const LinkReading answer = ReadText(quotation);
    CHECK(Share(answer.quoted_lines, own.own_lines));
    CHECK_FALSE(Share(answer.own_lines, own.own_lines));
  }
}

TEST_CASE("HTML and encoded quotations agree with plain ones") {
  const LinkReading own = ReadText(kWords);
  const LinkReading html = Read(
      "Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
      "<div>No.</div><div class=3D\"gmail_quote\"><div>On Mon, 3 May 2021 at 10:05, Anna &lt;<a "
      "href=3D\"mailto:anna@post.example\">anna@post.example</a>&gt; wrote:<br></div><blockquote>"
      "<p>Hello,</p><p>the green lamp was delivered without=\n its <b>shade</b>, although the box "
      "says &quot;complete&nbsp;set&quot;. I don&#39;t see why I should pay for another "
      "one!</p></blockquote></div>");
  CHECK(html.quoted_lines == own.own_lines);
  CHECK(html.own_lines.empty());
  const LinkReading base64 = Read(
      "Content-Transfer-Encoding: base64\n\n"
      "PiB0aGUgZ3JlZW4gbGFtcCB3YXMgZGVsaXZlcmVkIHdpdGhvdXQgaXRzIHNoYWRlLCBhbHRob3VnaCB0"
      "aGUgYm94IHNheXMgImNvbXBsZXRlIHNldCIuCg==\n");
  CHECK(Share(base64.quoted_lines, own.own_lines));
}

TEST_CASE("accents composed or not, and other scripts, give the same") {
  CHECK(Share(ReadText("Die grüne Lampe wurde ohne Schirm geliefert.").own_lines,
              ReadText("> Die gru\xCC\x88ne Lampe wurde\n> ohne Schirm geliefert.").quoted_lines));
  CHECK(Share(ReadText("Лампа пришла без абажура и без кабеля.").own_lines,
              ReadText("> Лампа пришла без\n> абажура и без кабеля.").quoted_lines));
  CHECK_FALSE(Share(ReadText("Лампа пришла без абажура и без кабеля.").own_lines,
                    ReadText("> Лампа пришла вовремя, но без кабеля.").quoted_lines));
}

TEST_CASE("greetings, closings and receipts are hashed in no mail") {
  const LinkReading reading = ReadText(
      "Sehr geehrte Damen und Herren,\n\nvielen Dank für Ihre Nachricht.\n\nMit freundlichen "
      "Grüßen\nIhr Lampenhaus Kundenservice\n");
  CHECK(reading.own_lines.empty());
  CHECK(reading.has_text);
}

TEST_CASE("numbers and tokens know whose they are") {
  const LinkReading reading = ReadText(
      "My order W871286 is late.\n\n-- \nthread-mark:ab12cd\n\nOn Mon, 3 May 2021 at 10:05, Lamps "
      "<lamps@shop.example> wrote:\n> about W871286 and #51689515\n> thread-mark:ef34gh\n");
  REQUIRE(reading.numbers.size() == 2);
  CHECK(reading.numbers[0].value == "W871286");
  CHECK(reading.numbers[0].labelled);
  CHECK_FALSE(reading.numbers[0].quoted);
  CHECK(reading.numbers[1].value == "51689515");
  CHECK(reading.numbers[1].quoted);
  REQUIRE(reading.own_tokens.size() == 1);
  CHECK(reading.own_tokens[0].key == "ab12cd");
  REQUIRE(reading.quoted_tokens.size() == 1);
  CHECK(reading.quoted_tokens[0].key == "ef34gh");
}

constexpr std::string_view kFigures = "I paid 1.249,90 euros for the whole set on 3/5/2024.";

TEST_CASE("sentences that differ in their numbers alone have one skeleton") {
  const LinkReading reading = ReadText(kFigures);
  REQUIRE(reading.own_figures.size() == 1);
  CHECK(reading.quoted_figures.empty());
  const FigureSentence own = reading.own_figures.front();
  CHECK(own.hash == reading.own_lines.at(0));
  CHECK(own.letters == 26);

  const auto quoted = [](std::string_view text) {
    const LinkReading answer = ReadText("No.\n\n> " + std::string(text));
    REQUIRE(answer.quoted_figures.size() == 1);
    CHECK(answer.own_figures.empty());
    return answer.quoted_figures.front();
  };
  const FigureSentence same = quoted("I paid *1.249,90* euros for\n> the whole set on 3/5/2024.");
  CHECK(same.skeleton == own.skeleton);
  CHECK(same.hash == own.hash);
  const FigureSentence less = quoted("I paid 249 euros for the whole set on 3/5/2024.");
  CHECK(less.skeleton == own.skeleton);
  CHECK(less.hash != own.hash);
  // Another word, and a number more, as a damaged encoding makes one.
  CHECK(quoted("I paid 249 pounds for the whole set on 3/5/2024.").skeleton != own.skeleton);
  CHECK(quoted("I paid 249%20 euros for the whole set on 3/5/2024.").skeleton != own.skeleton);
}

TEST_CASE("numbers that programs make, and short sentences, are not kept") {
  for (const std::string_view text : {
           "I paid 12 for a lamp.",
           "I need no lamp at all, and no shade either? 3.",
           "Active Devices : 3 Working : 4 Failed : 0 Spare : 1 Total : 5 Left : 2",
           "drive_encryption.c has 362 lines more than before, and so on",
           "2) I paid twelve euros for the lamp from your page.",
           "I paid twelve euros for the lamp from your page[3].",
           "The lamp was paid with my card ************1111.",
           "The lamp was paid with my card, 4111XXXX, in your shop.",
           "Am 3. Mai 2024 um 10:05 hat die liebe Anna folgendes notiert:",
           "Anna Berg anna@post.example notierte gestern Abend um 10:05",
       }) {
    CAPTURE(text);
    CHECK(ReadText(text).own_figures.empty());
    CHECK(ReadText("> " + std::string(text) + "\n>\n> Kind regards\n").quoted_figures.empty());
  }
}

TEST_CASE("a number on which the quotation ends may be cut") {
  const std::string text = "The number of my order at your shop is 48871286";
  CHECK(ReadText(text).own_figures.size() == 1);
  CHECK(ReadText("No.\n\n> " + text).quoted_figures.empty());
  CHECK(ReadText("No.\n\n> " + text + ".").quoted_figures.size() == 1);
  CHECK(ReadText("No.\n\n> " + text + "\n>\n> Anna").quoted_figures.size() == 1);
}

TEST_CASE("what stands over a quotation is not in it") {
  const LinkReading reading = ReadText(
      "No.\n\n-----Original Message-----\nFrom: Anna Berg with a long name\nSent: Monday, May 3, "
      "2021 10:05 AM\nTo: The customer service of the lamps\nSubject: Lamp 4711 and its shade of "
      "glass\n\nThe green lamp was delivered without its shade.\n");
  CHECK(reading.quoted_lines.size() == 1);
  CHECK(reading.quoted_figures.empty());
}

TEST_CASE("a sentence with numbers is found again in the text") {
  const std::string text =
      "No, not this time.\n\n> Hello,\n> I paid 249 euros for the\n> whole set on "
      "3/5/2024. And now?\n";
  const FigureSentence figures = ReadText(text).quoted_figures.at(0);
  const Passage found = FindFigures(text, LineVoice::kQuoted, figures.skeleton);
  CHECK(found.text == "Hello, I paid 249 euros for the whole set on 3/5/2024.");
  CHECK(text.substr(found.begin, found.line_length) == "Hello,");
  CHECK(FindFigures(text, LineVoice::kOwn, figures.skeleton).text.empty());
}

TEST_CASE("receipts and pleas to rate are told") {
  CHECK(ReadText("We have received your request and will answer soon.").acknowledges);
  CHECK(ReadText("Your request was closed. How did we do?").asks_for_rating);
  const LinkReading answer = ReadText("We have received your request. The lamp was sent today.");
  CHECK_FALSE(answer.acknowledges);
  CHECK_FALSE(answer.asks_for_rating);
}

constexpr std::string_view kReport =
    "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\nContent-Type: "
    "multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nI am sorry.\n\n--b\n"
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n--b\n";
constexpr std::string_view kReturned =
    "From: anna@post.example\nMessage-ID: <one@post.example>\nIn-Reply-To: "
    "<two@shop.example>\nReferences: <three@shop.example>\n <two@shop.example>\nSubject: Lamp\n\n";
const std::vector<std::string> kIds = {"one@post.example", "two@shop.example",
                                       "three@shop.example"};

std::string Bounce(std::string_view type) {
  return std::string(kReport) + "Content-Type: " + std::string(type) + "\n\n" +
         std::string(kReturned) + "\n--b--\n";
}

TEST_CASE("a bounce gives the ids of the mail it returns") {
  CHECK(Read(Bounce("message/rfc822")).returned_ids == kIds);
  CHECK(Read(Bounce("text/rfc822-headers")).returned_ids == kIds);
  CHECK(Read("From: Mail Delivery System <Mailer-Daemon@mx.example>\nSubject: failed\n\nA message "
             "that you sent could not be delivered.\n\n------ This is a copy of the message. "
             "------\n\n" +
             std::string(kReturned) + "Hello.\n")
            .returned_ids == kIds);
  // An attached mail that somebody forwards, and a mail that speaks of an id, return nothing.
  CHECK(Read("From: Anna <anna@post.example>\nContent-Type: message/rfc822\n\n" +
             std::string(kReturned) + "Hello.\n")
            .returned_ids.empty());
  CHECK(ReadText("Message-ID: <one@post.example>\n").returned_ids.empty());
}

TEST_CASE("damaged and empty mails are read as far as they go") {
  CHECK_FALSE(Read("").has_text);
  CHECK_FALSE(Read("From: a@post.example\n\n").has_text);
  CHECK_FALSE(Read("From: a@post.example\n\n \n\t\n").has_text);
  CHECK(Read("\n\nJust a text.").has_text);
  CHECK(Read("Content-Type: multipart/mixed\n\nno boundary, but a text").has_text);
  const std::string bounce = Bounce("message/rfc822");
  for (size_t length = 0; length < bounce.size(); ++length)
    CHECK(Read(bounce.substr(0, length)).returned_ids.size() <= kIds.size() + 1);  // one may be cut
  CHECK(Read("Content-Type: text/plain; charset=utf-8\n\n\xFF\xFE> \xC3\n> \xE2\x80").has_text);
}

TEST_CASE("ten megabytes and deep quotation take time in proportion") {
  constexpr size_t kSize = size_t{10} << 20;
  std::string text = "About order W871286 I wrote to you twice already.\n";
  for (size_t i = 0; text.size() < kSize; ++i)
    text += "> Line " + std::to_string(i) + " of a log that somebody pasted without need.\n";
  const LinkReading log = ReadText(text);
  CHECK(log.own_lines.size() == 1);
  CHECK(log.quoted_lines.size() <= 256);
  CHECK(log.numbers.at(0).value == "W871286");
  CHECK(ReadText(std::string(kSize, '>')).has_text);
  CHECK(ReadText(std::string(kSize, '.')).own_lines.empty());
  CHECK(ReadText(std::string(kSize, 'x')).own_lines.size() == 1);
  std::string quotes;
  for (size_t i = 0; quotes.size() < kSize; ++i) quotes += "\" ";
  CHECK(ReadText(quotes).own_lines.empty());
  std::string html = "Content-Type: text/html\n\n";
  for (size_t i = 0; html.size() < kSize; ++i) html += "<blockquote>";
  CHECK_FALSE(Read(html).has_text);
}

}  // namespace
}  // namespace threadlint::mail
