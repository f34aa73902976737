// Where SARIF results stand: files, the mails in them, and lines.
#pragma once

#include "report/json_writer.h"
#include "report/reference.h"

#include <threadlint/report.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {

struct SarifPlace {
  std::string path;
  uint64_t line = 1;
  MessageIndex message = kNoMessage;
  std::string words;  // shown with it, ready for a message object; empty: none
};

SarifPlace PlaceOf(const Evidence& evidence);
// Where that mail begins.
SarifPlace PlaceOf(const Report& report, MessageIndex message);

// The files and mails that results name, as the run's artifacts.
class SarifArtifacts {
 public:
  SarifArtifacts(const Report& report, std::string directory,
                 const std::vector<const SarifPlace*>& places);

  void WriteArtifacts(JsonWriter& json) const;

  // A location object with what an object of SARIF's "location" needs; `id`, if not 0, is what
  // links in the result's message name.
  void WriteLocation(const SarifPlace& place, std::string_view case_id, uint64_t id,
                     JsonWriter& json) const;
  // "artifactLocation": { … }
  void WriteArtifactLocation(const std::string& path, JsonWriter& json) const;

 private:
  struct File {
    uint64_t index = 0;
    std::set<MessageIndex> mails;
    MessageIndex whole = kNoMessage;  // the mail that is all of the file
  };
  void WriteFile(const std::string& path, const File& file, JsonWriter& json) const;
  void WriteMail(MessageIndex message, JsonWriter& json) const;

  const Report& report_;
  std::string directory_;
  std::map<std::string, File> files_;  // by path; they stand first among the artifacts
};

// What relative paths are relative to.
inline constexpr std::string_view kSarifRoot = "%SRCROOT%";

}  // namespace threadlint::report
