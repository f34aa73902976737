// What 'threadlint tokens' says: families of tokens, and why each is taken for what it is.
#pragma once

#include "report/report.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::report {

// What the user's configuration says, for the reports to name it.
struct TokenSettings {
  std::string path;  // the file; empty: none
  std::vector<std::pair<std::string, TokenRole>> roles;
  std::vector<std::string> schemes;  // names
};

// What the role of a family rests on, as it stands in reports.
enum class TokenBasis : uint8_t { kConfiguration, kCatalogue, kEstablished, kAssumed };
std::string_view Name(TokenBasis basis);
TokenBasis BasisOf(const Export& mail, const TokenSettings& settings, const TokenFamily& family);

// True if tokens of that role say which case a mail belongs to.
bool GroupsMails(TokenRole role);

// All families: what groups mails first, then by role, the most frequent first.
std::vector<const TokenFamily*> SortFamilies(const Report& report);

// An address or another text with the token in it, as a mail has it.
std::string_view ExampleOf(const Report& report, const TokenFamily& family);

// Of the roles that the configuration gives, those of families that are in the export.
bool IsSeen(const Report& report, std::string_view name);

void WriteTextTokens(const Report& report, const TokenSettings& settings,
                     const ReportOptions& options, Output& output);
void WriteJsonTokens(const Report& report, const TokenSettings& settings,
                     const ReportOptions& options, Output& output);

}  // namespace threadlint::report
