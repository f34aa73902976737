// Where each mail starts and ends in a mailbox file: mbox in all its dialects, MMDF, single mails.
//
// Framing runs in two steps so that one large file can be scanned in stretches by several workers:
// ScanStretch() lists every line that could start a message, with what can be seen locally;
// JoinStretches() decides over the whole file, on those small records alone, which of them do.
// The forms are those of RFC 4155, of qmail's mbox(5) (mboxo, mboxrd, mboxcl, mboxcl2) and MMDF.
#pragma once

#include "source/byte_stream.h"
#include "source/inventory.h"
#include "source/note.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::source {

// How body lines that begin with "From " were quoted when the mailbox was written.
enum class Quoting : uint8_t {
  kNone,    // nothing to undo: mboxcl2, MMDF, Maildir, .eml
  kMboxo,   // "From " became ">From "; ">From " was left alone
  kMboxrd,  // one '>' was added to every line matching /^>*From /
};

// A line that could start a message. Offsets count bytes of the decoded stream.
struct Candidate {
  uint64_t separator = 0;         // offset of the separator line
  uint32_t separator_length = 0;  // with its line end; 0 for a single mail
  uint32_t header_length = 0;     // of the header block behind it, without the empty line
  int64_t content_length = -1;    // of the header block; -1 if it has none or it is no number
  uint16_t form = 0;              // shape of the separator line (implementation's own numbering)
  uint8_t blank_length = 0;       // bytes of the empty line before it: 1 (LF), 2 (CRLF), 0 none
  uint8_t known_fields = 0;       // From, To, Date, Subject, … behind it, counted up to 255
  bool blank_before = false;      // an empty line, or the start of the file, stands before it
  bool strong_header = false;     // Received, Message-ID, Return-Path or another field that only a
                                  // mail on its way or in a mailbox gets, among those behind it
  bool any_header = false;        // a plausible header field stands right behind it
  bool header_complete = false;   // the empty line behind the header block was seen
  bool to_end = false;            // the header block runs into the end of the file
  bool cut_line = false;          // … and that in the middle of a line
  bool git_patch = false;         // "From <40 hex> Mon Sep 17 00:00:00 2001"
  bool crlf = false;              // the separator line ends in CRLF
  bool crlf_header = false;       // the empty line behind the header block is CRLF
};

// Receives the header block behind each candidate while it is in memory. Called in ascending
// order within one stretch. `header` ends at the empty line (excluded) or where the limit stands.
// `separator` is the separator line with its line end; empty for a single mail.
using HeaderSink =
    std::function<void(const Candidate&, std::string_view separator, std::string_view header)>;

struct Stretch {
  uint64_t begin = 0;
  uint64_t end = UINT64_MAX;  // candidates whose separator starts before `end` belong to it
};

struct StretchScan {
  std::vector<Candidate> candidates;
  uint64_t bytes = 0;        // read for this stretch
  uint64_t stream_end = 0;   // offset of the end of the file if this stretch reached it, else 0
  bool quoted_from = false;  // a ">From " line was seen
  bool twice_quoted_from = false;  // a ">>From " line, or one with more marks, was seen
  uint64_t quoted_lines = 0;       // lines matching /^>+From /
  uint64_t bare_lines = 0;         // "From " lines that cannot start a message
  uint64_t bare_after_blank = 0;   // those of them that have an empty line before them
  uint8_t end_blank = 0;           // bytes of the empty line that ends the file, as blank_length
  uint64_t cut_separator = 0;      // offset of a "From " line that the end of the file cut; 0 none
  uint8_t cut_blank = 0;           // bytes of the empty line before that
  bool end_newline = false;        // the file ends in a line end
  std::string error;
};

// Header blocks longer than this are given to the sink cut off (and noted by `mail`).
inline constexpr size_t kMaxHeaderBlock = size_t{1} << 20;

std::vector<Stretch> SplitIntoStretches(const ByteStream& stream, Format format, uint64_t length);
StretchScan ScanStretch(ByteStream& stream, Format format, Stretch stretch, const HeaderSink& sink);

// One mail of the file.
struct RawMail {
  uint64_t offset = 0;     // of its first byte, behind the separator line
  uint64_t length = 0;     // bytes in the file, quoting included, the separating blank line not
  uint32_t candidate = 0;  // which candidate it was, counted over all stretches
  uint32_t header_length = 0;
  bool truncated = false;  // the file stops inside it
};

struct Framing {
  std::vector<RawMail> mails;
  Quoting quoting = Quoting::kNone;
  std::vector<Note> notes;  // without path: the caller knows it
};

// `scans` in file order. Linear in the number of candidates.
Framing JoinStretches(std::span<const StretchScan> scans, Format format);

// The mail as its writer's system had it: reads `length` bytes at `offset` and undoes `quoting`.
// Returns an error text, empty if all bytes came; `mail` is what did come, and stands in `memory`,
// which only grows: to clear it for the next mail would cost what reading that costs.
std::string ReadMail(ByteStream& stream, uint64_t offset, uint64_t length, Quoting quoting,
                     std::string& memory, std::string_view& mail);

}  // namespace threadlint::source
