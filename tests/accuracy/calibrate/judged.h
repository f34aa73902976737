// Findings with a judgement each, and the cases they were looked for in.
#pragma once

#include "verdict/confidence.h"

#include <threadlint/lint.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::accuracy {

enum class Judgement : uint8_t {
  kRight,
  kWrong,
  kUnread,   // nobody said so, but nothing says it is right: counts as wrong
  kLeftOut,  // unclear, or of a rule that its case is not labelled for
};

struct JudgedFinding {
  std::string rule;  // id
  double confidence = 0;
  verdict::Level level = verdict::Level::kLow;
  bool clean = false;  // its case is
  Judgement judgement = Judgement::kLeftOut;
  std::string line;  // for people
};

struct JudgedSet {
  std::string name;
  std::set<std::string, std::less<>> rules;  // those it is labelled for
  uint64_t clean = 0, defective = 0;         // cases
  uint64_t left_out = 0;                     // cases that are neither for sure
  std::vector<JudgedFinding> findings;       // warnings and errors
};

// What somebody said who read the finding, by fingerprint: "right", "wrong" or "unclear".
using Readers = std::map<std::string, Judgement, std::less<>>;

// Lines FINGERPRINT WORD [anything]; # begins a comment. All of these throw std::runtime_error
// where something is not as it ought to be.
Readers ReadReaders(const std::filesystem::path& path);

// A folder of folders as testdata/labelled has them, labelled for kRules.
JudgedSet JudgeLabelled(const std::filesystem::path& folder, const Readers& readers);

// Cases written and labelled by hand, a JSON object a line, with the mail made of them: the map
// says which mail is which message of which case. `rules`: ids that the set is labelled for; empty:
// all that its kinds of labels are about.
struct AuthoredPaths {
  std::filesystem::path set, map, mail;
};
JudgedSet JudgeAuthored(const AuthoredPaths& paths, std::set<std::string, std::less<>> rules,
                        const Readers& readers);

// Mail without labels: every case is clean, and what readers say is right there counts neither way.
// Cases in which one side never writes are left out: hardly a rule could find anything.
JudgedSet JudgeMail(const std::filesystem::path& mail,
                    const std::vector<std::string>& support_domains, const Readers& readers);

// For these three:
Report LintAll(std::vector<std::string> paths, bool all,
               const std::vector<std::string>& support_domains = {});
// Findings of cases, that `check` shows if confidence is left out of account.
bool IsJudged(const Finding& finding);
JudgedFinding Describe(const Report& report, const Finding& finding);
// What readers said; unread where they did not.
Judgement Read(const Readers& readers, const Finding& finding);

}  // namespace threadlint::accuracy
