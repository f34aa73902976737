#include "cli/effective.h"

#include "cli/lint_options.h"
#include "cli/run.h"
#include "config/environment.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace threadlint::cli {
namespace {

using config::Layer;
using config::Value;
using config::Values;

std::vector<std::string_view> EnvironmentEntries() {
  std::vector<std::string_view> out;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry)
    out.emplace_back(*entry);
  return out;
}

// --config goes before THREADLINT_NO_CONFIG, and so on; of one layer it is one of the two.
config::FoundSettings Find(const Values& values) {
  const Value file = values.Last("config"), none = values.Last("no-config");
  const Layer file_layer = values.Has("config") ? file.origin.layer : Layer::kDefault;
  const Layer none_layer = values.Flag("no-config") ? none.origin.layer : Layer::kDefault;
  if (file_layer != Layer::kDefault && file_layer == none_layer)
    throw std::invalid_argument(fmt::format("{} and {}: one of them at a time",
                                            config::Where("config", file.origin),
                                            config::Where("no-config", none.origin)));
  if (file_layer > none_layer) {
    if (file.text.empty())
      throw config::ValueError("config", file.origin,
                               "'' is not understood; it takes the name of a file");
    return {file.text, {}};
  }
  if (none_layer != Layer::kDefault) return {};
  return config::FindSettings({}, config::UserSettingsPath());
}

config::Settings Read(const Arguments& arguments) {
  const config::Origin origin = arguments.values.Last("config").origin;
  try {
    return config::ReadSettings(arguments.found.path);
  } catch (const config::SettingsError& error) {
    // Who does not see the name on his command line is told where it comes from.
    if (origin.layer == Layer::kEnvironment)
      throw config::ValueError("config", origin, error.what());
    throw;
  }
}

// Throws for what no command could use.
void Check(const Values& values, const config::Settings& settings) {
  (void)ToLintOptions(values, settings);
  CheckWriting(values);
}

}  // namespace

void AddLayers(Arguments& arguments) {
  config::Layers& layers = arguments.layers;
  layers.environment = config::ReadEnvironment(EnvironmentEntries());
  arguments.values = config::Combine(arguments.command, layers);
  if (!config::Takes(arguments.command, *config::FindOption("config"))) return;
  arguments.found = Find(arguments.values);
  if (!arguments.found.path.empty()) arguments.settings = Read(arguments);
  layers.file = arguments.settings.values;
  arguments.values = config::Combine(arguments.command, layers);
  Check(config::Combine(config::kConfig, layers), arguments.settings);
}

}  // namespace threadlint::cli
