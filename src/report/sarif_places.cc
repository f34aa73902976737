#include "report/sarif_places.h"

#include "report/paths.h"
#include "util/ascii.h"

#include <algorithm>
#include <utility>

namespace threadlint::report {
namespace {

// Offsets and hashes in these are those of what they hold.
constexpr std::string_view kPacked[] = {".gz", ".xz", ".zst", ".bz2"};

bool IsPacked(std::string_view path) {
  return std::ranges::any_of(
      kPacked, [&](std::string_view end) { return util::EndsWithIgnoreCase(path, end); });
}

}  // namespace

SarifPlace PlaceOf(const Evidence& e) {
  return {e.path, std::max<uint64_t>(e.line, 1), e.message, {}};
}

SarifPlace PlaceOf(const Report& report, MessageIndex i) {
  const uint64_t line = i < report.lines.size() ? report.lines[i] : 0;
  return {report.mail.files[report.mail.messages[i].file].path, std::max<uint64_t>(line, 1), i, {}};
}

SarifArtifacts::SarifArtifacts(const Report& report, std::string directory,
                               const std::vector<const SarifPlace*>& places)
    : report_(report), directory_(std::move(directory)) {
  for (const SarifPlace* place : places) {
    File& file = files_[place->path];
    if (place->message != kNoMessage) file.mails.insert(place->message);
  }
  uint64_t index = 0;
  for (auto& [path, file] : files_) {
    file.index = index++;
    if (file.mails.size() != 1 || IsPacked(path)) continue;
    // A mail in a mailbox has a separator before it.
    const MessageIndex only = *file.mails.begin();
    if (report.mail.messages[only].offset == 0) file.whole = only;
  }
}

void SarifArtifacts::WriteArtifactLocation(const std::string& path, JsonWriter& json) const {
  const std::string uri = UriOf(path, directory_);
  json.Key("artifactLocation");
  json.BeginObject();
  json.Member("uri", uri);
  if (!uri.starts_with("file:")) json.Member("uriBaseId", kSarifRoot);
  const auto at = files_.find(path);
  if (at != files_.end()) json.Member("index", at->second.index);
  json.EndObject();
}

void SarifArtifacts::WriteMail(MessageIndex i, JsonWriter& json) const {
  const Message& m = report_.mail.messages[i];
  json.Member("length", m.length);
  json.Member("mimeType", "message/rfc822");
  if (const auto at = report_.sha256.find(i); at != report_.sha256.end()) {
    json.Key("hashes");
    json.BeginObject();
    json.Member("sha-256", at->second);
    json.EndObject();
  }
  json.Key("properties");
  json.BeginObject();
  json.Member("messageId", MessageName(report_.mail, m));
  json.EndObject();
}

void SarifArtifacts::WriteFile(const std::string& path, const File& file, JsonWriter& json) const {
  const std::string uri = UriOf(path, directory_);
  json.BeginObject(true);
  json.Key("location");
  json.BeginObject();
  json.Member("uri", uri);
  if (!uri.starts_with("file:")) json.Member("uriBaseId", kSarifRoot);
  json.EndObject();
  json.Key("roles");
  json.BeginArray();
  json.String("analysisTarget");
  json.EndArray();
  if (file.whole != kNoMessage) {
    WriteMail(file.whole, json);
  } else if (!file.mails.empty() && !IsPacked(path)) {
    json.Member("mimeType", "application/mbox");
  }
  json.EndObject();
}

void SarifArtifacts::WriteArtifacts(JsonWriter& json) const {
  json.Key("artifacts");
  json.BeginArray();
  for (const auto& [path, file] : files_) WriteFile(path, file, json);
  for (const auto& [path, file] : files_) {
    if (file.whole != kNoMessage) continue;
    for (const MessageIndex i : file.mails) {
      json.BeginObject(true);
      json.Member("parentIndex", file.index);
      json.Member("offset", report_.mail.messages[i].offset);
      WriteMail(i, json);
      json.EndObject();
    }
  }
  json.EndArray();
}

void SarifArtifacts::WriteLocation(const SarifPlace& place, std::string_view case_id, uint64_t id,
                                   JsonWriter& json) const {
  json.BeginObject(true);
  if (id != 0) json.Member("id", id);
  json.Key("physicalLocation");
  json.BeginObject();
  WriteArtifactLocation(place.path, json);
  json.Key("region");
  json.BeginObject();
  json.Member("startLine", place.line);
  json.EndObject();
  if (place.message != kNoMessage) {
    // The mail. Not in "region": that is the line, and one region must not be two.
    json.Key("contextRegion");
    json.BeginObject();
    json.Member("byteOffset", report_.mail.messages[place.message].offset);
    json.Member("byteLength", report_.mail.messages[place.message].length);
    json.EndObject();
  }
  json.EndObject();
  if (place.message != kNoMessage) {
    const std::string name = MessageName(report_.mail, report_.mail.messages[place.message]);
    json.Key("logicalLocations");
    json.BeginArray();
    json.BeginObject();
    json.Member("name", name);
    if (!case_id.empty()) json.Member("fullyQualifiedName", std::string(case_id) + "/" + name);
    json.Member("kind", "message");
    json.EndObject();
    json.EndArray();
  }
  if (!place.words.empty()) {
    json.Key("message");
    json.BeginObject();
    json.Member("text", place.words);
    json.EndObject();
  }
  json.EndObject();
}

}  // namespace threadlint::report
