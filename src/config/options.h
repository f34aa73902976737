// Every option once: its flag, its configuration key, its words in help and manual.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::config {

// Commands that take an option, as a set of bits.
enum Command : uint16_t {
  kCheck = 1,
  kCases = 2,
  kCase = 4,
  kRule = 8,
  kTokens = 16,
  kWording = 32
};
inline constexpr uint16_t kReading = kCheck | kCases | kCase | kTokens;

enum class Kind : uint8_t { kFlag, kText, kList };

struct Option {
  std::string_view name;        // "--with" without the dashes; also the configuration key
  std::string_view short_name;  // "" or one letter
  Kind kind = Kind::kFlag;
  std::string_view metavar;   // empty for flags
  std::string_view fallback;  // value where none is given
  uint16_t commands = 0;
  std::string_view group;  // heading in help
  std::string_view help;   // a sentence without its full stop
};

std::span<const Option> Options();
const Option* FindOption(std::string_view name);

// "TL101, TL2" as two.
std::vector<std::string> SplitCommas(std::string_view text);

// What was given, by option name.
class Values {
 public:
  void Set(std::string_view name, std::vector<std::string> values) {
    values_[std::string(name)] = std::move(values);
  }
  bool Has(std::string_view name) const { return values_.contains(std::string(name)); }
  bool Flag(std::string_view name) const { return Has(name); }
  // The last value given, else the option's fallback.
  std::string Text(std::string_view name) const;
  std::vector<std::string> List(std::string_view name) const;
  // The same where one value may name several things: "TL101,TL2".
  std::vector<std::string> CommaList(std::string_view name) const;

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

}  // namespace threadlint::config
