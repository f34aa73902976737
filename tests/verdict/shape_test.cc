#include "verdict/shape.h"

#include "util/ascii.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::verdict {
namespace {

// 'A' for capitals, 'a' for letters, '9' for digits; all else as it is.
std::string Form(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += util::IsUpper(c) ? 'A' : util::IsLower(c) ? 'a' : util::IsDigit(c) ? '9' : c;
  return out;
}

TEST_CASE("a shape has the form of what it stands for, and none of its letters and digits") {
  for (const std::string key : {"one key", "another key"})
    for (const std::string_view text :
         {"LK-204-7719036", "A3SC11E84PLJUR", "00123", "[1G7EOR-0Q2J]", "deadbeef42", "", "-- x"}) {
      const std::string shape = ShapeOf(key, text);
      CHECK(Form(shape) == Form(text));
      CHECK(shape == ShapeOf(key, text));
      for (size_t i = 0; i < text.size(); ++i)
        CHECK((shape[i] == text[i]) == !util::IsAlnum(text[i]));
    }
  CHECK(ShapeOf("one key", "A3SC11E84PLJUR") != ShapeOf("another key", "A3SC11E84PLJUR"));
}

TEST_CASE("what is alike has shapes that are alike in the same way") {
  const std::string key = "one key";
  const std::string whole = ShapeOf(key, "XK2047719036");
  CHECK(whole.starts_with(ShapeOf(key, "XK20477190")));  // cut off
  std::string bare;
  for (const char c : ShapeOf(key, "XK-204-7719036"))
    if (util::IsAlnum(c)) bare += c;
  CHECK(bare.size() == whole.size());
  std::string other = ShapeOf(key, "XK2047719536");  // one digit
  size_t different = 0;
  for (size_t i = 0; i < whole.size(); ++i) different += whole[i] != other[i] ? 1 : 0;
  CHECK(different == 1);
  CHECK(util::LowerAscii(ShapeOf(key, "abXY")) == util::LowerAscii(ShapeOf(key, "ABxy")));
  for (const char c : ShapeOf(key, "deadbeef")) CHECK(util::IsHexDigit(c));
  CHECK(ShapeOf(key, "7\xC3\xA4").size() == 2);  // no half of a letter
}

TEST_CASE("filler keeps lengths, stops and repetitions, and no word") {
  const std::string key = "one key";
  const std::string text = "Dear Ada,\n\n> the 3 photos of 4 May: the\n";
  const std::string filler = Filler(key, text);
  CHECK(filler.size() == text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    CHECK(util::IsAlnum(filler[i]) == util::IsAlnum(text[i]));
    if (!util::IsAlnum(text[i])) CHECK(filler[i] == text[i]);
  }
  CHECK(filler.find_first_of("aeiouyAEIOUY0123456789") == std::string::npos);
  CHECK(filler.substr(text.find("the"), 3) == filler.substr(text.rfind("the"), 3));
  CHECK(Filler(key, "\xC3\xA4\xC3\xA4 b").size() == 4);
}

TEST_CASE("a name can be read as one") {
  const std::string name = NameLike("one key", "ada");
  CHECK(util::IsUpper(name.front()));
  CHECK(name.size() == 8);
  CHECK(name != NameLike("one key", "bob"));
  CHECK(name != NameLike("another key", "ada"));
}

}  // namespace
}  // namespace threadlint::verdict
