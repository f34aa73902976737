// What counts as said of the state of a thing, in sentences between two people.
#include "facts/language.h"
#include "facts/read.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace threadlint::facts {
namespace {

// "refund.issued" of what the sentence claims, of the thing if it names one: "parcel.sent". Claims
// of the topic alone.
std::string Claims(std::string_view topic, std::string_view sentence) {
  const std::string head = "From: desk@shop.example\nSubject: Re: x\n\n";
  const Languages& languages = Languages::BuiltIn();
  const std::string raw = fmt::format("{}{}\n", head, sentence);
  const Reading reading = ReadMail(mail::Body(raw), MailFacts{}, languages);
  std::string out;
  for (const Fact& fact : reading.facts) {
    if (fact.kind != FactKind::kClaim) continue;
    const std::string_view name = languages.topics().Name(fact.state);
    if (!name.starts_with(fmt::format("{}.", topic))) continue;
    out += fmt::format("{}{}", out.empty() ? "" : " ", name);
    if (fact.thing.words > 0)
      out += fmt::format(" [{}]", sentence.substr(fact.thing.at.begin, fact.thing.at.length));
  }
  return out;
}

TEST_CASE("the same verb is said of a thing, or denied of it") {
  CHECK(Claims("act", "Your prescription has been dispensed.") == "act.done [Your prescription]");
  CHECK(Claims("act", "Your prescription has not been dispensed.") ==
        "act.undone [Your prescription]");
  CHECK(Claims("act", "No engineer has been booked.") == "act.undone [engineer]");
  CHECK(Claims("act", "We cannot replace the lamp.") == "act.refused [the lamp.]");
}

TEST_CASE("of several things before a verb the last is meant, behind it the first") {
  CHECK(Claims("act", "Hi Anna, we have your form and your parcel has been dispatched.") ==
        "act.done [your parcel]");
  CHECK(Claims("act", "We have replaced the lamp and closed the case.") == "act.done [the lamp]");
}

TEST_CASE("what is only supposed is not claimed") {
  CHECK(Claims("act", "We will write once the parcel has been dispatched.").empty());
  CHECK(Claims("act", "The parcel may have been lost.").empty());
  CHECK(Claims("act", "The courier says the parcel was delivered.").empty());
  CHECK(Claims("act", "I can't see that this has been escalated.") == "act.undone");
  CHECK(Claims("act", "I can confirm that the parcel was delivered.") == "act.done [the parcel]");
}

TEST_CASE("a condition limits what is to come and what is the rule, not what has been") {
  CHECK(Claims("refund", "We will refund you when it is back.").empty());
  CHECK(Claims("refund", "It is back; your refund was issued, write if it does not come.") ==
        "refund.issued");
  CHECK(Claims("cover", "Glass is not covered.") == "cover.no [Glass]");
  CHECK(Claims("cover", "Glass is not covered unless you pay for it.").empty());
}

TEST_CASE("a word that denies before the thing is not passed over") {
  CHECK(Claims("booking", "No visit is scheduled for you.") == "booking.none");
  CHECK(Claims("allow", "No dogs are allowed.") == "allow.no [dogs]");
}

TEST_CASE("what stands before the question is stated") {
  const std::string text = "From: a@b.example\nSubject: Re: x\n\nIt is available, can I book it?\n";
  const Reading reading = ReadMail(mail::Body(text), MailFacts{}, Languages::BuiltIn());
  CHECK(std::ranges::any_of(reading.facts, [](const Fact& f) {
    return f.kind == FactKind::kClaim && f.state == StateOf("room.yes") && f.stated;
  }));
}

}  // namespace
}  // namespace threadlint::facts
