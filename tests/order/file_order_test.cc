// The report is made of what the mails say: the order of the files shows in nothing but their
// names.
#include "../cases/desk_generator.h"
#include "../support/temp_folder.h"
#include "../support/text_output.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint {
namespace {

using Mails = std::vector<std::string>;

// The files are read in the order of their names.
std::string JsonOf(const Mails& mails, const std::vector<size_t>& order) {
  const test::TempFolder folder;
  for (size_t place = 0; place < order.size(); ++place)
    folder.Write(fmt::format("{:05}.eml", place), mails[order[place]]);
  Options options;
  options.paths = {folder.path().string()};
  options.all = true;
  options.jobs = 1;
  const Report report = Lint(options);
  REQUIRE(report.messages == mails.size());
  std::string json = test::JsonOf(report);
  const std::string path = folder.path().string();
  for (size_t at = 0; (at = json.find(path, at)) != std::string::npos;) json.erase(at, path.size());
  for (size_t at = 0; (at = json.find(".eml", at)) != std::string::npos; ++at)
    json.replace(at - 5, 5, "#####");
  return json;
}

// Tells where two reports part, instead of printing both.
std::string Difference(const std::string& a, const std::string& b) {
  const auto [at, unused] = std::ranges::mismatch(a, b);
  if (at == a.end() && a.size() == b.size()) return {};
  const auto place = static_cast<size_t>(at - a.begin());
  const size_t from = place - std::min<size_t>(place, 80);
  return a.substr(from, 160) + "\n---\n" + b.substr(from, 160);
}

void CheckAllOrders(const Mails& mails) {
  std::vector<size_t> order(mails.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const std::string forward = JsonOf(mails, order);
  std::ranges::reverse(order);
  CHECK(Difference(forward, JsonOf(mails, order)) == "");
  std::mt19937 random(11);
  for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  CHECK(Difference(forward, JsonOf(mails, order)) == "");
}

Mails Demo() {
  std::ifstream file(THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  Mails out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find("\nFrom - ", at), text.size() - 1);
    const size_t begin = text.find('\n', at) + 1;  // behind the separator
    out.push_back(text.substr(begin, end + 1 - begin));
    at = end + 1;
  }
  return out;
}

std::string Mail(int i, std::string_view head, std::string_view subject, std::string_view text) {
  return fmt::format(
      "{}Date: Mon, {} Apr 2024 10:00:00 +0000\nMessage-ID: <f{}@mail.example>\nSubject: "
      "{}\n\n{}\n",
      head, 1 + i, i, subject, text);
}

// What may be told from several mails, each in another spelling or from another side.
Mails SeveralSpellings() {
  constexpr std::string_view kAda = "From: ada@mail.example\nTo: service@shop.example\n";
  const auto desk = [](std::string_view reply_to) {
    return fmt::format("From: service@shop.example\nTo: ada@mail.example\nReply-To: {}\n",
                       reply_to);
  };
  return {
      Mail(0, kAda, "Lamp", "It is cracked."),
      Mail(1, desk("service+abcdef12@shop.example"), "Re: Lamp", "We look into it."),
      Mail(2, desk("service+ABCDEF12@shop.example"), "Re: Lamp", "It takes longer."),
      Mail(3, desk("billing+abcdef12@shop.example"), "Re: Lamp", "Accounts have it now."),
      Mail(4, desk("service@shop.example"), "Re: Lamp", "We are done."),
      Mail(5, kAda, "Chair", "It is ticket 4711, is it not?"),
      Mail(6, kAda, "[Ticket #4711] Chair", "It is ticket 4711."),
      Mail(6, kAda, "[#4711] Chair", "It is ticket #4711."),
      Mail(7, desk("service@shop.example"), "[#4711] Chair", "Your ticket: #4711."),
  };
}

TEST_CASE("any order of the files gives the same report") {
  const Mails demo = Demo();
  REQUIRE(demo.size() > 5);
  CheckAllOrders(demo);
  CheckAllOrders(SeveralSpellings());
  for (const test::TokenCustom custom :
       {test::TokenCustom::kPerContact, test::TokenCustom::kPerMail, test::TokenCustom::kStaticTag,
        test::TokenCustom::kMixed}) {
    test::DeskPlan plan;
    plan.custom = custom;
    plan.headers = test::ReplyHeaders::kNone;
    plan.change_one = custom == test::TokenCustom::kPerContact;
    plan.customers = 20;
    CAPTURE(Name(custom));
    CheckAllOrders(test::MakeDesk(plan).mails);
  }
}

}  // namespace
}  // namespace threadlint
