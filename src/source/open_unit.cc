#include "source/archive_reader.h"
#include "source/file_stream.h"
#include "source/file_time.h"
#include "source/inventory.h"
#include "source/lone_cr_stream.h"
#include "source/mail_names.h"
#include "source/sniff.h"
#include "source/spool.h"

#include <cerrno>
#include <dirent.h>
#include <optional>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace threadlint::source {
namespace {

std::string_view LastPart(std::string_view path) { return path.substr(path.rfind('/') + 1); }

constexpr int kRenameTries = 8;

// A Maildir message changes its name when it is read, flagged or taken from new/ to cur/. Gives the
// way it has now, empty if it is gone.
std::string FindRenamed(const std::string& path) {
  const std::string_view unique = MaildirUnique(LastPart(path));
  const std::string folder = path.substr(0, path.size() - LastPart(path).size());
  const std::string_view parent = LastPart(std::string_view(folder).substr(0, folder.size() - 1));
  if (parent != "cur" && parent != "new") return {};
  const std::string root = folder.substr(0, folder.size() - 4);
  for (const char* place : {"cur/", "new/"}) {
    const std::string now = root + place;
    const std::unique_ptr<DIR, int (*)(DIR*)> dir(::opendir(now.c_str()), ::closedir);
    while (const dirent* entry = dir ? ::readdir(dir.get()) : nullptr) {
      if (MaildirUnique(entry->d_name) == unique) return now + entry->d_name;
    }
  }
  return {};
}

class FileReader final : public UnitReader {
 public:
  FileReader(const Unit& unit, const Limits& limits) : unit_(unit), limits_(limits) {}

  bool Next(Member& member, std::vector<Note>& notes) override {
    if (!opened_) {
      opened_ = true;
      if (!Open(notes)) return false;
      if (!archive_) return TakeFile(member, notes);
    } else if (!archive_) {
      return Finish(notes);
    }
    return archive_->Next(member, notes) || Finish(notes);
  }

 private:
  bool Finish(std::vector<Note>& notes) {
    if (auto note = finished_ ? std::nullopt : ChangedSince(unit_)) notes.push_back(*note);
    finished_ = true;
    return false;
  }

  bool Open(std::vector<Note>& notes) {
    int fd = -1;
    if (unit_.spool) {
      fd = unit_.spool->fd();
    } else {
      std::string error;
      file_ = OpenForReading(unit_.path, error);
      if (unit_.format == Format::kMaildirMessage) {
        // A message can be renamed again meanwhile, and a folder that changes be listed without it.
        for (int tries = 0; !file_ && tries < kRenameTries; ++tries) {
          const std::string now = FindRenamed(unit_.path);
          if (!now.empty()) file_ = OpenForReading(now, error);
        }
      }
      if (!file_) {
        notes.push_back({NoteKind::kUnreadable, unit_.path, 0, false, error});
        return false;
      }
      fd = file_.get();
    }
    stream_.emplace(fd);
    format_ = unit_.format;
    if (unit_.lone_cr) lone_cr_.emplace(*stream_);
    if (format_ != Format::kUnknown) return true;
    std::vector<char> start(kSniffBytes);
    const ReadResult read = stream_->ReadAt(0, start);
    if (!read.error.empty()) {
      notes.push_back({NoteKind::kUnreadable, unit_.path, 0, false, read.error});
      return false;
    }
    const Sniffed sniffed = Sniff({start.data(), read.bytes}, LastPart(unit_.path), unit_.named);
    if (sniffed.content == Content::kCompressed || sniffed.content == Content::kArchive) {
      archive_ = OpenArchive(fd, unit_, limits_);
    }
    format_ = sniffed.format;
    if (sniffed.lone_cr) lone_cr_.emplace(*stream_);
    return true;
  }

  bool TakeFile(Member& member, std::vector<Note>&) {
    member.path = unit_.path;
    member.format = format_;
    member.left_out = unit_.left_out;
    member.stream = &*stream_;
    if (lone_cr_) member.stream = &*lone_cr_;
    return true;
  }

  const Unit unit_;
  const Limits limits_;
  FileHandle file_;
  std::optional<FileStream> stream_;
  std::optional<LoneCrStream> lone_cr_;
  std::unique_ptr<UnitReader> archive_;
  Format format_ = Format::kUnknown;
  bool opened_ = false;
  bool finished_ = false;
};

}  // namespace

std::unique_ptr<UnitReader> OpenUnit(const Unit& unit, const Limits& limits) {
  return std::make_unique<FileReader>(unit, limits);
}

std::optional<Note> ChangedSince(const Unit& unit) {
  if (unit.spool || unit.format == Format::kMaildirMessage) return std::nullopt;
  struct stat now {};
  if (::stat(unit.path.c_str(), &now) != 0) {
    return Note{NoteKind::kChangedWhileRead, unit.path, 0, false,
                "the file was removed while it was read"};
  }
  const auto size = static_cast<uint64_t>(now.st_size);
  if (size == unit.size && ModifiedNs(now) == unit.modified_ns) return std::nullopt;
  const char* text = size < unit.size   ? "the file shrank while it was read"
                     : size > unit.size ? "the file grew while it was read"
                                        : "the file was written to while it was read";
  return Note{NoteKind::kChangedWhileRead, unit.path, 0, false, text};
}

}  // namespace threadlint::source
