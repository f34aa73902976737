#include <threadlint/message.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace threadlint {
namespace {

TEST_CASE("each string once, ids by first use, views that stay") {
  StringPool pool;
  CHECK(pool.Intern("") == 0);
  CHECK(pool[0].empty());
  std::vector<std::string> strings;
  for (int i = 0; i < 50000; ++i) strings.push_back("<" + std::to_string(i * 7919) + "@x.example>");
  std::vector<std::string_view> views;
  for (size_t i = 0; i < strings.size(); ++i) {
    const StringId id = pool.Intern(strings[i]);
    REQUIRE(id == i + 1);
    views.push_back(pool[id]);
  }
  for (size_t i = 0; i < strings.size(); ++i) {
    REQUIRE(pool.Intern(strings[i]) == i + 1);
    REQUIRE(pool.Find(strings[i]) == i + 1);
    REQUIRE(views[i] == strings[i]);
  }
  CHECK(pool.Find("not there") == 0);
  CHECK(pool.size() == strings.size() + 1);
}

TEST_CASE("all strings of another pool at a time: as one by one") {
  for (const int count : {0, 1, 31, 32, 33, 1000}) {
    StringPool pool, other;
    for (int i = 0; i < 500; ++i) pool.Intern("<" + std::to_string(i) + ">");
    for (int i = 0; i < count; ++i) other.Intern("<" + std::to_string(i * 3) + ">");
    const std::vector<StringId> found = pool.FindAll(other);
    REQUIRE(found.size() == other.size());
    for (StringId id = 0; id < other.size(); ++id) CHECK(found[id] == pool.Find(other[id]));
  }
}

TEST_CASE("long strings and strings with NUL") {
  StringPool pool;
  const std::string huge(5'000'000, 'x');
  const std::string nul("a\0b", 3);
  const StringId a = pool.Intern("short"), b = pool.Intern(huge), c = pool.Intern(nul);
  CHECK(pool.Intern("a") != c);
  CHECK(pool[a] == "short");
  CHECK(pool[b] == huge);
  CHECK(pool[c] == nul);
}

}  // namespace
}  // namespace threadlint
