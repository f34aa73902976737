#include "verdict/pseudonyms.h"

#include "util/ascii.h"
#include "util/hmac.h"
#include "util/sha256.h"
#include "verdict/shape.h"

#include <fmt/format.h>

namespace threadlint::verdict {
namespace {

// 32 letters, so that five bits are one. No 0 O 1 I: they are mistaken for each other.
constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr size_t kBits = 5;
// Two of 100,000 values are called the same once in 200 such reports.
constexpr size_t kCodeLength = 8;

std::string KeyOf(std::string_view space, std::string_view normal) {
  std::string out(space);
  out += '\0';
  return out.append(normal);
}

std::string LettersOf(const util::Sha256Digest& digest, size_t length) {
  std::string out;
  size_t bits = 0;
  unsigned value = 0;
  for (size_t i = 0; out.size() < length && i < digest.size(); ++i) {
    value = (value << 8 | digest[i]) & 0xFFFU;
    for (bits += 8; bits >= kBits && out.size() < length; bits -= kBits)
      out += kAlphabet[value >> (bits - kBits) & (kAlphabet.size() - 1)];
  }
  return out;
}

// 1 is A, 27 is AA.
std::string LettersOf(uint64_t number) {
  constexpr uint64_t kLetters = 26;
  std::string out;
  for (; number > 0; number = (number - 1) / kLetters)
    out.insert(out.begin(), static_cast<char>('A' + (number - 1) % kLetters));
  return out;
}

}  // namespace

std::string Pseudonyms::Code(std::string_view space, std::string_view normal, size_t length) const {
  const std::string bytes = KeyOf(space, normal);
  return LettersOf(key_.empty() ? util::Sha256Of(bytes) : util::HmacSha256(key_, bytes), length);
}

const std::string& Pseudonyms::Numbered(std::string_view prefix, std::string_view space,
                                        std::string_view normal) {
  std::string& out = known_[KeyOf(space, normal)];
  if (!out.empty()) return out;
  if (in_shape_ && util::IsUpper(prefix.front())) return out = NameLike(key_, normal);
  out = key_.empty() ? fmt::format("{}-{}", prefix, ++last_number_[std::string(prefix)])
                     : fmt::format("{}-{}", prefix, Code(space, normal, kCodeLength));
  return out;
}

const std::string& Pseudonyms::Lettered(std::string_view prefix, std::string_view space,
                                        std::string_view normal, std::string_view written) {
  std::string& out = known_[KeyOf(space, normal)];
  if (!out.empty()) return out;
  if (in_shape_) return out = ShapeOf(key_, written.empty() ? normal : written);
  out = fmt::format("{}#{}", prefix,
                    key_.empty() ? LettersOf(++letters_) : Code(space, normal, kCodeLength));
  return out;
}

const std::string* Pseudonyms::Find(std::string_view space, std::string_view normal) const {
  const auto at = known_.find(KeyOf(space, normal));
  return at == known_.end() ? nullptr : &at->second;
}

void Pseudonyms::Alias(std::string_view space, std::string_view normal,
                       const std::string& pseudonym) {
  known_.try_emplace(KeyOf(space, normal), pseudonym);
}

}  // namespace threadlint::verdict
