#include "mail/base64.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace threadlint::mail {
namespace {

struct Row {
  std::string_view encoded;
  std::string_view decoded;
  bool clean;
};

const Row kRows[] = {
    {"", "", true},
    {"SGVsbG8sIHdvcmxkIQ==", "Hello, world!", true},
    {"SGVsbG8=", "Hello", true},
    {"SGVsbG8", "Hello", true},
    {"SGVsbG8h", "Hello!", true},
    {"SGVs\r\nbG8h\r\n", "Hello!", true},
    {"  S G V s\tb\nG8h", "Hello!", true},
    {"SGVs|bG8h", "Hello!", false},
    {"SGVs\x80\xff"
     "bG8h",
     "Hello!", false},
    {"SGVsbG8hA", "Hello!", false},
    {"SGVsbG8h\n\n____________\nA mailing list\n", "Hello!", false},
    {"SGVsbG8h\r\n-- \r\nsent by a list\r\n", "Hello!", false},
    {"SGVsbG8=\n\nprose after it, with blanks\n", "Hello", false},
    {"SGVsbG8=\nIQ==\n", "Hello!", true},
    {"====", "", true},
    {"SGU=Vs", "HeV", true},
};

TEST_CASE("base64 decodes what is there and says when something was wrong") {
  for (const Row& row : kRows) {
    CAPTURE(row.encoded);
    std::string out;
    CHECK(DecodeBase64(row.encoded, out) == row.clean);
    CHECK(out == row.decoded);
  }
}

TEST_CASE("base64 appends, and every byte value comes through at every line length") {
  const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  for (int i = 0; i < 1024; ++i) bytes += static_cast<char>(i * 7 & 255);
  for (size_t cut = 0; cut < 3; ++cut) {
    const std::string plain = bytes.substr(0, bytes.size() - cut);
    for (size_t width = 1; width < 9; ++width) {
      std::string encoded;
      uint32_t bits = 0;
      int count = 0;
      size_t column = 0;
      const auto put = [&](char c) {
        encoded += c;
        if (++column % width == 0) encoded += '\n';
      };
      for (const char c : plain) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (count += 8; count >= 6; count -= 6) put(alphabet[bits >> (count - 6) & 63]);
      }
      if (count > 0) put(alphabet[bits << (6 - count) & 63]);
      std::string out = "kept";
      CHECK(DecodeBase64(encoded, out));
      CHECK(out == "kept" + plain);
    }
  }
}

TEST_CASE("base64 full of padding is linear") {
  const std::string padding(4 << 20, '=');
  std::string pairs;
  for (int i = 0; i < 1 << 20; ++i) pairs += "QQ==";
  std::string out;
  CHECK(DecodeBase64(padding, out));
  CHECK(out.empty());
  CHECK(DecodeBase64(pairs, out));
  CHECK(out == std::string(1 << 20, 'A'));
}

}  // namespace
}  // namespace threadlint::mail
