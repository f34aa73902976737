// Mails and mailboxes made up for tests: the same on every run and machine.
#pragma once

#include "source/byte_stream.h"
#include "source/framing.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace threadlint::source {

// Bodies hold what splits mailboxes: prose that begins with "From ", quoted ">From " lines, git
// patches, and mails forwarded in full with a "From " line of another form.
struct MailTraits {
  bool prose = true;
  bool quoted = true;  // lines that had a '>' before the mailbox was written
  bool patches = true;
  bool forwards = true;
};
std::vector<std::string> MakeMails(size_t count, uint32_t seed, const MailTraits& traits = {});

struct Mailbox {
  std::string bytes;
  Format format = Format::kMbox;
  std::vector<std::string> mails;  // what must come out; of a cut mail, empty
  bool lossless = true;            // else bodies with ">From " lines of their own cannot be told
  bool truncated = false;          // the last mail is cut
};

struct Dialect {
  std::string name;
  Mailbox (*write)(std::vector<std::string> mails);
};
std::span<const Dialect> Dialects();

// A ByteStream over bytes in memory.
class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}
  ReadResult ReadAt(uint64_t offset, std::span<char> out) override;
  bool Seekable() const override { return true; }
  std::optional<uint64_t> Size() const override { return bytes_.size(); }

 private:
  std::string bytes_;
};

// Scans in stretches of `length` bytes (0: one) and joins.
Framing Frame(ByteStream& stream, Format format, uint64_t length = 0);

}  // namespace threadlint::source
