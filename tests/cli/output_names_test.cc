#include "cli/output_names.h"

#include "../support/temp_folder.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace threadlint::cli {
namespace {

TEST_CASE("a mailbox's path becomes the name of a file, and of nothing else") {
  CHECK(NameOfExport("Inbox.mbox") == "Inbox.mbox");
  CHECK(NameOfExport("./mail/Inbox.mbox") == "mail_Inbox.mbox");
  CHECK(NameOfExport("/srv/mail/u1/") == "srv_mail_u1");
  CHECK(NameOfExport("-") == "stdin");
  CHECK(NameOfExport("/") == "_");
  CHECK(NameOfExport("..") == "%2E.");
  CHECK(NameOfExport("../../etc/passwd") == "%2E._.._etc_passwd");
  CHECK(NameOfExport(".hidden") == "%2Ehidden");
  CHECK(NameOfExport("a b\n*?\\$(rm)%41") == "a%20b%0A%2A%3F%5C%24%28rm%29%2541");
  CHECK(NameOfExport("Büro 受信箱") == "Büro%20受信箱");
  CHECK(NameOfExport("bidi\u202e.mbox") == "bidi%E2%80%AE.mbox");
  CHECK(NameOfExport("latin\xe9.mbox") == "latin%E9.mbox");
}

TEST_CASE("patterns name a file for each export, in a folder that is there") {
  const test::TempFolder folder;
  const std::string at = folder.path().string() + "/";
  CHECK(IsPattern("x/{name}.json"));
  CHECK(IsPattern("{n}"));
  CHECK_FALSE(IsPattern("{Name}{nn}{}"));
  CHECK(IsNumbered("{name}-{n}"));
  CHECK_FALSE(IsNumbered("{name}"));
  using Paths = std::vector<std::string>;
  CHECK(ExpandPattern(at + "{name}.json", {"a", "./b/c"}) == Paths{at + "a.json", at + "b_c.json"});
  CHECK(ExpandPattern("{n}-{name}", {"a", "a/", "b"}) == Paths{"1-a", "2-a", "3-b"});
  CHECK(ExpandPattern("{n}", Paths(10, "x")).front() == "01");
  // What is put in is not looked at again.
  CHECK(ExpandPattern("{name}", {"{n}"}) == Paths{"%7Bn%7D"});
}

TEST_CASE("patterns that would lose a report are errors") {
  const test::TempFolder folder;
  const std::string at = folder.path().string();
  CHECK_THROWS_AS(ExpandPattern(at + "/{name}", {"a/b", "a_b"}), std::invalid_argument);
  CHECK_THROWS_AS(ExpandPattern(at + "/{name}", {"a", "a/"}), std::invalid_argument);
  CHECK_THROWS_AS(ExpandPattern(at + "/nosuch/{name}", {"a"}), std::invalid_argument);
  CHECK_THROWS_AS(ExpandPattern(at + "/{name}/report", {"a"}), std::invalid_argument);
  CHECK_THROWS_AS(ExpandPattern(at + "/{name}-{nr}", {"a"}), std::invalid_argument);
  CHECK_THROWS_AS(ExpandPattern("{name}", {std::string(300, 'x')}), std::invalid_argument);
  CHECK(ExpandPattern("{n}", {std::string(300, 'x')}) == std::vector<std::string>{"1"});
  CHECK_THROWS_AS(CheckPlaceholders("out/{Name}.json"), std::invalid_argument);
  CHECK_NOTHROW(CheckPlaceholders("out/{a b}{}{"));
}

}  // namespace
}  // namespace threadlint::cli
