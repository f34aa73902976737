#include "lint/counterparts.h"

#include "util/ascii.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace threadlint {
namespace {

// Empty if it is no address.
std::string DomainOf(std::string_view address) {
  const size_t at = address.rfind('@');
  return at == std::string_view::npos ? std::string() : util::LowerAscii(address.substr(at + 1));
}

// The shortest domain of `desks` that `domain` stands below, or itself.
std::string Folded(const std::map<std::string, Counterpart>& desks, const std::string& domain) {
  std::string best = domain;
  for (size_t dot = domain.find('.'); dot != std::string::npos; dot = domain.find('.', dot + 1))
    if (const std::string above = domain.substr(dot + 1); desks.contains(above)) best = above;
  return best;
}

}  // namespace

std::vector<Counterpart> FindCounterparts(const Export& mail, const CaseSet& set) {
  std::map<std::string, Counterpart> desks;
  const auto for_each_desk = [&](const Case& c, const auto& use) {
    for (const CaseMessage& entry : set.Messages(c))
      if (entry.side == Side::kAgent)
        if (const StringId from = mail.messages[entry.message].from)
          if (const std::string domain = DomainOf(mail[from]); !domain.empty()) use(domain, from);
  };
  for (const Case& c : set.cases)
    for_each_desk(c, [&](const std::string& domain, StringId from) {
      StringId& address = desks[domain].address;
      // The first by name: what is met first depends on the order of the files.
      if (address == 0 || mail[from] < mail[address]) address = from;
    });
  for (const Case& c : set.cases) {
    std::vector<std::string> here;
    for_each_desk(c, [&](const std::string& domain, StringId) {
      std::string folded = Folded(desks, domain);
      if (std::ranges::find(here, folded) == here.end()) here.push_back(std::move(folded));
    });
    for (const std::string& domain : here) {
      desks[domain].messages += c.messages;
      ++desks[domain].cases;
    }
  }
  std::vector<Counterpart> out;
  for (const auto& [domain, desk] : desks)
    if (desk.cases > 0) out.push_back(desk);
  std::ranges::stable_sort(out, std::ranges::greater(), &Counterpart::messages);
  return out;
}

}  // namespace threadlint
