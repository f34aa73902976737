#include "cases/message_order.h"

#include <algorithm>

namespace threadlint::cases {

std::vector<MessageIndex> InOrderOfTime(const Export& mail) {
  std::vector<MessageIndex> out;
  for (MessageIndex i = 0; i < mail.messages.size(); ++i)
    if (TakesPart(mail.messages[i])) out.push_back(i);
  std::sort(out.begin(), out.end(), [&](MessageIndex a, MessageIndex b) {
    const Message &x = mail.messages[a], &y = mail.messages[b];
    if (x.date != y.date) return x.date < y.date;
    return MessageKey(mail, x) < MessageKey(mail, y);
  });
  return out;
}

}  // namespace threadlint::cases
