#include "cli/lint_options.h"

#include "cli/config_hash.h"
#include "cli/parse_values.h"
#include "cli/redact_options.h"
#include "cli/shown_options.h"
#include "cli/signature_options.h"
#include "cli/token_settings.h"
#include "cli/wording_files.h"

#include <fmt/format.h>

#include <string_view>

namespace threadlint::cli {
namespace {

constexpr std::string_view kTakesDate =
    "a day such as 2024-05-03 or a time such as 2024-05-03T14:00:00Z";

bool ParseJobs(std::string_view text, unsigned& out) {
  constexpr uint64_t kMost = 1024;
  uint64_t number = 0;
  if (!ParseNumber(text, number) || number > kMost) return false;
  out = static_cast<unsigned>(number);
  return true;
}

bool ParseCorrespondent(std::string_view text, std::string& out) {
  out = text;
  return text.find_first_of(" \t<>") == std::string_view::npos;
}

bool ParseStrength(std::string_view text, Strength& out) {
  for (const Strength s : {Strength::kWeak, Strength::kMedium, Strength::kStrong}) {
    if (text != Name(s)) continue;
    out = s;
    return true;
  }
  return false;
}

}  // namespace

Options ToLintOptions(const config::Values& values, const config::Settings& settings) {
  Options out;
  out.with = values.ReadAll<std::string>(
      "with", ParseCorrespondent,
      "a domain or an address, such as shop.example or ada@mail.example");
  if (values.Has("since")) out.since = values.Read<int64_t>("since", ParseBegin, kTakesDate);
  if (values.Has("until")) out.until = values.Read<int64_t>("until", ParseEnd, kTakesDate);
  if (out.since && out.until && *out.since > *out.until)
    throw config::ValueError(
        "since", values.Last("since").origin,
        fmt::format("it lies after until ({}): no mail can be in between", values.Text("until")));
  out.support_domains = values.CommaList("support-domain");
  out.join = values.Read<Strength>("join", ParseStrength, "strong, medium or weak");
  out.all = values.Flag("all");
  out.hashes = values.Flag("hashes");
  out.jobs = values.Read<unsigned>("jobs", ParseJobs, "a number from 0 to 1024");
  out.token_roles = ReadTokenRoles(settings);
  out.token_schemes = TokenSchemeRows(settings);
  out.wording = WordingFiles(values);
  out.languages = ReadLanguages(values, out.wording);
  ReadShown(values, out);
  ReadRedaction(values, out);
  ReadSignatureOptions(values, out);
  out.config_hash = ConfigHash(values, out);
  return out;
}

}  // namespace threadlint::cli
