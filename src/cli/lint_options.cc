#include "cli/lint_options.h"

#include "cli/shown_options.h"
#include "cli/token_settings.h"
#include "cli/wording_files.h"
#include "util/ascii.h"
#include "util/civil_time.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace threadlint::cli {
namespace {

[[noreturn]] void Reject(std::string_view option, std::string_view value, std::string_view takes) {
  throw std::invalid_argument(
      fmt::format("--{}: '{}' is not understood; it takes {}", option, value, takes));
}

// Digits only, all of them; false otherwise.
template <typename Number>
bool ReadNumber(std::string_view text, Number& out) {
  if (text.empty() || !util::IsDigit(text.front())) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

// "2024-05-03" or "2024-05-03T14:00[:00][Z]", UTC. A day without a time is its first second, or
// its last where `end_of_day`.
int64_t ReadDate(std::string_view option, std::string_view text, bool end_of_day) {
  constexpr std::string_view kTakes =
      "a day such as 2024-05-03 or a time such as 2024-05-03T14:00:00Z";
  util::CivilDate date;
  const bool day = text.size() >= 10 && text[4] == '-' && text[7] == '-' &&
                   ReadNumber(text.substr(0, 4), date.year) &&
                   ReadNumber(text.substr(5, 2), date.month) &&
                   ReadNumber(text.substr(8, 2), date.day);
  if (!day || date.day == 0 || date.day > util::DaysInMonth(date.year, date.month))
    Reject(option, text, kTakes);
  int64_t seconds = util::DaysFromCivil(date) * util::kSecondsPerDay;
  std::string_view rest = text.substr(10);
  if (rest.empty()) return seconds + (end_of_day ? util::kSecondsPerDay - 1 : 0);
  if (rest.ends_with('Z')) rest.remove_suffix(1);
  unsigned hour = 0, minute = 0, second = 0;
  const bool time = (rest.size() == 6 || rest.size() == 9) && (rest[0] == 'T' || rest[0] == ' ') &&
                    rest[3] == ':' && ReadNumber(rest.substr(1, 2), hour) &&
                    ReadNumber(rest.substr(4, 2), minute) &&
                    (rest.size() == 6 || (rest[6] == ':' && ReadNumber(rest.substr(7, 2), second)));
  if (!time || hour > 23 || minute > 59 || second > 60) Reject(option, text, kTakes);
  return seconds + int64_t{hour} * 3600 + int64_t{minute} * 60 + second;
}

Strength ReadStrength(std::string_view text) {
  for (const Strength s : {Strength::kWeak, Strength::kMedium, Strength::kStrong})
    if (text == Name(s)) return s;
  Reject("join", text, "strong, medium or weak");
}

}  // namespace

config::Settings LoadSettings(const config::Values& values) {
  if (values.Has("config")) {
    if (values.Flag("no-config"))
      throw std::invalid_argument("--config and --no-config: one of them at a time");
    if (values.Text("config").empty()) Reject("config", "", "the name of a file");
    return config::ReadSettings(values.Text("config"));
  }
  const std::string path = values.Flag("no-config") ? std::string() : config::FindSettings();
  return path.empty() ? config::Settings() : config::ReadSettings(path);
}

Options ToLintOptions(const config::Values& values) {
  return ToLintOptions(values, LoadSettings(values));
}

Options ToLintOptions(const config::Values& values, const config::Settings& settings) {
  Options out;
  for (const char* list : {"with", "support-domain", "select", "ignore", "languages"})
    if (values.Has(list) && values.CommaList(list).empty()) Reject(list, "", "at least one value");
  out.with = values.CommaList("with");
  for (const std::string& with : out.with)
    if (with.find_first_of(" \t<>") != std::string::npos || with.empty())
      Reject("with", with, "a domain or an address, such as shop.example or ada@mail.example");
  if (values.Has("since")) out.since = ReadDate("since", values.Text("since"), false);
  if (values.Has("until")) out.until = ReadDate("until", values.Text("until"), true);
  if (out.since && out.until && *out.since > *out.until)
    throw std::invalid_argument("--since lies after --until: no mail can be in between");
  out.support_domains = values.CommaList("support-domain");
  out.join = ReadStrength(values.Text("join"));
  out.all = values.Flag("all");
  out.hashes = values.Flag("hashes");
  out.select = values.CommaList("select");
  out.ignore = values.CommaList("ignore");
  if (!ReadNumber(values.Text("jobs"), out.jobs) || out.jobs > 1024)
    Reject("jobs", values.Text("jobs"), "a number from 0 to 1024");
  out.token_roles = ReadTokenRoles(settings);
  out.token_schemes = TokenSchemeRows(settings);
  out.wording = WordingFiles(values.List("wording"), settings);
  out.languages = ReadLanguages(values, settings, out.wording);
  ReadShown(values, settings, out);  // wrong settings are told of by every command
  return out;
}

}  // namespace threadlint::cli
