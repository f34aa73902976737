#include "source/sequential_stream.h"

#include "made_up_mail.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace threadlint::source {
namespace {

// `size` bytes, each told by its offset; then the error, if any. In uneven pieces.
Producer Counting(uint64_t size, std::string error = {}) {
  return [size, error, at = uint64_t{0}](std::span<char> out) mutable {
    ReadResult result;
    const size_t most = std::min<size_t>(out.size(), 1 + static_cast<size_t>(at % 99991));
    while (result.bytes < most && at < size) {
      out[result.bytes++] = static_cast<char>(at % 251);
      ++at;
    }
    if (at == size) result.error = error;
    return result;
  };
}

bool Fits(uint64_t offset, std::span<const char> bytes) {
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != static_cast<char>((offset + i) % 251)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("Forward, and back as far as is promised") {
  const uint64_t size = 40'000'000;
  SequentialStream stream(Counting(size));
  std::vector<char> out(100'000);
  uint64_t furthest = 0;
  for (uint64_t offset : {0ULL, 50ULL, 9'000'000ULL, 1'000'000ULL, 30'000'000ULL, 22'000'000ULL}) {
    CAPTURE(offset);
    const ReadResult read = stream.ReadAt(offset, out);
    REQUIRE(furthest <= offset + ByteStream::kLookBack);
    CHECK(read.bytes == out.size());
    CHECK(Fits(offset, out));
    furthest = std::max<uint64_t>(furthest, offset + out.size());
  }
  CHECK_FALSE(stream.ReadAt(0, out).error.empty());
  CHECK(stream.ReadAt(size - 10, out).bytes == 10);
  CHECK(stream.ReadAt(size + 10, out).bytes == 0);
}

TEST_CASE("Bytes before an error are good, and the error stays") {
  SequentialStream stream(Counting(1000, "broken"));
  std::vector<char> out(400);
  CHECK(stream.ReadAt(0, out).error.empty());
  const ReadResult tail = stream.ReadAt(800, out);
  CHECK(tail.bytes == 200);
  CHECK(tail.error == "broken");
  CHECK(stream.ReadAt(900, out).error == "broken");
}

TEST_CASE("A mailbox is framed the same from a stream that cannot go back") {
  for (const Dialect& dialect : Dialects()) {
    CAPTURE(dialect.name);
    const Mailbox box = dialect.write(MakeMails(40, 9));
    MemoryStream memory(box.bytes);
    const Framing expected = Frame(memory, box.format);
    SequentialStream stream([&, at = size_t{0}](std::span<char> out) mutable {
      const size_t count = std::min({out.size(), box.bytes.size() - at, size_t{777}});
      std::copy_n(box.bytes.data() + at, count, out.data());
      at += count;
      return ReadResult{count, {}};
    });
    const Framing framing = Frame(stream, box.format, 100);
    REQUIRE(framing.mails.size() == expected.mails.size());
    for (size_t i = 0; i < framing.mails.size(); ++i) {
      CHECK(framing.mails[i].offset == expected.mails[i].offset);
      CHECK(framing.mails[i].length == expected.mails[i].length);
    }
  }
}

TEST_CASE("A long stream is made on another thread, a short one is not") {
  const auto reader = std::this_thread::get_id();
  std::atomic<uint64_t> here = 0, elsewhere = 0;
  {
    SequentialStream stream(
        [&, rest = 4 * SequentialStream::kOneThread](std::span<char> out) mutable {
          const size_t count = static_cast<size_t>(std::min<uint64_t>(rest, out.size()));
          std::fill_n(out.data(), count, 'x');
          rest -= count;
          (std::this_thread::get_id() == reader ? here : elsewhere) += count;
          return ReadResult{count, {}};
        });
    std::vector<char> out(1000);
    CHECK(stream.ReadAt(SequentialStream::kOneThread - out.size(), out).bytes == out.size());
    CHECK(elsewhere == 0);
    CHECK(stream.ReadAt(4 * SequentialStream::kOneThread - out.size(), out).bytes == out.size());
  }
  CHECK(here == SequentialStream::kOneThread);
  CHECK(elsewhere == 3 * SequentialStream::kOneThread);
}

TEST_CASE("An error far behind comes after the bytes before it") {
  const uint64_t size = 5'000'003;
  SequentialStream stream(Counting(size, "broken"));
  std::vector<char> out(70'000);
  uint64_t offset = 0;
  while (offset + out.size() <= size) {
    const ReadResult read = stream.ReadAt(offset, out);
    REQUIRE(read.error.empty());
    REQUIRE(read.bytes == out.size());
    REQUIRE(Fits(offset, out));
    offset += read.bytes;
  }
  const ReadResult tail = stream.ReadAt(offset, out);
  CHECK(tail.bytes == size - offset);
  CHECK(Fits(offset, {out.data(), tail.bytes}));
  CHECK(tail.error == "broken");
}

TEST_CASE("Who stops early waits for the thread, but not for an end") {
  std::atomic<bool> gone = false, late = false;
  {
    std::optional<SequentialStream> stream;
    stream.emplace([&](std::span<char> out) {
      if (gone) late = true;
      std::fill(out.begin(), out.end(), 'x');
      return ReadResult{out.size(), {}};  // for ever
    });
    std::vector<char> out(1000);
    CHECK(stream->ReadAt(3 * SequentialStream::kOneThread, out).bytes == out.size());
    stream.reset();
    gone = true;
  }
  std::this_thread::yield();
  CHECK_FALSE(late);
}

TEST_CASE("What the producer throws comes to the reader, behind the bytes before it") {
  SequentialStream stream([produced = uint64_t{0}](std::span<char> out) mutable {
    if (produced >= 3 * SequentialStream::kOneThread) throw std::runtime_error("no memory");
    std::fill(out.begin(), out.end(), 'x');
    produced += out.size();
    return ReadResult{out.size(), {}};
  });
  std::vector<char> out(1000);
  CHECK(stream.ReadAt(3 * SequentialStream::kOneThread - out.size(), out).bytes == out.size());
  CHECK_THROWS_WITH(stream.ReadAt(3 * SequentialStream::kOneThread, out), "no memory");
}

}  // namespace threadlint::source
