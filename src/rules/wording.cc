#include "rules/wording.h"

#include "facts/reading.h"
#include "util/ascii.h"
#include "util/civil_time.h"

#include <fmt/format.h>

#include <utility>

namespace threadlint::rules {

std::string Day(const Message& message) {
  if (message.date_source == DateSource::kNone) return "an unknown date";
  return util::FormatShortDate(message.date, message.zone_minutes);
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

namespace {

std::string_view WhatBroke(const Break& b) {
  const bool in_address = !b.old_field.empty() && b.old_field != "Subject";
  switch (b.kind) {
    case BreakKind::kTokenChanged:
    case BreakKind::kTokenAltered:
      return in_address ? "the reply address changed" : "the token changed";
    case BreakKind::kTokenRemoved:
      return in_address ? "the reply address lost its token" : "the token was left out";
    case BreakKind::kAddressRedirected:
      return "answers were led to another address";
    case BreakKind::kReplyWithoutToken:
      return "an answer went out without the token";
    case BreakKind::kTokenShared:
    case BreakKind::kTwoTokens:
    case BreakKind::kLinksDisagree:
      return "two cases were mixed up";
    case BreakKind::kThreadRestarted:
      return "the thread was begun anew";
    case BreakKind::kNumberChanged:
      return "the case number changed";
  }
  return "the thread broke";
}

}  // namespace

std::string BreakBetween(const CaseView& view, MessageIndex earlier, MessageIndex later) {
  const Case& c = view.get();
  const int64_t from = view.message(earlier).date;
  const int64_t to = view.message(later).date;
  const Break* found = nullptr;
  for (uint32_t i = 0; i < c.breaks; ++i) {
    const Break& b = view.set->breaks[c.breaks_begin + i];
    const int64_t at = view.message(b.message).date;
    if (from < at && at <= to) found = &b;
  }
  if (found == nullptr) return {};
  if (found->message == later)
    return fmt::format(" With the later one of the two {}.", WhatBroke(*found));
  return fmt::format(" Between the two, with the mail of {}, {}.",
                     Day(view.message(found->message)), WhatBroke(*found));
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

void AddEvidence(Evidence evidence, Finding& finding) {
  for (const Evidence& there : finding.evidence)
    if (there.message == evidence.message && there.field == evidence.field &&
        there.begin == evidence.begin && there.length == evidence.length)
      return;
  finding.evidence.push_back(std::move(evidence));
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
