#include "made_export.h"

#include "cases/copies.h"
#include "mail/envelope.h"
#include "mail/export_builder.h"

#include <fmt/format.h>

namespace threadlint::test {
namespace {

std::string Links(const std::string& references) {
  if (references.empty()) return {};
  std::string out = "References:";
  std::string_view rest = references;
  std::string last;
  while (!rest.empty()) {
    const size_t blank = rest.find(' ');
    last = std::string(rest.substr(0, blank));
    out += fmt::format(" <{}@x.example>", last);
    rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
  }
  return fmt::format("In-Reply-To: <{}@x.example>\n{}\n", last, out);
}

std::string Common(const std::string& id, int day, const std::string& references,
                   const std::string& subject) {
  return fmt::format(
      "Message-ID: <{}@x.example>\nDate: {} Apr 2024 10:00:00 +0000\nSubject: {}\n{}", id, day,
      subject, Links(references));
}

}  // namespace

Export MakeExport(const std::vector<std::string>& headers) {
  Export mail;
  mail::Envelope envelope;
  for (const std::string& header : headers) {
    mail::ReadEnvelope(header, envelope);
    mail::AddMessage(mail, envelope, {});
  }
  cases::ResolveCopies(mail, {}, {});
  return mail;
}

std::string DeskMail(const std::string& id, int day, const std::string& reply_to,
                     const std::string& references, const std::string& subject) {
  std::string out = "From: Desk <service@shop.example>\nTo: ada@mail.example\n";
  if (!reply_to.empty()) out += fmt::format("Reply-To: <{}@shop.example>\n", reply_to);
  return out + Common(id, day, references, subject);
}

std::string CustomerMail(const std::string& id, int day, const std::string& to,
                         const std::string& references, const std::string& subject) {
  return fmt::format("From: ada@mail.example\nTo: {}@shop.example\n", to) +
         Common(id, day, references, subject);
}

}  // namespace threadlint::test
