// From the paths on the command line to the files that hold mail.
#pragma once

#include "source/byte_stream.h"
#include "source/note.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace threadlint::source {

enum class Format : uint8_t { kUnknown, kMbox, kMmdf, kMaildirMessage, kEml };
enum class Container : uint8_t { kPlain, kCompressed, kArchive, kStdin };

// Why mail stands apart from the correspondence: told by Maildir flags and folder names here, by
// headers (X-Gmail-Labels, X-Mozilla-Status) in `mail`.
enum class LeftOut : uint8_t { kNo, kDraft, kTrash, kSpam };

class Spool;

// One physical file. Maildir messages and .eml files are units of one message each.
struct Unit {
  std::string path;    // as shown: the argument joined with the way below it
  uint32_t input = 0;  // index of the PATH argument it comes from (in Inventory::inputs)
  Container container = Container::kPlain;
  Format format = Format::kUnknown;  // kUnknown: told from the first bytes when it is opened
  LeftOut left_out = LeftOut::kNo;
  bool named = false;       // named by the user, not found in a walk: must hold mail
  bool lone_cr = false;     // `format` is known, and the lines end in CR alone
  uint64_t size = 0;        // bytes on disk
  int64_t modified_ns = 0;  // modification time since 1970, to see a change between two sweeps
  std::shared_ptr<const Spool> spool;  // holds the bytes of stdin, FIFOs and devices
};

enum class InputStatus : uint8_t { kOk, kPartial, kUnreadable, kNotMail, kEmpty };

// One PATH argument.
struct Input {
  std::string path;
  InputStatus status = InputStatus::kOk;
  std::string format;  // "mbox", "maildir", "eml", "directory", "archive", …: for the report
  uint64_t bytes = 0;  // decoded bytes read
  uint64_t skipped_files = 0;  // found in a walk, no mail
  std::vector<Note> notes;
};

struct Inventory {
  std::vector<Input> inputs;  // sorted by path; the same path twice is one
  std::vector<Unit> units;    // sorted by (input, path)
};

// Caps that keep a hostile input from filling disk or memory.
struct Limits {
  uint64_t spool_bytes = uint64_t{64} << 30;    // stdin and FIFOs
  uint64_t inflated_bytes = uint64_t{1} << 40;  // one compressed file or archive, decoded
  uint64_t inflate_ratio = 250;                 // decoded : compressed, beyond the first 64 MiB
  uint64_t archive_members = 10'000'000;
};

// Walks the paths ("-" is standard input, spooled at once to an unlinked temporary file).
Inventory TakeInventory(const std::vector<std::string>& paths, const Limits& limits);

// A mail file inside a unit: the unit itself, or one member of an archive.
struct Member {
  std::string path;                  // unit path, plus "/" and the member's name in an archive
  Format format = Format::kUnknown;  // kUnknown: this member holds no mail
  LeftOut left_out = LeftOut::kNo;
  ByteStream* stream = nullptr;  // valid until the next call of Next()
};

// Opens one unit and gives its members in the order they stand in it; the same order every time.
class UnitReader {
 public:
  virtual ~UnitReader() = default;
  // False at the end. Trouble is appended to `notes`; a unit that cannot be opened has no member.
  virtual bool Next(Member& member, std::vector<Note>& notes) = 0;
};
std::unique_ptr<UnitReader> OpenUnit(const Unit& unit, const Limits& limits);

// A kChangedWhileRead note if the file's size or time differs from what the inventory saw. Never
// one for a Maildir message, which is renamed but not changed, and for spooled input.
std::optional<Note> ChangedSince(const Unit& unit);

}  // namespace threadlint::source
