// .threadlint.toml: it is read, or refused with the line.
#include "config/settings.h"
#include "fuzz/target.h"

namespace threadlint::fuzz {
namespace {

void Run(std::string_view bytes) {
  try {
    const config::Settings settings = config::ParseSettings(bytes, "a.toml");
    Require(settings.path == "a.toml", "settings know their file");
  } catch (const config::SettingsError& error) {
    Require(std::string_view(error.what()).starts_with("a.toml"), "an error names its file");
  }
}

const Registration kHere{{"config", Run}};

}  // namespace
}  // namespace threadlint::fuzz
