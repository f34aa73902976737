#include "lint/find_secrets.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint {
namespace {

// The text with what was found in brackets, its kind before it.
std::string Marked(std::string_view text) {
  using verdict::SecretKind;
  std::string out;
  size_t at = 0;
  for (const verdict::Secret& s : FindSecrets(text)) {
    if (s.kind == SecretKind::kMaybeNumber) continue;
    std::string kind(s.what);
    if (s.kind == SecretKind::kEmail) kind = "mail";
    if (s.kind == SecretKind::kUrl) kind = "link";
    if (s.kind == SecretKind::kFile) kind = "file";
    if (s.kind == SecretKind::kPostal) kind = "address";
    if (s.kind == SecretKind::kPhone) kind = "phone";
    out.append(text.substr(at, s.begin - at)).append(kind + "[");
    out.append(text.substr(s.begin, s.length)).append("]");
    at = size_t{s.begin} + s.length;
  }
  return out.append(text.substr(at));
}

// Each row is the text with its marks; the test takes them out and puts them back.
constexpr std::string_view kRows[] = {
    "Write to mail[ada.verne@post.example], or mail[o'neill+x@host].",
    "my order order[112-3456789-0123456] has not come",
    "Order number order[112 3456789 0123456].",
    "IBAN account[GB82 WEST 1234 5698 7654 32], please",
    "IBAN account[GB82WEST12345698765432], please",
    "my card card[4111 1111 1111 1111] was charged £12.50 on 3 May 2024",
    "the card ending card[4471]",
    "account, a/c account[5501 7724]",
    "call me on phone[07700 900461] after 5 pm",
    "call me on phone[+44 7700 900461] after 5 pm",
    "our claims line on phone[0808 157 0182], from 9 to 5",
    "claim claim[HH-4471-8823], invoice invoice[RE-2024-00917]",
    "The delivery address was address[7 Ravenscar Terrace, Whitby YO90 9ZX].",
    "Please send it to address[Am Alten Markt 3, 99998 Neudorf], and call",
    "mieszkam: address[ul. Zielona 14, 99-417 Nowe Pole].",
    "see file[invoice-brueckner-4471.pdf] and link[https://shop.example/o/8823?u=ada]",
};

std::string WithoutMarks(std::string_view marked) {
  std::string out;
  for (size_t i = 0; i < marked.size(); ++i) {
    size_t end = i;
    while (end < marked.size() && marked[end] >= 'a' && marked[end] <= 'z') ++end;
    if (end > i && end < marked.size() && marked[end] == '[') {
      i = end;
    } else if (marked[i] != ']') {
      out += marked[i];
    }
  }
  return out;
}

TEST_CASE("Addresses and numbers are found in running text") {
  for (const std::string_view marked : kRows) CHECK(Marked(WithoutMarks(marked)) == marked);
}

TEST_CASE("What says when, how much or how long stays") {
  for (const std::string_view text :
       {"The fee is £1,249.00, not 60 EUR, by Friday, 6 June 2025, between 9 and 12.",
        "within 14 days, 30 cm, 5 years, version 4.2.1, 12 % off, 2025-06-11 at 08:20:12",
        "20 messages can no longer be tied to the 12 before by that address.",
        "Am 12.05.2024 um 14:30 Uhr, 1.840,00 €", "It weighs 12345 kg.",
        "in the years 2023 2024, and 2024-2025"})
    CHECK(Marked(text) == text);
}

TEST_CASE("A number is equal however it is grouped") {
  const auto normal = [](std::string_view text) {
    const auto found = FindSecrets(text);
    return found.empty() ? std::string() : found.front().normal;
  };
  CHECK(normal("order 112-3456789-0123456") == normal("order 112 3456789 0123456"));
  CHECK(normal("IBAN GB82 WEST 1234 5698 7654 32") == normal("IBAN GB82WEST12345698765432"));
  CHECK(normal("call +44 7700 900461") == normal("call 07700 900461"));
}

TEST_CASE("Long texts take no longer than they must") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "a.b@c.example 112-3456789 ,<'";
  CHECK(FindSecrets(text).size() >= 20'000);
}

}  // namespace
}  // namespace threadlint
