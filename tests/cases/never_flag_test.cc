// What a desk does with its tokens by custom is no break: a wrong accusation costs more than a
// missed one.
#include "../support/sanitized.h"
#include "../support/temp_folder.h"
#include "desk_generator.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint {
namespace {

using test::DeskPlan;
using test::ReplyHeaders;
using test::TokenCustom;

constexpr std::array kHeaders = {ReplyHeaders::kWhole, ReplyHeaders::kInReplyTo,
                                 ReplyHeaders::kNone};
// Sanitizers look at the same paths through the program, ten times slower.
constexpr uint32_t kSeeds = test::kSanitized ? 1 : 4;

// "TL101 id", one finding of the families TL1 and TL2 each.
std::vector<std::string> BreaksFound(const std::vector<std::string>& mails) {
  const test::TempFolder folder;
  std::string mbox;
  for (const std::string& mail : mails)
    mbox += "From MAILER Mon Apr  1 10:00:00 2024\n" + mail + "\n";
  Options options;
  options.paths = {folder.Write("mail.mbox", mbox)};
  options.select = {"TL1", "TL2"};
  const Report report = Lint(options);
  // Else nothing was looked at, and silence would mean nothing.
  REQUIRE(report.messages == mails.size());
  const auto written_by = [&](Side side) {
    return std::ranges::count(report.set.messages, side, &CaseMessage::side);
  };
  REQUIRE(written_by(Side::kAgent) > 0);
  REQUIRE(written_by(Side::kCustomer) > 0);
  REQUIRE(written_by(Side::kUnknown) == 0);
  std::vector<std::string> out;
  for (const Finding& f : report.findings)
    out.push_back(
        fmt::format("{} {}", f.rule->id, report.mail[report.mail.messages[f.message].message_id]));
  return out;
}

std::string Describe(const DeskPlan& plan) {
  return fmt::format("{}, {}, {} titles, {}, seed {}", Name(plan.custom), Name(plan.headers),
                     plan.same_title ? "the same" : "different",
                     plan.acknowledges ? "acknowledged" : "not acknowledged", plan.seed);
}

template <typename Check>
void ForEachPlan(TokenCustom custom, const Check& check) {
  for (const ReplyHeaders headers : kHeaders)
    for (const bool same_title : {false, true})
      for (const bool acknowledges : {false, true})
        for (uint32_t seed = 1; seed <= kSeeds; ++seed) {
          DeskPlan plan;
          plan.custom = custom;
          plan.headers = headers;
          plan.same_title = same_title;
          plan.acknowledges = acknowledges;
          plan.seed = seed;
          check(plan);
        }
}

void CheckSilent(const DeskPlan& plan) {
  const std::vector<std::string> found = BreaksFound(test::MakeDesk(plan).mails);
  CAPTURE(Describe(plan));
  CHECK(fmt::format("{}", fmt::join(found, "; ")) == "");
}

TEST_CASE("a token a contact is no break") { ForEachPlan(TokenCustom::kPerContact, CheckSilent); }

TEST_CASE("a token a mail is no break") { ForEachPlan(TokenCustom::kPerMail, CheckSilent); }

TEST_CASE("a static tag is no break") { ForEachPlan(TokenCustom::kStaticTag, CheckSilent); }

TEST_CASE("a desk without a custom breaks nothing") {
  ForEachPlan(TokenCustom::kMixed, CheckSilent);
}

TEST_CASE("one changed token among stable ones is found, and nothing else") {
  ForEachPlan(TokenCustom::kPerContact, [](DeskPlan plan) {
    // Without reply headers, and under a title that everybody has, nothing ties the mail to its
    // case.
    if (plan.headers == ReplyHeaders::kNone && plan.same_title) return;
    plan.change_one = true;
    const test::MadeDesk desk = test::MakeDesk(plan);
    REQUIRE(!desk.changed_id.empty());
    CAPTURE(Describe(plan));
    CHECK(fmt::format("{}", fmt::join(BreaksFound(desk.mails), "; ")) ==
          "TL101 " + desk.changed_id);
  });
}

}  // namespace
}  // namespace threadlint
