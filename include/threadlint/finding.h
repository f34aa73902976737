// What a rule reports.
#pragma once

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <cstdint>
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

// How a finding stands to those that the user has accepted before.
enum class BaselineState : uint8_t {
  kNone,       // no baseline was given
  kNew,        // the baseline does not have it
  kUnchanged,  // it does
  kUpdated     // the same rule on the same mail, but not the same finding, or another severity
};
// As reports write it ("unchanged"); empty for kNone.
std::string_view Name(BaselineState state);

inline constexpr uint32_t kNoCase = UINT32_MAX;
inline constexpr uint32_t kNoBreak = UINT32_MAX;

// Why a mail that a finding rests on may not be what it seems to be.
struct Doubt {
  std::string text;        // a sentence
  std::string_view brief;  // the same without a name of anybody
};

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
  uint32_t broken_by = kNoBreak;           // into CaseSet::breaks: the break between its two pieces
  uint32_t reach = 0;                      // messages concerned
  std::string wrong_if;                    // what would make it wrong
  std::vector<Doubt> doubts;               // of the mails it rests on; filled in by lint
  std::string fact;                        // what it is about, normalised: part of the fingerprint
  MessageIndex corrected_in = kNoMessage;  // the later mail that takes back what was said
  MessageIndex stands_in = kNoMessage;     // without `message`: the mail in which its place lies
  // Filled in by verdict:
  std::string fingerprint;  // 16 hexadecimal digits, the same after re-export
  std::string anchor;       // the same for the mail it stands at
  BaselineState baseline = BaselineState::kNone;
  std::string suppressed;  // the reason that the user gave for it; empty: it is not suppressed
  bool accepted = false;   // suppressed, or known from the baseline and no worse since
  bool shown = true;       // false only between the steps of verdict
  bool fails = false;      // counts for --fail-on: asked for, sure enough, not accepted before
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

}  // namespace threadlint
