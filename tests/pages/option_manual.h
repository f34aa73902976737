// The part of a manual page that the tables of the program give, as mdoc(7).
#pragma once

#include <string>
#include <string_view>

namespace threadlint::test {

// Sections (.Ss) of options, as threadlint(1) has them under OPTIONS.
std::string OptionSections();

// "strong|medium|weak" as words that are typed so, "DATE" as a name for something.
std::string Metavar(std::string_view metavar);

// The table of formats, as a list.
std::string FormatList();

// Plain text as lines of mdoc: a sentence a line, nothing of it a macro or an escape.
std::string Roff(std::string_view text);

// `page` with what stands between `.\" begin generated: NAME` and `.\" end generated: NAME`
// replaced; empty if it has no such lines.
std::string WithGenerated(std::string_view page, std::string_view name, std::string_view generated);

}  // namespace threadlint::test
