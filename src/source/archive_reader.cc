#include "source/archive_reader.h"

#include "source/file_stream.h"
#include "source/lone_cr_stream.h"
#include "source/mail_names.h"
#include "source/sequential_stream.h"
#include "source/sniff.h"

#include <fmt/format.h>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

namespace threadlint::source {
namespace {

constexpr uint64_t kFreeBytes = uint64_t{64} << 20;  // no ratio is asked of so few

// The compressed bytes, given to libarchive by its callbacks.
struct RawInput {
  int fd = -1;
  int64_t size = 0;
  int64_t position = 0;
  std::vector<char> buffer = std::vector<char>(size_t{256} << 10);
};

la_ssize_t ReadCallback(archive* handle, void* data, const void** out) {
  auto& raw = *static_cast<RawInput*>(data);
  const ReadResult read = ReadFully(raw.fd, static_cast<uint64_t>(raw.position), raw.buffer);
  if (read.bytes == 0 && !read.error.empty()) {
    archive_set_error(handle, -1, "%s", read.error.c_str());
    return -1;
  }
  raw.position += static_cast<int64_t>(read.bytes);
  *out = raw.buffer.data();
  return static_cast<la_ssize_t>(read.bytes);
}

la_int64_t SkipCallback(archive*, void* data, la_int64_t request) {
  auto& raw = *static_cast<RawInput*>(data);
  const int64_t step =
      std::clamp<int64_t>(request, 0, std::max<int64_t>(0, raw.size - raw.position));
  raw.position += step;
  return step;
}

la_int64_t SeekCallback(archive*, void* data, la_int64_t offset, int whence) {
  auto& raw = *static_cast<RawInput*>(data);
  const int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? raw.position : raw.size;
  if (from + offset < 0) return ARCHIVE_FATAL;
  raw.position = from + offset;
  return raw.position;
}

class ArchiveReader final : public UnitReader {
 public:
  ArchiveReader(int fd, const Unit& unit, const Limits& limits)
      : unit_(unit), limits_(limits), archive_(archive_read_new(), archive_read_free) {
    raw_.fd = fd;
    raw_.size = static_cast<int64_t>(FileStream(fd).Size().value_or(0));
  }

  bool Next(Member& member, std::vector<Note>& notes) override {
    if (!opened_) Open(notes);
    // First of all: the stream may have a thread, which uses all the rest.
    const bool under_way = stream_.has_value();
    stream_.reset();
    if (under_way && !finished_ && archive_filter_count(archive_.get()) > 1) DrainMember();
    TakeTrouble(notes);
    while (!finished_ && ReadHeader(notes)) {
      if (Describe(member, notes)) return true;
    }
    return false;
  }

 private:
  void Add(std::vector<Note>& notes, NoteKind kind, std::string path, std::string text) const {
    notes.push_back({kind, std::move(path), 0, false, std::move(text)});
  }

  std::string LastError() const {
    const char* text = archive_error_string(archive_.get());
    return text != nullptr ? text : "damaged";
  }

  void Open(std::vector<Note>& notes) {
    opened_ = true;
    archive* a = archive_.get();
    struct Support {
      int (*enable)(archive*);
      std::string_view name;
    };
    // Only what libarchive does itself: others would run programs.
    const Support supports[] = {
        {archive_read_support_filter_gzip, "gzip"}, {archive_read_support_filter_bzip2, "bzip2"},
        {archive_read_support_filter_xz, "xz"},     {archive_read_support_filter_lzma, "lzma"},
        {archive_read_support_filter_zstd, "zstd"}, {archive_read_support_filter_lz4, "lz4"},
        {archive_read_support_format_tar, "tar"},   {archive_read_support_format_zip, "zip"},
        {archive_read_support_format_7zip, "7z"},   {archive_read_support_format_empty, "empty"},
        {archive_read_support_format_raw, "raw"},
    };
    std::string missing;
    for (const Support& support : supports) {
      if (support.enable(a) == ARCHIVE_OK) continue;
      missing += missing.empty() ? "" : ", ";
      missing += support.name;
    }
    archive_read_set_callback_data(a, &raw_);
    archive_read_set_read_callback(a, ReadCallback);
    archive_read_set_skip_callback(a, SkipCallback);
    archive_read_set_seek_callback(a, SeekCallback);
    if (archive_read_open1(a) != ARCHIVE_OK) {
      std::string text = "cannot be unpacked: " + LastError();
      if (!missing.empty()) text += " (libarchive was built without " + missing + ")";
      Add(notes, NoteKind::kDamagedArchive, unit_.path, std::move(text));
      finished_ = true;
    }
  }

