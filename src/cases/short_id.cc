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

std::string Letters(std::string_view name) {
  const util::Sha256Digest digest = util::Sha256Of(name);
  std::string out;
  for (size_t i = 0; i < kLongest; ++i) out += kAlphabet[digest[i] % kAlphabet.size()];
  return out;
}

size_t CommonPrefix(const std::string& a, const std::string& b) {
  size_t n = 0;
  while (n < kLongest && a[n] == b[n]) ++n;
  return n;
}

}  // namespace

std::vector<std::string> ShortIds(char prefix, const std::vector<std::string_view>& names) {
  std::vector<std::string> letters;
  letters.reserve(names.size());
  for (const std::string_view name : names) letters.push_back(Letters(name));
  std::vector<size_t> order(names.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](size_t a, size_t b) { return letters[a] < letters[b]; });

  std::vector<std::string> out(names.size());
  for (size_t i = 0; i < order.size(); ++i) {
    size_t shared = 0;
    if (i > 0) shared = CommonPrefix(letters[order[i]], letters[order[i - 1]]);
    if (i + 1 < order.size())
      shared = std::max(shared, CommonPrefix(letters[order[i]], letters[order[i + 1]]));
    const size_t length = std::min(kLongest, std::max(kLength, shared + 1));
    out[order[i]] = prefix + letters[order[i]].substr(0, length);
  }
  return out;
}

}  // namespace threadlint::cases
