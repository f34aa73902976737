#include "report/case_file_words.h"

#include "report/page.h"
#include "util/ascii.h"
#include "util/civil_time.h"
#include "util/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::report {
namespace {

std::string Moment(int64_t seconds, int zone_minutes, bool has_zone) {
  return util::FormatShort(seconds, zone_minutes) +
         (has_zone ? " " + util::FormatOffset(zone_minutes) : " (no zone stated)");
}

std::string Moment(const ExhibitTime& time) {
  return Moment(time.seconds, time.zone_minutes, time.has_zone);
}

}  // namespace

DocumentSpan Plain(std::string_view text) { return {std::string(text)}; }
DocumentSpan FromMail(std::string_view text) {
  return {std::string(text), DocumentSpan::Kind::kMail};
}
DocumentSpan Strong(std::string_view text) {
  return {std::string(text), DocumentSpan::Kind::kStrong};
}
DocumentSpan Code(std::string_view text) { return {std::string(text), DocumentSpan::Kind::kCode}; }

DocumentSpan NewLine() { return {"", DocumentSpan::Kind::kBreak}; }

DocumentSpan MailLink(const FiledMail& mail) {
  return {"exhibit " + mail.label, DocumentSpan::Kind::kLink, mail.anchor, mail.file};
}

void AppendMails(const CaseFile& file, std::span<const uint32_t> numbers, DocumentLine& out) {
  constexpr size_t kMost = 6;
  if (numbers.empty()) return;
  out.push_back(Plain(numbers.size() == 1 ? " (exhibit " : " (exhibits "));
  for (size_t i = 0; i < numbers.size() && i < kMost; ++i) {
    if (i > 0) out.push_back(Plain(", "));
    DocumentSpan link = MailLink(file.mails[numbers[i] - 1]);
    link.text = file.mails[numbers[i] - 1].label;
    out.push_back(std::move(link));
  }
  if (numbers.size() > kMost)
    out.push_back(Plain(fmt::format(" and {} more", numbers.size() - kMost)));
  out.push_back(Plain(")"));
}

DocumentBlock Heading(unsigned level, std::string_view text, std::string_view anchor,
                      bool new_page) {
  DocumentBlock out;
  out.kind = DocumentBlock::Kind::kHeading;
  out.level = level;
  out.line = {Plain(text)};
  out.anchor = anchor;
  out.new_page = new_page;
  return out;
}

DocumentBlock Paragraph(DocumentLine line) {
  DocumentBlock out;
  out.line = std::move(line);
  return out;
}
DocumentBlock Paragraph(std::string_view text) { return Paragraph(DocumentLine{Plain(text)}); }

DocumentBlock Notice(std::string_view text) {
  DocumentBlock out = Paragraph(text);
  out.kind = DocumentBlock::Kind::kNotice;
  return out;
}

DocumentBlock Quote(std::string_view text) {
  DocumentBlock out = Paragraph(DocumentLine{FromMail(text)});
  out.kind = DocumentBlock::Kind::kQuote;
  return out;
}

DocumentBlock ListOf(DocumentBlock::Kind kind) {
  DocumentBlock out;
  out.kind = kind;
  return out;
}

void AddField(DocumentBlock& fields, std::string_view name, std::string_view value) {
  if (!value.empty()) fields.rows.push_back({{Plain(name)}, {Plain(value)}});
}

void AddMailField(DocumentBlock& fields, std::string_view name, std::string_view value) {
  if (!value.empty()) fields.rows.push_back({{Plain(name)}, {FromMail(value)}});
}

std::string SentWords(const CaseFile& file, const FiledMail& mail) {
  if (mail.exhibit != nullptr && mail.exhibit->sent) return Moment(*mail.exhibit->sent);
  const Message& m = file.message(mail);
  switch (m.date_source) {
    case DateSource::kNone:
      return "no date";
    case DateSource::kDate:
      return Moment(m.date, m.zone_minutes, true);
    case DateSource::kReceived:
      return Moment(m.date, m.zone_minutes, true) + ", when it was received";
    case DateSource::kSeparator:
      return Moment(m.date, m.zone_minutes, true) + ", as the mailbox has it";
  }
  return "no date";
}

std::string ReceivedWords(const FiledMail& mail) {
  return mail.exhibit != nullptr && mail.exhibit->received ? Moment(*mail.exhibit->received)
                                                           : std::string();
}

std::string DayWords(const CaseFile& file, const FiledMail& mail) {
  const Message& m = file.message(mail);
  return m.date_source == DateSource::kNone ? std::string()
                                            : util::FormatShortDate(m.date, m.zone_minutes);
}

std::string WriterWords(const CaseFile& file, const FiledMail& mail) {
  const Message& m = file.message(mail);
  const Export& e = file.report->mail;
  if (m.from == 0) return m.from_name == 0 ? "nobody named" : std::string(e[m.from_name]);
  if (m.from_name == 0) return std::string(e[m.from]);
  return fmt::format("{} <{}>", e[m.from_name], e[m.from]);
}

std::string TokenWords(const CaseFile& file, const FiledToken& filed) {
  const Token& token = file.report->set.tokens[filed.token];
  return std::string(file.report->mail[token.address != 0 ? token.address : token.text]);
}

std::string_view PartyWords(Side side) {
  switch (side) {
    case Side::kAgent:
      return "the desk";
    case Side::kCustomer:
      return "the customer";
    case Side::kAuto:
      return "a machine of the desk";
    case Side::kOther:
      return "somebody else";
    case Side::kUnknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view TitleOf(Grievance grievance) {
  switch (grievance) {
    case Grievance::kAddressChanged:
      return "The reply address or the thread changed";
    case Grievance::kAskedAgain:
      return "Asked again for what had been asked or given";
    case Grievance::kStatementsDiffer:
      return "Statements that differ";
    case Grievance::kPromiseLapsed:
      return "Promises that lapsed, as far as shown";
    case Grievance::kUnanswered:
      return "Left without an answer, or answered without saying why";
    case Grievance::kSentAway:
      return "Sent elsewhere";
    case Grievance::kOther:
      return "What else was noticed";
  }
  return "What else was noticed";
}

std::string Cut(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  const size_t blank = text.rfind(' ', bytes);
  return util::MakeValidUtf8(
             std::string(text.substr(0, blank == std::string_view::npos ? bytes : blank))) +
         " …";
}

std::string Sentences(std::string_view text, size_t bytes) {
  size_t end = 0;  // of what fits
  for (size_t at = 0; end < text.size(); ++at) {
    at = text.find(". ", at);
    const bool last = at == std::string_view::npos;
    if (!last && (at + 2 >= text.size() || !util::IsUpper(text[at + 2]))) continue;
    const size_t next = last ? text.size() : at + 1;
    if (end > 0 && next > bytes) break;
    end = next;
  }
  constexpr size_t kLongestSentence = 400;  // bytes
  return Cut(text.substr(0, end), std::max(bytes, kLongestSentence));
}

}  // namespace threadlint::report
