#include "cli/redact_options.h"

#include "cli/run.h"
#include "util/ascii.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <sys/stat.h>

namespace threadlint::cli {
namespace {

constexpr size_t kFewestBytes = 16;
constexpr size_t kMostBytes = size_t{64} << 10;

// What to do about it.
std::string MakeOne(const std::string& path) {
  return fmt::format("make one with: (umask 077; head -c 32 /dev/urandom | base64 > {})",
                     path.empty() ? "FILE" : path);
}

std::string ReadKey(const config::Value& path) {
  const auto fail = [&](const std::string& what) {
    throw config::ValueError("redact-key", path.origin,
                             fmt::format("{}: {}; {}", path.text, what, MakeOne(path.text)));
  };
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.text.c_str(), "rbe"));
  if (file == nullptr)
    fail(errno == ENOENT ? "there is no such file"
                         : fmt::format("cannot be read: {}", strerrordesc_np(errno)));
  std::string bytes(kMostBytes + 1, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  if (std::ferror(file.get()) != 0) fail("cannot be read");
  if (bytes.size() > kMostBytes) fail("longer than 64 KiB: this is no key");
  // An editor's line end is no part of the secret.
  std::string key(util::Trim(bytes));
  if (key.size() < kFewestBytes)
    fail(fmt::format("holds {} bytes; a key is at least {}", key.size(), kFewestBytes));
  struct stat status = {};
  if (fstat(fileno(file.get()), &status) == 0 && S_ISREG(status.st_mode) &&
      (status.st_mode & (S_IRGRP | S_IROTH)) != 0)
    Complain(
        fmt::format("--redact-key: others may read {}, and with it undo the pseudonyms by "
                    "trying; chmod 600 {}",
                    path.text, path.text));
  return key;
}

}  // namespace

void ReadRedaction(const config::Values& values, Options& out) {
  const config::Value path = values.Last("redact-key");
  // Who gives a key wants to redact, unless he says that he does not.
  const auto* said = values.Given("redact");
  const bool open = said != nullptr && !said->empty() && !values.Flag("redact");
  out.redact = values.Flag("redact") || (!path.text.empty() && !open);
  if (out.redact && !path.text.empty()) out.redact_key = ReadKey(path);
}

}  // namespace threadlint::cli
