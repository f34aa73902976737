#include "verdict/pseudonyms.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace threadlint::verdict {
namespace {

TEST_CASE("Without a key they are counted") {
  Pseudonyms p("");
  CHECK(p.Numbered("Customer", "person", "ada@post.example") == "Customer-1");
  CHECK(p.Numbered("Agent", "person", "jo@shop.example") == "Agent-1");
  CHECK(p.Numbered("Customer", "person", "bo@post.example") == "Customer-2");
  CHECK(p.Numbered("Other", "person", "ada@post.example") == "Customer-1");
  CHECK(p.Lettered("order", "number", "4471") == "order#A");
  CHECK(p.Lettered("phone", "phone", "4471") == "phone#B");
  CHECK(p.Lettered("order", "number", "4471") == "order#A");
  for (int i = 2; i < 26; ++i) p.Lettered("order", "number", "x" + std::to_string(i));
  CHECK(p.Lettered("order", "number", "27th") == "order#AA");
}

TEST_CASE("With a key they are the same in every run, and others with another") {
  Pseudonyms a("one secret"), b("one secret"), c("another one");
  b.Numbered("Customer", "person", "bo@post.example");
  const std::string name = a.Numbered("Customer", "person", "ada@post.example");
  CHECK(name == b.Numbered("Customer", "person", "ada@post.example"));
  CHECK(name != c.Numbered("Customer", "person", "ada@post.example"));
  CHECK(name.starts_with("Customer-"));
  CHECK(name.size() == std::string("Customer-").size() + 8);
  std::set<std::string> codes;
  for (int i = 0; i < 1000; ++i) codes.insert(a.Code("person", std::to_string(i), 8));
  CHECK(codes.size() == 1000);
}

}  // namespace
}  // namespace threadlint::verdict
