// What stands in place of a name or a number: the same for the same, and nothing of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace threadlint::verdict {

// With a key a pseudonym is an HMAC-SHA256 of what it stands for: the same in every report that is
// made with that key, and of no use to who does not have it. Without one they are counted in the
// order in which they are asked for.
class Pseudonyms {
 public:
  // `in_shape`: what stands in place of a number or a name looks like one (verdict/shape.h).
  explicit Pseudonyms(std::string key, bool in_shape = false)
      : key_(std::move(key)), in_shape_(in_shape) {}

  // "Customer-1", with a key "Customer-7QK3D9XA". The prefix is that of the first call for it.
  const std::string& Numbered(std::string_view prefix, std::string_view space,
                              std::string_view normal);
  // "order#A", with a key "order#7QK3D9XA".
  // `written`: as it stands in the text, if that is not `normal`.
  const std::string& Lettered(std::string_view prefix, std::string_view space,
                              std::string_view normal, std::string_view written = {});
  // Null if there is none yet.
  const std::string* Find(std::string_view space, std::string_view normal) const;
  // From now on `normal` of that space is called so too, if it is called nothing yet.
  void Alias(std::string_view space, std::string_view normal, const std::string& pseudonym);
  // Letters and digits that name it; without a key a mere hash of it.
  std::string Code(std::string_view space, std::string_view normal, size_t length) const;

 private:
  const std::string key_;
  const bool in_shape_;
  std::unordered_map<std::string, std::string> known_;     // by space and normal form
  std::unordered_map<std::string, uint64_t> last_number_;  // by prefix
  uint64_t letters_ = 0;                                   // given so far
};

}  // namespace threadlint::verdict
