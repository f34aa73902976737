#include "util/hmac.h"

#include <algorithm>
#include <string>

namespace threadlint::util {
namespace {

constexpr size_t kBlock = 64;  // of SHA-256
constexpr char kInner = 0x36, kOuter = 0x5C;

std::string_view Bytes(const Sha256Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string Padded(const std::string& key, char with) {
  std::string out = key;
  for (char& c : out) c = static_cast<char>(c ^ with);
  return out;
}

}  // namespace

Sha256Digest HmacSha256(std::string_view key, std::string_view bytes) {
  std::string block(key);
  if (block.size() > kBlock) block = std::string(Bytes(Sha256Of(key)));
  block.resize(kBlock);
  Sha256 hash;
  hash.Update(Padded(block, kInner));
  hash.Update(bytes);
  const Sha256Digest inner = hash.Finish();
  hash.Update(Padded(block, kOuter));
  hash.Update(Bytes(inner));
  return hash.Finish();
}

}  // namespace threadlint::util
