#pragma once

#include <string>
#include <string_view>

namespace threadlint::bench {

void AppendQuotedPrintable(std::string_view text, std::string& out);
void AppendBase64(std::string_view bytes, std::string& out);  // lines of 76
// UTF-8 that windows-1252 has too; what it has not becomes '?'.
std::string ToWindows1252(std::string_view text);
// A header value: as encoded words if it is not ASCII.
std::string HeaderText(std::string_view text);

}  // namespace threadlint::bench
