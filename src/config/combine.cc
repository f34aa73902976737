#include "config/combine.h"

#include <utility>

namespace threadlint::config {
namespace {

void CheckNamesSomething(const Option& option, const std::vector<Value>& values) {
  if (!option.Is(kCommas)) return;
  for (const Value& value : values)
    if (SplitCommas(value.text).empty())
      throw ValueError(option.name, value.origin,
                       "'' is not understood; it takes at least one value");
}

}  // namespace

Values Combine(Command command, const Layers& layers) {
  Values out;
  for (const Option& option : Options()) {
    if (!Takes(command, option)) continue;
    const bool only_line = option.Is(kForCheck) && command != kCheck && command != kConfig;
    for (const Values* layer : {&layers.file, &layers.environment, &layers.command_line}) {
      const std::vector<Value>* given = layer->Given(option.name);
      if (given == nullptr || (only_line && layer != &layers.command_line)) continue;
      CheckNamesSomething(option, *given);
      std::vector<Value> values;
      // What was taken back stays so.
      if (option.Is(kTable) && !given->empty() && out.Has(option.name))
        values = *out.Given(option.name);
      values.insert(values.end(), given->begin(), given->end());
      out.Set(option.name, std::move(values));
    }
  }
  return out;
}

}  // namespace threadlint::config
