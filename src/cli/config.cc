// threadlint config
#include "cli/config_listing.h"
#include "cli/lint_options.h"
#include "cli/report_file.h"
#include "cli/run.h"
#include "cli/severity_option.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace threadlint::cli {
namespace {

// How the listing is written: --output of this very command line. What check would write is among
// the options shown.
struct Form {
  bool json = false;
  std::string path;  // empty: standard output
};

bool ParseForm(std::string_view text, Form& out) {
  const size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  out.json = name == "json";
  if (colon != std::string_view::npos) out.path = text.substr(colon + 1);
  if (colon != std::string_view::npos && out.path.empty()) return false;
  if (out.path == "-") out.path.clear();
  return out.json || name == "text";
}

}  // namespace

int RunConfig(const Arguments& arguments) {
  config::Layers layers = arguments.layers;
  Form form;
  if (layers.command_line.Has("output"))
    form = layers.command_line.Read<Form>("output", ParseForm,
                                          "text or json, or FORMAT:PATH with them");
  layers.command_line.Remove("output");
  config::Values values = config::Combine(config::kConfig, layers);
  values.Set("severity", ReadSeverities(values));
  const Options options = ToLintOptions(values, arguments.settings);
  const ConfigListing listing{values, arguments.settings, arguments.found, options.config_hash};
  ReportFile file(form.path);
  if (form.json) {
    WriteConfigAsJson(listing, file);
  } else {
    file.Write(ConfigAsToml(listing));
  }
  return Close(file);
}

}  // namespace threadlint::cli
