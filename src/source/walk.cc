#include "source/walk.h"

#include "source/file_stream.h"
#include "source/file_time.h"
#include "source/mail_names.h"
#include "source/needs_conversion.h"
#include "source/sniff.h"
#include "source/spool.h"
#include "util/ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <dirent.h>
#include <memory>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>

namespace threadlint::source {
namespace {

std::string_view LastPart(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string Join(const std::string& folder, std::string_view name) {
  std::string path = folder;
  if (!path.ends_with('/')) path += '/';
  return path += name;
}

bool IsFolder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

constexpr int kListings = 5;

struct Folder {
  std::string path;
  LeftOut left_out = LeftOut::kNo;
  bool maildir_part = false;    // cur or new of a Maildir
  bool maildir_folder = false;  // a Maildir++ folder
};

std::vector<std::string> EntriesOf(const std::string& path, int& error) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> dir(::opendir(path.c_str()), ::closedir);
  error = dir ? 0 : errno;
  if (!dir) return names;
  while (const dirent* entry = ::readdir(dir.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool HoldsMaildirNames(const std::string& path) {
  int error = 0;
  const std::vector<std::string> names = EntriesOf(path, error);
  return std::any_of(names.begin(), names.end(), IsMaildirName);
}

// Archivers and version control do not keep empty folders: of cur, new and tmp one may be left.
enum class MaildirKind : uint8_t { kNone, kPart, kWhole };
MaildirKind MaildirAt(const std::string& path) {
  const bool cur = IsFolder(Join(path, "cur"));
  const bool fresh = IsFolder(Join(path, "new"));
  if (cur && fresh) return MaildirKind::kWhole;
  if (!cur && !fresh) return MaildirKind::kNone;
  return HoldsMaildirNames(Join(path, cur ? "cur" : "new")) ? MaildirKind::kPart
                                                            : MaildirKind::kNone;
}

class Walker {
 public:
  Walker(uint32_t index, Input& input, const Limits& limits, std::vector<Unit>& units)
      : index_(index), input_(input), limits_(limits), units_(units) {}

  void Run() {
    if (input_.path == "-") {
      TakeSpooled(STDIN_FILENO, Container::kStdin);
      return;
    }
    struct stat status {};
    if (::stat(input_.path.c_str(), &status) != 0) {
      Fail(InputStatus::kUnreadable, NoteKind::kUnreadable, ErrorText(errno));
    } else if (S_ISDIR(status.st_mode)) {
      WalkFolders();
    } else if (S_ISREG(status.st_mode)) {
      TakeNamedFile(status);
    } else if (S_ISSOCK(status.st_mode)) {
      Fail(InputStatus::kUnreadable, NoteKind::kUnreadable, "is a socket");
    } else {
      // Blocking: a FIFO's writer may come later than we do.
      const FileHandle fifo = OpenBlocking(input_.path);
      if (fifo) {
        TakeSpooled(fifo.get(), Container::kPlain);
      } else {
        Fail(InputStatus::kUnreadable, NoteKind::kUnreadable, ErrorText(errno));
      }
    }
  }

 private:
  void AddNote(NoteKind kind, std::string path, std::string text) {
    input_.notes.push_back({kind, std::move(path), 0, false, std::move(text)});
  }

  void Fail(InputStatus status, NoteKind kind, std::string text) {
    input_.status = status;
    AddNote(kind, input_.path, std::move(text));
  }

  Unit NewUnit(std::string path, const struct stat& status) const {
    Unit unit;
    unit.path = std::move(path);
    unit.input = index_;
    unit.size = static_cast<uint64_t>(status.st_size);
    unit.modified_ns = ModifiedNs(status);
    return unit;
  }

  void TakeSpooled(int fd, Container container) {
    input_.format = container == Container::kStdin ? "stdin" : "stream";
    SpoolResult result = SpoolInput(fd, limits_.spool_bytes);
    if (result.limited) {
      AddNote(NoteKind::kLimit, input_.path,
              fmt::format("more than {} bytes; the rest was not read", limits_.spool_bytes));
      input_.status = InputStatus::kPartial;
    }
    if (!result.error.empty()) {
      AddNote(NoteKind::kUnreadable, input_.path, result.error);
      input_.status = result.spool ? InputStatus::kPartial : InputStatus::kUnreadable;
    }
    if (!result.spool) return;
    Unit unit;
    unit.path = input_.path;
    unit.input = index_;
    unit.named = true;
    unit.container = container;
    unit.size = result.spool->size();
    unit.spool = result.spool;
    TakeNamed(std::move(unit), result.spool->fd());
  }

  void TakeNamedFile(const struct stat& status) {
    std::string error;
    const FileHandle file = OpenForReading(input_.path, error);
    if (!file) {
      Fail(InputStatus::kUnreadable, NoteKind::kUnreadable, error);
      return;
    }
    Unit unit = NewUnit(input_.path, status);
    unit.named = true;
    TakeNamed(std::move(unit), file.get());
  }

  void TakeNamed(Unit unit, int fd) {
    std::string error;
    const Sniffed sniffed = SniffFile(fd, LastPart(unit.path), true, error);
    if (!error.empty()) {
      Fail(InputStatus::kUnreadable, NoteKind::kUnreadable, error);
      return;
    }
    switch (sniffed.content) {
      case Content::kEmpty:
        input_.status = InputStatus::kEmpty;
        input_.format = "empty";
        return;
      case Content::kPst:
      case Content::kOle:
        Fail(InputStatus::kNotMail, NoteKind::kNeedsConversion,
             ConversionHint(sniffed.content, unit.path));
        return;
      case Content::kOther:
        Fail(InputStatus::kNotMail, NoteKind::kNotMail,
             "holds no mail: it is no mbox, no .eml file and no archive of these");
        return;
      case Content::kMail:
      case Content::kCompressed:
      case Content::kArchive:
        break;
    }
    AddUnit(std::move(unit), sniffed);
    if (input_.format.empty()) input_.format = FormatName(units_.back(), sniffed.content);
  }

  static std::string FormatName(const Unit& unit, Content content) {
    if (content == Content::kArchive) return "archive";
    if (content == Content::kCompressed) return "compressed";
    switch (unit.format) {
      case Format::kMbox:
        return "mbox";
      case Format::kMmdf:
        return "mmdf";
      case Format::kMaildirMessage:
        return "maildir";
      case Format::kEml:
      case Format::kUnknown:
        break;
    }
    return "eml";
  }

  void AddUnit(Unit unit, const Sniffed& sniffed) {
    unit.format = sniffed.format;
    unit.lone_cr = sniffed.lone_cr;
    if (unit.container == Container::kPlain) {
      if (sniffed.content == Content::kArchive) unit.container = Container::kArchive;
      if (sniffed.content == Content::kCompressed) unit.container = Container::kCompressed;
    }
    units_.push_back(std::move(unit));
  }

  static Sniffed SniffFile(int fd, std::string_view name, bool named, std::string& error) {
    std::vector<char> start(kSniffBytes);
    const ReadResult read = ReadFully(fd, 0, start);
    error = read.error;
    return Sniff({start.data(), read.bytes}, name, named);
  }

  void WalkFolders() {
    input_.format = "directory";
    const size_t before = units_.size();
    Folder root;
    root.path = input_.path;
    const std::string_view name = LastPart(input_.path);
    root.maildir_part = (name == "cur" || name == "new") &&
                        MaildirAt(Join(input_.path, "..")) != MaildirKind::kNone;
    pending_.push_back(root);
    // A list instead of recursion: a tree may be deeper than the stack.
    while (!pending_.empty()) {
      const Folder folder = std::move(pending_.back());
      pending_.pop_back();
      VisitFolder(folder);
    }
    if (partial_emlx_ > 0) {
      AddNote(NoteKind::kSkipped, input_.path,
              fmt::format("{} Apple mails are partial: their attachments lie in other files",
                          partial_emlx_));
    }
    if (input_.skipped_files > 0) {
      AddNote(NoteKind::kSkipped, input_.path,
              fmt::format("{} files that hold no mail were left out", input_.skipped_files));
    }
    if (hidden_folders_ > 0) {
      AddNote(NoteKind::kSkipped, first_hidden_,
              fmt::format("{} hidden folders with {} files were left out, this the first of them",
                          hidden_folders_, hidden_files_));
      input_.skipped_files += hidden_files_;
    }
    if (units_.size() == before && input_.status == InputStatus::kOk) {
      input_.status = InputStatus::kEmpty;
    }
  }

  void VisitFolder(const Folder& folder) {
    struct stat status {};
    if (::stat(folder.path.c_str(), &status) != 0 ||
        !visited_.insert({status.st_dev, status.st_ino}).second) {
      return;
    }
    if (folder.maildir_part) {
      VisitMaildirPart(folder);
      return;
    }
    std::vector<std::string> names;
    if (!List(folder.path, names)) return;
    const MaildirKind kind = MaildirAt(folder.path);
    const bool maildir = kind != MaildirKind::kNone || folder.maildir_folder;
    if (maildir && folder.path == input_.path) input_.format = "maildir";
    for (const std::string& name : names)
      VisitEntry(folder, name, maildir, kind == MaildirKind::kWhole);
  }

  // readdir() may miss a file that is renamed meanwhile, so a folder that changes is listed again:
  // what one listing misses stands in another.
  void VisitMaildirPart(const Folder& folder) {
    const uint64_t skipped = input_.skipped_files;
    for (int tries = 0; tries < kListings; ++tries) {
      struct stat before {
      }, after{};
      if (::stat(folder.path.c_str(), &before) != 0) return;
      input_.skipped_files = skipped;
      std::vector<std::string> names;
      if (!List(folder.path, names)) return;
      for (const std::string& name : names) TakeMaildirMessage(folder, name);
      if (::stat(folder.path.c_str(), &after) != 0) return;
      // The clock of a file system is coarse: a folder that changed just now may change unseen.
      const auto age = std::chrono::system_clock::now().time_since_epoch() -
                       std::chrono::nanoseconds(ModifiedNs(after));
      if (ModifiedNs(before) == ModifiedNs(after) && age > std::chrono::milliseconds(20)) return;
    }
  }

  bool List(const std::string& path, std::vector<std::string>& names) {
    int error = 0;
    names = EntriesOf(path, error);
    if (error == 0) return true;
    AddNote(NoteKind::kUnreadable, path, ErrorText(error));
    input_.status = InputStatus::kPartial;
    return false;
  }

  void VisitEntry(const Folder& folder, const std::string& name, bool maildir, bool whole) {
    const std::string path = Join(folder.path, name);
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      // A link to nowhere, or a file that went away since: neither holds mail.
      ++input_.skipped_files;
      return;
    }
    if (S_ISDIR(status.st_mode)) {
      VisitSubfolder(folder, name, path, maildir);
    } else if (S_ISREG(status.st_mode)) {
      // Beside cur and new lie only a server's own files.
      if (whole || name.starts_with('.') || IsSupportFile(name)) return;
      TakeFoundFile(folder, name, path, status);
    } else {
      ++input_.skipped_files;
    }
  }

  void VisitSubfolder(const Folder& folder, const std::string& name, std::string path,
                      bool maildir) {
    if (IsSupportFolder(name, LastPart(folder.path))) return;
    if (maildir && name == "tmp") return;
    Folder sub;
    sub.maildir_part = maildir && (name == "cur" || name == "new");
    // Hidden folders are settings, but Maildir++ names its folders so.
    if (name.starts_with('.')) {
      if (!IsFolder(Join(path, "cur")) && !IsFolder(Join(path, "new"))) {
        CountHidden(path);
        return;
      }
      sub.maildir_folder = maildir;
    }
    sub.left_out = folder.left_out != LeftOut::kNo ? folder.left_out : FolderLeftOut(name);
    sub.path = std::move(path);
    pending_.push_back(std::move(sub));
  }

  void CountHidden(const std::string& path) {
    int error = 0;
    const size_t entries = EntriesOf(path, error).size();
    if (entries == 0) return;
    if (hidden_folders_++ == 0) first_hidden_ = path;
    hidden_files_ += entries;
  }

  void TakeMaildirMessage(const Folder& folder, const std::string& name) {
    if (name.starts_with('.')) return;
    const std::string path = Join(folder.path, name);
    struct stat status {};
    // ENOENT: renamed since the folder was listed, or gone. Either way the message is opened by the
    // unique part of its name, and is a note if that is not found.
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
      ++input_.skipped_files;
      return;
    }
    // A delivery that moves the message from new/ to cur/ while both are listed shows it twice.
    const std::string root =
        folder.path.substr(0, folder.path.size() - LastPart(folder.path).size());
    Unit unit = NewUnit(path, status);
    unit.format = Format::kMaildirMessage;
    unit.left_out = folder.left_out != LeftOut::kNo ? folder.left_out : FlagsLeftOut(name);
    const auto [seen, is_new] =
        maildir_seen_.try_emplace(Join(root, MaildirUnique(name)), units_.size());
    if (is_new) {
      units_.push_back(std::move(unit));
    } else if (LastPart(folder.path) == "cur") {
      units_[seen->second] = std::move(unit);
    }
  }

  void TakeFoundFile(const Folder& folder, const std::string& name, const std::string& path,
                     const struct stat& status) {
    if (status.st_size == 0) return;  // an empty mailbox holds no mail and is none the less one
    std::string error;
    const FileHandle file = OpenForReading(path, error);
    Sniffed sniffed;
    if (error.empty()) sniffed = SniffFile(file.get(), name, false, error);
    if (!error.empty()) {
      AddNote(NoteKind::kUnreadable, path, error);
      input_.status = InputStatus::kPartial;
      return;
    }
    const bool msg = sniffed.content == Content::kOle && util::EndsWithIgnoreCase(name, ".msg");
    if (sniffed.content == Content::kPst || msg) {
      AddNote(NoteKind::kNeedsConversion, path, ConversionHint(sniffed.content, path));
      input_.status = InputStatus::kPartial;
      return;
    }
    if (sniffed.content == Content::kOther || sniffed.content == Content::kOle) {
      ++input_.skipped_files;
      return;
    }
    if (util::EndsWithIgnoreCase(name, ".partial.emlx")) ++partial_emlx_;
    Unit unit = NewUnit(path, status);
    unit.left_out = folder.left_out != LeftOut::kNo ? folder.left_out : FolderLeftOut(name);
    AddUnit(std::move(unit), sniffed);
  }

  const uint32_t index_;
  Input& input_;
  const Limits& limits_;
  std::vector<Unit>& units_;
  std::vector<Folder> pending_;
  std::set<std::pair<dev_t, ino_t>> visited_;             // a link that leads back is walked once
  std::unordered_map<std::string, size_t> maildir_seen_;  // unique name to its unit
  uint64_t partial_emlx_ = 0;
  uint64_t hidden_folders_ = 0;
  uint64_t hidden_files_ = 0;  // directly in them
  std::string first_hidden_;
};

}  // namespace

void TakeInput(uint32_t index, Input& input, const Limits& limits, std::vector<Unit>& units) {
  Walker(index, input, limits, units).Run();
}

}  // namespace threadlint::source
