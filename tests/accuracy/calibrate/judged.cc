#include "judged.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace threadlint::accuracy {

Readers ReadReaders(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  Readers out;
  std::string line;
  for (unsigned number = 1; std::getline(in, line); ++number) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string fingerprint, word;
    if (!(words >> fingerprint)) continue;
    words >> word;
    if (word != "right" && word != "wrong" && word != "unclear")
      throw std::runtime_error(
          fmt::format("{}:{}: a line is FINGERPRINT right|wrong|unclear", path.string(), number));
    out[fingerprint] = word == "right"   ? Judgement::kRight
                       : word == "wrong" ? Judgement::kWrong
                                         : Judgement::kLeftOut;
  }
  return out;
}

Report LintAll(std::vector<std::string> paths, bool all,
               const std::vector<std::string>& support_domains) {
  for (const std::string& path : paths)
    if (!std::filesystem::exists(path)) throw std::runtime_error("cannot read " + path);
  Options options;
  options.paths = std::move(paths);
  options.all = all;
  options.support_domains = support_domains;
  return Lint(options);
}

bool IsJudged(const Finding& finding) {
  return finding.severity >= Severity::kWarning && finding.case_index != kNoCase &&
         finding.message != kNoMessage;
}

JudgedFinding Describe(const Report& report, const Finding& finding) {
  JudgedFinding out;
  out.rule = finding.rule->id;
  out.confidence = finding.confidence;
  out.level = verdict::LevelOf(finding);
  out.line =
      fmt::format("{} {} {:.2f} <{}> {}", finding.fingerprint, finding.rule->id, finding.confidence,
                  report.mail[report.mail.messages[finding.message].message_id], finding.text);
  return out;
}

Judgement Read(const Readers& readers, const Finding& finding) {
  const auto at = readers.find(finding.fingerprint);
  return at == readers.end() ? Judgement::kUnread : at->second;
}

}  // namespace threadlint::accuracy
