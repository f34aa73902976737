// threadlint baseline write|show FILE …
#include "verdict/baseline.h"

#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/report_file.h"
#include "cli/run.h"
#include "cli/text_file.h"
#include "cli/verdict_files.h"
#include "config/suggest.h"
#include "util/count.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

namespace threadlint::cli {
namespace {

namespace fs = std::filesystem;

using util::Count;

// The one that will be written over; nothing if there is none. What is something else is left
// alone: a slip of the hand must not cost a mailbox.
std::optional<verdict::Baseline> ReadOld(const std::string& path) {
  std::error_code error;
  if (path == "-" || !fs::exists(path, error) || !fs::is_regular_file(path, error))
    return std::nullopt;
  const std::string text = ReadTextFile(path, kMostBaseline, "baseline");
  if (text.empty()) return std::nullopt;
  if (!verdict::LooksLikeBaseline(text))
    throw std::invalid_argument(
        fmt::format("{}: this file is no baseline, and is not written over", path));
  try {
    return verdict::ParseBaseline(path, text);
  } catch (const std::invalid_argument& wrong) {
    // To write it again is how it is put right.
    Complain(fmt::format("{} (it is written anew)", wrong.what()));
    return std::nullopt;
  }
}

// "12 findings, 3 of them new; 1 is gone".
std::string Changes(const std::optional<verdict::Baseline>& before, const verdict::Baseline& now) {
  std::string out = Count(now.entries.size(), "finding");
  if (!before) return out;
  std::set<std::string_view> old, left;
  for (const verdict::BaselineEntry& e : before->entries) old.insert(e.fingerprint);
  left = old;
  size_t fresh = 0;
  for (const verdict::BaselineEntry& e : now.entries) {
    if (!old.contains(e.fingerprint)) ++fresh;
    left.erase(e.fingerprint);
  }
  return out + fmt::format(", {} new; {} gone", fresh, left.size());
}

int Write(const Arguments& arguments) {
  if (arguments.positional.size() < 2 ||
      (arguments.positional.size() < 3 && !arguments.values.Has("paths-from")))
    throw std::invalid_argument(
        "what is to be written, and of which mail? threadlint baseline write FILE PATH…");
  const std::string& path = arguments.positional[1];
  Options options = ToLintOptions(arguments.values, arguments.settings);
  options.paths = InputPaths(arguments, 2);
  for (const std::string& input : options.paths)
    if (path != "-" && Resolve(input) == Resolve(path))
      throw std::invalid_argument(
          fmt::format("{} is one of the inputs; input is never written to", path));
  AddSuppressions(arguments, options);
  // Whatever later runs show is known then.
  const Options all;
  options.show = all.show;
  options.min_confidence = all.min_confidence;
  options.limit = all.limit;
  const std::optional<verdict::Baseline> before = ReadOld(path);
  const Report report = ReadExport(arguments, std::move(options));
  const ExitStatus input = InputStatus(arguments, report);
  if (input != kClean) {
    Complain("no baseline was written");
    return input;
  }
  const verdict::Baseline baseline = verdict::MakeBaseline(report);
  ReportFile file(path);
  file.Write(verdict::FormatBaseline(baseline));
  if (const int status = Close(file); status != kClean) return status;
  if (!arguments.values.Flag("quiet"))
    Complain(
        fmt::format("{}: {}", path == "-" ? "standard output" : path, Changes(before, baseline)));
  return kClean;
}

int Show(const Arguments& arguments) {
  if (arguments.positional.size() != 2)
    throw std::invalid_argument("which file is to be shown? threadlint baseline show FILE");
  const std::string& path = arguments.positional[1];
  const verdict::Baseline baseline =
      verdict::ParseBaseline(path, ReadTextFile(path, kMostBaseline, "baseline"));
  std::map<std::string, std::array<size_t, 3>> rules;  // by severity
  std::set<std::string_view> mails;
  std::array<size_t, 3> sum{};
  for (const verdict::BaselineEntry& e : baseline.entries) {
    ++rules[e.rule][static_cast<size_t>(e.severity)];
    ++sum[static_cast<size_t>(e.severity)];
    mails.insert(e.anchor);
  }
  ReportFile out("");
  const auto row = [&out](std::string_view name, const std::array<size_t, 3>& n) {
    out.Write(fmt::format("{:<44}{:>8}{:>9}{:>6}\n", name, n[2], n[1], n[0]));
  };
  out.Write(fmt::format("{:<44}{:>8}{:>9}{:>6}\n", "", "errors", "warnings", "notes"));
  for (const auto& [id, n] : rules) {
    const RuleInfo* rule = FindRule(id);
    row(rule == nullptr ? id : fmt::format("{} {}", id, rule->slug), n);
  }
  row(fmt::format("{} at {}", Count(baseline.entries.size(), "finding"),
                  Count(mails.size(), "mail")),
      sum);
  return Close(out);
}

struct Action {
  std::string_view name;
  int (*run)(const Arguments&);
};
constexpr std::array<Action, 2> kActions = {{{"write", Write}, {"show", Show}}};

}  // namespace

int RunBaseline(const Arguments& arguments) {
  if (arguments.positional.empty())
    throw std::invalid_argument("baseline: what is to be done? It takes write or show");
  const std::string& name = arguments.positional.front();
  const auto* action = std::ranges::find(kActions, name, &Action::name);
  if (action != kActions.end()) return action->run(arguments);
  std::vector<std::string_view> names;
  names.reserve(std::size(kActions));
  for (const Action& known : kActions) names.push_back(known.name);
  const std::string_view meant = config::Suggest(name, names);
  throw std::invalid_argument(fmt::format(
      "baseline: '{}' is not understood; {}", name,
      meant.empty() ? "it takes write or show" : fmt::format("did you mean {}?", meant)));
}

}  // namespace threadlint::cli
