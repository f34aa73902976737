// JSON against a schema.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace threadlint::test {

// What does not fit the schema in that file of the tree, and where, a line each; empty: it fits.
std::string Violations(const nlohmann::json& document, const std::string& schema_path);

}  // namespace threadlint::test
