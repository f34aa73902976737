#include "mail/reference_number.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace threadlint::mail {
namespace {

// "VALUE" unlabelled, "VALUE!" labelled, "VALUE!*" labelled and standing; blank-separated.
std::string Shown(std::string_view text) {
  std::string out;
  for (const ReferenceNumber& number : NumbersIn(text)) {
    if (!out.empty()) out += ' ';
    out += number.value;
    if (number.labelled) out += '!';
    if (number.standing) out += '*';
  }
  return out;
}

struct Row {
  std::string_view text, numbers;
};

constexpr Row kShapes[] = {
    {"about W871286, please", "W871286"},
    {"your order W871286", "W871286!"},
    {"Re: ORD-68840225", "ORD-68840225"},
    {"(ab-123456)", "AB-123456"},
    {"INV 2024-00123", "INV2024-00123!"},
    {"INV-2024-00123 is wrong", "INV-2024-00123"},
    {"Rechnung zu 2024-7118818 fehlt", "2024-7118818!"},
    {"2024-7118818", "2024-7118818"},
    {"#51689515", "51689515!"},
    {"pedido#5418745", "5418745!"},
    {"commande n°836801", "836801!"},
    {"commande n° 836801.", "836801!"},
    {"pedido nº 836801", "836801!"},
    {"Order No. 836801", "836801!"},
    {"102-5239268-9612243", "102-5239268-9612243"},
    {"Refund of 771608", "771608!"},
    {"7716081", "7716081"},
    {"tracking RR123456785DE", "RR123456785DE!"},
    {"booking reference ZQ7H4K", "ZQ7H4K!"},
    {"Auftrag 2024/00123", "2024/00123!"},
    {"Order 123 456 789 is late", "123456789!"},
    {"orders 771608 and 771609", "771608! 771609!"},
    {"771608, again 771608", "771608"},
    {"reference ABC/071026/99120", "ABC/071026/99120!"},
};

TEST_CASE("numbers are found in the shapes people use") {
  for (const Row& row : kShapes) {
    CAPTURE(row.text);
    CHECK(Shown(row.text) == row.numbers);
  }
}

constexpr Row kLabels[] = {
    {"my order from last week, 44120, is", "44120!"},
    {"Bestellnummer: 44120", "44120!"},
    {"Bestell-Nr. 44120", "44120!"},
    {"Auftragsnr.44120", "44120!"},
    {"Ihre Bestellung vom Montag (44120)", "44120!"},
    {"la facture 44120", "44120!"},
    {"numéro de commande : 44120", "44120!"},
    {"mi reserva 44120", "44120!"},
    {"número de siniestro 44120", "44120!"},
    {"l'ordine 44120", "44120!"},
    {"la fattura n. 44120", "44120!"},
    {"prenotazione 44120", "44120!"},
    {"mijn bestelling 44120", "44120!"},
    {"zaaknummer 44120", "44120!"},
    {"a minha encomenda 44120", "44120!"},
    {"a fatura nº 44120", "44120!"},
    {"Schadennummer 044120", "044120!"},
    {"claim 044120", "044120!"},
    {"your case 44120", "44120!"},
    {"RMA 44120", "44120!"},
    {"Kundennummer 44120", "44120!*"},
    {"contract no. 441207", "441207!*"},
    {"Police 441207", "441207!*"},
    {"order\n44120", "44120!"},
    {"order\n\n44120", ""},
    {"The order is late. 44120", "44120!"},
    {"The order is late. I paid 44120", ""},
    {"44120", ""},
    {"I saw the order and then looked for it in all of the 44120", ""},
};

TEST_CASE("words in seven languages label short numbers") {
  for (const Row& row : kLabels) {
    CAPTURE(row.text);
    CHECK(Shown(row.text) == row.numbers);
  }
}

constexpr std::string_view kNone[] = {
    "",
    "on 2021-07-04 at 15:25",
    "on 04/07/2021",
    "04.07.2021",
    "20210704",
    "2021-07",
    "between 2019-2023",
    "EUR 123456",
    "123456 EUR",
    "the refund of £123456",
    "123456,78 €",
    "1.234.567,89",
    "order total 12345.50",
    "Tel. 0301234567",
    "Phone: 555-123-4567",
    "Mobile +49 171 1234567",
    "+4917112345678",
    "call me on 4412077",
    "030 1234567",
    "0171 123 4567",
    "my number is 07700 900 118",
    "10115 Berlin",
    "send my order to 10115 Berlin",
    "https://shop.example/order/51689515",
    "shop.example/orders/51689515",
    "no-reply-51689515@shop.example",
    "<51689515.771608@mail.example>",
    "IBAN DE89370400440532013000",
    "VAT no. 123456789",
    "USt-IdNr. DE123456789",
    "100000%",
    "123456 kWh",
    "ISO-27001 and RFC5322 and CVE-2021-44228",
    "article 4412077",
    "version 4.2.12",
    "192.168.100.200",
    "1234567890123456789012345678901234567890",
    "COVID-19, WH-1000XM5, A4",
    "000000",
};

TEST_CASE("dates, amounts, telephone numbers, addresses and the like are none") {
  for (const std::string_view text : kNone) {
    CAPTURE(text);
    CHECK(Shown(text) == "");
  }
}

TEST_CASE("a number of the own text stays the own text's, and a later label counts") {
  std::vector<ReferenceNumber> numbers;
  AddNumbers("about 771608", false, numbers);
  AddNumbers("your order 771608 and 771609", true, numbers);
  REQUIRE(numbers.size() == 2);
  CHECK_FALSE(numbers[0].quoted);
  CHECK(numbers[0].labelled);
  CHECK(numbers[1].quoted);
}

TEST_CASE("a list of numbers is cut, and takes time in proportion to its length") {
  std::string text;
  for (int i = 0; i < 300000; ++i) text += std::to_string(1000000 + i) + "\n";
  CHECK(NumbersIn(text).size() == kMostNumbers);
  CHECK(NumbersIn(std::string(2000000, '7')).empty());
  CHECK(NumbersIn(std::string(2000000, '#')).empty());
  std::string dashes;
  for (int i = 0; i < 500000; ++i) dashes += "1-";
  CHECK(NumbersIn(dashes).empty());
}

}  // namespace
}  // namespace threadlint::mail
