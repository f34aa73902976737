// What is known of the tokens of an export, a family at a time: for reports.
#pragma once

#include "cases/token_roles.h"
#include "cases/token_table.h"

#include <string>
#include <utility>
#include <vector>

namespace threadlint::cases {

using UserRoles = std::vector<std::pair<std::string, TokenRole>>;

// Gives the tokens of the families that the user names (base address or family name, any ASCII
// case) the role he says they have; it is established then.
void SetRoles(const UserRoles& roles, const Export& mail, TokenTable& table);

// By name, then scheme. Empty families are none.
std::vector<TokenFamily> ListFamilies(const Export& mail, const TokenTable& table,
                                      const std::vector<RoleEvidence>& evidence,
                                      const UserRoles& roles);

}  // namespace threadlint::cases
