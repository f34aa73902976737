// What the export itself shows about the role of its tokens.
#pragma once

#include "cases/token_table.h"

#include <cstdint>
#include <vector>

namespace threadlint::cases {

// Sets role and assumed of every token, a base address at a time. `threads` holds the reply threads
// as they are without tokens, `node_of_message` the node of each message in it.
void LearnRoles(const Export& mail, DisjointSets& threads,
                const std::vector<uint32_t>& node_of_message, TokenTable& table);

}  // namespace threadlint::cases
