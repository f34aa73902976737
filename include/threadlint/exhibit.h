// A mail as a case file shows it: all that a reader is to see of it, and what proves it.
#pragma once

#include <threadlint/message.h>
#include <threadlint/signature.h>  // goes with it: Report::signatures

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint {

// What is kept of one mail; what lies beyond is cut off and said so.
inline constexpr size_t kMaxExhibitText = size_t{1} << 20;    // bytes of its main text
inline constexpr size_t kMaxExhibitField = size_t{16} << 10;  // bytes of one header field
inline constexpr size_t kMaxExhibitFields = 500;
inline constexpr size_t kMaxExhibitFiles = 200;

struct ExhibitField {
  std::string name;
  std::string value;  // on one line, encoded words decoded; UTF-8
};

// What hangs on the mail: any part that is none of its texts.
struct ExhibitFile {
  std::string name;  // as the mail has it, UTF-8: no name of a file to be written
  std::string type;  // "image/jpeg"
  uint64_t bytes = 0;
  std::string sha256;  // hex, of the decoded bytes
};

struct ExhibitTime {
  int64_t seconds = 0;  // since 1970 UTC
  int16_t zone_minutes = 0;
  bool has_zone = false;
};

// What a sentence of the mail does, as far as a program can tell.
enum class SayingKind : uint8_t {
  kSays,
  kAsks,
  kGives,
  kPromises,
  kConfirms,  // to have received something
  kDenies,    // the same
  kRefuses,
  kCloses,
  kSendsOn,  // to another channel or to somebody else
  kAdmits,
  kObjects
};
std::string_view Name(SayingKind kind);  // "asks"

// A sentence of its writer's own, verbatim on one line, cut with "…" where it is long.
struct ExhibitSaying {
  SayingKind kind = SayingKind::kSays;
  std::string text;
};

// What redaction replaced in a mail, by kind: "name", "e-mail address".
struct MaskCount {
  std::string_view kind;
  uint64_t count = 0;
};

struct Exhibit {
  MessageIndex message = kNoMessage;
  // The mail as its writer's system had it, quoting of the mailbox undone; both empty if it could
  // not be read again, then `trouble` says why.
  uint64_t bytes = 0;
  std::string sha256;  // hex
  std::string trouble;
  // How the mailbox quoted lines that begin with "From ", which was undone: "none", "mboxo",
  // "mboxrd".
  std::string_view quoting = "none";
  // EDRM message identification hash: MD5 (hex) of the Message-ID with its angle brackets. Empty
  // without an id, in a redacted report, and where the system has no MD5.
  std::string edrm_hash;
  std::vector<ExhibitField> fields;     // in their order
  uint64_t fields_left_out = 0;         // beyond the limit, or by redaction
  std::optional<ExhibitTime> sent;      // as its Date field says, whatever that is worth
  std::optional<ExhibitTime> received;  // as the newest Received field says
  std::string text;  // the main text whole, with its quotations; UTF-8, LF, HTML undone
  bool text_cut = false;
  // What was asked, given, promised and said, the first few in their order; where that was not
  // read, how the writer's own words begin.
  std::vector<ExhibitSaying> sayings;
  std::vector<ExhibitFile> files;
  uint64_t files_left_out = 0;
  std::vector<MaskCount> masked;  // in a redacted report, by kind
};

}  // namespace threadlint
