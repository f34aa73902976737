// What the export itself shows about the role of its tokens.
#pragma once

#include "cases/disjoint_sets.h"
#include "cases/token_table.h"

#include <cstdint>
#include <vector>

namespace threadlint::cases {

// What was counted for a family of tokens, and what follows: for `threadlint tokens`.
struct RoleEvidence {
  uint32_t family = 0;
  uint32_t tokens = 0;
  uint32_t stable_threads = 0;  // threads in which one token stands in at least two desk mails
  uint32_t steps = 0;           // from one desk mail of a thread to the next
  uint32_t changes = 0;         // steps at which a token came up that the thread had not had
  uint32_t shared = 0;          // tokens that stand in threads of different people
  uint32_t wide = 0;            // tokens that stand in three matters or more
  bool personal = false;        // looks like a person's own address with a tag of his own
  TokenRole role = TokenRole::kCase;
  bool assumed = true;
};

// Sets role and assumed of every token whose role the catalogue does not settle, a family at a
// time: new in every message: `message`; one in many threads: `mailbox`; stable in a chain and
// different in others: `case`, established; anything less: `case`, assumed. `threads` holds the
// reply threads as they are without tokens, where message i is node first_node + i. Of the uses
// those from `first_use` on are new: the families without one stay as `evidence` has them, the
// others are replaced there.
void LearnRoles(const Export& mail, DisjointSets& threads, uint32_t first_node, size_t first_use,
                TokenTable& table, std::vector<RoleEvidence>& evidence);

}  // namespace threadlint::cases
