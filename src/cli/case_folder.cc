#include "cli/case_folder.h"

#include "cli/report_file.h"
#include "cli/text_file.h"
#include "util/sha256.h"
#include "util/write_all.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace threadlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostManifest = 256;  // MiB
constexpr mode_t kFolderMode = 0777, kFileMode = 0666, kModeBits = 07777;

// `path` is that folder or lies below it. Both resolved.
bool IsWithin(const fs::path& path, const fs::path& folder) {
  const auto end = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end.first == folder.end();
}

bool IsCaseFile(const fs::path& folder) {
  std::error_code error;
  const fs::path manifest = folder / report::kManifestName;
  if (!fs::is_regular_file(manifest, error) ||
      !fs::is_regular_file(folder / report::kChecksumsName, error))
    return false;
  return ReadTextFile(manifest.string(), kMostManifest, "manifest of a case file")
             .find(fmt::format("\"kind\": \"{}\"", report::kCaseFileKind)) != std::string::npos;
}

// A file in it that no case file wrote; empty if there is none.
std::string ForeignFile(const fs::path& folder) {
  const std::string sums = (folder / report::kChecksumsName).string();
  std::set<std::string> known = {std::string(report::kChecksumsName)};
  for (std::string& path :
       report::ChecksumPaths(ReadTextFile(sums, kMostManifest, "list of checksums")))
    known.insert(std::move(path));
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    std::string name = entry.path().lexically_relative(folder).generic_string();
    if (!(entry.is_directory() && !entry.is_symlink()) && !known.contains(name)) return name;
  }
  return {};
}

// Where both are there they change places in one step; else the new one takes the free name.
bool PutInPlace(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno == ENOENT) return rename(from.c_str(), to.c_str()) == 0;
  // A file system that cannot: for a moment the name is free.
  const std::string aside = from + ".old";
  if (rename(to.c_str(), aside.c_str()) != 0) return false;
  if (rename(from.c_str(), to.c_str()) == 0) return rename(aside.c_str(), from.c_str()) == 0;
  const int why = errno;
  (void)rename(aside.c_str(), to.c_str());
  errno = why;
  return false;
}

}  // namespace

void CheckCaseFolder(const std::string& path, const std::vector<std::string>& inputs,
                     bool replace) {
  const fs::path folder = Resolve(path);
  std::error_code error;
  for (const std::string& input : inputs) {
    if (input == "-") continue;
    const fs::path read = Resolve(input);
    if (IsWithin(read, folder))
      throw std::invalid_argument(
          fmt::format("{}: the input {} lies in it; input is never written to", path, input));
    if (fs::is_directory(read, error) && IsWithin(folder, read))
      throw std::invalid_argument(
          fmt::format("{}: it lies in the input {}, and the exhibits would be read as mail the "
                      "next time; name a folder outside of it",
                      path, input));
  }
  const fs::file_status status = fs::status(folder, error);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status))
    throw std::invalid_argument(
        fmt::format("{}: this is a file; name a folder that is not there yet", path));
  // It is put into place whole, under that name: who stands in it would stand in nothing.
  if (fs::equivalent(folder, fs::current_path(error), error))
    throw std::invalid_argument(
        fmt::format("{}: this is the current folder; name one that is not there yet", path));
  const bool empty = fs::is_empty(folder, error);
  if (error) throw std::invalid_argument(fmt::format("{}: {}", path, error.message()));
  if (empty) return;
  if (!IsCaseFile(folder))
    throw std::invalid_argument(
        fmt::format("{}: this folder is not empty; name one that is empty or not there yet", path));
  if (!replace)
    throw std::invalid_argument(
        fmt::format("{}: there is a case file in it already; --replace writes it anew", path));
  if (const std::string foreign = ForeignFile(folder); !foreign.empty())
    throw std::invalid_argument(
        fmt::format("{}: threadlint did not write {} in it, and would delete it; move it elsewhere",
                    path, foreign));
}

CaseFolder::CaseFolder(const std::string& path) : path_(Resolve(path)) {
  while (path_.size() > 1 && path_.ends_with('/')) path_.pop_back();
  temporary_ = path_ + ".XXXXXX";
  const auto make = [&](bool done) {
    if (done) return;
    const std::error_code why(errno, std::generic_category());
    if (errno == ENOENT)
      throw std::system_error(why, fmt::format("the folder above {} is not there", path));
    throw std::system_error(why, fmt::format("cannot write into {}", path));
  };
  make(mkdtemp(temporary_.data()) != nullptr);
  // Whom the user lets into a folder of his is for him to say.
  struct stat there {};
  if (stat(path_.c_str(), &there) == 0) {
    make(chmod(temporary_.c_str(), there.st_mode & kModeBits) == 0);
    // Root alone may give it to its owner; others are its owner.
    if (geteuid() == 0) make(chown(temporary_.c_str(), there.st_uid, there.st_gid) == 0);
  } else {
    const mode_t mask = umask(0);
    umask(mask);
    make(chmod(temporary_.c_str(), kFolderMode & ~mask) == 0);
  }
  make(mkdir((temporary_ + "/exhibits").c_str(), kFolderMode) == 0);
}

CaseFolder::~CaseFolder() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
}

void CaseFolder::Write(const std::string& name, std::string_view bytes) {
  parts_.push_back({name, util::Hex(util::Sha256Of(bytes)), bytes.size()});
  if (!error_.empty()) return;
  const std::string place = temporary_ + "/" + name;
  const int descriptor = open(place.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFileMode);
  if (descriptor < 0) {
    error_ = std::strerror(errno);
    return;
  }
  if (const int error = util::WriteAll(descriptor, bytes); error != 0)
    error_ = std::strerror(error);
  if (close(descriptor) != 0 && error_.empty()) error_ = std::strerror(errno);
}

std::vector<report::CaseFilePart> CaseFolder::parts() const {
  std::vector<report::CaseFilePart> out = parts_;
  std::ranges::sort(out, {}, &report::CaseFilePart::path);
  return out;
}

std::string CaseFolder::Finish() {
  if (error_.empty() && !PutInPlace(temporary_, path_)) error_ = std::strerror(errno);
  return error_.empty() ? std::string()
                        : fmt::format("cannot write the case file to {}: {}", path_, error_);
}

}  // namespace threadlint::cli
