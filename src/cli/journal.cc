#include "cli/journal.h"

#include "util/utf8.h"
#include "util/visible.h"
#include "util/write_all.h"

#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace threadlint::cli {
namespace {

constexpr std::string_view kFirst = "threadlint journal 1\t";
constexpr int64_t kNsPerSecond = 1'000'000'000;

[[noreturn]] void Reject(const std::string& path, std::string_view what) {
  throw std::invalid_argument(fmt::format("--skip-done: {} {}", path, what));
}

[[noreturn]] void Fail(const std::string& path, int error) {
  throw std::system_error(error, std::generic_category(), "--skip-done: " + path);
}

// What stands before the next tab, and takes it away.
std::string_view NextField(std::string_view& line) {
  const size_t end = std::min(line.find('\t'), line.size());
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

template <typename Number>
bool ReadNumber(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

// "1714732800.000000000".
bool ReadTime(std::string_view text, int64_t& out) {
  constexpr size_t kDigits = 9;
  const size_t point = text.find('.');
  int64_t seconds = 0, rest = 0;
  if (point == std::string_view::npos || text.size() != point + 1 + kDigits ||
      !ReadNumber(text.substr(0, point), seconds) || !ReadNumber(text.substr(point + 1), rest))
    return false;
  out = seconds * kNsPerSecond + rest;
  return true;
}

std::string WriteTime(int64_t ns) {
  int64_t seconds = ns / kNsPerSecond, rest = ns % kNsPerSecond;
  if (rest < 0) {
    --seconds;
    rest += kNsPerSecond;
  }
  return fmt::format("{}.{:09}", seconds, rest);
}

std::string ReadWhole(int descriptor, const std::string& path) {
  std::string out;
  for (;;) {
    char buffer[size_t{64} << 10];
    const ssize_t got = pread(descriptor, buffer, sizeof buffer, static_cast<off_t>(out.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) Fail(path, errno);
    if (got == 0) return out;
    out.append(buffer, static_cast<size_t>(got));
  }
}

}  // namespace

std::string EscapePath(std::string_view path) {
  std::string out;
  for (size_t at = 0; at < path.size();) {
    size_t end = at;
    util::DecodeUtf8(path, end);
    const std::string_view bytes = path.substr(at, end - at);
    at = end;
    if (bytes == "\t") {
      out += "\\t";
    } else if (bytes == "\n") {
      out += "\\n";
    } else if (bytes == "\\") {
      out += "\\\\";
    } else if (util::IsValidUtf8(bytes) && util::MakeVisible(bytes) == bytes) {
      out += bytes;
    } else {
      for (const char c : bytes) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

Journal::Journal(const std::string& path, const std::string& audit) : path_(path) {
  descriptor_ = open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (descriptor_ < 0) Reject(path, fmt::format("cannot be opened: {}", std::strerror(errno)));
  try {
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK)
        Reject(path,
               "is in use: another run of threadlint works with it; wait until that has ended");
      Fail(path, errno);
    }
    const std::string text = ReadWhole(descriptor_, path);
    const size_t whole = text.rfind('\n') + 1;  // npos + 1 is 0
    // Half a first line is what a run leaves that was killed at once.
    if (whole == 0 && !(std::string(kFirst) + audit).starts_with(text))
      Reject(path, "is no journal of threadlint; it was left as it is");
    if (whole > 0) Read(std::string_view(text).substr(0, whole), audit);
    if (whole != text.size() && ftruncate(descriptor_, static_cast<off_t>(whole)) != 0)
      Fail(path, errno);
    if (whole == 0) Append(fmt::format("{}{}\n", kFirst, audit));
  } catch (const std::exception&) {
    close(descriptor_);
    throw;
  }
}

Journal::~Journal() { close(descriptor_); }

void Journal::Read(std::string_view text, const std::string& audit) {
  bool first = true;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (first) {
      if (!line.starts_with(kFirst))
        Reject(path_, "is no journal of threadlint; it was left as it is");
      line.remove_prefix(kFirst.size());
      if (line != audit)
        Reject(path_,
               fmt::format("belongs to another audit ({}; this one is {}): go on with that "
                           "version, options and outputs, or name another file to begin anew",
                           line, audit));
      first = false;
      continue;
    }
    Entry entry;
    if (!ReadNumber(NextField(line), entry.status) ||
        !ReadNumber(NextField(line), entry.state.bytes) ||
        !ReadTime(NextField(line), entry.state.modified_ns) || line.empty())
      Reject(path_, "is damaged: it has a line that is none of a journal; name another file");
    entries_[std::string(line)] = entry;
  }
}

std::optional<ExitStatus> Journal::Done(const std::string& mailbox) const {
  const auto at = entries_.find(EscapePath(mailbox));
  if (at == entries_.end()) return std::nullopt;
  const Entry& entry = at->second;
  if (entry.status != kClean && entry.status != kFindings && entry.status != kEmpty)
    return std::nullopt;
  const auto state = StateOf(mailbox);
  if (!state || *state != entry.state) return std::nullopt;
  return static_cast<ExitStatus>(entry.status);
}

void Journal::Add(const std::string& mailbox, const FileState& state, ExitStatus status) {
  Append(fmt::format("{}\t{}\t{}\t{}\n", static_cast<int>(status), state.bytes,
                     WriteTime(state.modified_ns), EscapePath(mailbox)));
}

void Journal::Append(std::string_view line) {
  if (const int error = util::WriteAll(descriptor_, line); error != 0) Fail(path_, error);
}

}  // namespace threadlint::cli
