// Who signs a mail, and which names are those of departments.
#include "facts/signer.h"

#include "mail/own_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::facts {
namespace {

std::string SignerOf(std::string_view below, const Languages& languages = Languages::BuiltIn()) {
  const std::string text = "Your parcel has been sent.\n\nKind regards,\n" + std::string(below);
  const auto lines = mail::ReadLines(text);
  const auto signer = FindSigner(lines, languages);
  return signer ? std::string(*signer) : std::string();
}

TEST_CASE("the name below the closing signs, without what its bearer is") {
  CHECK(SignerOf("Anna Berg\n") == "Anna Berg");
  CHECK(SignerOf("Anna Berg, Customer Care\n") == "Anna Berg");
  CHECK(SignerOf("Anna Berg (Claims)\n") == "Anna Berg");
}

TEST_CASE("departments sign in the words of any language, and are nobody") {
  CHECK(SignerOf("Returns Department\n").empty());
  CHECK(SignerOf("Support Team\n").empty());
  // Whatever language is on: its file says so.
  CHECK(SignerOf("Larkspur GmbH\n").empty());
}

TEST_CASE("a file of the user names departments of his own") {
  using Files = std::vector<std::pair<std::string, std::string>>;
  constexpr std::string_view kName = "Waybill Watch\n";
  CHECK(SignerOf(kName) == "Waybill Watch");
  const Languages own(Files{{"own.wording", "language en\ntelltale hello\nteam waybill\n"}});
  CHECK(SignerOf(kName, own).empty());
  // Of a language that is off too.
  const Languages off(
      Files{{"zz.wording", "language zz Zorgish\nexperimental\ntelltale zor\nteam waybill\n"}});
  CHECK(SignerOf(kName, off).empty());
}

}  // namespace
}  // namespace threadlint::facts
