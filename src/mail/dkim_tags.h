// Tag lists of DKIM (RFC 6376 section 3.2): "v=1; a=rsa-sha256; d=shop.example".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

struct DkimTag {
  std::string_view name;   // case counts
  std::string_view value;  // without white space around it; may hold folding
};

// The tags in their order; nothing if it is no tag list: an item without '=', a name that is none,
// one name twice, or too many. Views point into `text`.
std::optional<std::vector<DkimTag>> ReadDkimTags(std::string_view text);

// nullptr: there is none.
const DkimTag* FindTag(const std::vector<DkimTag>& tags, std::string_view name);
// Its value; empty if there is none.
std::string_view TagValue(const std::vector<DkimTag>& tags, std::string_view name);

// Without any white space and folding.
std::string WithoutSpace(std::string_view text);
// "from : to:date" as its parts, in lower case and without white space.
std::vector<std::string> SplitColons(std::string_view text, size_t most);
// What strict base64 stands for, white space aside; nothing if it is none.
std::optional<std::string> StrictBase64(std::string_view text);

}  // namespace threadlint::mail