  // False at the end, or when no further member can be read.
  bool ReadHeader(std::vector<Note>& notes) {
    while (true) {
      const int result = archive_read_next_header(archive_.get(), &entry_);
      if (result == ARCHIVE_RETRY) continue;
      if (result == ARCHIVE_OK || result == ARCHIVE_WARN) break;
      if (result != ARCHIVE_EOF) {
        Add(notes, NoteKind::kDamagedArchive, unit_.path, LastError());
      } else if (members_ == 0 && unit_.named && raw_.size > 0) {
        Add(notes, NoteKind::kNotMail, unit_.path, "the archive is empty");
      }
      finished_ = true;
      return false;
    }
    if (++members_ > limits_.archive_members) {
      Add(notes, NoteKind::kLimit, unit_.path,
          fmt::format("more than {} members; the rest was not read", limits_.archive_members));
      finished_ = true;
      return false;
    }
    return true;
  }

  std::string MemberName() const {
    const char* name = archive_entry_pathname_utf8(entry_);
    if (name == nullptr) name = archive_entry_pathname(entry_);
    std::string text = name != nullptr ? name : fmt::format("member-{}", members_);
    while (text.starts_with("./")) text.erase(0, 2);
    return text;
  }

  // False if the member is no file, or its name says that it is no mail.
  bool Describe(Member& member, std::vector<Note>& notes) {
    const bool single = archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW;
    member = {};
    member.left_out = unit_.left_out;
    PathHint hint;
    std::string name;
    if (single) {
      member.path = unit_.path;
      name = unit_.path.substr(unit_.path.rfind('/') + 1);
      name = name.substr(0, name.rfind('.'));  // x.eml.gz holds x.eml
    } else {
      if (archive_entry_filetype(entry_) != AE_IFREG) return false;
      name = MemberName();
      hint = HintOf(name);
      if (hint.ignored) return false;
      member.path = unit_.path + "/" + name;
      if (hint.left_out != LeftOut::kNo) member.left_out = hint.left_out;
    }
    member_path_ = member.path;
    stream_.emplace([this](std::span<char> out) { return Produce(out); });
    std::vector<char> start(kSniffBytes);
    const ReadResult read = stream_->ReadAt(0, start);
    const std::string_view bytes(start.data(), read.bytes);
    const Sniffed sniffed = Sniff(bytes, name.substr(name.rfind('/') + 1), single && unit_.named);
    if (sniffed.content == Content::kMail) member.format = sniffed.format;
    if (hint.maildir_message && member.format == Format::kEml) {
      member.format = Format::kMaildirMessage;
    }
    NoteNoMail(sniffed.content, single, notes);
    member.stream = &*stream_;
    if (sniffed.lone_cr) member.stream = &lone_cr_.emplace(*stream_);
    return true;
  }

  void NoteNoMail(Content content, bool single, std::vector<Note>& notes) const {
    switch (content) {
      case Content::kCompressed:
      case Content::kArchive:
        Add(notes, NoteKind::kSkipped, member_path_,
            "is itself compressed and was not read: unpack it first");
        break;
      case Content::kPst:
        Add(notes, NoteKind::kNeedsConversion, member_path_,
            "Outlook mailbox: unpack it, then run mkdir -p OUT && readpst -r -D -j 0 -o OUT FILE");
        break;
      case Content::kOther:
      case Content::kOle:
        if (single && unit_.named && trouble_.empty()) {
          Add(notes, NoteKind::kNotMail, member_path_, "holds no mail");
        }
        break;
      case Content::kEmpty:
      case Content::kMail:
        break;
    }
  }

