// What reading an input could not do, or did with doubt. Notes are values: nothing is printed here.
#pragma once

#include <cstdint>
#include <string>

namespace threadlint::source {

enum class NoteKind : uint8_t {
  kUnreadable,        // the file could not be opened or read (further)
  kDamagedArchive,    // compressed data or archive ends early or is corrupt
  kLimit,             // a cap on size or ratio was reached; what stands behind it was not read
  kChangedWhileRead,  // the file shrank or grew between two sweeps
  kNotMail,           // a file named by the user that holds no mail
  kNeedsConversion,   // PST or MSG: `text` holds the command line to run
  kTruncated,         // the last message of a mailbox stops in the middle
  kDoubtfulBoundary,  // a "From " line that may or may not start a message
  kWrongContentLength,
  kSkipped,  // files in a walked directory that are no mail, counted
};

struct Note {
  NoteKind kind{};
  std::string path;     // as shown to the user
  uint64_t offset = 0;  // byte offset in the decoded stream of that file
  bool has_offset = false;
  std::string text;  // one sentence, UTF-8, no line end
};

}  // namespace threadlint::source
