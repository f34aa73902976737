#include "cli/config_listing.h"
#include "report/json_tool.h"
#include "report/json_writer.h"

namespace threadlint::cli {
namespace {

std::string_view KindName(const config::Option& option) {
  switch (option.kind) {
    case config::Kind::kFlag:
      return "flag";
    case config::Kind::kText:
      return "text";
    case config::Kind::kList:
      break;
  }
  return option.Is(config::kTable) ? "table" : "list";
}

void WriteValue(const config::Value& value, bool flag, report::JsonWriter& json) {
  json.BeginObject(true);
  json.Key("value");
  if (flag) {
    json.Bool(value.text == "true");
  } else {
    json.String(value.text);
  }
  json.Member("layer", config::Name(value.origin.layer));
  if (!value.origin.place.empty()) json.Member("place", value.origin.place);
  json.EndObject();
}

void WriteOption(const config::Option& option, const config::Values& values,
                 report::JsonWriter& json) {
  const bool flag = option.kind == config::Kind::kFlag;
  json.BeginObject();
  json.Member("name", option.name);
  json.Member("kind", KindName(option));
  json.Key("variable");
  const std::string variable = config::VariableOf(option);
  variable.empty() ? json.Null() : json.String(variable);
  json.Key("values");
  json.BeginArray();
  if (option.kind == config::Kind::kList) {
    for (const config::Value& value : values.All(option.name)) WriteValue(value, false, json);
  } else if (const config::Value value = values.Last(option.name); flag || !value.text.empty()) {
    WriteValue(value, flag, json);
  }
  json.EndArray();
  json.EndObject();
}

void WriteScheme(const config::SchemeSetting& scheme, report::JsonWriter& json) {
  json.BeginObject(true);
  for (const auto& [key, value] : scheme.values)
    if (!value.text.empty()) json.Member(key, value.text);
  json.EndObject();
}

}  // namespace

void WriteConfigAsJson(const ConfigListing& listing, report::Output& output) {
  report::JsonWriter json(output);
  json.BeginObject();
  json.Member("schema_version", uint64_t{1});
  report::WriteTool(json, listing.hash);
  json.Key("file");
  listing.found.path.empty() ? json.Null() : json.String(listing.found.path);
  json.Key("looked_at");
  json.BeginArray();
  for (const std::string& path : listing.found.looked_at) json.String(path);
  json.EndArray();
  json.Key("options");
  json.BeginArray();
  for (const config::Option& option : config::Options())
    if (config::Takes(config::kConfig, option) && !option.Is(config::kNoKey))
      WriteOption(option, listing.values, json);
  json.EndArray();
  json.Key("token_roles");
  json.BeginArray();
  for (const config::RoleSetting& role : listing.settings.roles) {
    json.BeginObject(true);
    json.Member("family", role.family);
    json.Member("role", role.role.text);
    json.EndObject();
  }
  json.EndArray();
  json.Key("token_schemes");
  json.BeginArray();
  for (const config::SchemeSetting& scheme : listing.settings.schemes) WriteScheme(scheme, json);
  json.EndArray();
  json.EndObject();
}

}  // namespace threadlint::cli
