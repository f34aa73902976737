#include "source/framing.h"
#include "util/find_bytes.h"

#include <algorithm>
#include <span>

namespace threadlint::source {
namespace {

// Undoes the quoting in place and gives the length that is left. `text` starts at a line start. One
// pass: what is kept moves down.
size_t Unquote(std::span<char> text, Quoting quoting) {
  constexpr std::string_view kNeedle = ">From ";
  size_t read = 0;
  size_t write = 0;
  size_t search = 0;
  const std::string_view view(text.data(), text.size());
  while (true) {
    const size_t hit = util::FindBytes(view, kNeedle, search);
    if (hit == std::string_view::npos) break;
    search = hit + kNeedle.size();
    size_t marks = hit;
    while (marks > read && text[marks - 1] == '>') --marks;
    // What moved down left its old bytes above `write`, so look at the byte before only there.
    const bool line_start = marks == 0 || text[marks - 1] == '\n';
    if (!line_start || (quoting == Quoting::kMboxo && marks != hit)) continue;
    if (write != read)
      std::copy(text.begin() + static_cast<std::ptrdiff_t>(read),
                text.begin() + static_cast<std::ptrdiff_t>(marks),
                text.begin() + static_cast<std::ptrdiff_t>(write));
    write += marks - read;
    read = marks + 1;
  }
  if (read == 0) return text.size();
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(read), text.end(),
            text.begin() + static_cast<std::ptrdiff_t>(write));
  return write + text.size() - read;
}

}  // namespace

std::string ReadMail(ByteStream& stream, uint64_t offset, uint64_t length, Quoting quoting,
                     std::string& memory, std::string_view& mail) {
  // In pieces: a length from a damaged or shrunken file must not take memory that is never filled.
  constexpr uint64_t kPiece = uint64_t{4} << 20;
  std::string error;
  size_t have = 0;
  while (have < length) {
    const size_t want = static_cast<size_t>(std::min<uint64_t>(kPiece, length - have));
    if (memory.size() < have + want) memory.resize(have + want);
    ReadResult read = stream.ReadAt(offset + have, {memory.data() + have, want});
    have += read.bytes;
    if (read.bytes == want) continue;
    error = read.error.empty() ? "the file ends before the mail does" : std::move(read.error);
    break;
  }
  if (quoting != Quoting::kNone) have = Unquote({memory.data(), have}, quoting);
  mail = std::string_view(memory).substr(0, have);
  return error;
}

}  // namespace threadlint::source