  // Copies what libarchive decoded; holes of sparse members read as NUL.
  ReadResult Produce(std::span<char> out) {
    ReadResult result;
    while (result.bytes < out.size()) {
      if (hole_ > 0) {
        const size_t count =
            static_cast<size_t>(std::min<uint64_t>(hole_, out.size() - result.bytes));
        std::memset(out.data() + result.bytes, 0, count);
        hole_ -= count;
        result.bytes += count;
        member_bytes_ += count;
      } else if (block_size_ > 0) {
        const size_t count = std::min(block_size_, out.size() - result.bytes);
        std::memcpy(out.data() + result.bytes, block_, count);
        block_ += count;
        block_size_ -= count;
        result.bytes += count;
        member_bytes_ += count;
      } else if (!NextBlock()) {
        break;
      }
    }
    decoded_ += result.bytes;
    CheckLimits();
    // The error goes out with the last bytes: what came before it is good.
    result.error = trouble_;
    return result;
  }

  bool NextBlock() {
    if (!trouble_.empty()) return false;
    const void* data = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    while (true) {
      const int result = archive_read_data_block(archive_.get(), &data, &size, &offset);
      if (result == ARCHIVE_RETRY) continue;
      if (result == ARCHIVE_EOF) return false;
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
        trouble_ = LastError();
        trouble_kind_ = NoteKind::kDamagedArchive;
        finished_ = finished_ || result == ARCHIVE_FATAL;
        return false;
      }
      break;
    }
    block_ = static_cast<const char*>(data);
    block_size_ = size;
    const uint64_t at = offset > 0 ? static_cast<uint64_t>(offset) : 0;
    hole_ = at - std::min(at, member_bytes_);
    return true;
  }

  void CheckLimits() {
    if (!trouble_.empty()) return;
    const auto packed =
        static_cast<uint64_t>(std::max<la_int64_t>(1, archive_filter_bytes(archive_.get(), -1)));
    if (decoded_ > limits_.inflated_bytes) {
      trouble_ = fmt::format("more than {} bytes when unpacked; the rest was not read",
                             limits_.inflated_bytes);
    } else if (decoded_ > kFreeBytes && decoded_ / packed > limits_.inflate_ratio) {
      trouble_ = fmt::format("unpacks to more than {} times its size; the rest was not read",
                             limits_.inflate_ratio);
    } else {
      return;
    }
    trouble_kind_ = NoteKind::kLimit;
    finished_ = true;
  }

  // libarchive would skip the rest by decoding it, without regard to our limits.
  void DrainMember() {
    std::vector<char> sink(size_t{256} << 10);
    while (trouble_.empty() && Produce(sink).bytes > 0) {
    }
  }

  void TakeTrouble(std::vector<Note>& notes) {
    if (!trouble_.empty()) Add(notes, trouble_kind_, member_path_, std::exchange(trouble_, {}));
    block_size_ = 0;
    hole_ = 0;
    member_bytes_ = 0;
  }

  const Unit unit_;
  const Limits limits_;
  RawInput raw_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  archive_entry* entry_ = nullptr;
  std::string member_path_;
  std::string trouble_;
  NoteKind trouble_kind_ = NoteKind::kDamagedArchive;
  const char* block_ = nullptr;
  size_t block_size_ = 0;
  uint64_t hole_ = 0;
  uint64_t member_bytes_ = 0;
  uint64_t decoded_ = 0;
  uint64_t members_ = 0;
  bool opened_ = false;
  bool finished_ = false;
  std::optional<SequentialStream> stream_;  // the last member: its thread uses the others
  std::optional<LoneCrStream> lone_cr_;
};

}  // namespace

std::unique_ptr<UnitReader> OpenArchive(int fd, const Unit& unit, const Limits& limits) {
  return std::make_unique<ArchiveReader>(fd, unit, limits);
}

}  // namespace threadlint::source
