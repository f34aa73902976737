#include "source/framing.h"
#include "util/find_bytes.h"

#include <algorithm>

namespace threadlint::source {
namespace {

// Undoes the quoting in place. `text` starts at a line start. One pass: what is kept moves down.
void Unquote(std::string& text, Quoting quoting) {
  constexpr std::string_view kNeedle = ">From ";
  size_t read = 0;
  size_t write = 0;
  size_t search = 0;
  const std::string_view view = text;
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
  if (read == 0) return;
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(read), text.end(),
            text.begin() + static_cast<std::ptrdiff_t>(write));
  text.resize(write + text.size() - read);
}

}  // namespace

std::string ReadMail(ByteStream& stream, uint64_t offset, uint64_t length, Quoting quoting,
                     std::string& out) {
  // In pieces: a length from a damaged or shrunken file must not take memory that is never filled.
  constexpr uint64_t kPiece = uint64_t{4} << 20;
  std::string error;
  size_t have = 0;
  while (have < length) {
    const size_t want = static_cast<size_t>(std::min<uint64_t>(kPiece, length - have));
    // What stood there before is written over: to clear it would cost what reading it costs.
    if (out.size() < have + want) out.resize(have + want);
    ReadResult read = stream.ReadAt(offset + have, {out.data() + have, want});
    have += read.bytes;
    if (read.bytes == want) continue;
    error = read.error.empty() ? "the file ends before the mail does" : std::move(read.error);
    break;
  }
  out.resize(have);
  if (quoting != Quoting::kNone) Unquote(out, quoting);
  return error;
}

}  // namespace threadlint::source
