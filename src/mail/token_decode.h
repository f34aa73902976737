// How the groups that a pattern of the token catalogue found become the key of a case.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace threadlint::mail {

// groups[0] is the whole match; groups that took no part are empty. Nothing if what matched is no
// token after all: a checksum fails, a word says that the number is an order's.
using TokenDecoder = std::optional<std::string> (*)(std::span<const std::string_view> groups);

// The decoder of that name; null if there is none.
TokenDecoder FindTokenDecoder(std::string_view name);

// Column `decode` of a row: the name of a decoder, or a template in which $1 to $9 are groups and
// all else stands for itself.
class TokenKey {
 public:
  // Throws std::invalid_argument if it is neither.
  explicit TokenKey(std::string_view decode);

  // Nothing, too, if the key would be empty.
  std::optional<std::string> Of(std::span<const std::string_view> groups) const;

 private:
  TokenDecoder decoder_ = nullptr;
  std::string template_;
};

}  // namespace threadlint::mail
