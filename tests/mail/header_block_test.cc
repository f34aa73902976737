#include "mail/header_block.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::mail {
namespace {

// "name=value" joined by "|"; folding shown as it is.
std::string Read(std::string_view block, uint32_t* bad_lines = nullptr) {
  HeaderBlock header;
  header.Parse(block);
  if (bad_lines != nullptr) *bad_lines = header.bad_lines;
  std::string out;
  for (const HeaderField& field : header.fields) {
    if (!out.empty()) out += "|";
    out += std::string(field.name) + "=" + std::string(field.value);
  }
  return out;
}

TEST_CASE("fields are ranges of the block") {
  struct {
    std::string_view block, read;
    uint32_t bad;
  } const rows[] = {
      {"", "", 0},
      {"A: 1\nB: 2\n", "A= 1|B= 2", 0},
      {"A: 1\r\nB: 2\r\n", "A= 1|B= 2", 0},
      {"A: 1\nB: 2", "A= 1|B= 2", 0},
      {"A: 1\n\t2\n 3\nB:\n", "A= 1\n\t2\n 3|B=", 0},
      {"A: 1\r\n 2\r\nB:x\r\n", "A= 1\r\n 2|B=x", 0},
      {"A : 1\n", "A= 1", 0},  // obsolete blank before the colon
      {"From me Fri May  3\nA: 1\n", "A= 1", 0},
      {"From  : me\nA: 1\n", "From= me|A= 1", 0},
      {">From me Fri May  3\nFrom me\nA: 1\n", "A= 1", 0},
      {"no field\nA: 1\n", "A= 1", 1},
      {" fold of nothing\nA: 1\n", "A= 1", 1},
      {"no field\n its fold\nA: 1\n", "A= 1", 1},
      {": empty\nA: 1\n", "A= 1", 1},
      {"A: 1\n\n", "A= 1", 0},
      {"A:", "A=", 0},
      {"A", "", 1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.block);
    uint32_t bad = 0;
    CHECK(Read(row.block, &bad) == row.read);
    CHECK(bad == row.bad);
  }
}

TEST_CASE("the first field of a name is found in any case") {
  HeaderBlock header;
  header.Parse("a: 1\nSUBJECT: x\nSubject: y\n");
  REQUIRE(header.Find("subject") != nullptr);
  CHECK(header.Find("subject")->value == " x");
  CHECK(header.Find("subj") == nullptr);
}

TEST_CASE("limits are kept and told") {
  std::string block;
  for (size_t i = 0; i < kMaxFields; ++i) block += "A: 1\n";
  HeaderBlock header;
  header.Parse(block);
  CHECK(header.fields.size() == kMaxFields);
  CHECK_FALSE(header.too_many_fields);
  header.Parse(block + "B: 2\n");
  CHECK(header.fields.size() == kMaxFields);
  CHECK(header.too_many_fields);
  header.Parse("A: 1\n");
  CHECK(header.fields.size() == 1);
  CHECK_FALSE(header.too_many_fields);
}

TEST_CASE("unfolding takes line ends, nothing else") {
  CHECK(Unfold(" a\r\n b\n\tc ") == "a b\tc");
  CHECK(Unfold("") == "");
}

}  // namespace
}  // namespace threadlint::mail
