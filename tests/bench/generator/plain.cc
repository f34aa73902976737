#include "letter.h"
#include "quote_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::bench {
namespace {

void AppendMarked(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    out += line.starts_with('>') || line.empty() ? ">" : "> ";
    out += line;
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string MarkedQuotation(const Manner& manner, const Shown& answered) {
  std::string out = QuoteLead(manner, answered);
  out += "\n\n";
  AppendMarked(answered.plain, out);
  return out;
}

// The header block of Outlook, below a line of its own form.
std::string UnmarkedQuotation(const Manner& manner, const Shown& answered) {
  std::string out = manner.client->style == Style::kOutlook ? "________________________________\n"
                                                            : "-----Original Message-----\n";
  for (const auto& [label, value] : QuoteBlock(manner, answered)) {
    out += label;
    out += ' ';
    out += value;
    out += '\n';
  }
  out += '\n';
  out += answered.plain;
  return out;
}

std::string TicketHistory(const Manner& manner, const std::vector<const Shown*>& history) {
  std::string out;
  for (const Shown* mail : history) {
    out += "--------------------------------\n";
    out += fmt::format("{}, {}\n\n", mail->from_name, ShortMoment(mail->time, 0, manner.language));
    out += mail->own;
    out += '\n';
  }
  return out;
}

std::string Wrapped(std::string_view paragraph, size_t width) {
  if (width == 0) return std::string(paragraph) + '\n';
  std::string out;
  while (paragraph.size() > width) {
    size_t end = paragraph.rfind(' ', width);
    if (end == std::string_view::npos) end = std::min(paragraph.find(' '), paragraph.size());
    out += paragraph.substr(0, end);
    out += '\n';
    paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
  }
  out += paragraph;
  out += '\n';
  return out;
}

std::string PlainLetter(const Letter& letter, size_t width) {
  std::string out = letter.greeting + "\n\n";
  for (const std::string& paragraph : letter.paragraphs) out += Wrapped(paragraph, width) + '\n';
  if (!letter.closing.empty()) out += letter.closing + '\n';
  for (const std::string& line : letter.signature) out += line + '\n';
  return out;
}

std::string PlainQuotation(const Manner& manner, const std::vector<const Shown*>& history) {
  if (history.empty()) return {};
  switch (manner.client->style) {
    case Style::kOutlook:
    case Style::kPlain:
      return UnmarkedQuotation(manner, *history.front());
    case Style::kTickets:
      return TicketHistory(manner, history);
    default:
      return MarkedQuotation(manner, *history.front());
  }
}

}  // namespace

Body Compose(const Letter& letter, const Manner& manner, const std::vector<const Shown*>& history) {
  Body body;
  body.own = PlainLetter(letter, manner.client->wrap);
  const std::string quotation = PlainQuotation(manner, history);
  std::string footer;
  if (!letter.mark.empty()) footer += '\n' + letter.mark + '\n';
  if (!letter.footer.empty()) footer += '\n' + Wrapped(letter.footer, manner.client->wrap);
  const bool bottom = manner.client->style == Style::kBottom;
  if (manner.client->style == Style::kTickets)
    body.plain = "##- " + std::string(ReplyAbove(manner.language)) + " -##\n\n";
  if (bottom && !quotation.empty()) body.plain = quotation + '\n';
  body.plain += body.own;
  body.plain += footer;
  if (!bottom && !quotation.empty()) body.plain += '\n' + quotation;
  body.plain_own = body.plain.size() - quotation.size();

  body.html = HtmlLetter(letter, manner);
  body.html_own = body.html.size();
  body.html += HtmlQuotation(manner, history);
  return body;
}

}  // namespace threadlint::bench
