#include "cases/plus_address.h"

#include "util/ascii.h"

#include <algorithm>

namespace threadlint::cases {

std::optional<PlusAddress> ParsePlusAddress(std::string_view address) {
  const size_t at = address.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view local = address.substr(0, at);
  // "reply+X"@ is reply+X@ (RFC 5322 section 3.4.1: the quotes mean nothing).
  if (local.size() > 2 && local.starts_with('"') && local.ends_with('"'))
    local = local.substr(1, local.size() - 2);
  const size_t plus = local.find('+');
  if (plus == std::string_view::npos || plus == 0 || plus + 1 == local.size()) return std::nullopt;
  const std::string_view detail = local.substr(plus + 1);
  // "list-bounces+joe=example.com@": the recipient's own address, with '=' for '@'.
  const size_t equals = detail.rfind('=');
  const bool verp =
      equals != std::string_view::npos && detail.find('.', equals) != std::string_view::npos;
  if (verp || util::StartsWithIgnoreCase(local, "prvs=") ||
      util::StartsWithIgnoreCase(local, "srs0") || util::StartsWithIgnoreCase(local, "srs1"))
    return std::nullopt;
  PlusAddress out;
  out.base = util::LowerAscii(local.substr(0, plus)) + util::LowerAscii(address.substr(at));
  out.detail = detail;
  return out;
}

std::optional<PlusAddress> ParseTailAddress(std::string_view address, bool digit) {
  constexpr size_t kShortest = 4;
  const size_t at = address.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view local = address.substr(0, at);
  const size_t cut = local.find_last_of("-._=");
  if (cut == std::string_view::npos || cut == 0) return std::nullopt;
  const std::string_view tail = local.substr(cut + 1);
  if (tail.size() < kShortest || local.find('+') != std::string_view::npos) return std::nullopt;
  if (digit && !std::ranges::any_of(tail, util::IsDigit)) return std::nullopt;
  PlusAddress out;
  out.base =
      util::LowerAscii(local.substr(0, cut + 1)) + "*" + util::LowerAscii(address.substr(at));
  out.detail = tail;
  return out;
}

}  // namespace threadlint::cases
