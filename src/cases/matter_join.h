// What threads of one matter are joined by, whoever the correspondents are.
#pragma once

#include "cases/form_titles.h"
#include "cases/matter_numbers.h"
#include "cases/medium_links.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace threadlint::cases {

inline constexpr int64_t kJoinWithin = 90 * kDay;  // beyond, a weak sign says nothing

struct MatterJoin {
  MatterJoin(const Known& known, Strength weakest, Threads& threads);

  uint32_t Root(MessageIndex i) { return threads.sets.Find(MessageNode(known.mail, i)); }
  // Joins the threads of the two unless they are one already or a conflict set them apart.
  void Add(const MatterLink& link);
  // The same for one weak sign, if one is enough.
  void AddWeak(MessageIndex i, MessageIndex to, LinkKind kind, std::string_view why);

  const Known& known;
  Strength weakest;
  Threads& threads;
  FormTitles titles;
  std::unordered_map<MessageIndex, MessageIndex> disagree;  // answers that were overruled
  std::unordered_map<uint32_t, uint32_t> contest;           // by root, of threads joined here
  std::vector<MatterLink> links;
};

}  // namespace threadlint::cases
