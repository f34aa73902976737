#include "report/tokens.h"

#include "util/ascii.h"

#include <algorithm>
#include <tuple>

namespace threadlint::report {

std::string_view Name(TokenBasis basis) {
  switch (basis) {
    case TokenBasis::kConfiguration:
      return "configuration";
    case TokenBasis::kCatalogue:
      return "catalogue";
    case TokenBasis::kEstablished:
      return "established";
    case TokenBasis::kAssumed:
      return "assumed";
  }
  return "assumed";
}

TokenBasis BasisOf(const Export& mail, const TokenSettings& settings, const TokenFamily& family) {
  if (family.from_user) return TokenBasis::kConfiguration;
  if (family.from_catalogue)
    return std::ranges::find(settings.schemes, mail[family.scheme]) == settings.schemes.end()
               ? TokenBasis::kCatalogue
               : TokenBasis::kConfiguration;
  return family.assumed ? TokenBasis::kAssumed : TokenBasis::kEstablished;
}

bool GroupsMails(TokenRole role) {
  return role == TokenRole::kCase || role == TokenRole::kComposite || role == TokenRole::kRoot;
}

std::vector<const TokenFamily*> SortFamilies(const Report& report) {
  std::vector<const TokenFamily*> out;
  for (const TokenFamily& family : report.set.families) out.push_back(&family);
  const auto key = [](const TokenFamily* f) {
    return std::tuple(!GroupsMails(f->role), f->role, ~f->messages);
  };
  // Families come by name: those that are equal stay so.
  std::ranges::stable_sort(out, {}, key);
  return out;
}

std::string_view ExampleOf(const Report& report, const TokenFamily& family) {
  if (family.example == kNoToken) return {};
  const Token& token = report.set.tokens[family.example];
  return report.mail[token.address != 0 ? token.address : token.text];
}

bool IsSeen(const Report& report, std::string_view name) {
  return std::ranges::any_of(report.set.families, [&](const TokenFamily& family) {
    return util::EqualsIgnoreCase(report.mail[family.name], name);
  });
}

}  // namespace threadlint::report
