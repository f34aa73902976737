// Mailboxes, parted by 0xFF, linted by one worker and by eight: the same bytes come out.
#include "fuzz/target.h"
#include "report/report.h"
#include "report/text_output.h"
#include "util/write_all.h"

#include <threadlint/lint.h>

#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace threadlint::fuzz {
namespace {

class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("fuzz", MFD_CLOEXEC)) {
    Require(descriptor_ >= 0 && util::WriteAll(descriptor_, bytes) == 0, "memory for a file");
  }
  MemoryFile(MemoryFile&& other) noexcept : descriptor_(other.descriptor_) {
    other.descriptor_ = -1;
  }
  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  MemoryFile& operator=(MemoryFile&&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

std::string Linted(const std::vector<MemoryFile>& files, unsigned jobs) {
  Options options;
  for (const MemoryFile& file : files) options.paths.push_back(file.path());
  options.jobs = jobs;
  options.show = {"note"};
  options.all = true;
  report::TextOutput out;
  report::FindFormat("json")->write(Lint(options), {}, out);
  return out.text;
}

void Run(std::string_view bytes) {
  constexpr size_t kMost = 12;
  std::vector<MemoryFile> files;
  while (!bytes.empty() && files.size() < kMost) files.emplace_back(TakePiece(bytes));
  if (files.empty()) return;
  Require(Linted(files, 1) == Linted(files, 8), "eight workers say what one says");
}

const Registration kHere{{"workers", Run}};

}  // namespace
}  // namespace threadlint::fuzz
