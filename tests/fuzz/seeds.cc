// Gives each target its seeds, without libFuzzer: seeds TARGET=FOLDER… A target of which no folder
// is named or has a seed, or a name that no target has, is an error.
#include "fuzz/target.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace threadlint::fuzz {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

size_t RunSeeds(const Target& target, const fs::path& folder) {
  size_t seeds = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    // Said before, so that a crash names its seed.
    std::fprintf(stderr, "%s\n", entry.path().c_str());
    target.run(ReadAll(entry.path()));
    ++seeds;
  }
  return seeds;
}

int RunAll(int count, char** arguments) {
  std::map<std::string, size_t> seeds;
  for (const Target& target : Targets()) seeds[std::string(target.name)] = 0;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    const std::string name = argument.substr(0, argument.find('='));
    const auto target = std::ranges::find(Targets(), name, &Target::name);
    if (target == Targets().end() || name.size() == argument.size()) {
      std::fprintf(stderr, "%s: no TARGET=FOLDER\n", argument.c_str());
      return 2;
    }
    seeds[name] += RunSeeds(*target, argument.substr(name.size() + 1));
  }
  int status = 0;
  for (const auto& [name, ran] : seeds) {
    std::printf("%s: %zu seeds\n", name.c_str(), ran);
    if (ran == 0) status = 1;
  }
  return status;
}

}  // namespace
}  // namespace threadlint::fuzz

int main(int argc, char** argv) { return threadlint::fuzz::RunAll(argc, argv); }
