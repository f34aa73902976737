// GitHub-flavoured Markdown of a document.
#include "report/document.h"
#include "report/markdown_text.h"
#include "util/visible.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::report {
namespace {

using Kind = DocumentBlock::Kind;

// Our own words: signs that are markup are escaped, and stay what they are to a reader.
std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : util::MakeVisible(text)) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// Blanks stand outside: next to them, asterisks are asterisks (CommonMark 0.30, 6.2).
std::string Strong(std::string_view text) {
  const size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return std::string(text);
  const size_t end = text.find_last_not_of(' ') + 1;
  return std::string(text.substr(0, begin)) + "**" + Escaped(text.substr(begin, end - begin)) +
         "**" + std::string(text.substr(end));
}

std::string SpanOf(const DocumentSpan& span) {
  switch (span.kind) {
    case DocumentSpan::Kind::kText:
      return Escaped(span.text);
    case DocumentSpan::Kind::kStrong:
      return Strong(span.text);
    case DocumentSpan::Kind::kMail:
    case DocumentSpan::Kind::kCode:
      return MarkdownText(span.text);
    case DocumentSpan::Kind::kLink:
      return span.file.empty() ? Escaped(span.text)
                               : "[" + Escaped(span.text) + "](" + span.file + ")";
    case DocumentSpan::Kind::kBreak:
      return "<br>";
  }
  return {};
}

std::string LineOf(const DocumentLine& line) {
  std::string out;
  for (const DocumentSpan& span : line) {
    const std::string text = SpanOf(span);
    // Two pieces of code side by side would have one fence between them.
    if (out.ends_with('`') && text.starts_with('`')) out += ' ';
    out += text;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

void List(const DocumentBlock& block, std::string& out) {
  size_t number = 0;
  for (const DocumentItem& item : block.items) {
    const std::string mark = block.kind == Kind::kNumbers ? fmt::format("{}. ", ++number) : "- ";
    out += mark + LineOf(item.line) + "\n";
    for (const DocumentLine& below : item.below)
      out += std::string(mark.size(), ' ') + "- " + LineOf(below) + "\n";
  }
}

void Table(const DocumentBlock& block, std::string& out) {
  for (size_t r = 0; r < block.rows.size(); ++r) {
    out += "|";
    for (const DocumentLine& cell : block.rows[r]) out += " " + LineOf(cell) + " |";
    out += "\n";
    if (r > 0) continue;
    out += "|";
    for (size_t i = 0; i < block.rows[r].size(); ++i) out += "---|";
    out += "\n";
  }
}

// The fence is longer than any run of backticks in the text.
void Verbatim(std::string_view text, std::string& out) {
  size_t longest = 2, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  std::string shown = util::MakeVisible(text, true);
  if (!shown.ends_with('\n')) shown += '\n';
  out += fence + "text\n" + shown + fence + "\n";
}

std::string BlockOf(const DocumentBlock& block) {
  std::string out;
  switch (block.kind) {
    case Kind::kHeading:
      return std::string(block.level, '#') + " " + LineOf(block.line) + "\n";
    case Kind::kParagraph:
      return LineOf(block.line) + "\n";
    case Kind::kNotice:
    case Kind::kQuote:
      return "> " + LineOf(block.line) + "\n";
    case Kind::kBullets:
    case Kind::kNumbers:
      List(block, out);
      return out;
    case Kind::kFields:
      for (const auto& row : block.rows)
        out += "- " + LineOf(row.front()) + ": " + LineOf(row.back()) + "\n";
      return out;
    case Kind::kTable:
      Table(block, out);
      return out;
    case Kind::kVerbatim:
      Verbatim(block.text, out);
      return out;
    case Kind::kPicture:
      return {};
  }
  return out;
}

}  // namespace

void WriteMarkdown(const Document& document, Output& output) {
  output.Write("# " + MarkdownText(document.title) + "\n");
  for (const DocumentBlock& block : document.blocks)
    if (const std::string text = BlockOf(block); !text.empty()) output.Write("\n" + text);
}

}  // namespace threadlint::report
