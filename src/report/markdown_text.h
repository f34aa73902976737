// Text of mails in Markdown, of which nothing becomes markup.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::report {

// The text on one line, made harmless (util::MakeVisible), for a paragraph, a block quote, a
// heading or a cell of a table. Plain words stand as they are; words with anything in them that
// some reader of Markdown may take for markup, a link, a mention or a reference stand in code,
// where all of them leave it alone. Blanks in a row become one.
std::string MarkdownText(std::string_view text);

}  // namespace threadlint::report
