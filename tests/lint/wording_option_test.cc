// Wording of the user's, through the library.
#include "../support/temp_folder.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

namespace threadlint {
namespace {

// A customer states something, and the desk then says `sentence`.
std::string MailWith(std::string_view sentence) {
  return "From x Thu May  2 09:00:00 2024\n"
         "From: Ada <ada@mail.example>\nTo: Desk <desk@shop.example>\nSubject: Kettle\n"
         "Date: Thu, 2 May 2024 09:00:00 +0000\nMessage-ID: <a1@mail.example>\n\n"
         "Hello, my kettle is broken. The kiln mark is 4471-B.\n\n"
         "From x Fri May  3 09:00:00 2024\n"
         "From: Desk <desk@shop.example>\nReply-To: <desk+81c2a7@shop.example>\n"
         "To: Ada <ada@mail.example>\nSubject: Re: Kettle\n"
         "Date: Fri, 3 May 2024 09:00:00 +0000\nMessage-ID: <d1@shop.example>\n"
         "In-Reply-To: <a1@mail.example>\nReferences: <a1@mail.example>\n\n" +
         std::string(sentence) + "\n\n";
}

Report LintWith(std::string_view sentence, std::string_view wording) {
  const test::TempFolder folder;
  Options options;
  options.paths = {folder.Write("mail.mbox", MailWith(sentence))};
  options.support_domains = {"shop.example"};
  options.jobs = 1;
  if (!wording.empty()) options.wording = {{"own.wording", std::string(wording)}};
  return Lint(options);
}

bool Finds(const Report& report, std::string_view rule) {
  return std::ranges::any_of(report.findings, [&](const Finding& f) { return f.rule->id == rule; });
}

TEST_CASE("a phrase and a noun of the user's make a finding") {
  constexpr std::string_view kAsks = "Hello, we long for the kiln mark.";
  constexpr std::string_view kWording =
      "language en\nrequest we long for {thing}\n  + We long for the number.\n"
      "wants identifier number: kiln mark,\n";
  CHECK_FALSE(Finds(LintWith(kAsks, ""), "TL301"));
  CHECK(Finds(LintWith(kAsks, kWording), "TL301"));
}

TEST_CASE("an error in a wording file ends it before any input is read") {
  Options options;
  options.paths = {"/nowhere/at/all"};
  options.wording = {{"own.wording", "language en\nplane x\n"}};
  std::string error;
  try {
    Lint(options);
  } catch (const std::invalid_argument& e) {
    error = e.what();
  }
  CHECK(error.starts_with("own.wording:2: 'plane' is no keyword"));
}

TEST_CASE("a pattern that takes too long becomes a note, and ends nothing") {
  // One engine sees at once that it stands there; the other tries all the other ways first.
  const std::string hard = "Hello, " + std::string(40, 'a') + ".";
  const Report report = LintWith(hard, "language en\nnegated (?:(?:a+)+b|a{9,})\n  + aab\n");
  REQUIRE(report.inputs.size() == 1);
  const auto notes =
      std::ranges::count(report.inputs[0].notes, InputNoteKind::kWording, &InputNote::kind);
  CHECK(notes == 1);
  CHECK_FALSE(report.incomplete);
  const Report without = LintWith(hard, "");
  CHECK(std::ranges::count(without.inputs[0].notes, InputNoteKind::kWording, &InputNote::kind) ==
        0);
}

}  // namespace
}  // namespace threadlint
