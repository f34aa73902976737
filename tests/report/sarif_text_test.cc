#include "report/sarif_text.h"

#include "report/rule_sections.h"

#include <doctest/doctest.h>

namespace threadlint::report {
namespace {

TEST_CASE("mail cannot put links or placeholders into a message") {
  CHECK(SarifText("see [this](1) and [that](https://bad.example)") ==
        "see [this] (1) and [that] (https://bad.example)");
  CHECK(SarifText("[[a]](2)") == "[[a]] (2)");
  CHECK(SarifText("{0} {") == "{{0}} {{");
  CHECK(SarifText("a\x1b[31m\xe2\x80\xae") == "a\\x1b[31m\\u202e");
  CHECK(SarifText("[Ticket#12] Your lamp") == "[Ticket#12] Your lamp");
  CHECK(SarifOwnText("[the mail](1) {") == "[the mail](1) {{");
}

constexpr std::string_view kDocument =
    "## What it does\n\nFirst line\nof `code`. Second.\n\nAnother paragraph.\n\n"
    "- one\n  and more\n- two\n\n## Example\n\nText.\n";

TEST_CASE("sections of a rule's document") {
  CHECK(SectionOf(kDocument, "Example") == "Text.");
  CHECK(SectionOf(kDocument, "Nothing").empty());
  CHECK(PlainText(SectionOf(kDocument, "What it does")) ==
        "First line of code. Second.\nAnother paragraph.\n- one and more\n- two");
}

TEST_CASE("as many sentences as there is room for") {
  CHECK(FirstSentences("One. Two three. Four.", 100) == "One. Two three. Four.");
  CHECK(FirstSentences("One. Two three. Four.", 17) == "One. Two three.");
  CHECK(FirstSentences("One. Two three. Four.", 14) == "One.");
  CHECK(FirstSentences("One two three", 9) == "One");
}

}  // namespace
}  // namespace threadlint::report
