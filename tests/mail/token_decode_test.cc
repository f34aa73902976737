#include "mail/token_decode.h"

#include "mail/token_words.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace threadlint::mail;

namespace {

std::string Decode(std::string_view decode, std::vector<std::string_view> groups) {
  groups.insert(groups.begin(), "whole");
  return TokenKey(decode).Of(groups).value_or("(none)");
}

}  // namespace

TEST_CASE("templates") {
  CHECK(Decode("$1", {"a"}) == "a");
  CHECK(Decode("$2#$1", {"a", "b"}) == "b#a");
  CHECK(Decode("$1$9", {"a"}) == "a");
  CHECK(Decode("$0", {}) == "whole");
  CHECK(Decode("x$", {"a"}) == "x$");
  CHECK(Decode("$1", {""}) == "(none)");
  CHECK_THROWS_AS(TokenKey("unheard-of"), std::invalid_argument);
  CHECK_THROWS_AS(TokenKey(""), std::invalid_argument);
}

TEST_CASE("numbers") {
  CHECK(Decode("number", {"0012345"}) == "12345");
  CHECK(Decode("number", {"000"}) == "0");
  CHECK(Decode("number", {"00-12"}) == "00-12");
}

TEST_CASE("osTicket's packed numbers") {
  CHECK(Decode("osticket", {"BQAAAAwAAAAHAAAAVZ0BAgMF"}) == "7");
  CHECK(Decode("osticket", {"BQAAAAwAAAAHAQAAVZ0BAgMF"}) == "263");  // little-endian
  CHECK(Decode("osticket", {"BQAAAAwAAAD/////VZ0BAgMF"}) == "4294967295");
  CHECK(Decode("osticket", {"BQAAAAwAAAAHAAAAAZ0BAgMF"}) == "(none)");  // no type
  CHECK(Decode("osticket", {"BQAA"}) == "(none)");
}

TEST_CASE("GitHub's packed numbers") {
  CHECK(Decode("github-hex", {"0cd403e0"}) == "215221216");
  CHECK(Decode("github-hex", {"0cd4zz"}) == "(none)");
  CHECK(Decode("github-base32", {"AAODILY723EPW4FZ4DOMMY536LEIFEVBNHHB5BTT7M"}) == "512127995");
  CHECK(Decode("github-base32", {"aaodily723epw4fz4dommy536leifevbnhhb5btt7m"}) == "512127995");
  CHECK(Decode("github-base32", {"AAODILY723EPW4FZ4DOMMY536LEIFEVBNHHB5BTT"}) == "(none)");
  CHECK(Decode("github-base32", {"AA0"}) == "(none)");
  CHECK(Decode("github-base32", {"AAAA"}) == "(none)");
  CHECK(Decode("github-thread", {"a/b", "pull", "12"}) == "a/b#12");
  CHECK(Decode("github-thread", {"a/b", "commit", "0ab1"}) == "a/b/0ab1");
  CHECK(Decode("github-thread", {"a/b", "issues", "0ab1"}) == "(none)");
}

TEST_CASE("repaired hashes") {
  CHECK(Decode("repaired-hash", {"12l", "o123abcd"}) == "121-0123abcd");
  CHECK(Decode("repaired-hash", {"12", "01.23a_bcd"}) == "12-0123abcd");
  CHECK(Decode("repaired-hash", {"abc", "01234567"}) == "(none)");
  CHECK(Decode("repaired-hash", {"12", "0123456x"}) == "(none)");
  CHECK(Decode("repaired-hash", {"12", "0123"}) == "(none)");
}

TEST_CASE("labels") {
  CHECK(Decode("labelled", {": ", "0123"}) == "123");
  CHECK(Decode("labelled", {" ", "12345"}) == "12345");
  CHECK(Decode("labelled", {" ", "1234"}) == "(none)");
  CHECK(Decode("labelled", {" ", "MIG-2207"}) == "MIG-2207");
  CHECK(Decode("labelled", {" ", "rtx4090"}) == "(none)");
  CHECK(Decode("labelled", {"", "12345"}) == "(none)");
  CHECK(Decode("labelled", {": ", "2024"}) == "(none)");
  CHECK(Decode("labelled", {": ", "2024-05-03"}) == "(none)");
  CHECK(Decode("labelled", {" nr ", "AB-1234"}) == "AB-1234");
}

TEST_CASE("tags") {
  CHECK(Decode("rt-tag", {"Help Desk", "700"}) == "Help Desk#700");
  CHECK(Decode("rt-tag", {"Support", "0123"}) == "Support#123");
  CHECK(Decode("rt-tag", {"Ticket", "12345"}) == "(none)");
  CHECK(Decode("rt-tag", {"Your Order", "12345"}) == "(none)");
  CHECK(Decode("rt-tag", {"Vol. 3", "12345"}) == "(none)");
}

TEST_CASE("words that count other things") {
  CHECK(IsStandardsBody("UTF"));
  CHECK_FALSE(IsStandardsBody("SYS"));
  CHECK(CountsOtherThings("PATCH v2"));
  CHECK(CountsOtherThings("customer-order"));
  CHECK_FALSE(CountsOtherThings("Border control"));
  CHECK_FALSE(CountsOtherThings(""));
  CHECK(LooksLikeDate("1999"));
  CHECK(LooksLikeDate("2024-12"));
  CHECK_FALSE(LooksLikeDate("2024-13"));
  CHECK_FALSE(LooksLikeDate("2024-1234567"));
  CHECK_FALSE(LooksLikeDate("2100"));
  CHECK_FALSE(LooksLikeDate("20241"));
  CHECK_FALSE(LooksLikeDate("202"));
}
