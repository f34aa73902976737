// Every option once: its flag, its configuration key, its environment variable, its words in help
// and manual. A row is all that a new one needs.
#pragma once

#include <cstdint>
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
  kWording = 32,
  kConfig = 64,  // takes what check takes, and is in no row
  kBaseline = 128,
  kCompletion = 256,
  kReply = 512,
  kCaseFile = 1024,
  kStats = 2048,
};
inline constexpr uint16_t kReading =
    kCheck | kCases | kCase | kTokens | kBaseline | kReply | kCaseFile | kStats;

enum class Kind : uint8_t { kFlag, kText, kList };

// What else is true of an option, as a set of bits. Without any it may stand in a file and in the
// environment, and counts for the configuration's hash.
enum Trait : uint16_t {
  kNoKey = 1,        // stands in no file
  kNoVariable = 2,   // has no environment variable
  kPath = 4,         // a path: in a file, a relative one begins at the file's folder
  kOutputPath = 8,   // FORMAT:PATH, likewise
  kCommas = 16,      // one value may name several: "TL101,TL2"
  kTable = 32,       // NAME=VALUE; in a file a table of them
  kForCheck = 64,    // file and environment count for check alone
  kNoFinding = 128,  // changes nothing that is found: not in the hash
  kNoUndo = 256,     // no flag takes it back
  kCommon = 512,     // stands in the short help
};

struct Option {
  std::string_view name;        // "--with" without the dashes; also the configuration key
  std::string_view short_name;  // "" or one letter
  Kind kind = Kind::kFlag;
  std::string_view metavar;   // empty for flags
  std::string_view fallback;  // value where none is given
  uint16_t commands = 0;
  std::string_view group;  // heading in help
  std::string_view help;   // a sentence without its full stop
  uint16_t traits = 0;
  std::string_view more = {};  // further sentences of the manual

  bool Is(Trait trait) const { return (traits & trait) != 0; }
};

std::span<const Option> Options();
const Option* FindOption(std::string_view name);
bool Takes(Command command, const Option& option);

// "fail-on" as "THREADLINT_FAIL_ON"; empty if there is none.
std::string VariableOf(const Option& option);

// The name of the flag that undoes what the file or the environment says: "no-all" for "all",
// "suppressions" for "no-suppressions". Empty where a value says it: options with a default, and
// those that stand neither in a file nor in the environment.
std::string NegationOf(const Option& option);

// "TL101, TL2" as two.
std::vector<std::string> SplitCommas(std::string_view text);

}  // namespace threadlint::config
