// What a file is, from its first bytes.
#pragma once

#include "source/inventory.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace threadlint::source {

// So much of a file's start is enough for Sniff().
inline constexpr size_t kSniffBytes = size_t{64} << 10;

enum class Content : uint8_t {
  kOther,  // no mail, as far as can be seen
  kEmpty,
  kMail,        // `format` says which
  kCompressed,  // gzip, bzip2, xz, lzma, zstd, lz4: one file, or a tar archive
  kArchive,     // zip, tar, 7z
  kPst,         // Outlook's mailbox, [MS-PST] 2.2.2.6
  kOle,         // compound file: Outlook's .msg among others, [MS-CFB] 2.2
};

struct Sniffed {
  Content content = Content::kOther;
  Format format = Format::kUnknown;
  bool lone_cr = false;  // mail whose lines end in CR alone, see LoneCrStream
};

// `start` holds the first kSniffBytes of the file, or all of it. `name` is its last path part:
// ".eml" and ".emlx" say one mail where the bytes allow more than that. `named` asks for less proof
// of a file that the user pointed at than of one met in a walk.
Sniffed Sniff(std::string_view start, std::string_view name, bool named);

}  // namespace threadlint::source
