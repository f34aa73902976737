#include "report/html_exhibit.h"

#include "report/finding_words.h"
#include "report/html_page.h"
#include "report/html_signatures.h"
#include "report/timeline.h"
#include "util/civil_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

namespace threadlint::report {
namespace {

std::string WithName(const Export& mail, StringId address, StringId name) {
  const std::string bare =
      fmt::format("<span class=\"address\">{}</span>", HtmlText(mail[address]));
  if (name == 0) return fmt::format("<bdi>{}</bdi>", bare);
  return fmt::format("<bdi>{}</bdi> <bdi>&lt;{}&gt;</bdi>", HtmlText(mail[name]), bare);
}

std::string Addresses(const Export& mail, std::span<const StringId> addresses) {
  std::string out;
  for (const StringId address : addresses)
    out += (out.empty() ? "" : ", ") + WithName(mail, address, 0);
  return out;
}

class Exhibit {
 public:
  Exhibit(const Report& report, const CaseReferences& references, uint32_t number,
          const ReportOptions& options)
      : report_(report),
        references_(references),
        options_(options),
        number_(number),
        index_(references.exhibits()[number - 1]),
        message_(report.mail.messages[index_]) {}

  std::string Write() {
    out_ = fmt::format(
        "<article class=\"exhibit\" id=\"{}\">\n<h4><span class=\"badge\">{}</span> {}</h4>\n"
        "<dl class=\"fields\">\n",
        references_.ExhibitAnchor(number_), number_, Heading());
    Header();
    out_ += "</dl>\n";
    if (options_.quotes) {
      Quotations();
      out_ += HtmlSignatures(report_, index_);
    }
    CitedIn();
    return out_ + "</article>\n";
  }

 private:
  // By the clock of the picture; the field has the writer's own.
  std::string Heading() const {
    const std::string_view side = SideOf();
    const std::string who = side.empty() ? "mail of another case" : "mail of " + std::string(side);
    if (message_.date_source == DateSource::kNone) return who + ", without a date";
    return fmt::format("{}, {}", util::FormatShort(message_.date, Zone()), who);
  }

  int Zone() const {
    if (references_.case_index() == kNoCase) return message_.zone_minutes;
    return TimelineZone(report_, report_.set.cases[references_.case_index()]);
  }

  // Where its time comes from.
  std::string_view DateField() const {
    if (message_.date_source == DateSource::kReceived) return "Received";
    return message_.date_source == DateSource::kSeparator ? "Mailbox" : "Date";
  }

  // Empty: of another case.
  std::string_view SideOf() const {
    if (references_.case_index() == kNoCase) return "the input";
    const CaseMessage* entry = references_.EntryOf(number_);
    if (entry == nullptr) return {};
    switch (entry->side) {
      case Side::kAgent:
        return "the desk";
      case Side::kCustomer:
        return "the customer";
      case Side::kAuto:
        return "a machine";
      default:
        return "somebody else";
    }
  }

  // `html`: made already.
  void Field(std::string_view name, std::string_view html) {
    if (!html.empty()) out_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html);
  }

  void Header() {
    const Export& mail = report_.mail;
    if (message_.date_source != DateSource::kNone)
      Field(DateField(), util::FormatIso8601(message_.date, message_.zone_minutes));
    if (message_.date_source != DateSource::kDate && message_.date_header != 0)
      Field("Date",
            util::FormatIso8601(message_.date_header, message_.zone_minutes) + ", not credible");
    if (options_.quotes) {
      Field("From", WithName(mail, message_.from, message_.from_name));
      const auto recipients = mail.Recipients(message_);
      Field("To", Addresses(mail, recipients.first(message_.to)));
      Field("Cc", Addresses(mail, recipients.subspan(message_.to, message_.cc)));
      Field("Reply-To", Addresses(mail, mail.ReplyTo(message_)));
      if (message_.subject != 0)
        Field("Subject", fmt::format("<bdi>{}</bdi>", HtmlText(mail[message_.subject])));
    }
    Field("Message-ID",
          fmt::format("<bdi class=\"address\">{}</bdi>", HtmlText(MessageName(mail, message_))));
    Field("Found in", fmt::format("<bdi>{}</bdi>", HtmlText(Place())));
  }

  std::string Place() const {
    const std::string& path = report_.mail.files[message_.file].path;
    const uint64_t line = index_ < report_.lines.size() ? report_.lines[index_] : 0;
    return line == 0 ? fmt::format("{}, from byte {}", path, message_.offset)
                     : fmt::format("{}, from line {}", path, line);
  }

  // Each once, in the order in which they stand in the mail.
  void Quotations() {
    std::set<std::tuple<uint64_t, uint32_t, std::string_view>> quotes;
    for (const uint32_t n : references_.FindingsOn(number_))
      for (const Evidence& e : references_.findings()[n - 1]->evidence)
        if (e.message == index_ && !e.quote.empty()) quotes.insert({e.line, e.begin, e.quote});
    for (const auto& [line, begin, quote] : quotes) {
      const std::string place =
          line == 0 ? std::string() : fmt::format(" <small>line {}</small>", line);
      out_ += fmt::format("<blockquote dir=\"auto\">{}{}</blockquote>\n", HtmlText(quote), place);
    }
  }

  void CitedIn() {
    out_ += "<p class=\"quiet\">Cited in ";
    const auto findings = references_.FindingsOn(number_);
    for (size_t i = 0; i < findings.size(); ++i)
      out_ += fmt::format("{}<a href=\"#{}\">finding {}</a>", i == 0 ? "" : ", ",
                          references_.FindingAnchor(findings[i]), findings[i]);
    out_ += ".</p>\n";
  }

  const Report& report_;
  const CaseReferences& references_;
  const ReportOptions& options_;
  const uint32_t number_;
  const MessageIndex index_;
  const Message& message_;
  std::string out_;
};

}  // namespace

std::string HtmlExhibit(const Report& report, const CaseReferences& references, uint32_t number,
                        const ReportOptions& options) {
  return Exhibit(report, references, number, options).Write();
}

}  // namespace threadlint::report
