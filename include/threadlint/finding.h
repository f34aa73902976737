// What a rule reports, and the report that holds it all.
#pragma once

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint {

enum class Severity : uint8_t { kNote, kWarning, kError };
std::string_view Name(Severity severity);

struct RuleInfo;

// A place in a mail. Rules say where; the text is read from the input when the report is made, so
// that there is one place where it can be redacted.
struct Evidence {
  MessageIndex message = kNoMessage;
  std::string_view field;  // header field meant ("Reply-To"); empty: a sentence or the whole mail
  uint64_t sentence = 0;   // of its text, by Alteration::skeleton; 0: none
  StringId holds = 0;      // without field and sentence: the line of its text that holds this
  uint32_t begin = 0, length = 0;  // a range of the bytes of its main text, in UTF-8; 0: none
  bool quoted = false;  // that sentence stands in a quotation; else the writer's own words
  // Filled in by lint:
  std::string path;
  uint64_t offset = 0;  // bytes from the start of the decoded file
  uint64_t line = 0;    // 1-based line in that file; 0 if unknown
  std::string quote;    // verbatim, decoded to UTF-8
};

inline constexpr uint32_t kNoCase = UINT32_MAX;
inline constexpr uint32_t kNoBreak = UINT32_MAX;

struct Finding {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::kWarning;
  double confidence = 0;              // 0 to 1
  uint32_t case_index = kNoCase;      // into CaseSet::cases
  MessageIndex message = kNoMessage;  // the one meant
  std::vector<MessageIndex> related;  // at most 3; the first is the one it rests on
  Side carried_by = Side::kUnknown;
  std::string text;  // what happened, in one or two sentences
  std::vector<Evidence> evidence;
  uint32_t broken_by = kNoBreak;  // into CaseSet::breaks: the break between its two pieces
  uint32_t reach = 0;             // messages concerned
  std::string wrong_if;           // what would make it wrong
  std::string fact;               // what it is about, normalised: part of the fingerprint
  std::string fingerprint;        // filled in by verdict
};

// Trouble with the input, for the rules of family TL9.
enum class InputNoteKind : uint8_t { kTruncated, kUnreadable, kDoubtfulBoundary, kWording, kOther };
struct InputNote {
  InputNoteKind kind = InputNoteKind::kOther;
  std::string path;
  uint64_t offset = 0;
  bool has_offset = false;
  uint64_t line = 0;  // 1-based; 0 if unknown
  std::string text;
  MessageIndex message = kNoMessage;
};
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

struct Report {
  std::vector<InputReport> inputs;
  Export mail;
  CaseSet set;
  std::vector<uint32_t> shown;    // cases in the report, into set.cases
  std::vector<Finding> findings;  // sorted
  Coverage coverage;
  std::vector<std::string> sha256;  // by message, hex; empty where it was not needed
  uint64_t messages = 0, copies = 0, left_out = 0, hidden_cases = 0;
  uint64_t hidden_findings = 0;  // below what the caller wanted to show
  uint64_t unsure_findings = 0;  // of these, hidden for their confidence alone
  std::optional<int64_t> now;    // last credible date in the export
  bool incomplete = false;       // some input could not be read
  bool interrupted = false;
};

}  // namespace threadlint
