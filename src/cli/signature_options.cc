#include "cli/signature_options.h"

#include "cli/text_file.h"

#include <stdexcept>
#include <string_view>

namespace threadlint::cli {
namespace {

constexpr size_t kMostKeys = 16;  // MiB

bool ParseHost(std::string_view text, std::string& out) {
  out = text;
  return !text.empty() && text.find_first_of(" \t;=()\"<>") == std::string_view::npos;
}

}  // namespace

void ReadSignatureOptions(const config::Values& values, Options& out) {
  for (const config::Value& path : values.All("dkim-keys")) {
    try {
      out.dkim_keys.emplace_back(path.text, ReadTextFile(path.text, kMostKeys, "file of keys"));
    } catch (const std::invalid_argument& error) {
      throw config::ValueError("dkim-keys", path.origin, error.what());
    }
  }
  out.authserv_ids =
      values.ReadAll<std::string>("authserv-id", ParseHost,
                                  "the name that stands first in Authentication-Results, such as "
                                  "mx.mail.example");
  out.signatures = values.Flag("dkim") || !out.dkim_keys.empty() || !out.authserv_ids.empty();
}

}  // namespace threadlint::cli
