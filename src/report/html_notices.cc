#include "report/html_notices.h"

#include "report/html_page.h"

#include <fmt/format.h>

#include <string_view>

namespace threadlint::report {

std::string HtmlNotices(const Report& report, const ReportOptions& options) {
  std::string out;
  const auto add = [&out](std::string_view html) {
    out += fmt::format("<p class=\"notice\">{}</p>\n", html);
  };
  const Coverage& coverage = report.coverage;
  if (!coverage.owner.empty() && coverage.sent == 0)
    add(fmt::format("No mail written by {} was found: add the Sent folder.",
                    options.quotes ? fmt::format("<bdi>{}</bdi>", HtmlText(coverage.owner))
                                   : std::string("the owner of the export")));
  for (const InputReport& input : report.inputs) {
    const std::string path = fmt::format("<bdi>{}</bdi>", HtmlText(input.path));
    if (input.state == InputState::kEmpty) {
      add(fmt::format("There is no mail in {}.", path));
    } else if (input.state != InputState::kOk) {
      add(fmt::format("Not all of {} could be read ({}).", path, Name(input.state)));
    }
    for (const InputNote& note : input.notes)
      if (note.kind == InputNoteKind::kWording) add(HtmlText(note.text));
  }
  return out;
}

}  // namespace threadlint::report
