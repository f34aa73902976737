#include "cases/strong_links.h"

#include "cases/strong_join.h"

namespace threadlint::cases {

void JoinReplies(const Export& mail, DisjointSets& sets) {
  for (MessageIndex i = 0; i < mail.messages.size(); ++i) {
    const Message& m = mail.messages[i];
    if (m.left_out != LeftOutReason::kNo) continue;
    const uint32_t node = MessageNode(mail, i);
    if (m.copy_of != kNoMessage) sets.Join(node, MessageNode(mail, m.copy_of));
    if (m.message_id != 0) sets.Join(node, m.message_id);
    for (const StringId id : mail.InReplyTo(m)) sets.Join(node, id);
    for (const StringId id : mail.References(m)) sets.Join(node, id);
  }
}

Threads JoinStrongLinks(const Known& known, Strength weakest) {
  return StrongJoin(known, weakest).Run();
}

}  // namespace threadlint::cases
