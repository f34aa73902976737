// threadlint.ignore: findings that the user has looked at and accepts, each with his reason.
#pragma once

#include "verdict/selector.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::verdict {

// A line of the file.
struct Suppression {
  std::string path;
  uint64_t line = 0;
  std::string key;              // as written
  std::string fingerprint;      // lower case; empty: it names a mail
  std::string message_id;       // without brackets
  std::vector<Selector> rules;  // empty: all
  std::string until;            // "2025-03-01", the last day on which it counts; empty: for ever
  int64_t until_day = 0;        // since 1970
  std::string reason;
};

// FINGERPRINT|<message-id> [RULE…] [until YYYY-MM-DD]: reason
// Empty lines and those that begin with # say nothing. Throws std::invalid_argument,
// "path:line: what is wrong", for the first wrong line.
std::vector<Suppression> ParseSuppressions(const std::string& path, std::string_view text);

// "2025-03-01" as days since 1970; false if it is no day.
bool ParseDay(std::string_view text, int64_t& days);

}  // namespace threadlint::verdict
