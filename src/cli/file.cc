// threadlint file ID PATH… -o DIR
#include "cli/case_folder.h"
#include "cli/find_case.h"
#include "cli/lint_options.h"
#include "cli/paths.h"
#include "cli/run.h"
#include "cli/verdict_files.h"
#include "report/case_file.h"
#include "report/case_file_manifest.h"
#include "report/text_output.h"
#include "util/count.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace threadlint::cli {
namespace {

// How and where it is written: the same case file comes of it.
constexpr std::array<std::string_view, 6> kNoMatter = {"directory", "replace", "jobs",
                                                       "quiet",     "verbose", "color"};
// Options that name people or places: a redacted manifest has them without their values.
constexpr std::array<std::string_view, 4> kTelling = {"support-domain", "paths-from", "config",
                                                      "redact-key"};

bool IsOneOf(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// The command line, in one order whatever the user's was. `case_id` stands for a Message-ID where
// names are not to be told.
std::vector<std::string> CommandWords(const Arguments& arguments, bool redacted,
                                      const std::string& case_id) {
  std::vector<std::string> out = {"threadlint", "file"};
  if (redacted) {
    out.insert(out.end(), {case_id, "PATH"});
  } else {
    out.insert(out.end(), arguments.positional.begin(), arguments.positional.end());
  }
  for (const config::Option& option : config::Options()) {
    const auto* given = arguments.layers.command_line.Given(option.name);
    if (given == nullptr || IsOneOf(option.name, kNoMatter)) continue;
    const bool told = !redacted || (!IsOneOf(option.name, kTelling) && !option.Is(config::kPath));
    for (const config::Value& value : *given)
      out.push_back(option.kind == config::Kind::kFlag
                        ? fmt::format("--{}", value.text == "true" ? std::string(option.name)
                                                                   : config::NegationOf(option))
                        : fmt::format("--{}={}", option.name, told ? value.text : "…"));
  }
  out.insert(out.end(), {"-o", "DIR"});
  return out;
}

void WritePages(const report::CaseFile& file, CaseFolder& folder) {
  const report::Document pages = report::CaseFilePages(file);
  report::TextOutput markdown, html;
  WriteMarkdown(pages, markdown);
  WriteHtml(pages, html);
  folder.Write("case-file.md", markdown.text);
  folder.Write("case-file.html", html.text);
}

}  // namespace

int RunFile(const Arguments& arguments) {
  if (arguments.positional.size() < 2 && !arguments.values.Has("paths-from"))
    throw std::invalid_argument(
        "file takes an id and at least one path: threadlint file ID PATH… -o DIR; 'threadlint "
        "cases PATH' lists the ids");
  const std::string path = arguments.values.Text("directory");
  if (path.empty())
    throw std::invalid_argument(
        "into which folder shall the case file be written? threadlint file ID PATH… -o DIR");
  Options options = ToLintOptions(arguments.values, arguments.settings);
  options.paths = InputPaths(arguments, 1);
  options.all = true;  // the id says which case
  options.signatures = true;
  AddSuppressions(arguments, options);
  CheckCaseFolder(path, options.paths, arguments.values.Flag("replace"));
  CaseFolder folder(path);

  const std::string& name = arguments.positional.front();
  std::string error;
  std::optional<uint32_t> found;
  std::unordered_map<MessageIndex, std::string> names;  // of the files
  options.exhibits = [&](const Report& report) {
    std::vector<MessageIndex> wanted;
    found = FindCase(options, report, name, error);
    if (!found) return wanted;
    const auto messages = report.set.Messages(report.set.cases[*found]);
    for (const CaseMessage& entry : messages) {
      wanted.push_back(entry.message);
      names[entry.message] = report::ExhibitFileName(wanted.size(), messages.size(), false);
    }
    return wanted;
  };
  options.raw_mail = [&](MessageIndex i, std::string_view raw) { folder.Write(names.at(i), raw); };
  const Report report = ReadExport(arguments, options);
  if (report.interrupted) return InputStatus(arguments, report);
  if (!found) return TellNoCase(arguments, report, error);

  const report::CaseFile file = report::MakeCaseFile(report, *found);
  if (report.redacted)
    for (const report::FiledMail& mail : file.mails)
      if (mail.exhibit != nullptr) folder.Write(mail.file, report::RedactedMail(mail));
  WritePages(file, folder);
  report::TextOutput manifest;
  WriteManifest(file, CommandWords(arguments, report.redacted, file.get().id), folder.parts(),
                manifest);
  folder.Write(std::string(report::kManifestName), manifest.text);
  folder.Write(std::string(report::kChecksumsName), report::ChecksumLines(folder.parts()));
  if (const std::string trouble = folder.Finish(); !trouble.empty()) {
    Complain(trouble);
    return kIncomplete;
  }
  if (!arguments.values.Flag("quiet")) {
    size_t points = 0;
    for (const report::FiledGroup& group : file.groups) points += group.points.size();
    Complain(fmt::format("{}: {}, {}; begin with {}/case-file.html", path,
                         util::Count(file.mails.size(), "exhibit"), util::Count(points, "finding"),
                         path));
  }
  return InputStatus(arguments, report);
}

}  // namespace threadlint::cli
