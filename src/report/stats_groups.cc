#include "report/stats_groups.h"

#include "cases/person.h"
#include "util/ascii.h"
#include "util/civil_time.h"
#include "verdict/redact_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::report {
namespace {

std::string DomainOf(std::string_view address) {
  const size_t at = address.rfind('@');
  return util::LowerAscii(at == std::string_view::npos ? address : address.substr(at + 1));
}

// Says what it is for, and nothing of a person: support@, cs-reply@, no-reply@.
bool NamesFunction(std::string_view address) {
  if (cases::IsDeskName(address) || cases::IsNoReply(address)) return true;
  const std::string local = util::LowerAscii(address.substr(0, address.rfind('@')));
  for (size_t at = 0; at < local.size();) {
    size_t end = at;
    while (end < local.size() && util::IsAlpha(local[end])) ++end;
    if (end > at && !verdict::IsFunction(std::string_view(local).substr(at, end - at)))
      return false;
    at = end + 1;
  }
  return true;
}

const CaseMessage* FirstOf(std::span<const CaseMessage> entries, Side side) {
  const auto at = std::ranges::find(entries, side, &CaseMessage::side);
  return at == entries.end() ? nullptr : &*at;
}

}  // namespace

std::optional<int64_t> MonthOf(const Report& report, const Case& c) {
  const Message& m = report.mail.messages[report.set.Messages(c).front().message];
  if (m.date_source == DateSource::kNone) return std::nullopt;
  const util::CivilDate day = util::CivilFromSeconds(m.date).date;
  return (day.year - 1970) * 12 + day.month - 1;
}

std::string MonthName(int64_t month) {
  const int64_t year = month >= 0 ? month / 12 : (month - 11) / 12;
  return fmt::format("{:04}-{:02}", 1970 + year, month - year * 12 + 1);
}

std::string QueueOf(const Report& report, const Case& c) {
  const auto entries = report.set.Messages(c);
  const CaseMessage* first = FirstOf(entries, Side::kAgent);
  if (first == nullptr) first = FirstOf(entries, Side::kAuto);
  if (first == nullptr) return {};
  const Export& mail = report.mail;
  const Message& m = mail.messages[first->message];
  std::string_view address = mail[m.reply_to > 0 ? mail.ReplyTo(m).front() : m.from];
  if (first->token != kNoToken) {
    const Token& token = report.set.tokens[first->token];
    if (token.address != 0 && token.base != 0) address = mail[token.base];
  }
  return NamesFunction(address) ? cases::PersonKey(address) : DomainOf(address);
}

AgentName AgentOf(const Report& report, const Case& c) {
  const CaseMessage* first = FirstOf(report.set.Messages(c), Side::kAgent);
  if (first == nullptr) return {};
  const Export& mail = report.mail;
  const Message& m = mail.messages[first->message];
  const std::string_view name = mail[m.from_name != 0 ? m.from_name : m.from];
  return {DomainOf(mail[m.from]) + ' ' + util::LowerAscii(name), std::string(name)};
}

FirstAnswer FirstAnswerOf(const Report& report, const Case& c) {
  FirstAnswer out;
  int64_t from = 0;
  for (const CaseMessage& entry : report.set.Messages(c)) {
    const Message& m = report.mail.messages[entry.message];
    if (m.date_source == DateSource::kNone) continue;
    if (!out.asked && entry.side == Side::kCustomer) {
      out.asked = true;
      from = m.date;
    } else if (out.asked && entry.side == Side::kAgent) {
      out.took = std::max<int64_t>(m.date - from, 0);
      return out;
    }
  }
  return out;
}

}  // namespace threadlint::report
