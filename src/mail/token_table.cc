// Reads rows of the token catalogue.
#include "mail/tokens.h"
#include "util/ascii.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace threadlint::mail {
namespace {

constexpr size_t kColumns = 14;
using Columns = std::array<std::string_view, kColumns>;

[[noreturn]] void Fail(size_t line, const std::string& what) {
  throw std::invalid_argument("line " + std::to_string(line) + ": " + what);
}

Columns Split(std::string_view text, size_t line) {
  Columns columns;
  size_t count = 0;
  while (true) {
    const size_t end = std::min(text.find('\t'), text.size());
    if (count == kColumns) Fail(line, "more than 14 columns");
    std::string_view column = text.substr(0, end);
    if (column == "-") column = {};
    columns[count++] = column;
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  if (count < kColumns) Fail(line, std::to_string(count) + " columns, not 14");
  return columns;
}

bool YesOrNo(std::string_view value, size_t line) {
  if (value != "yes" && value != "no")
    Fail(line, "neither yes nor no: '" + std::string(value) + "'");
  return value == "yes";
}

template <typename T, size_t kCount>
T OneOf(const std::pair<std::string_view, T> (&names)[kCount], std::string_view value,
        size_t line) {
  for (const auto& [name, meaning] : names) {
    if (name == value) return meaning;
  }
  Fail(line, "unknown: '" + std::string(value) + "'");
}

TokenPlace ReadPlace(std::string_view value, size_t line) {
  static constexpr std::pair<std::string_view, TokenPlace> kNames[] = {
      {"address", TokenPlace::kAddress}, {"id", TokenPlace::kId},
      {"subject", TokenPlace::kSubject}, {"body", TokenPlace::kBody},
      {"header", TokenPlace::kHeader},
  };
  return OneOf(kNames, value, line);
}

TokenRole ReadRole(std::string_view value, size_t line) {
  static constexpr std::pair<std::string_view, TokenRole> kNames[] = {
      {"case", TokenRole::kCase},       {"composite", TokenRole::kComposite},
      {"message", TokenRole::kMessage}, {"recipient", TokenRole::kRecipient},
      {"mailbox", TokenRole::kMailbox}, {"root", TokenRole::kRoot},
  };
  return OneOf(kNames, value, line);
}

}  // namespace

std::vector<TokenScheme> ReadTokenSchemes(std::string_view tsv) {
  std::vector<TokenScheme> schemes;
  for (size_t line = 1; !tsv.empty(); ++line) {
    const size_t end = std::min(tsv.find('\n'), tsv.size());
    std::string_view text = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.starts_with('#') || util::Trim(text).empty()) continue;

    const Columns columns = Split(text, line);
    const auto& [name, vendor, place, header, role, established, folds, ambiguous, local, space,
                 pattern, decode, example, key] = columns;
    if (name.empty() || pattern.empty() || decode.empty() || space.empty()) {
      Fail(line, "a row needs name, space, pattern and decode");
    }
    TokenScheme scheme{
        std::string(name),        std::string(vendor),      TokenPlace::kAddress,
        util::LowerAscii(header), ReadRole(role, line),     YesOrNo(established, line),
        YesOrNo(folds, line),     YesOrNo(ambiguous, line), YesOrNo(local, line),
        std::string(space),       std::string(pattern),     std::string(decode),
        std::string(example),     std::string(key)};
    const bool both = place == "subject body";
    scheme.place = ReadPlace(both ? "subject" : place, line);
    if ((scheme.place == TokenPlace::kHeader) == header.empty()) {
      Fail(line, "rows of place header name the header, others do not");
    }
    schemes.push_back(scheme);
    if (!both) continue;
    scheme.name += "-body";
    scheme.place = TokenPlace::kBody;
    schemes.push_back(std::move(scheme));
  }
  return schemes;
}

}  // namespace threadlint::mail
