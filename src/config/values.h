// What holds for every option, and who said so.
#pragma once

#include "config/options.h"

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::config {

// Where a value can come from; a later one overrules those before it.
enum class Layer : uint8_t { kDefault, kFile, kEnvironment, kCommandLine };
std::string_view Name(Layer layer);  // "default", "file", "environment", "command line"

struct Origin {
  Layer layer = Layer::kCommandLine;
  std::string place;  // of a file "PATH:LINE", of the environment the variable
};
// "default", ".threadlint.toml:3", "environment THREADLINT_SHOW" or "command line".
std::string Describe(const Origin& origin);
// How messages name an option: "--show", "THREADLINT_SHOW" or ".threadlint.toml:3: show".
std::string Where(std::string_view option, const Origin& origin);

struct Value {
  std::string text;  // flags: "true" or "false"
  Origin origin;
};

// A value that cannot be: "--show: what", "THREADLINT_SHOW: what", ".threadlint.toml:3: show:
// what".
class ValueError : public std::invalid_argument {
 public:
  ValueError(std::string_view option, const Origin& origin, std::string_view what);
};

// Makes the value of a flag "true" or "false". Throws ValueError if it says neither.
void NormalizeFlag(const Option& option, Value& value);

// Values by option. Only names of the table may be asked for.
class Values {
 public:
  // Takes the place of what was set before; an empty list takes back what a lower layer says.
  void Set(std::string_view name, std::vector<Value> values);
  // From the command line.
  void Set(std::string_view name, std::vector<std::string> values);
  void Remove(std::string_view name);

  // Somebody gave a value.
  bool Has(std::string_view name) const;
  bool Flag(std::string_view name) const { return Text(name) == "true"; }
  // The last value given, else the option's default.
  std::string Text(std::string_view name) const;
  std::vector<std::string> List(std::string_view name) const;
  // The same where one value may name several things: "TL101,TL2".
  std::vector<std::string> CommaList(std::string_view name) const;

  // List or CommaList, whatever the option is, with origins; the default where nothing is given.
  std::vector<Value> All(std::string_view name) const;
  // The last value with its origin.
  Value Last(std::string_view name) const;
  // What was set by any layer, as it was set; null if nothing was. An empty list was taken back.
  const std::vector<Value>* Given(std::string_view name) const;

  // Read what a value says with bool parse(std::string_view, T&); throw ValueError where it cannot:
  // "'wrong' is not understood; it takes …".
  template <typename T, typename Parse>
  T Read(std::string_view name, const Parse& parse, std::string_view takes) const {
    return ReadOne<T>(name, Last(name), parse, takes);
  }
  template <typename T, typename Parse>
  std::vector<T> ReadAll(std::string_view name, const Parse& parse, std::string_view takes) const {
    std::vector<T> out;
    for (const Value& value : All(name)) out.push_back(ReadOne<T>(name, value, parse, takes));
    return out;
  }

 private:
  template <typename T, typename Parse>
  static T ReadOne(std::string_view name, const Value& value, const Parse& parse,
                   std::string_view takes) {
    T out{};
    if (!parse(std::string_view(value.text), out)) Reject(name, value, takes);
    return out;
  }
  [[noreturn]] static void Reject(std::string_view name, const Value& value,
                                  std::string_view takes);

  std::map<std::string, std::vector<Value>, std::less<>> values_;
};

}  // namespace threadlint::config
