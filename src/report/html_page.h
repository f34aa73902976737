// What every page in HTML has in common: head, stylesheet, and text that stays text.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::report {

// Text of strangers for an element, or for an attribute in double quotes: what could act or hide is
// shown (util::MakeVisible), what would be markup is escaped. `keep_newlines` leaves LF alone, for
// elements that show it (<pre>, class "verbatim").
std::string HtmlText(std::string_view text, bool keep_newlines = false);

struct HtmlPage {
  std::string title;             // plain text; HtmlHead escapes it
  std::string_view lang = "en";  // of our own words
};

// From the document type to the beginning of <main>. The page loads nothing and runs nothing: its
// policy allows the one stylesheet, by hash. So no style="" and no script may stand in what
// follows; sizes go into attributes of SVG, all else into classes of html_page.css.
std::string HtmlHead(const HtmlPage& page);
// Closes what HtmlHead opened.
std::string_view HtmlFoot();

// src/report/html_page.css
std::string_view HtmlStyle();

}  // namespace threadlint::report
