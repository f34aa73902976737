// What 'threadlint reply --output json' writes is what its schema says.
#include "../support/temp_folder.h"
#include "../support/text_output.h"
#include "report/reply.h"
#include "violations.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace threadlint {
namespace {

bool Fits(const nlohmann::json& reply) {
  return test::Violations(reply, "src/report/threadlint-reply.v1.schema.json").empty();
}

TEST_CASE("replies as JSON fit their schema, to whatever case") {
  Options options;
  const test::TempFolder folder;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox",
                   THREADLINT_SOURCE_DIR "/testdata/every/every.mbox",
                   folder.Write("friends.eml",
                                "From: ada@mail.example\nTo: ben@post.example\nSubject: Lunch\n"
                                "Message-ID: <1@mail.example>\n\nTomorrow?\n")};
  options.all = true;
  const Report report = Lint(options);
  REQUIRE(report.set.cases.size() > 5);
  bool without = false;
  nlohmann::json with;
  for (uint32_t i = 0; i < report.set.cases.size(); ++i) {
    test::TextOutput out;
    report::WriteJsonReply(report, report::MakeReply(report, i), {}, out);
    const nlohmann::json reply = nlohmann::json::parse(out.text);
    CHECK(Fits(reply));
    without = without || reply["answer"].is_null();
    if (!reply["answer"].is_null()) with = reply;
  }
  CHECK(without);
  REQUIRE(with.is_object());
  with["now"]["mails"] = 0;
  CHECK_FALSE(Fits(with));  // the schema is no mere formality
}

}  // namespace
}  // namespace threadlint
