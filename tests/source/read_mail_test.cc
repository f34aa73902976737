#include "made_up_mail.h"
#include "source/framing.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace threadlint::source {

TEST_CASE("Quoting is undone at line starts only") {
  struct Row {
    std::string stored, mboxo, mboxrd;
  };
  const std::vector<Row> rows = {
      {"", "", ""},
      {">From a\n", "From a\n", "From a\n"},
      {"x\n>From a\n>From b\ny\n", "x\nFrom a\nFrom b\ny\n", "x\nFrom a\nFrom b\ny\n"},
      {"x\n>>From a\n", "x\n>>From a\n", "x\n>From a\n"},
      {">>>From a\n>From b\n", ">>>From a\nFrom b\n", ">>From a\nFrom b\n"},
      {"x >From a\n", "x >From a\n", "x >From a\n"},
      {"x>>From a\n", "x>>From a\n", "x>>From a\n"},
      {"\r\n>From a\r\n", "\r\nFrom a\r\n", "\r\nFrom a\r\n"},
      {">From\n>Fromage \n", ">From\n>Fromage \n", ">From\n>Fromage \n"},
      {">From >From >From ", "From >From >From ", "From >From >From "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.stored);
    MemoryStream stream(row.stored);
    std::string memory = "old, and longer than any of them: nothing of it may be seen";
    std::string_view out;
    CHECK(ReadMail(stream, 0, row.stored.size(), Quoting::kNone, memory, out).empty());
    CHECK(out == row.stored);
    CHECK(ReadMail(stream, 0, row.stored.size(), Quoting::kMboxo, memory, out).empty());
    CHECK(out == row.mboxo);
    CHECK(ReadMail(stream, 0, row.stored.size(), Quoting::kMboxrd, memory, out).empty());
    CHECK(out == row.mboxrd);
  }
}

TEST_CASE("A length beyond the file gives what is there, and an error") {
  MemoryStream stream("0123456789");
  std::string memory;
  std::string_view out;
  CHECK(ReadMail(stream, 4, uint64_t{1} << 60, Quoting::kNone, memory, out) ==
        "the file ends before the mail does");
  CHECK(out == "456789");
  CHECK_FALSE(ReadMail(stream, uint64_t{1} << 60, 5, Quoting::kNone, memory, out).empty());
  CHECK(out.empty());
}

}  // namespace threadlint::source
