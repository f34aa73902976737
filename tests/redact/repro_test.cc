// A mailbox for a bug report shows the findings of its case and nothing of the people.
#include "lint/repro.h"

#include "secrets.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

namespace threadlint {
namespace {

const std::string kData = std::string(THREADLINT_SOURCE_DIR) + "/testdata/";

Options Of(const std::string& path) {
  Options out;
  out.paths = {path};
  out.all = true;
  return out;
}

Repro Make(const Options& options, uint32_t case_index) {
  return MakeRepro(options, [case_index](const Report&) { return std::optional(case_index); });
}

TEST_CASE("The findings of every rule show without a secret") {
  const Options options = Of(kData + "every/every.mbox");
  const std::vector<test::Secret> secrets = test::ReadSecrets(kData + "every/secrets.txt");
  REQUIRE(secrets.size() > 20);
  const size_t cases = Lint(options).set.cases.size();
  REQUIRE(cases > 1);
  uint64_t findings = 0, lost = 0;
  for (uint32_t c = 0; c < cases; ++c) {
    const Repro repro = Make(options, c);
    findings += repro.findings;
    lost += repro.lost.size();
    // A token that two people share is one by what all other cases of the export look like.
    for (const std::string& what : repro.lost) CHECK_MESSAGE(what.starts_with("TL105"), what);
    const auto forms = test::FormsOf(repro.mbox);
    for (const test::Secret& secret : secrets)
      CHECK_MESSAGE(!test::Holds(forms, secret.text), secret.text);
  }
  CHECK(findings >= 40);
  CHECK(lost <= 1);
}

TEST_CASE("Of the demo little can be read, and the same comes out each time") {
  Options options = Of(kData + "demo/larkspur.mbox");
  const Repro repro = Make(options, 0);
  CHECK(repro.found);
  CHECK(repro.lost.empty());
  CHECK(repro.findings == 7);
  CHECK(repro.mails <= repro.mails_of_case);
  for (const std::string_view text :
       {"Thorne", "Maria", "larkspur", "Larkspur", "LK-204", "7719036", "A3SC11E84PLJUR",
        "A1QX90Z2KKM4TD", "7c1f02aa", "postbox"})
    CHECK_MESSAGE(repro.mbox.find(text) == std::string::npos, text);
  CHECK(repro.mbox.find("You do not need to\nreturn the machine.") != std::string::npos);
  options.jobs = 3;
  CHECK(Make(options, 0).mbox == repro.mbox);
}

TEST_CASE("One rule needs less than all") {
  Options options = Of(kData + "demo/larkspur.mbox");
  options.select = {"TL101"};
  const Repro repro = Make(options, 0);
  CHECK(repro.findings == 1);
  CHECK(repro.lost.empty());
  CHECK(repro.whole_mails == 0);
  CHECK(repro.mbox.find("photos") == std::string::npos);
  CHECK(repro.mbox.find("refund") == std::string::npos);
}

TEST_CASE("A case that is not there gives nothing") {
  const Repro repro = MakeRepro(Of(kData + "demo/larkspur.mbox"),
                                [](const Report&) { return std::optional<uint32_t>(); });
  CHECK(!repro.found);
  CHECK(repro.mbox.empty());
}

}  // namespace
}  // namespace threadlint
