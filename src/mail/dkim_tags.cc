#include "mail/dkim_tags.h"

#include "mail/base64.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::mail {
namespace {

constexpr size_t kMostTags = 100;  // a dozen are defined

bool IsTagName(std::string_view name) {
  return !name.empty() && util::IsAlpha(name.front()) &&
         std::ranges::all_of(name, [](char c) { return util::IsAlnum(c) || c == '_'; });
}

}  // namespace

std::optional<std::vector<DkimTag>> ReadDkimTags(std::string_view text) {
  std::vector<DkimTag> out;
  while (true) {
    const size_t end = std::min(text.find(';'), text.size());
    const std::string_view item = util::Trim(text.substr(0, end));
    const bool last = end == text.size();
    if (item.empty()) {
      if (!last) return std::nullopt;
      return out;  // the list may end in ';'
    }
    const size_t equals = item.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const DkimTag tag{util::TrimRight(item.substr(0, equals)),
                      util::TrimLeft(item.substr(equals + 1))};
    if (!IsTagName(tag.name) || FindTag(out, tag.name) != nullptr || out.size() == kMostTags)
      return std::nullopt;
    out.push_back(tag);
    if (last) return out;
    text.remove_prefix(end + 1);
  }
}

const DkimTag* FindTag(const std::vector<DkimTag>& tags, std::string_view name) {
  const auto at = std::ranges::find(tags, name, &DkimTag::name);
  return at == tags.end() ? nullptr : &*at;
}

std::string_view TagValue(const std::vector<DkimTag>& tags, std::string_view name) {
  const DkimTag* tag = FindTag(tags, name);
  return tag == nullptr ? std::string_view() : tag->value;
}

std::string WithoutSpace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text)
    if (!util::IsSpace(c)) out.push_back(c);
  return out;
}

std::vector<std::string> SplitColons(std::string_view text, size_t most) {
  std::vector<std::string> out;
  while (out.size() < most) {
    const size_t end = text.find(':');
    out.push_back(util::LowerAscii(WithoutSpace(text.substr(0, end))));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
  return out;
}

std::optional<std::string> StrictBase64(std::string_view text) {
  const std::string bare = WithoutSpace(text);
  const size_t padding = std::min(bare.find('='), bare.size());
  std::string out;
  if (bare.empty() || bare.size() % 4 != 0 || bare.size() - padding > 2 ||
      bare.find_first_not_of('=', padding) != std::string::npos || !DecodeBase64(bare, out))
    return std::nullopt;
  return out;
}

}  // namespace threadlint::mail
