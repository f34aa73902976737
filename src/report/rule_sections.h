// A rule's document in pieces, without the examples that are its tests.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace threadlint::report {

// What stands under "## TITLE"; empty if there is no such heading.
std::string_view SectionOf(std::string_view document, std::string_view title);

// Markdown as the documents use it (paragraphs, one level of lists, code spans) without mark-up: a
// line a paragraph.
std::string PlainText(std::string_view markdown);

// The sentences at its beginning that fit into `bytes`.
std::string_view FirstSentences(std::string_view text, size_t bytes);

}  // namespace threadlint::report
