// Every key of .threadlint.toml once: its type, its default, its words in the manual. Its keys for
// options will be those of the table of options.
#pragma once

#include "config/options.h"

#include <span>
#include <string_view>

namespace threadlint::config {

struct Key {
  std::string_view name;
  Kind kind = Kind::kText;    // text, or a flag: true or false
  bool required = false;      // then it is not empty either
  std::string_view fallback;  // value where it is not given; flags: "true" or "false"
};

// Keys of a table [[tokens.scheme]]: the columns of the token catalogue, in their order.
std::span<const Key> SchemeKeys();

}  // namespace threadlint::config
