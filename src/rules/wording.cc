#include "rules/wording.h"

#include "facts/reading.h"
#include "util/ascii.h"
#include "util/civil_time.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::string Day(const Message& message) {
  if (message.date_source == DateSource::kNone) return "an unknown date";
  return util::FormatShortDate(message.date, message.zone_minutes);
}

std::string Count(uint64_t n, std::string_view singular) {
  return fmt::format("{} {}{}", n, singular, n == 1 ? "" : "s");
}

std::string_view MailOf(Side side) {
  switch (side) {
    case Side::kAgent:
      return "the desk's mail";
    case Side::kCustomer:
      return "the customer's mail";
    case Side::kAuto:
      return "an automatic mail";
    case Side::kOther:
    case Side::kUnknown:
      return "a mail";
  }
  return "a mail";
}

std::string Capital(std::string_view phrase) {
  std::string out(phrase);
  if (!out.empty()) out.front() = util::ToUpper(out.front());
  return out;
}

Evidence InHeader(MessageIndex message, std::string_view field) {
  Evidence out;
  out.message = message;
  out.field = field;
  return out;
}

Evidence InText(MessageIndex message, uint64_t sentence, bool quoted) {
  Evidence out;
  out.message = message;
  out.sentence = sentence;
  out.quoted = quoted;
  return out;
}

Evidence OfMessage(const CaseView& view, MessageIndex message, uint32_t sentence) {
  Evidence out;
  out.message = message;
  const facts::Reading* reading = view.reading(message);
  if (reading == nullptr || sentence >= reading->sentences.size()) return out;
  const facts::SentenceReading& s = reading->sentences[sentence];
  if (s.subject) {
    out.field = "Subject";
  } else {
    out.begin = s.at.begin;
    out.length = s.at.length;
  }
  return out;
}

}  // namespace threadlint::rules
