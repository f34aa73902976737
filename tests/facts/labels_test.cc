// What values are said of, in whole mails read with the built-in English wording.
#include "facts/language.h"
#include "facts/read.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace threadlint::facts {
namespace {

// "value: what it is said of" for each value that is stated, with " | " between them; "value:"
// where nothing is named.
std::string StatedIn(std::string_view text) {
  MailFacts mail;
  mail.subject = "Re: your question";
  mail.written = 1748779200;  // 1 June 2025
  const std::string raw = "Subject: Re: your question\r\n\r\n" + std::string(text);
  const Reading reading = ReadMail(mail::Body(raw), mail, Languages::BuiltIn());
  std::string out;
  for (const Fact& fact : reading.facts) {
    if (fact.kind != FactKind::kStated) continue;
    const Value& value = reading.values[fact.value];
    const std::string of =
        fact.thing.words == 0
            ? ""
            : " " + std::string(text.substr(fact.thing.at.begin, fact.thing.at.length));
    out += fmt::format("{}{}:{}", out.empty() ? "" : " | ", text.substr(value.begin, value.length),
                       of);
  }
  return out;
}

TEST_CASE("a value is said of the label nearest to it") {
  CHECK(StatedIn("The excess is £250.") == "£250: excess");
  CHECK(StatedIn("A closure fee of £30 applies.") == "£30: closure fee");
  CHECK(StatedIn("There is a £30 closure fee.") == "£30: closure fee");
  CHECK(StatedIn("£30 fee!") == "£30: fee");
  CHECK(StatedIn("Your appointment is on 12 June.") == "12 June: appointment");
  CHECK(StatedIn("Your warranty is 24 months.") == "24 months: warranty");
  CHECK(StatedIn("The maximum weight is 75 kg.") == "75 kg: maximum weight");
  CHECK(StatedIn("The interest rate is 4.1%.") == "4.1%: interest rate");
  CHECK(StatedIn("Your gate is B12.") == "B12: gate");
}

TEST_CASE("of two values in a sentence each has its own label") {
  CHECK(StatedIn("The settlement is £1,840 less your excess of £150.") ==
        "£1,840: settlement | £150: excess");
  CHECK(StatedIn("The rent is £950 and our deposit £1,200.") == "£950: rent | £1,200: deposit");
  CHECK(StatedIn("We charge a £40 deposit and a £15 cleaning fee.") ==
        "£40: deposit | £15: cleaning fee");
  // Only a value of the same kind takes a label away.
  CHECK(StatedIn("The fee for 3 months is £20.") == "3 months: | £20: fee");
}

TEST_CASE("a label is of its own clause") {
  CHECK(StatedIn("Deadline is 5 June; on 9 June we are away.") == "5 June: Deadline | 9 June:");
  CHECK(StatedIn("The fee? £30.") == "£30:");
  CHECK(StatedIn("Here is what we have written down (the fee) 3 times: £30.") == "£30:");
}

TEST_CASE("a label far away names nothing") {
  const std::string far =
      "The fee that somebody had told you and him and her and us and them and me about is £30.";
  CHECK(StatedIn(far) == "£30:");
}

TEST_CASE("without a label it is the noun before the verb") {
  CHECK(StatedIn("The fit is €165.") == "€165: fit");
  CHECK(StatedIn("Fit and tuning is €165.") == "€165: tuning");
  CHECK(StatedIn("It is €165.") == "€165:");
  CHECK(StatedIn("You pay €165.") == "€165:");
}

TEST_CASE("a noun that only says that it is a value counts if there is no other") {
  CHECK(StatedIn("The amount is £61.") == "£61: amount");
  CHECK(StatedIn("The settlement amount is £40.").starts_with("£40: settlement"));
  CHECK(StatedIn("The amount of the settlement is £40.") == "£40: settlement");
}

TEST_CASE("what is stated is not asked, but a value is stated in a question too") {
  // The rules leave questions out; the reading keeps them.
  CHECK(StatedIn("Is the fee £30?") == "£30: fee");
  CHECK(StatedIn("Thank you for your mail.") == "");
}

}  // namespace
}  // namespace threadlint::facts
