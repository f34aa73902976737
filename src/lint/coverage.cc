#include "lint/coverage.h"

#include <unordered_set>
#include <vector>

namespace threadlint {

Coverage FindCoverage(const Export& mail, const CaseSet& set) {
  Coverage out;
  std::vector<uint32_t> on(mail.strings.size()), wrote(mail.strings.size());
  std::vector<uint32_t> last(mail.strings.size());  // number of the message that counted it
  uint32_t number = 0;
  std::vector<bool> desk(mail.strings.size());
  for (const CaseMessage& entry : set.messages) {
    const Message& m = mail.messages[entry.message];
    ++number;
    const auto count = [&](StringId a) {
      if (a == 0 || last[a] == number) return;
      last[a] = number;
      ++on[a];
    };
    if (entry.side == Side::kAgent) {
      desk[m.from] = true;
    } else {
      ++wrote[m.from];
    }
    count(m.from);
    for (const StringId a : mail.Recipients(m)) count(a);
  }
  StringId owner = 0;
  for (StringId a = 1; a < on.size(); ++a)
    if (!desk[a] && on[a] > on[owner] && on[a] * 2 > number) owner = a;
  if (owner == 0) return out;
  out.owner = mail[owner];
  out.sent = wrote[owner];
  out.received = on[owner] - wrote[owner];
  return out;
}

}  // namespace threadlint
