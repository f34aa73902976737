// Everything that is known of an export when the writers get it.
#pragma once

#include <threadlint/case.h>
#include <threadlint/exhibit.h>
#include <threadlint/finding.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint {

enum class InputState : uint8_t { kOk, kPartial, kUnreadable, kNotMail, kEmpty };
std::string_view Name(InputState state);

struct InputReport {
  std::string path, format;
  InputState state = InputState::kOk;
  uint64_t messages = 0, copies = 0, left_out = 0, bytes = 0, skipped_files = 0;
  std::vector<InputNote> notes;
};

// Does the export hold mail of its owner? Findings of absence depend on it.
struct Coverage {
  std::string owner;  // address; empty if it could not be told
  uint64_t sent = 0;  // mails written by the owner
  uint64_t received = 0;
};

// A help desk of the export, by the domain of its address: who wants to see no other names that.
struct Counterpart {
  StringId address = 0;  // one that its mail comes from
  uint64_t messages = 0, cases = 0;
};

// What became of an entry of the file of suppressions.
enum class SuppressionState : uint8_t {
  kUsed,
  kUnused,
  kExpired,
  kNotJudged  // covers nothing, but this run could not have found it
};
std::string_view Name(SuppressionState state);

struct SuppressionReport {
  std::string path;
  uint64_t line = 0;      // 1-based
  std::string key;        // a fingerprint or a Message-ID, as written
  uint64_t findings = 0;  // that it covers, or would if it had not expired
  std::string reason;
  std::string until;  // "2025-03-01": the last day on which it counts; empty: for ever
  SuppressionState state = SuppressionState::kUnused;
};

// A finding of the baseline that did not come up again.
struct AbsentFinding {
  std::string fingerprint;
  std::string rule;  // id
  Severity severity = Severity::kWarning;
};

struct Report {
  std::vector<InputReport> inputs;
  Export mail;
  CaseSet set;
  std::vector<uint32_t> shown;         // cases in the report, into set.cases
  std::vector<const RuleInfo*> rules;  // that were run, by id
  std::vector<Finding> findings;       // sorted
  std::vector<SuppressionReport> suppressions;
  std::vector<AbsentFinding> absent;   // by fingerprint
  std::vector<SignedMail> signatures;  // by message; of the mails that were asked for
  Coverage coverage;
  // With most messages first, those hidden too; where nobody was named, or nothing is shown.
  std::vector<Counterpart> counterparts;
  std::map<MessageIndex, std::string> sha256;  // of the raw mail, hex; where it was needed
  std::vector<uint64_t> lines;    // by message, the line of its file that it begins on; 0 likewise
  std::vector<Exhibit> exhibits;  // that Options::exhibits asked for, by message
  uint64_t messages = 0, copies = 0, left_out = 0, hidden_cases = 0;
  uint64_t hidden_findings = 0;  // below what the caller wanted to show
  uint64_t unsure_findings = 0;  // of these, hidden for their confidence alone
  uint64_t cut_findings = 0;     // beyond Options::limit
  uint64_t failing = 0;          // findings with Finding::fails
  uint64_t unjudged = 0;         // entries of the baseline whose mail or rule this run lacks
  std::optional<int64_t> now;    // last credible date in the export
  std::string config_hash;       // Options::config_hash
  bool baselined = false;        // a baseline was given
  bool redacted = false;
  bool signatures_read = false;  // Options::signatures
  bool incomplete = false;       // some input could not be read
  bool interrupted = false;
};

}  // namespace threadlint
