// How to answer to a case, for people.
#include "report/finding_words.h"
#include "report/page.h"
#include "report/reference.h"
#include "report/reply.h"
#include "report/text_inputs.h"
#include "report/timeline.h"

#include <fmt/format.h>

namespace threadlint::report {
namespace {

class Writer {
 public:
  Writer(const Report& report, const Reply& reply, Page& page)
      : report_(report), reply_(reply), page_(page) {}

  void Run() {
    const Case& c = report_.set.cases[reply_.case_index];
    page_.Line(page_.Color(Shorten(SubjectOf(report_, c), page_.width()), Paint::kBold));
    page_.Line(page_.Color(
        fmt::format("case {}, {}, {}", c.id, Span(report_, c), Count(c.messages, "message")),
        Paint::kDim));
    if (reply_.answer != kNoMessage) Steps();
    if (!reply_.warnings.empty()) Warnings();
    if (!reply_.paste.empty()) Paste();
    if (report_.redacted)
      page_.Wrap(
          "Names, addresses and numbers are pseudonyms: to send it, run this without --redact.", 0,
          Paint::kYellow);
  }

 private:
  void Paste() {
    page_.Line();
    Mark("the text to paste begins below");
    page_.Line();
    for (const std::string& line : reply_.paste) page_.Line(line);
    page_.Line();
    Mark("the text to paste ends above");
    page_.Line();
    page_.Wrap(
        "It quotes these mails and counts them. Read it before you send it, and take out what is "
        "not so or no longer matters.",
        0, Paint::kDim);
  }

  void Steps() {
    page_.Line();
    page_.Line(page_.Color("How to answer", Paint::kBold));
    const Message& m = report_.mail.messages[reply_.answer];
    const std::string_view name = report_.mail[m.from_name != 0 ? m.from_name : m.from];
    Step(fmt::format(
        "Open the {} from {}, \"{}\", and press Reply there. Do not begin a new mail: Reply names "
        "the mail that it answers (In-Reply-To: {}).",
        MailOf(report_, reply_.answer), Safe(name), Safe(report_.mail[m.subject]),
        Safe(MessageName(report_.mail, m))));
    Step("See that the line To of your answer holds this address, letter by letter:");
    page_.Line();
    page_.Line("       " + page_.Color(Safe(reply_.now.address), Paint::kBold));
    page_.Line();
    page_.Wrap(Safe(reply_.why), 5);
    if (!reply_.now.numbers.empty())
      Step(fmt::format("Leave the subject as it is: it holds {}.", Numbers(reply_.now)));
    if (!reply_.earlier.empty()) Earlier();
    Step("Put the text below above what is quoted, and your name under it.");
  }

  void Earlier() {
    Step(
        "Other mails of this case go by something else, and whoever opens your answer may not see "
        "them. The text below names it, so that all of it can be put together:");
    page_.Line();
    for (const ReplyPart& part : reply_.earlier) {
      const bool other = part.address != reply_.now.address;
      page_.Line("       " + (other ? Safe(part.address) : Numbers(part)));
      if (other && !part.numbers.empty()) page_.Line("       " + Numbers(part));
      const std::string first = DayOf(report_, part.first), last = DayOf(report_, part.last);
      page_.Line(page_.Color(
          "         " + (first == last
                             ? fmt::format("{} of {}", Count(part.mails, "mail"), first)
                             : fmt::format("{}, {} to {}", Count(part.mails, "mail"), first, last)),
          Paint::kDim));
    }
    page_.Line();
    if (reply_.copy_to.empty()) return;
    const std::string copy = Safe(reply_.copy_to);
    page_.Wrap(reply_.now.token == kNoToken
                   ? fmt::format("Put {} into the line Cc: the newest address has nothing in it "
                                 "that leads to this case, and the copy does.",
                                 copy)
                   : fmt::format("You may put {} into the line Cc: a desk that still reads it then "
                                 "files your answer there as well.",
                                 copy),
               5);
  }

  void Warnings() {
    page_.Line();
    page_.Line(page_.Color("Take care", Paint::kBold));
    for (const ReplyWarning& warning : reply_.warnings)
      page_.Wrap(Safe(warning.text), 2, Paint::kYellow);
  }

  std::string Numbers(const ReplyPart& part) const {
    std::string out;
    for (const std::string& number : part.numbers) out += (out.empty() ? "" : ", ") + Safe(number);
    return out;
  }

  void Step(std::string_view text) {
    ++step_;
    page_.Hang(fmt::format("  {}. ", step_), text);
  }

  void Mark(std::string_view words) {
    const std::string middle = fmt::format(" {} ", words);
    const size_t room = page_.width() > middle.size() + 4 ? page_.width() - middle.size() : 4;
    page_.Line(page_.Color(std::string(room / 2, '-') + middle + std::string(room - room / 2, '-'),
                           Paint::kDim));
  }

  const Report& report_;
  const Reply& reply_;
  Page& page_;
  unsigned step_ = 0;
};

}  // namespace

void WriteTextReply(const Report& report, const Reply& reply, const ReportOptions& options,
                    Output& output) {
  Page page(options, output);
  // For a pipe into the clipboard: the text alone.
  if (!options.quiet) return Writer(report, reply, page).Run();
  for (const std::string& line : reply.paste) page.Line(line);
}

}  // namespace threadlint::report
