// The effective configuration as `threadlint config` shows it.
#pragma once

#include "config/settings.h"
#include "config/values.h"
#include "report/report.h"

#include <string>

namespace threadlint::cli {

struct ConfigListing {
  const config::Values& values;      // that hold for check
  const config::Settings& settings;  // the file's tables of tokens
  const config::FoundSettings& found;
  std::string hash;
};

// As a .threadlint.toml that says the same, with comments on where everything comes from.
std::string ConfigAsToml(const ConfigListing& listing);
// As JSON, version 1. Names are fixed: add, never rename.
void WriteConfigAsJson(const ConfigListing& listing, report::Output& output);

}  // namespace threadlint::cli
