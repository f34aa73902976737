#include "cases/copies.h"

#include <algorithm>
#include <tuple>

namespace threadlint::cases {

std::vector<MessageIndex> MessagesToCompare(const Export& mail) {
  std::vector<uint8_t> seen(mail.strings.size());
  for (const Message& m : mail.messages)
    if (seen[m.message_id] < 2) ++seen[m.message_id];
  seen[0] = 2;  // without an id a mail is told by its content
  std::vector<MessageIndex> out;
  for (MessageIndex i = 0; i < mail.messages.size(); ++i)
    if (seen[mail.messages[i].message_id] == 2) out.push_back(i);
  return out;
}

void ResolveCopies(Export& mail, const std::vector<MessageIndex>& read,
                   const std::vector<Content>& contents) {
  std::vector<uint32_t> order(read.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  // A mail that a list has passed on comes behind the one that went straight; a left-out copy
  // behind one that takes part.
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Message &x = mail.messages[read[a]], &y = mail.messages[read[b]];
    return std::tie(x.message_id, contents[a].digest, x.left_out, x.from_list, contents[a].sha256,
                    read[a]) < std::tie(y.message_id, contents[b].digest, y.left_out, y.from_list,
                                        contents[b].sha256, read[b]);
  });

  for (size_t i = 0; i < order.size();) {
    const StringId id = mail.messages[read[order[i]]].message_id;
    size_t end = i;
    size_t different = 0;
    for (; end < order.size() && mail.messages[read[order[end]]].message_id == id; ++end)
      if (end == i || contents[order[end]].digest != contents[order[end - 1]].digest) ++different;
    bool resent = different > 1;
    for (size_t k = i; k < end; ++k)
      resent = resent && contents[order[k]].undated == contents[order[i]].undated;
    MessageIndex first = kNoMessage;
    StringId name = 0;
    for (size_t k = i; k < end; ++k) {
      Message& m = mail.messages[read[order[k]]];
      const Content& content = contents[order[k]];
      if (k == i || content.digest != contents[order[k - 1]].digest) {
        first = read[order[k]];
        if (id == 0) {
          name = mail.strings.Intern("sha256:" + content.sha256);
        } else if (different > 1) {
          name = mail.strings.Intern("<" + std::string(mail[id]) + ">#" +
                                     content.sha256.substr(0, 12));
        }
      } else {
        m.copy_of = first;
      }
      m.id_collides = id != 0 && different > 1;
      m.resent = id != 0 && resent;
      m.identity = name;
    }
    i = end;
  }
}

}  // namespace threadlint::cases
