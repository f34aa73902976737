// Joining the threads of one matter that tokens and reply headers no longer hold together.
#pragma once

#include "cases/strong_links.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace threadlint::cases {

// Why a thread belongs to an earlier one.
struct MatterLink {
  MessageIndex message = 0;  // of the later thread
  MessageIndex to = 0;       // of the earlier one
  LinkKind kind = LinkKind::kQuotation;
  LinkKind second = LinkKind::kQuotation;  // of two weak ones that agree: the other
  Strength strength = Strength::kMedium;
  std::string_view why;
};

// Joins in `threads.sets`, between one desk and one person at a time: threads of which one quotes
// the other; that agree in two weak signs (subject, number of an order or the like, the provider's
// conversation, one takes up where the other waits for an answer). With `weakest` weak, one weak
// sign does, within 90 days. What a conflict set apart stays apart. `steps` is added to.
std::vector<MatterLink> JoinMatters(const Known& known, Strength weakest, Threads& threads);

}  // namespace threadlint::cases
