// A page in HTML of a document.
#include "report/document.h"
#include "report/html_page.h"

#include <fmt/format.h>

namespace threadlint::report {
namespace {

using Kind = DocumentBlock::Kind;

// Text of mail may run from right to left: it moves nothing around it.
std::string SpanOf(const DocumentSpan& span) {
  std::string text = HtmlText(span.text);
  switch (span.kind) {
    case DocumentSpan::Kind::kStrong:
      return "<strong>" + text + "</strong>";
    case DocumentSpan::Kind::kCode:
      return "<code><bdi>" + text + "</bdi></code>";
    case DocumentSpan::Kind::kLink:
      return fmt::format("<a href=\"#{}\">{}</a>", HtmlText(span.anchor), text);
    case DocumentSpan::Kind::kBreak:
      return "<br>";
    case DocumentSpan::Kind::kMail:
      return "<bdi>" + text + "</bdi>";
    case DocumentSpan::Kind::kText:
      break;
  }
  return text;
}

std::string LineOf(const DocumentLine& line) {
  std::string out;
  for (const DocumentSpan& span : line) out += SpanOf(span);
  return out;
}

std::string List(const DocumentBlock& block) {
  const std::string_view tag = block.kind == Kind::kNumbers ? "ol" : "ul";
  std::string out = fmt::format("<{}>\n", tag);
  for (const DocumentItem& item : block.items) {
    out += "<li>" + LineOf(item.line);
    if (!item.below.empty()) {
      out += "\n<ul>\n";
      for (const DocumentLine& below : item.below) out += "<li>" + LineOf(below) + "</li>\n";
      out += "</ul>\n";
    }
    out += "</li>\n";
  }
  return out + fmt::format("</{}>\n", tag);
}

// A plain text of the heading, for narrow pages where each cell names its column.
std::string LabelOf(const DocumentLine& line) {
  std::string out;
  for (const DocumentSpan& span : line) out += span.text;
  return HtmlText(out);
}

std::string Table(const DocumentBlock& block) {
  std::string out = "<table class=\"stack\">\n<thead><tr>";
  const auto& head = block.rows.front();
  for (const DocumentLine& cell : head) out += "<th scope=\"col\">" + LineOf(cell) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (size_t r = 1; r < block.rows.size(); ++r) {
    out += "<tr>";
    for (size_t i = 0; i < block.rows[r].size(); ++i)
      out += fmt::format("<td{} data-label=\"{}\">{}</td>",
                         i < block.whole_columns ? " class=\"whole-line\"" : "",
                         i < head.size() ? LabelOf(head[i]) : "", LineOf(block.rows[r][i]));
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string Fields(const DocumentBlock& block) {
  std::string out = "<dl class=\"fields\">\n";
  for (const auto& row : block.rows)
    out += "<dt>" + LineOf(row.front()) + "</dt><dd>" + LineOf(row.back()) + "</dd>\n";
  return out + "</dl>\n";
}

std::string BlockOf(const DocumentBlock& block) {
  switch (block.kind) {
    case Kind::kHeading: {
      const std::string id =
          block.anchor.empty() ? "" : fmt::format(" id=\"{}\"", HtmlText(block.anchor));
      return fmt::format("<h{0}{1}{2}>{3}</h{0}>\n", block.level, id,
                         block.new_page ? " class=\"new-page\"" : "", LineOf(block.line));
    }
    case Kind::kParagraph:
      return "<p>" + LineOf(block.line) + "</p>\n";
    case Kind::kNotice:
      return "<p class=\"notice\">" + LineOf(block.line) + "</p>\n";
    case Kind::kQuote:
      return "<blockquote>" + LineOf(block.line) + "</blockquote>\n";
    case Kind::kBullets:
    case Kind::kNumbers:
      return List(block);
    case Kind::kFields:
      return Fields(block);
    case Kind::kTable:
      return Table(block);
    case Kind::kVerbatim:
      return "<pre class=\"verbatim\"><bdi>" + HtmlText(block.text, true) + "</bdi></pre>\n";
    case Kind::kPicture:
      return block.text;
  }
  return {};
}

}  // namespace

void WriteHtml(const Document& document, Output& output) {
  output.Write(HtmlHead({document.title}));
  output.Write("<h1><bdi>" + HtmlText(document.title) + "</bdi></h1>\n");
  bool in_sheet = false;
  for (const DocumentBlock& block : document.blocks) {
    if (in_sheet && block.new_page) output.Write("</section>\n");
    in_sheet = in_sheet && !block.new_page;
    if (block.one_page) output.Write("<section class=\"sheet\">\n");
    in_sheet = in_sheet || block.one_page;
    output.Write(BlockOf(block));
  }
  if (in_sheet) output.Write("</section>\n");
  output.Write(HtmlFoot());
}

}  // namespace threadlint::report
