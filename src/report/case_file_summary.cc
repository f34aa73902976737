// The one page that everybody reads.
#include "report/case_file_words.h"
#include "report/closing_words.h"
#include "util/count.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace threadlint::report {
namespace {

using util::Count;
using Kind = DocumentBlock::Kind;

// Lines that fit on a page of paper with all else that stands there, and how many a sentence takes.
constexpr size_t kLines = 28, kLinesOfSentence = 3;
constexpr size_t kLongestSentences = 330;  // bytes; the first is told whole
constexpr size_t kLongestFirst = 60;       // the same, where a mail is quoted behind it
constexpr size_t kLongestQuote = 110;

// Who wrote for that side, the first few.
std::string Writers(const CaseFile& file, bool desk) {
  constexpr size_t kMost = 3;
  std::vector<std::string> names;
  for (const FiledMail& mail : file.mails) {
    const Side side = mail.entry->side;
    if (desk ? side != Side::kAgent && side != Side::kAuto : side != Side::kCustomer) continue;
    std::string name = WriterWords(file, mail);
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  std::string out;
  for (size_t i = 0; i < names.size() && i < kMost; ++i) out += (i > 0 ? "; " : "") + names[i];
  if (names.size() > kMost) out += fmt::format("; and {} more", names.size() - kMost);
  return out;
}

std::string MailCounts(const CaseFile& file) {
  size_t desk = 0, customer = 0;
  for (const FiledMail& mail : file.mails) {
    desk += mail.entry->side == Side::kAgent || mail.entry->side == Side::kAuto ? 1 : 0;
    customer += mail.entry->side == Side::kCustomer ? 1 : 0;
  }
  std::string out =
      fmt::format("{}: {} by the customer, {} by the desk", file.mails.size(), customer, desk);
  if (const size_t rest = file.mails.size() - desk - customer; rest > 0)
    out += fmt::format(", {} by others", rest);
  return out + fmt::format(". They are exhibits {} to {}, in the order of time",
                           file.mails.front().label, file.mails.back().label);
}

// How many sentences of each group the page has room for: one each, then the others in turn.
std::vector<size_t> Shares(const CaseFile& file) {
  std::vector<size_t> out(file.groups.size(), 1);
  size_t used = out.size();
  const size_t most = (kLines - out.size()) / kLinesOfSentence;
  for (bool more = true; more && used < most;) {
    more = false;
    for (size_t g = 0; g < out.size() && used < most; ++g) {
      if (out[g] == file.groups[g].points.size()) continue;
      ++out[g];
      ++used;
      more = true;
    }
  }
  return out;
}

// The two that tell most of what a finding quotes, by time: of the mail that it is about, and of
// the first of those that it sets against it.
std::vector<const Evidence*> QuotesOf(const CaseFile& file, const FiledPoint& point) {
  const Finding& f = *point.finding;
  const Evidence* about = nullptr;
  const Evidence* against = nullptr;
  for (const Evidence& e : f.evidence) {
    if (!e.field.empty() || e.quote.empty() || file.Find(e.message) == nullptr) continue;
    const Evidence*& place = e.message == f.message ? about : against;
    if (place == nullptr) place = &e;
  }
  std::vector<const Evidence*> out = {about, against};
  std::erase(out, nullptr);
  std::ranges::stable_sort(out, {},
                           [&](const Evidence* e) { return file.Find(e->message)->number; });
  return out;
}

// 22 April 2024, the desk: "You will have it by Friday." (exhibit 04)
void AppendQuote(const CaseFile& file, const Evidence& e, DocumentLine& out) {
  const FiledMail& mail = *file.Find(e.message);
  const std::string day = DayWords(file, mail);
  out.insert(
      out.end(),
      {Plain(fmt::format("{}{}: “", day.empty() ? "" : day + ", ", PartyWords(mail.entry->side))),
       FromMail(Cut(e.quote, kLongestQuote)), Plain("” ("), MailLink(mail), Plain(")")});
}

// "[3]", leading to what it rests on.
DocumentSpan NumberOf(const FiledPoint& point) {
  return {"[" + point.name + "]", DocumentSpan::Kind::kLink, point.anchor, {}};
}

// Two quotations say it better than a sentence about them: what they are to each other stands
// above. Otherwise the sentence, and the exhibits before its full stop.
DocumentLine LineOf(const CaseFile& file, const FiledPoint& point) {
  const std::vector<const Evidence*> quotes = QuotesOf(file, point);
  DocumentLine out = {NumberOf(point), Plain(" ")};
  if (quotes.size() > 1) {
    for (const Evidence* e : quotes) {
      if (e != quotes.front()) out.push_back(Plain(" – "));
      AppendQuote(file, *e, out);
    }
    out.push_back(Plain("."));
    return out;
  }
  const std::string text =
      Sentences(point.finding->text, quotes.empty() ? kLongestSentences : kLongestFirst);
  const bool stop = text.ends_with('.');
  out.push_back(FromMail(std::string_view(text).substr(0, text.size() - (stop ? 1 : 0))));
  if (quotes.empty()) {
    AppendMails(file, point.mails, out);
  } else {
    out.push_back(Plain(". "));
    AppendQuote(file, *quotes.front(), out);
  }
  out.push_back(Plain("."));
  return out;
}

// The gravest and surest of the group, by time.
std::vector<const FiledPoint*> Foremost(const FiledGroup& group, size_t count) {
  std::vector<const FiledPoint*> out;
  for (const FiledPoint& point : group.points) out.push_back(&point);
  std::ranges::stable_sort(out, [](const FiledPoint* a, const FiledPoint* b) {
    const Finding &x = *a->finding, &y = *b->finding;
    return std::pair(x.severity, x.confidence) > std::pair(y.severity, y.confidence);
  });
  out.resize(std::min(count, out.size()));
  // The group has them by time, in one row.
  std::ranges::sort(out, std::less<>());
  return out;
}

DocumentBlock WhatHappened(const CaseFile& file) {
  DocumentBlock out = ListOf(Kind::kNumbers);
  const std::vector<size_t> shares = Shares(file);
  for (size_t g = 0; g < file.groups.size(); ++g) {
    const FiledGroup& group = file.groups[g];
    DocumentItem& item = out.items.emplace_back();
    item.line = {Strong(TitleOf(group.grievance))};
    if (group.points.size() > shares[g]) {
      item.line.push_back(Plain(fmt::format(", {} times; of these:", group.points.size())));
    } else if (group.points.size() > 1) {
      item.line.push_back(Plain(fmt::format(", {} times", group.points.size())));
    }
    for (const FiledPoint* point : Foremost(group, shares[g]))
      item.below.push_back(LineOf(file, *point));
  }
  return out;
}

void AddUnknown(const CaseFile& file, Document& out) {
  const Report& report = *file.report;
  DocumentBlock list = ListOf(Kind::kBullets);
  const auto add = [&list](std::string_view text) { list.items.push_back({{Plain(text)}, {}}); };
  add("Telephone calls, chats, letters and mails that are not in this export: they may change the "
      "picture.");
  if (const size_t n = file.missing.size(); n > 0)
    add(
        fmt::format("What stands in {} that the others name and this export lacks (see 'Mails "
                    "that are missing').",
                    Count(n, "mail")));
  add("Why anything changed. A mail shows which message carried a change, not who made it or why.");
  if (report.coverage.sent == 0)
    add("What the customer wrote: no mail written by the owner of the mailbox was found in it.");
  size_t undated = 0, unread = 0;
  for (const FiledMail& mail : file.mails) {
    undated += file.message(mail).date_source == DateSource::kNone ? 1 : 0;
    unread += mail.exhibit == nullptr ? 1 : 0;
  }
  if (undated > 0)
    add(fmt::format("When {} was written: there is no date that can be read.",
                    Count(undated, "mail")));
  if (unread > 0)
    add(fmt::format("What stands in {} that could not be read again.", Count(unread, "mail")));
  if (report.incomplete) add("What stands in the part of the input that could not be read.");
  out.blocks.push_back(Heading(3, "What is not known"));
  out.blocks.push_back(std::move(list));
}

}  // namespace

void AddSummary(const CaseFile& file, Document& out) {
  out.blocks.push_back(Heading(2, "Summary", "summary"));
  out.blocks.back().one_page = true;
  DocumentBlock fields = ListOf(Kind::kFields);
  AddMailField(fields, "Customer", Writers(file, false));
  AddMailField(fields, "Help desk", Writers(file, true));
  AddField(fields, "Mails", MailCounts(file));
  out.blocks.push_back(std::move(fields));
  out.blocks.push_back(Heading(3, "What happened"));
  if (file.empty()) {
    out.blocks.push_back(
        Paragraph("threadlint found nothing in this case that it would report. That does not mean "
                  "that it was handled well."));
  } else {
    out.blocks.push_back(WhatHappened(file));
  }
  AddUnknown(file, out);
  out.blocks.push_back(Paragraph(kClosingWords));
}

}  // namespace threadlint::report
