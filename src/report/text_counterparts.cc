#include "report/text_counterparts.h"

#include "util/count.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace threadlint::report {
namespace {

constexpr size_t kMostNamed = 6;

std::string_view DomainOf(const Report& report, const Counterpart& desk) {
  const std::string_view address = report.mail[desk.address];
  return address.substr(address.rfind('@') + 1);
}

}  // namespace

void WriteCounterparts(const Report& report, Page& page) {
  const auto& desks = report.counterparts;
  if (desks.size() < (report.shown.empty() ? 1 : 2) || !page.quotes()) return;
  std::string line;
  for (size_t i = 0; i < std::min(desks.size(), kMostNamed); ++i)
    line += fmt::format("{}{} ({} in {})", i == 0 ? "Mail with " : ", ",
                        Safe(DomainOf(report, desks[i])), util::Count(desks[i].messages, "message"),
                        util::Count(desks[i].cases, "case"));
  if (desks.size() > kMostNamed) line += fmt::format(" and {} more", desks.size() - kMostNamed);
  line += '.';
  if (desks.size() > 1 && !report.redacted)  // nobody is called by his pseudonym
    line += fmt::format(" One of them alone: --with {}", Safe(DomainOf(report, desks.front())));
  page.Wrap(line, 0);
}

}  // namespace threadlint::report
