#include "source/header_probe.h"

#include "source/framing.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace threadlint::source {

TEST_CASE("Names of header fields") {
  struct Row {
    std::string line, name;
  };
  for (const Row& row : std::vector<Row>{{"From: a", "From"},
                                         {"X-Spam_Score.2 : 1", "X-Spam_Score.2"},
                                         {"Subject:", "Subject"},
                                         {"https://example.com", ""},
                                         {"From here: on", ""},
                                         {"<a href=x:", ""},
                                         {":x", ""},
                                         {"", ""},
                                         {"9lives: x", ""}}) {
    CAPTURE(row.line);
    CHECK(FieldName(row.line) == row.name);
  }
}

TEST_CASE("What a header block tells") {
  struct Row {
    std::string text;
    bool any, strong;
    int known;
    int64_t content_length;
    bool complete, cut;
    size_t length;
  };
  const std::vector<Row> rows = {
      {"Received: x\n\nb", true, true, 0, -1, true, false, 12},
      {"From: a\r\nDate: d\r\n\r\nb", true, false, 2, -1, true, false, 18},
      {"From: a\n\tfolded: x\n\n", true, false, 1, -1, true, false, 19},
      {">From a\nreceived: x\n\n", true, true, 0, -1, true, false, 20},
      {"From a b\nFrom c d\nMessage-Id: x\n\n", true, true, 0, -1, true, false, 32},
      {"Prose.\nReceived: x\n\n", false, false, 0, -1, false, false, 0},
      {"Note: x\nprose\nReceived: x\n\n", true, false, 0, -1, true, false, 26},
      {" folded\nReceived: x\n\n", false, false, 0, -1, false, false, 0},
      {"Content-Length: 12\nContent-Length: x\nContent-Length: 7\n\n", true, false, 0, 7, true,
       false, 55},
      {"Received: x\ncontent-length:9\n\n", true, true, 0, 9, true, false, 29},
      {"Subject: cut he", true, false, 1, -1, false, true, 15},
      {"Subject: whole\n", true, false, 1, -1, false, false, 15},
      {"", false, false, 0, -1, false, false, 0},
      {"\nb", false, false, 0, -1, true, false, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    HeaderProbe whole;
    whole.Walk(row.text, true);
    // Line by line, as it comes in when the block is longer than what was read.
    HeaderProbe parts;
    for (size_t n = 0; n < row.text.size() && !parts.done; ++n) {
      parts.Walk(std::string_view(row.text).substr(0, n), false);
    }
    if (!parts.done) parts.Walk(row.text, true);
    for (const HeaderProbe& probe : {whole, parts}) {
      CHECK(probe.done);
      CHECK(probe.any_header == row.any);
      CHECK(probe.strong_header == row.strong);
      CHECK(probe.known_fields == row.known);
      CHECK(probe.content_length == row.content_length);
      CHECK(probe.complete == row.complete);
      CHECK(probe.cut_line == row.cut);
      CHECK(probe.length == row.length);
    }
  }
}

TEST_CASE("A header block without an end is cut") {
  std::string text = "Received: x\n";
  while (text.size() < kMaxHeaderBlock + 100) text += "X-Filler: " + std::string(1000, 'x') + "\n";
  HeaderProbe probe;
  probe.Walk(text, false);
  CHECK(probe.done);
  CHECK(probe.length == kMaxHeaderBlock);
  CHECK_FALSE(probe.complete);

  HeaderProbe one_line;
  one_line.Walk("Subject: " + std::string(2 * kMaxHeaderBlock, 'x'), false);
  CHECK(one_line.done);
  CHECK(one_line.any_header);
}

}  // namespace threadlint::source
