#include "report/timeline.h"

#include "util/civil_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace threadlint::report {
namespace {

// Neighbours shown on each side of a message that matters.
constexpr size_t kAround = 1;
// A case this short is shown whole.
constexpr size_t kShownWhole = 12;

// All of a case in one zone, so that the order can be seen.
std::string MinuteOf(const Message& m, int zone_minutes) {
  if (m.date_source == DateSource::kNone) return "no date";
  const std::string iso = util::FormatIso8601(m.date, zone_minutes);
  return util::FormatIsoDate(m.date, zone_minutes) + " " + iso.substr(iso.find('T') + 1, 5);
}

void WriteBreakLine(const Break& b, size_t indent, Page& page) {
  const std::string words = fmt::format(" {} ", BreakWords(b));
  const size_t room = page.width() > indent ? page.width() - indent : 0;
  if (words.size() > room) return page.Wrap(words, indent, Paint::kRed);
  const size_t dashes = room > words.size() ? room - words.size() : 6;
  std::string left, right;
  for (size_t i = 0; i < dashes / 2; ++i) left += "─";
  for (size_t i = 0; i < dashes - dashes / 2; ++i) right += "─";
  page.Line(std::string(indent, ' ') + page.Color(left + words + right, Paint::kRed));
}

std::string WriterAndSubject(const Report& report, const Message& m, size_t indent,
                             const Page& page) {
  const std::string_view writer = m.from_name != 0 ? report.mail[m.from_name] : report.mail[m.from];
  constexpr size_t kBefore = 18 + 10, kWriter = 18 + 2, kSubject = 10;
  const size_t used = indent + kBefore;
  const size_t room = page.width() > used ? page.width() - used : 0;
  // Who wrote it says more than a subject of which a word or two is left.
  if (room < kWriter + kSubject) return Shorten(Safe(writer), std::max(room, size_t{8}));
  return Fit(Safe(writer), 18) + "  " + Shorten(Safe(report.mail[m.subject]), room - kWriter);
}

}  // namespace

std::string_view SideWord(Side side) {
  switch (side) {
    case Side::kAgent:
      return "desk";
    case Side::kCustomer:
      return "customer";
    case Side::kAuto:
      return "machine";
    case Side::kOther:
      return "other";
    case Side::kUnknown:
      return "?";
  }
  return "?";
}

std::string_view BreakWords(const Break& b) {
  switch (b.kind) {
    case BreakKind::kTokenChanged:
      return b.old_field.empty() || b.old_field == "Subject" ? "the token changed here"
                                                             : "the reply address changed here";
    case BreakKind::kTokenRemoved:
      return "the token is gone from here on";
    case BreakKind::kTokenAltered:
      return "the token was altered here";
    case BreakKind::kAddressRedirected:
      return "answers go elsewhere from here on";
    case BreakKind::kTokenShared:
      return "the token of another case stands here";
    case BreakKind::kReplyWithoutToken:
      return "the customer's mail lacks the token here";
    case BreakKind::kTwoTokens:
      return "the tokens of two cases stand here";
    case BreakKind::kThreadRestarted:
      return "a new thread begins here";
    case BreakKind::kLinksDisagree:
      return "reply headers and token disagree here";
    case BreakKind::kNumberChanged:
      return "the case number changed here";
  }
  return "the thread broke here";
}

int TimelineZone(const Report& report, const Case& c) {
  return report.mail.messages[report.set.Messages(c).front().message].zone_minutes;
}

std::string Span(const Report& report, const Case& c) {
  const auto messages = report.set.Messages(c);
  const Message& first = report.mail.messages[messages.front().message];
  const Message& last = report.mail.messages[messages.back().message];
  if (last.date_source == DateSource::kNone) return "no dates";
  const std::string end = util::FormatShortDate(last.date, last.zone_minutes);
  if (first.date_source == DateSource::kNone) return "until " + end;
  const std::string begin = util::FormatShortDate(first.date, first.zone_minutes);
  return begin == end ? begin : begin + " – " + end;
}

void WriteTimeline(const Report& report, uint32_t case_index, bool whole, size_t indent,
                   Page& page) {
  const Case& c = report.set.cases[case_index];
  const auto messages = report.set.Messages(c);
  std::set<MessageIndex> meant;
  const auto first =
      std::ranges::lower_bound(report.findings, case_index, {}, &Finding::case_index);
  for (auto f = first; f != report.findings.end() && f->case_index == case_index; ++f) {
    meant.insert(f->message);
    meant.insert(f->related.begin(), f->related.end());
  }
  std::vector<bool> shown(messages.size(), whole || messages.size() <= kShownWhole);
  shown.front() = shown.back() = true;
  for (size_t i = 0; i < messages.size(); ++i) {
    if (!meant.contains(messages[i].message)) continue;
    for (size_t k = i < kAround ? 0 : i - kAround; k <= i + kAround && k < shown.size(); ++k)
      shown[k] = true;
  }
  const auto breaks = report.set.Breaks(c);
  const std::string margin(indent, ' ');
  size_t hidden = 0;
  for (size_t i = 0; i < messages.size(); ++i) {
    if (!shown[i]) {
      ++hidden;
      continue;
    }
    if (hidden > 0) {
      const std::string text = fmt::format("… {} more", hidden);
      page.Line(margin + page.Color(text, Paint::kDim));
      hidden = 0;
    }
    for (const Break& b : breaks)
      if (b.message == messages[i].message) WriteBreakLine(b, indent, page);
    const Message& m = report.mail.messages[messages[i].message];
    const Paint paint = messages[i].side == Side::kAgent      ? Paint::kBlue
                        : messages[i].side == Side::kCustomer ? Paint::kGreen
                                                              : Paint::kDim;
    std::string line = margin + Fit(MinuteOf(m, TimelineZone(report, c)), 18) +
                       page.Color(Fit(SideWord(messages[i].side), 10), paint);
    if (page.quotes()) line += WriterAndSubject(report, m, indent, page);
    page.Line(line);
  }
}

}  // namespace threadlint::report
