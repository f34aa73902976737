// A text with headings, lists, tables and quotations, written in more than one form with the same
// content.
#pragma once

#include "report/report.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {

// A piece of a line. All of it may come from mail: the writers make it harmless. Of what does, and
// is no more than words, nothing becomes a link or a mention either (kMail).
struct DocumentSpan {
  enum class Kind : uint8_t { kText, kStrong, kMail, kCode, kLink, kBreak };
  std::string text;
  Kind kind = Kind::kText;
  // Of a link: the block of that anchor in the same page, and the file that stands for it where a
  // form of the document cannot be relied on to lead there.
  std::string anchor = {}, file = {};
};
using DocumentLine = std::vector<DocumentSpan>;

struct DocumentItem {
  DocumentLine line;
  std::vector<DocumentLine> below;  // a list within
};

struct DocumentBlock {
  enum class Kind : uint8_t {
    kHeading,
    kParagraph,
    kNotice,  // a paragraph that must be seen
    kBullets,
    kNumbers,
    kFields,  // rows of two: what, and its value
    kTable,   // the first row is its head
    kQuote,
    kVerbatim,  // lines as they are
    kPicture,   // HTML that stands for nothing which is not told in words too
  };
  Kind kind = Kind::kParagraph;
  unsigned level = 2;     // of a heading
  bool new_page = false;  // begins one where there are pages
  bool one_page = false;  // of a heading: all up to the next that begins a page is to fit on one
  std::string anchor;     // of a heading
  DocumentLine line;      // heading, paragraph, quotation
  std::vector<DocumentItem> items;
  std::vector<std::vector<DocumentLine>> rows;
  size_t whole_columns = 0;  // so many first ones of a table break no line but where they say
  std::string text;          // verbatim, picture
};

struct Document {
  std::string title;
  std::vector<DocumentBlock> blocks;
};

void WriteMarkdown(const Document& document, Output& output);
void WriteHtml(const Document& document, Output& output);

}  // namespace threadlint::report
