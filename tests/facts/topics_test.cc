// What can be said of a matter after something else was.
#include "facts/topics.h"

#include "facts/language.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::facts {
namespace {

constexpr std::string_view kTopics =
    "language xx Test\n"
    "status refund: promised issued refused\n"
    "policy parking: free charged\n"
    "progress refund: promised>issued\n"
    "impossible refund: issued>refused promised>refused\n"
    "reversal refund: refused>issued\n"
    "impossible parking: free>charged charged>free\n";

struct Made {
  std::vector<std::string> errors;  // "line: what"
  Topics topics;
};

Made Make(const std::vector<std::string>& texts) {
  std::vector<Wording> wordings(texts.size());
  std::vector<WordingError> errors;
  std::vector<const Wording*> pointers;
  for (size_t i = 0; i < texts.size(); ++i) {
    ReadWording(texts[i], fmt::format("f{}", i), wordings[i], errors);
    pointers.push_back(&wordings[i]);
  }
  REQUIRE(errors.empty());
  Made out;
  out.topics = Topics(pointers, errors);
  for (const WordingError& error : errors)
    out.errors.push_back(fmt::format("{}:{}: {}", error.file, error.line, error.text));
  return out;
}

using Errors = std::vector<std::string>;
Errors ErrorsOf(std::string_view lines) {
  return Make({std::string(kTopics) + std::string(lines)}).errors;
}

Passage Between(const Topics& topics, std::string_view earlier, std::string_view later) {
  return topics.Between(StateOf(earlier), StateOf(later));
}

TEST_CASE("passages go one way") {
  const Made made = Make({std::string(kTopics)});
  REQUIRE(made.errors.empty());
  const Topics& topics = made.topics;
  CHECK(Between(topics, "refund.promised", "refund.issued") == Passage::kProgress);
  CHECK(Between(topics, "refund.issued", "refund.promised") == Passage::kOpen);
  CHECK(Between(topics, "refund.issued", "refund.refused") == Passage::kImpossible);
  CHECK(Between(topics, "refund.refused", "refund.issued") == Passage::kReversal);
  CHECK(Between(topics, "refund.refused", "refund.promised") == Passage::kOpen);
  CHECK(Between(topics, "refund.issued", "refund.issued") == Passage::kOpen);
  CHECK(Between(topics, "refund.issued", "parking.charged") == Passage::kOpen);
  CHECK(Between(topics, "refund.issued", "refund.lost") == Passage::kOpen);
}

TEST_CASE("states know their names, their topics, and whether they are of a rule") {
  const Topics topics = Make({std::string(kTopics)}).topics;
  CHECK(topics.Name(StateOf("refund.issued")) == "refund.issued");
  CHECK(topics.Name(StateOf("refund.lost")).empty());
  CHECK(topics.TopicOf(StateOf("refund.issued")) == topics.TopicOf(StateOf("refund.refused")));
  CHECK(topics.TopicOf(StateOf("refund.issued")) != topics.TopicOf(StateOf("parking.free")));
  CHECK(topics.TopicOf(StateOf("refund.lost")) == 0);
  CHECK(topics.IsPolicy(StateOf("parking.free")));
  CHECK_FALSE(topics.IsPolicy(StateOf("refund.issued")));
}

TEST_CASE("a topic is called by its words") {
  const Made made = Make({std::string(kTopics) + "called refund: the refund\n"});
  REQUIRE(made.errors.empty());
  CHECK(made.topics.CalledOf(StateOf("refund.issued")) == "the refund");
  CHECK(made.topics.CalledOf(StateOf("parking.free")).empty());
  CHECK(Make({std::string(kTopics) + "called refunds: the refund\n"}).errors.size() == 1);
}

TEST_CASE("states hinge on a condition, or are of what was asked for") {
  const Made made =
      Make({std::string(kTopics) + "hinges refund: promised\nwished refund: refused\n"});
  REQUIRE(made.errors.empty());
  CHECK(made.topics.Hinges(StateOf("refund.promised")));
  CHECK(made.topics.Hinges(StateOf("parking.free")));  // as all that is the rule
  CHECK_FALSE(made.topics.Hinges(StateOf("refund.issued")));
  CHECK(made.topics.IsWished(StateOf("refund.refused")));
  CHECK_FALSE(made.topics.IsWished(StateOf("refund.issued")));
}

TEST_CASE("topics hold for all languages, whichever file declares them") {
  const Made made =
      Make({"language yy Other\nreversal refund: refused>promised\n"
            "claim parking.free: frei\n  + frei\n",
            std::string(kTopics)});
  CHECK(made.errors == Errors{});
  CHECK(Between(made.topics, "refund.refused", "refund.promised") == Passage::kReversal);
}

TEST_CASE("what is wrong is told with its file and line") {
  CHECK(ErrorsOf("") == Errors{});
  CHECK(ErrorsOf("progress refund: promised\n") ==
        Errors{"f0:8: 'promised' is no passage: write EARLIER>LATER, as in refused>issued"});
  CHECK(ErrorsOf("progress refund: promised>lost\n") ==
        Errors{"f0:8: there is no state 'refund.lost'"});
  // A state of another topic is none of this one.
  CHECK(
      ErrorsOf("impossible refund: free>charged\n") ==
      Errors{"f0:8: there is no state 'refund.free'", "f0:8: there is no state 'refund.charged'"});
  CHECK(ErrorsOf("impossible tickets: sent>lost\n").size() == 2);
}

TEST_CASE("a claim is of a state that is declared") {
  CHECK(ErrorsOf("claim refund.issued: money sent\n  + money sent\n") == Errors{});
  CHECK(ErrorsOf("claim refund.lost: money lost\n  + money lost\n") ==
        Errors{"f0:8: there is no state 'refund.lost': a line 'status TOPIC: states' or "
               "'policy TOPIC: states' declares it"});
  CHECK(ErrorsOf("claim issued: money sent\n  + money sent\n").size() == 1);
}

TEST_CASE("what the program brings has states that can contradict each other") {
  const Topics& topics = Languages::BuiltIn().topics();
  CHECK(Between(topics, "refund.issued", "refund.absent") == Passage::kImpossible);
  CHECK(Between(topics, "refund.promised", "refund.issued") == Passage::kProgress);
}

}  // namespace
}  // namespace threadlint::facts
