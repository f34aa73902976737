// Which help desks the mail is with.
#include "../support/temp_folder.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace threadlint {
namespace {

std::string Mail(const std::string& from, const std::string& reply, const std::string& id) {
  return fmt::format(
      "From MAILER Mon Apr  1 10:00:00 2024\nFrom: {}\nReply-To: {}\nTo: kim@reader.example\n"
      "Date: Mon, 1 Apr 2024 10:00:00 +0000\nSubject: {}\nMessage-ID: <{}@x.example>\n"
      "X-Zendesk-From-Account-Id: 1\n\nHello.\n\n",
      from, reply, id, id);
}

std::string Found(const Report& report) {
  std::string out;
  for (const Counterpart& c : report.counterparts)
    out += fmt::format("{} {} {};", report.mail[c.address], c.messages, c.cases);
  return out;
}

TEST_CASE("help desks are counted by domain, those below a domain with it, the largest first") {
  const test::TempFolder folder;
  const std::string parcels =
      folder.Write("a.mbox", Mail("care@parcels.example", "care+P1@parcels.example", "parcel"));
  const std::string lamps = folder.Write(
      "b.mbox", Mail("help@lamps.example", "help+L1@lamps.example", "lamp") +
                    Mail("back@post.lamps.example", "back+R1@post.lamps.example", "return"));
  Options options;
  options.paths = {parcels, lamps};
  const std::string expected = "help@lamps.example 2 2;care@parcels.example 1 1;";
  CHECK(Found(Lint(options)) == expected);
  options.paths = {lamps, parcels};
  CHECK(Found(Lint(options)) == expected);
  // Who has named somebody sees him; if there is nobody, whom else there is.
  options.with = {"parcels.example"};
  CHECK(Found(Lint(options)).empty());
  options.with = {"nobody.example"};
  CHECK(Found(Lint(options)) == expected);
  options.redact = true;
  CHECK(Found(Lint(options)).find("lamps") == std::string::npos);
}

}  // namespace
}  // namespace threadlint
