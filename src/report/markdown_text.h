// Text of others inside Markdown.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::report {

// On one line, fit for a paragraph or a table's cell of GitHub Flavored Markdown: no mark-up, HTML,
// link, formula or emoji comes of it.
std::string MarkdownText(std::string_view text);

}  // namespace threadlint::report
