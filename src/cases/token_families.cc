#include "cases/token_families.h"

#include "util/ascii.h"

#include <algorithm>
#include <map>

namespace threadlint::cases {
namespace {

const TokenRole* RoleOf(const UserRoles& roles, std::string_view name) {
  for (const auto& [named, role] : roles)
    if (util::EqualsIgnoreCase(named, name)) return &role;
  return nullptr;
}

}  // namespace

void SetRoles(const UserRoles& roles, const Export& mail, TokenTable& table) {
  if (roles.empty()) return;
  for (TokenIndex t = 0; t < table.tokens.size(); ++t)
    if (const TokenRole* role = RoleOf(roles, mail[table.facts[t].family_name])) {
      table.tokens[t].role = *role;
      table.tokens[t].assumed = false;
    }
}

std::vector<TokenFamily> ListFamilies(const Export& mail, const TokenTable& table,
                                      const std::vector<RoleEvidence>& evidence,
                                      const UserRoles& roles) {
  std::map<uint32_t, TokenFamily> families;
  std::map<uint32_t, TokenIndex> first;
  std::map<uint32_t, MessageIndex> last;  // message counted last
  for (const TokenUse& use : table.uses) {
    const TokenFacts& facts = table.facts[use.token];
    const Token& token = table.tokens[use.token];
    auto [at, added] = families.try_emplace(facts.family);
    TokenFamily& family = at->second;
    // Called what the first of its tokens is, whichever file comes first.
    TokenIndex& named_by = first.try_emplace(facts.family, use.token).first->second;
    if (added || use.token < named_by) {
      named_by = use.token;
      family.name = facts.family_name;
      family.from_user = RoleOf(roles, mail[facts.family_name]) != nullptr;
    }
    if (added || last[facts.family] != use.message) ++family.messages;
    last[facts.family] = use.message;
    // Of one family, the example and the scheme that sort first.
    const auto shown = [&](TokenIndex t) {
      return mail[table.tokens[t].address != 0 ? table.tokens[t].address : table.tokens[t].text];
    };
    if (family.example == kNoToken || shown(use.token) < shown(family.example)) {
      family.example = use.token;
      family.scheme = token.scheme;
      family.role = token.role;
      family.assumed = token.assumed;
      family.from_catalogue = !facts.learned;
    }
  }
  std::vector<bool> counted(table.tokens.size());
  for (const TokenUse& use : table.uses) {
    if (counted[use.token]) continue;
    counted[use.token] = true;
    ++families[table.facts[use.token].family].tokens;
  }
  for (const RoleEvidence& e : evidence) {
    const auto at = families.find(e.family);
    if (at == families.end()) continue;
    TokenFamily& family = at->second;
    family.stable_threads = e.stable_threads;
    family.steps = e.steps;
    family.changes = e.changes;
    family.shared = e.shared;
    family.wide = e.wide;
  }
  std::vector<TokenFamily> out;
  out.reserve(families.size());
  for (const auto& [id, family] : families) out.push_back(family);
  std::ranges::sort(out, [&](const TokenFamily& a, const TokenFamily& b) {
    return std::pair(mail[a.name], mail[a.scheme]) < std::pair(mail[b.name], mail[b.scheme]);
  });
  return out;
}

}  // namespace threadlint::cases
