// The reading of sets for the program calibrate, on a set of three cases.
#include "calibrate/judged.h"

#include "../support/temp_folder.h"
#include "calibrate/table.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace threadlint::accuracy {
namespace {

std::string Mail(std::string_view id, std::string_view from, std::string_view to, int day,
                 std::string_view parent, std::string_view text) {
  const std::string name(id), sender(from), date = std::to_string(day) + " May 2024 09:00:00 +0000";
  std::string out = "From x Thu May  2 09:00:00 2024\nFrom: " + sender +
                    "\nTo: " + std::string(to) + "\nSubject: Kettle\nDate: " + date +
                    "\nMessage-ID: <" + name + ">\n";
  if (sender.starts_with("desk@"))
    out += "Reply-To: desk+81c2a7" + name.substr(0, 1) + "@shop.example\n";
  if (!parent.empty()) out += "In-Reply-To: <" + std::string(parent) + ">\n";
  return out + "\n" + std::string(text) + "\n\n";
}

// A case in which the desk asks for what it was given, of which the letter is the name.
std::string AskedAgain(std::string_view letter) {
  const std::string x(letter), customer = x + "@mail.example", desk = "desk@shop.example";
  return Mail(x + "1@mail.example", customer, desk, 2, "",
              "Hello, my kettle leaks. My order number is KT-55102.") +
         Mail(x + "2@shop.example", desk, customer, 3, x + "1@mail.example",
              "Thank you for writing. Could you please tell us your order number?") +
         Mail(x + "3@mail.example", customer, desk, 4, x + "2@shop.example",
              "As I wrote: it is KT-55102.");
}

class Set {
 public:
  // `labels`: what stands in the label lists of the three cases.
  explicit Set(const std::string (&labels)[3]) {
    std::string set, map, mail;
    for (size_t i = 0; i < 3; ++i) {
      const std::string x(1, static_cast<char>('a' + i));
      set += R"({"case": ")" + x + R"(", "labels": [)" + labels[i] + "]}\n";
      for (int n = 1; n <= 3; ++n)
        map += R"({"case": ")" + x + R"(", "n": )" + std::to_string(n) + R"(, "message_id": "<)" +
               x + std::to_string(n) + (n == 2 ? "@shop" : "@mail") + ".example>\"}\n";
      mail += AskedAgain(x);
    }
    paths_ = {folder_.Write("set.jsonl", set), folder_.Write("map.jsonl", map),
              folder_.Write("mail.mbox", mail)};
  }
  JudgedSet Judge(const Readers& readers = {},
                  const std::set<std::string, std::less<>>& rules = {}) const {
    return JudgeAuthored(paths_, rules, readers);
  }

 private:
  test::TempFolder folder_;
  AuthoredPaths paths_;
};

size_t Count(const JudgedSet& set, Judgement judgement, bool clean) {
  size_t count = 0;
  for (const JudgedFinding& f : set.findings)
    if (f.rule == "TL301" && f.judgement == judgement && f.clean == clean) ++count;
  return count;
}

const std::string kLabel = R"({"kind": "repeated-request-answered", "at": 2, "refers_to": 1})";
const std::string kElsewhere = R"({"kind": "promise-missed", "at": 3, "refers_to": 2})";
const std::string kUnclear =
    R"({"kind": "repeated-request-answered", "at": 2, "refers_to": 9, "unclear": true})";

TEST_CASE("authored: a finding is right by kind, message and what it rests on") {
  const JudgedSet set = Set({kLabel, "", kElsewhere}).Judge();
  CHECK(set.defective == 2);
  CHECK(set.clean == 1);
  CHECK(set.findings.size() == 3);
  CHECK(Count(set, Judgement::kRight, false) == 1);
  CHECK(Count(set, Judgement::kWrong, false) == 1);
  CHECK(Count(set, Judgement::kWrong, true) == 1);
}

TEST_CASE("authored: other places and kinds of a label are as good, unclear ones neither way") {
  const JudgedSet set =
      Set({R"({"kind": "denial-of-receipt", "alt_kinds": ["repeated-request-answered"], "at": 3, )"
           R"("refers_to": 2, "alt": [[2, 1]]})",
           kUnclear, kUnclear + "," + kElsewhere})
          .Judge();
  CHECK(set.defective == 2);
  CHECK(set.clean == 0);
  CHECK(set.left_out == 1);
  CHECK(Count(set, Judgement::kRight, false) == 1);
  CHECK(Count(set, Judgement::kLeftOut, false) == 1);
  CHECK(set.findings.size() == 2);  // nothing of the unclear case
}

TEST_CASE("authored: rules that the set is not labelled for are judged by readers alone") {
  const Set files({kElsewhere, "", ""});
  JudgedSet set = files.Judge({}, {"TL501"});
  CHECK(Count(set, Judgement::kLeftOut, false) == 1);
  CHECK(Count(set, Judgement::kUnread, true) == 2);
  Readers readers;
  for (const JudgedFinding& f : set.findings)
    if (f.line.ends_with("(b 2)")) readers[f.line.substr(0, 16)] = Judgement::kRight;
  REQUIRE(readers.size() == 1);
  set = files.Judge(readers, {"TL501"});
  CHECK(Count(set, Judgement::kRight, true) == 1);
  CHECK(Count(set, Judgement::kUnread, true) == 1);
}

TEST_CASE("the table says what was counted, and what it shows") {
  const std::vector<JudgedSet> sets = {Set({kLabel, kLabel, ""}).Judge()};
  const std::string table = TableOf(sets, {});
  CHECK(table.find("set.jsonl: 2 defective cases, 1 clean ones") != std::string::npos);
  CHECK(table.find("TL3 (TL301, TL302, TL303)\n") != std::string::npos);
  CHECK(table.find("2          0      1            0.03  ") != std::string::npos);
  CHECK(table.find("nothing found") != std::string::npos);
  CHECK(WrongOnes(sets).find("wrong clean") != std::string::npos);
}

TEST_CASE("what readers say is a fingerprint and a word") {
  const test::TempFolder folder;
  const Readers readers =
      ReadReaders(folder.Write("read", "# all\n0a right\n\n0b wrong  # so\n0c unclear\n"));
  CHECK(readers.size() == 3);
  CHECK(readers.at("0a") == Judgement::kRight);
  CHECK(readers.at("0c") == Judgement::kLeftOut);
  CHECK_THROWS_AS(ReadReaders(folder.Write("bad", "0a maybe\n")), std::runtime_error);
  CHECK_THROWS_AS(ReadReaders(folder.path() / "none"), std::runtime_error);
}

}  // namespace
}  // namespace threadlint::accuracy
