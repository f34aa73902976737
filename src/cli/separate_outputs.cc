#include "cli/separate_outputs.h"

#include "cli/output_names.h"
#include "report/text_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <sys/stat.h>

namespace threadlint::cli {
namespace {

// The first line is the header.
std::string_view WithoutHeader(std::string_view text) {
  return text.substr(std::min(text.find('\n'), text.size() - 1) + 1);
}

void CheckJoined(const OutputPlace& place, bool resumable) {
  const std::string_view name = place.format->name;
  const auto own = [name] { return fmt::format("{}:reports/{{name}}.{}", name, name); };
  if (place.format->joins == report::Joins::kNo)
    throw config::ValueError(
        "output", place.origin,
        fmt::format("{} reports cannot follow each other; give each mailbox a file of its own: {}",
                    name, own()));
  if (resumable && IsWhole(place.path))
    throw config::ValueError(
        "output", place.origin,
        fmt::format("{} would hold the mailboxes of the last run only, as --skip-done leaves out "
                    "those that are done; give each a file of its own: {}; or append standard "
                    "output to a file: >> FILE",
                    place.path, own()));
}

}  // namespace

size_t SeparateReports::bytes() const {
  size_t out = 0;
  for (const std::string& text : texts) out += text.size();
  return out;
}

SeparateOutputs::SeparateOutputs(const Arguments& arguments,
                                 const std::vector<std::string>& exports, bool resumable,
                                 bool redact)
    : arguments_(arguments), places_(ReadOutputs(arguments)) {
  for (OutputPlace& place : places_) {
    if (redact && place.path.find("{name}") != std::string::npos)
      throw config::ValueError(
          "output", place.origin,
          fmt::format("{}: a mailbox's path may tell whose it is; with --redact take {{n}}, its "
                      "number",
                      place.path));
    try {
      CheckPlaceholders(place.path);
      if (IsPattern(place.path)) place.paths = ExpandPattern(place.path, exports);
    } catch (const std::invalid_argument& error) {
      throw config::ValueError("output", place.origin, error.what());
    }
    if (!IsPattern(place.path)) CheckJoined(place, resumable);
  }
  CheckPlaces(places_, exports);
  begun_.resize(places_.size());
  for (const OutputPlace& place : places_)
    joined_.push_back(IsPattern(place.path) ? nullptr : std::make_unique<ReportFile>(place.path));
}

bool SeparateOutputs::HasFilesOf(size_t i) const {
  return std::ranges::all_of(places_, [i](const OutputPlace& place) {
    struct stat info {};
    return !IsPattern(place.path) || stat(place.paths[i].c_str(), &info) == 0;
  });
}

bool SeparateOutputs::Numbered() const {
  return std::ranges::any_of(places_,
                             [](const OutputPlace& place) { return IsNumbered(place.path); });
}

SeparateReports SeparateOutputs::Write(size_t i, const Report& report) const {
  SeparateReports out;
  out.texts.resize(places_.size());
  const bool findings = arguments_.command == config::kCheck;
  for (size_t k = 0; k < places_.size(); ++k) {
    const OutputPlace& place = places_[k];
    if (joined_[k] != nullptr) {
      report::TextOutput buffer;
      WriteReport(arguments_, place, joined_[k]->descriptor(), report, findings, buffer);
      out.texts[k] = std::move(buffer.text);
      continue;
    }
    ReportFile file(place.paths[i]);
    WriteReport(arguments_, place, file.descriptor(), report, findings, file);
    if (const std::string error = file.Finish(); !error.empty() && out.error.empty())
      out.error = error;
  }
  return out;
}

bool SeparateOutputs::Append(const SeparateReports& reports) {
  bool good = true;
  for (size_t k = 0; k < reports.texts.size(); ++k) {
    if (joined_[k] == nullptr) continue;
    const bool header = begun_[k] && places_[k].format->joins == report::Joins::kHeaderOnce;
    joined_[k]->Write(header ? WithoutHeader(reports.texts[k]) : reports.texts[k]);
    begun_[k] = true;
    good = good && !joined_[k]->failed();
  }
  return good;
}

std::vector<std::string> SeparateOutputs::Finish() {
  std::vector<std::string> out;
  for (const auto& file : joined_) {
    if (file == nullptr) continue;
    if (std::string error = file->Finish(); !error.empty()) out.push_back(std::move(error));
  }
  return out;
}

}  // namespace threadlint::cli
