// Every phrase that is built in finds its examples, and nothing else stands in its files.
#include "facts/check_wording.h"
#include "facts/language.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace threadlint::facts {
namespace {

TEST_CASE("the built-in files have no errors, and every example is right") {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& [name, text] : BuiltInWordings()) files.emplace_back(name, text);
  REQUIRE_FALSE(files.empty());
  for (const CheckedWording& file : CheckWordings(files, true)) {
    CHECK(file.phrases > 0);
    CHECK(file.examples >= file.phrases);
    for (const WordingError& error : file.errors) {
      CAPTURE(error.file);
      CAPTURE(error.line);
      CAPTURE(error.text);
      FAIL_CHECK("a built-in wording file is wrong");
    }
  }
}

TEST_CASE("files are called by the code of their language") {
  for (const auto& [name, text] : BuiltInWordings()) CHECK(name.starts_with(LanguageOf(text)));
}

}  // namespace
}  // namespace threadlint::facts
