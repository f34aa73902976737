#include "verdict/redact_names.h"

#include "mail/link_fold.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::verdict {
namespace {

// A customer with a name like any, one whose name is two words, an agent, a desk.
NameTable MakeTable() {
  NameTable out(mail::FoldText);
  const NameIndex ada = out.Add("Customer-1", true);
  out.AddName(ada, "Zoë Brückner");
  out.AddName(out.Add("Customer-2", true), "Will May");
  out.AddName(out.Add("Agent-1", false), "Refund Baker");
  const NameIndex desk = out.Add("Desk-1", false);
  out.AddName(desk, "Halvorsen Home Support");
  out.AddName(out.Add("Agent-2", false), "Jo Li");
  return out;
}

std::string Masked(std::string_view text) {
  const NameTable table = MakeTable();
  std::string out;
  size_t at = 0;
  for (const verdict::Masked& m :
       table.Find(text, {}, [](const std::string&) { return std::string("Other-1"); })) {
    out.append(text.substr(at, m.begin - at)).append(m.with);
    at = m.end;
  }
  return out.append(text.substr(at));
}

TEST_CASE("Names and their parts, in any case and spelling") {
  CHECK(Masked("Zoë Brückner wrote") == "Customer-1 wrote");
  CHECK(Masked("regards, zoe") == "regards, Customer-1");
  CHECK(Masked("BRÜCKNER, ZOË") == "Customer-1");
  CHECK(Masked("Zoe Brueckner's sofa") == "Customer-1's sofa");
  CHECK(Masked("see /u/zoe.brueckner/7") == "see /u/Customer-1/7");
  CHECK(Masked("Dear Ms Brückner,") == "Dear Ms Customer-1,");
  CHECK(Masked("Z. Brückner") == "Customer-1");
  CHECK(Masked("Brücknerstraße") == "Brücknerstraße");
}

TEST_CASE("Names that are words stay words") {
  CHECK(Masked("Will you pay? It may rain in May 2025.") ==
        "Will you pay? It may rain in May 2025.");
  CHECK(Masked("I will call you on 3 May.") == "I will call you on 3 May.");
  CHECK(Masked("Dear Will, yours is Will May.") == "Dear Customer-2, yours is Customer-2.");
  CHECK(Masked("I spoke to Will yesterday") == "I spoke to Customer-2 yesterday");
  CHECK(Masked("Your refund is due. Refund by card.") == "Your refund is due. Refund by card.");
  CHECK(Masked("the baker next door; ask Mr Baker") == "the baker next door; ask Mr Agent-1");
  CHECK(Masked("our support at home") == "our support at home");
  CHECK(Masked("Halvorsen Home") == "Desk-1");
  CHECK(Masked("I wrote to Halvorsen twice") == "I wrote to Desk-1 twice");
  CHECK(Masked("Jo") == "Agent-2");
  CHECK(Masked("Jo Li") == "Agent-2");
}

TEST_CASE("Names that nobody is known by are found where one is introduced") {
  CHECK(Masked("Our neighbour, Mrs Adaeze Okonkwo, was there") ==
        "Our neighbour, Mrs Other-1, was there");
  CHECK(Masked("in the name of Efe Adeyemi-Brückner, or") == "in the name of Other-1, or");
  CHECK(Masked("Dear customer, dear Sir or Madam,") == "Dear customer, dear Sir or Madam,");
  CHECK(Masked("My name is Ines van der Holm.") == "My name is Other-1.");
  CHECK(Masked("Sehr geehrte Damen und Herren,") == "Sehr geehrte Damen und Herren,");
  CHECK(Masked("Dear Team, hello again") == "Dear Team, hello again");
}

}  // namespace
}  // namespace threadlint::verdict
