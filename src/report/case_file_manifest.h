// What proves a case file: how it was made, of what, and the hashes of all its files.
#pragma once

#include "report/case_file.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {

// A file of the folder.
struct CaseFilePart {
  std::string path;  // below the folder, with '/'
  std::string sha256;
  uint64_t bytes = 0;
};

// What tells a case file from any other folder: the value of the member "kind" of its manifest.
inline constexpr std::string_view kCaseFileKind = "threadlint-case-file";
inline constexpr std::string_view kManifestName = "manifest.json";
inline constexpr std::string_view kChecksumsName = "SHA256SUMS";

// `command`: the words of the command line. No time and nothing of the machine goes in.
void WriteManifest(const CaseFile& file, const std::vector<std::string>& command,
                   std::span<const CaseFilePart> parts, Output& output);

// As sha256sum(1) writes and reads them.
std::string ChecksumLines(std::span<const CaseFilePart> parts);
// The paths that such lines name.
std::vector<std::string> ChecksumPaths(std::string_view lines);

}  // namespace threadlint::report
