#include "source/inventory.h"

#include "source/walk.h"

#include <algorithm>
#include <tuple>

namespace threadlint::source {
namespace {

// "export/" and "export" are one input.
std::string WithoutTrailingSlashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

Inventory TakeInventory(const std::vector<std::string>& paths, const Limits& limits) {
  Inventory inventory;
  std::vector<std::string> sorted;
  sorted.reserve(paths.size());
  for (const std::string& path : paths) sorted.push_back(WithoutTrailingSlashes(path));
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  for (const std::string& path : sorted) {
    Input& input = inventory.inputs.emplace_back();
    input.path = path;
    const auto index = static_cast<uint32_t>(inventory.inputs.size() - 1);
    TakeInput(index, input, limits, inventory.units);
  }
  std::sort(inventory.units.begin(), inventory.units.end(), [](const Unit& a, const Unit& b) {
    return std::tie(a.input, a.path) < std::tie(b.input, b.path);
  });
  return inventory;
}

}  // namespace threadlint::source
