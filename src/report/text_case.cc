// One case whole, for 'threadlint case'.
#include "report/page.h"
#include "report/text_signatures.h"
#include "report/timeline.h"
#include "report/writers.h"
#include "util/count.h"

#include <fmt/format.h>

namespace threadlint::report {
namespace {

void WriteWhy(const Report& report, const CaseMessage& entry, Page& page) {
  const Export& mail = report.mail;
  const Message& m = mail.messages[entry.message];
  const auto item = [&page](std::string_view label, std::string_view text) {
    page.Line("    " + page.Color(Fit(label, 9), Paint::kDim) + std::string(text));
  };
  item("from", m.from_name != 0 ? Safe(mail[m.from_name]) + " <" + Safe(mail[m.from]) + ">"
                                : Safe(mail[m.from]));
  if (m.reply_to > 0) item("reply to", Safe(mail[mail.ReplyTo(m).front()]));
  item("id", Safe(MessageName(mail, m)));
  item("side", fmt::format("{}: {}", SideWord(entry.side), entry.side_reason));
  for (const Link& link : report.set.Links(entry)) {
    const std::string to = link.to != kNoMessage ? Safe(MessageName(mail, mail.messages[link.to]))
                                                 : "<" + Safe(mail[link.absent]) + ">";
    item(Name(link.kind), link.why);
    item("", to);
  }
  for (const std::string_view note : NoteNames(m)) item("note", note);
  if (report.set.Links(entry).empty()) item("links", "none: nothing earlier is named");
}

}  // namespace

void WriteTextCase(const Report& report, uint32_t case_index, const ReportOptions& options,
                   Output& output) {
  Page page(options, output);
  const Case& c = report.set.cases[case_index];
  const auto messages = report.set.Messages(c);
  const Export& mail = report.mail;
  page.Line(page.Color(Safe(mail[mail.messages[messages.front().message].subject]), Paint::kBold));
  page.Line(fmt::format("case {}, {}, {}", c.id, Span(report, c),
                        util::Count(messages.size(), "message")));
  page.Line();
  WriteTimeline(report, case_index, true, 2, page);
  page.Line();
  page.Line(page.Color("Segments: what tokens and reply headers hold together", Paint::kBold));
  for (const uint32_t s : report.set.SegmentsOf(c)) {
    const Segment& segment = report.set.segments[s];
    page.Line("  " + segment.id);
    for (const TokenIndex t : segment.tokens) {
      const Token& token = report.set.tokens[t];
      page.Line(fmt::format("    token   {} ({}, role {}{})",
                            Safe(mail[token.address != 0 ? token.address : token.text]),
                            mail[token.scheme], Name(token.role),
                            token.assumed ? ", assumed" : ""));
    }
  }
  page.Line();
  page.Line(page.Color("Why each message is in this case", Paint::kBold));
  for (size_t i = 0; i < messages.size(); ++i) {
    const Message& m = mail.messages[messages[i].message];
    page.Line(fmt::format("  {}. {}", i + 1, Shorten(Safe(mail[m.subject]), page.width() - 6)));
    WriteWhy(report, messages[i], page);
  }
  if (c.missing > 0) {
    page.Line();
    page.Line(page.Color("Named in reply headers, but not in the export", Paint::kBold));
    for (const Missing& missing : report.set.MissingOf(c))
      page.Line("  <" + Safe(mail[missing.message_id]) + ">");
  }
  WriteSignatures(report, c, page);
}

}  // namespace threadlint::report
