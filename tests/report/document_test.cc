#include "report/document.h"

#include "../support/text_output.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::report {
namespace {

using Block = DocumentBlock::Kind;
using Span = DocumentSpan::Kind;

constexpr std::string_view kHostile =
    "<script>x</script> **b** [x](http://evil.example) | `a` </pre> \x1b[31m";

Document Hostile() {
  Document out;
  out.title = kHostile;
  for (const Block kind : {Block::kHeading, Block::kParagraph, Block::kNotice, Block::kQuote,
                           Block::kBullets, Block::kNumbers, Block::kFields, Block::kTable}) {
    DocumentBlock block;
    block.kind = kind;
    block.anchor = "\"><b>";
    for (const Span span : {Span::kText, Span::kStrong, Span::kMail, Span::kCode, Span::kLink})
      block.line.push_back({std::string(kHostile), span, {}, {}});
    block.items = {{block.line, {block.line}}};
    block.rows = {{block.line, block.line}, {block.line, block.line}};
    out.blocks.push_back(block);
  }
  DocumentBlock verbatim;
  verbatim.kind = Block::kVerbatim;
  verbatim.text = std::string(kHostile) + "\n````\n# no heading\n";
  out.blocks.push_back(verbatim);
  return out;
}

TEST_CASE("Nothing in a text becomes markup in HTML") {
  test::TextOutput output;
  WriteHtml(Hostile(), output);
  for (const char* markup : {"<script", "<b>", "</pre> ", "\x1b"})
    CHECK_MESSAGE(output.text.find(markup) == std::string::npos, std::string(markup));
  CHECK(output.text.find("&lt;script&gt;x") != std::string::npos);
}

// Without what stands in code.
std::string OutsideCode(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '\\') {
      i += 2;
      continue;
    }
    if (text[i] != '`') {
      out += text[i++];
      continue;
    }
    const size_t end = text.find_first_not_of('`', i);
    const std::string fence = text.substr(i, end - i);
    size_t close = end;
    do {
      close = text.find(fence, close);
      if (close == std::string::npos) return out + "UNCLOSED";
      const size_t behind = text.find_first_not_of('`', close);
      const size_t length = (behind == std::string::npos ? text.size() : behind) - close;
      if (length == fence.size()) break;
      close += length;
    } while (true);
    i = close + fence.size();
  }
  return out;
}

TEST_CASE("Nothing in a text becomes markup in Markdown") {
  test::TextOutput output;
  WriteMarkdown(Hostile(), output);
  const std::string rest = OutsideCode(output.text);
  for (const char* markup : {"<script", "[x]", "# no heading", "UNCLOSED", "\x1b"})
    CHECK_MESSAGE(rest.find(markup) == std::string::npos, std::string(markup));
}

TEST_CASE("Strong text keeps its blanks outside of its marks") {
  Document document;
  DocumentBlock block;
  block.line = {
      {"a", Span::kText, {}, {}}, {" b: ", Span::kStrong, {}, {}}, {"c", Span::kText, {}, {}}};
  document.blocks = {block};
  test::TextOutput output;
  WriteMarkdown(document, output);
  CHECK(output.text.find("a **b:** c") != std::string::npos);
}

}  // namespace
}  // namespace threadlint::report
