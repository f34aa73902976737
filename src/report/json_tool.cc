#include "report/json_tool.h"

#include <threadlint/version.h>

namespace threadlint::report {

void WriteTool(JsonWriter& json, std::optional<std::string_view> config_hash, bool redacted) {
  json.Key("tool");
  json.BeginObject(true);
  json.Member("name", "threadlint");
  json.Member("version", kVersion);
  if (config_hash) json.Member("config_hash", *config_hash);
  if (redacted) json.Member("redacted", true);
  json.EndObject();
}

}  // namespace threadlint::report
