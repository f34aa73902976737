#include "cli/verdict_files.h"

#include "cli/parse_values.h"
#include "cli/run.h"
#include "cli/text_file.h"
#include "util/civil_time.h"
#include "util/shell_word.h"
#include "verdict/suppress.h"
#include "verdict/suppressions.h"

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace threadlint::cli {
namespace {

constexpr size_t kMostIgnore = 16;  // MiB
constexpr std::string_view kWhat = "file of suppressions";

int64_t Today(const config::Values& values) {
  if (values.Has("today"))
    return values.Read<int64_t>("today", verdict::ParseDay, "a day such as 2025-03-01");
  const char* given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr || *given == '\0')
    return static_cast<int64_t>(std::time(nullptr)) / util::kSecondsPerDay;
  const std::string_view text = given;
  uint64_t seconds = 0;
  if (!ParseNumber(text, seconds) || seconds > INT64_MAX)
    throw std::invalid_argument(fmt::format(
        "SOURCE_DATE_EPOCH: '{}' is not understood; it takes seconds since 1970", text));
  return static_cast<int64_t>(seconds) / util::kSecondsPerDay;
}

std::string Read(std::string_view option, const config::Value& path, size_t most,
                 std::string_view what) {
  try {
    return ReadTextFile(path.text, most, what);
  } catch (const std::invalid_argument& error) {
    throw config::ValueError(option, path.origin, error.what());
  }
}

}  // namespace

void AddSuppressions(const Arguments& arguments, Options& out) {
  const config::Values& values = arguments.values;
  if (values.Flag("no-suppressions")) return;
  for (const config::Value& path : values.All("ignore-file"))
    out.suppressions.emplace_back(path.text, Read("ignore-file", path, kMostIgnore, kWhat));
  if (!values.Has("ignore-file"))
    if (std::string nearest = FindNearest(kIgnoreName); !nearest.empty()) {
      std::string text = ReadTextFile(nearest, kMostIgnore, kWhat);
      out.suppressions.emplace_back(std::move(nearest), std::move(text));
    }
  if (values.Flag("verbose"))
    for (const auto& [path, text] : out.suppressions)
      Complain(fmt::format("suppressions: {}", path));
  // A wrong day is told of also where nothing depends on it.
  if (!out.suppressions.empty() || values.Has("today")) out.today = Today(values);
}

void AddBaseline(const Arguments& arguments, Options& out) {
  if (!arguments.values.Has("baseline")) return;
  const config::Value path = arguments.values.Last("baseline");
  std::error_code error;
  if (!std::filesystem::exists(path.text, error) && !error) {
    std::string command = "threadlint baseline write " + util::ShellWord(path.text);
    for (const std::string& input : arguments.positional)
      command += " " + (input == "-" ? input : util::ShellWord(input));
    throw config::ValueError(
        "baseline", path.origin,
        fmt::format("there is no file {}; to write it: {}", path.text, command));
  }
  out.baseline.emplace(path.text, Read("baseline", path, kMostBaseline, "baseline"));
}

void ComplainOfEntries(const Arguments& arguments, const Report& report) {
  for (const std::string& output : arguments.values.List("output"))
    if (output == "text" || output.starts_with("text:")) return;
  constexpr size_t kMostLines = 10;
  size_t more = 0, lines = 0;
  for (const SuppressionReport& s : report.suppressions) {
    const std::string what = verdict::Complaint(s);
    if (what.empty()) continue;
    if (lines < kMostLines) {
      ++lines;
      Complain(fmt::format("{}:{}: {} {}", s.path, s.line, s.key, what));
    } else {
      ++more;
    }
  }
  if (more > 0) Complain(fmt::format("and {} more entries that are of no use", more));
}

}  // namespace threadlint::cli
