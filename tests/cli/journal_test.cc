#include "cli/journal.h"

#include "../support/temp_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace threadlint::cli {
namespace {

namespace fs = std::filesystem;

std::string Read(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

void Note(const std::string& journal, const std::string& mailbox, ExitStatus status) {
  Journal(journal, "v1").Add(mailbox, *StateOf(mailbox), status);
}

TEST_CASE("a mailbox is done until it changes, and one that could not be read is not") {
  const test::TempFolder folder;
  const std::string journal = folder.path() / "journal";
  const std::string box = folder.Write("a.mbox", "From x\n\n");
  CHECK_FALSE(Journal(journal, "v1").Done(box));
  for (const ExitStatus status : {kClean, kFindings, kEmpty}) {
    Note(journal, box, status);
    CHECK(Journal(journal, "v1").Done(box) == status);
  }
  Note(journal, box, kIncomplete);
  CHECK_FALSE(Journal(journal, "v1").Done(box));
  Note(journal, box, kClean);
  fs::last_write_time(box, fs::last_write_time(box) + std::chrono::nanoseconds(1));
  CHECK_FALSE(Journal(journal, "v1").Done(box));
  Note(journal, box, kClean);
  const auto time = fs::last_write_time(box);
  folder.Write("a.mbox", "From x\n\nmore");
  fs::last_write_time(box, time);
  CHECK_FALSE(Journal(journal, "v1").Done(box));
  fs::remove(box);
  CHECK_FALSE(Journal(journal, "v1").Done(box));
}

TEST_CASE("names of any bytes stand in one line") {
  CHECK(EscapePath("a/b c.mbox") == "a/b c.mbox");
  CHECK(EscapePath("a\tb\nc\\d") == "a\\tb\\nc\\\\d");
  CHECK(EscapePath("\x1b[2J\xff") == "\\x1b[2J\\xff");
  CHECK(EscapePath("Büro") == "Büro");
  const test::TempFolder folder;
  const std::string journal = folder.path() / "journal";
  const std::string odd = folder.Write("a\tb\n\\n\xff.mbox", "x");
  const std::string other = folder.Write("a\tb\n\n\xff.mbox", "x");
  Note(journal, odd, kFindings);
  CHECK(Journal(journal, "v1").Done(odd) == kFindings);
  CHECK_FALSE(Journal(journal, "v1").Done(other));
}

TEST_CASE("half a line that a kill left is taken away, another audit's file is not touched") {
  const test::TempFolder folder;
  const std::string journal = folder.path() / "journal";
  const std::string box = folder.Write("a.mbox", "x");
  Note(journal, box, kClean);
  const std::string whole = Read(journal);
  for (size_t length = 0; length < whole.size(); ++length) {
    folder.Write("journal", whole.substr(0, length));
    CHECK_FALSE(Journal(journal, "v1").Done(box));
    Note(journal, box, kClean);
    CHECK(Read(journal) == whole);
  }
  CHECK_THROWS_AS(Journal(journal, "v2"), std::invalid_argument);
  CHECK(Read(journal) == whole);
  for (const char* text : {"From x\n\n", "From x", "threadlint journal 2\tv1\n"}) {
    const std::string foreign = folder.Write("foreign", text);
    CHECK_THROWS_AS(Journal(foreign, "v1"), std::invalid_argument);
    CHECK(Read(foreign) == text);
  }
  for (const char* line :
       {"x\n", "0\t1\t2\tp\n", "0\t1\t2.000000000\t\n", "0\tx\t2.000000000\tp\n"}) {
    folder.Write("journal", whole + line);
    CHECK_THROWS_AS(Journal(journal, "v1"), std::invalid_argument);
  }
}

TEST_CASE("two runs do not share a journal") {
  const test::TempFolder folder;
  const std::string journal = folder.path() / "journal";
  const Journal first(journal, "v1");
  CHECK_THROWS_AS(Journal(journal, "v1"), std::invalid_argument);
}

TEST_CASE("a folder changes with anything below it") {
  const test::TempFolder folder;
  const std::string root = folder.path() / "box";
  const std::string mail = folder.Write("box/cur/1:2,S", "x");
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(24);
  for (const char* name : {"box/cur/1:2,S", "box/cur", "box"})
    fs::last_write_time(folder.path() / name, old);
  const auto before = StateOf(root);
  REQUIRE(before);
  CHECK(before->bytes == 1);
  CHECK(StateOf(root) == before);
  fs::rename(mail, mail + "T");  // trashed
  const auto renamed = StateOf(root);
  CHECK(renamed != before);
  folder.Write("box/new/2", "yy");
  CHECK(StateOf(root) != renamed);
  fs::create_directory_symlink(root, folder.path() / "box/round");
  CHECK(StateOf(root));
  CHECK_FALSE(StateOf("-"));
  CHECK_FALSE(StateOf(root + "/nosuch"));
  CHECK_FALSE(StateOf("/dev/null"));
}

}  // namespace
}  // namespace threadlint::cli
