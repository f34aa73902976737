// Which program wrote a file of JSON.
#pragma once

#include "report/json_writer.h"

#include <optional>
#include <string_view>

namespace threadlint::report {

// The member "tool" of the current object; `config_hash` and `redacted` stand in it where they are
// said.
void WriteTool(JsonWriter& json, std::optional<std::string_view> config_hash,
               bool redacted = false);

}  // namespace threadlint::report
