#include "cases/short_id.h"

#include "util/sha256.h"

#include <algorithm>
#include <cstdint>

namespace threadlint::cases {
namespace {

// No 0 o 1 l i: they are mistaken for each other when read from paper. No u: no accidental words.
constexpr std::string_view kAlphabet = "23456789abcdefghjkmnpqrstvwxyz";
constexpr size_t kLength = 7;
constexpr size_t kLongest = 26;
constexpr size_t kPacked = 13;  // as many letters as a number of 64 bits holds

// What a name is called, by its first letters: there may be millions.
struct Entry {
  uint64_t letters = 0;  // digits of a number, so that numbers are in the order of the letters
  uint32_t at = 0;       // into the names
};

uint64_t PackedLetters(std::string_view name) {
  const util::Sha256Digest digest = util::Sha256Of(name);
  uint64_t out = 0;
  for (size_t i = 0; i < kPacked; ++i) out = out * kAlphabet.size() + digest[i] % kAlphabet.size();
  return out;
}

std::string AllLetters(std::string_view name) {
  const util::Sha256Digest digest = util::Sha256Of(name);
  std::string out;
  for (size_t i = 0; i < kLongest; ++i) out += kAlphabet[digest[i] % kAlphabet.size()];
  return out;
}

std::string Unpack(uint64_t letters) {
  std::string out(kPacked, kAlphabet.front());
  for (size_t i = kPacked; i-- > 0; letters /= kAlphabet.size())
    out[i] = kAlphabet[letters % kAlphabet.size()];
  return out;
}

size_t CommonPrefix(const Entry& a, const Entry& b, const std::vector<std::string_view>& names) {
  if (a.letters == b.letters) {
    const std::string x = AllLetters(names[a.at]), y = AllLetters(names[b.at]);
    return static_cast<size_t>(std::ranges::mismatch(x, y).in1 - x.begin());
  }
  size_t n = kPacked;
  for (uint64_t x = a.letters, y = b.letters; x != y; --n) {
    x /= kAlphabet.size();
    y /= kAlphabet.size();
  }
  return n;
}

}  // namespace

std::vector<std::string> ShortIds(char prefix, const std::vector<std::string_view>& names) {
  std::vector<Entry> order(names.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = {PackedLetters(names[i]), i};
  std::sort(order.begin(), order.end(), [&](const Entry& a, const Entry& b) {
    if (a.letters != b.letters || a.at == b.at) return a.letters < b.letters;
    return AllLetters(names[a.at]) < AllLetters(names[b.at]);
  });

  std::vector<std::string> out(names.size());
  for (size_t i = 0; i < order.size(); ++i) {
    size_t shared = 0;
    if (i > 0) shared = CommonPrefix(order[i], order[i - 1], names);
    if (i + 1 < order.size())
      shared = std::max(shared, CommonPrefix(order[i], order[i + 1], names));
    const size_t length = std::min(kLongest, std::max(kLength, shared + 1));
    const Entry& entry = order[i];
    out[entry.at] =
        prefix +
        (length > kPacked ? AllLetters(names[entry.at]) : Unpack(entry.letters)).substr(0, length);
  }
  return out;
}

}  // namespace threadlint::cases
