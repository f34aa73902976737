#include "violations.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <sstream>

namespace threadlint::test {

std::string Violations(const nlohmann::json& document, const std::string& schema_path) {
  using Adapter = valijson::adapters::NlohmannJsonAdapter;
  std::ifstream in(THREADLINT_SOURCE_DIR "/" + schema_path);
  const nlohmann::json read = nlohmann::json::parse(in);
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(Adapter(read), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  std::ostringstream out;
  if (!validator.validate(schema, Adapter(document), &results)) {
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
      for (const std::string& step : error.context) out << step;
      out << ": " << error.description << "\n";
    }
    if (out.str().empty()) out << "it does not fit\n";
  }
  return out.str();
}

}  // namespace threadlint::test
