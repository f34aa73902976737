// What happened when: a row a mail.
#include "report/case_file_words.h"
#include "report/timeline.h"
#include "util/count.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::report {
namespace {

using Kind = DocumentBlock::Kind;

// Sentences told of one mail.
constexpr size_t kMostSentences = 4;
constexpr size_t kLongestName = 40;  // bytes

std::string_view WithoutEnd(std::string_view text) {
  return text.ends_with(" …") ? text.substr(0, text.size() - std::string_view(" …").size()) : text;
}

// One holds the other, or they begin alike up to where one was cut.
bool SaysTheSame(std::string_view a, std::string_view b) {
  a = WithoutEnd(a);
  b = WithoutEnd(b);
  return a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos;
}

// What points rest on first, then what else was read, all in the mail's own words.
DocumentLine WordsOf(const CaseFile& file, const FiledMail& mail) {
  constexpr size_t kLongest = 240;
  std::vector<ExhibitSaying> said;
  if (mail.exhibit != nullptr) said = mail.exhibit->sayings;
  const auto known = [&said](std::string_view text) {
    return std::ranges::any_of(said,
                               [&](const ExhibitSaying& s) { return SaysTheSame(s.text, text); });
  };
  for (const Finding* finding : mail.findings)
    for (const Evidence& e : finding->evidence)
      if (e.message == mail.message && e.field.empty() && !e.quote.empty() && !e.quoted &&
          said.size() < kMostSentences && !known(e.quote))
        said.push_back({SayingKind::kSays, Cut(e.quote, kLongest)});
  DocumentLine out;
  const auto next = [&out] {
    if (!out.empty()) out.push_back(NewLine());
  };
  for (const Break* b : mail.breaks) {
    next();
    const std::string_view now = file.report->mail[b->new_text];
    out.push_back(Strong(BreakWords(*b)));
    if (!now.empty()) out.insert(out.end(), {Plain(": "), Code(now)});
  }
  for (const ExhibitSaying& s : said) {
    next();
    out.insert(out.end(), {Plain(fmt::format("{} “", Name(s.kind))), FromMail(s.text), Plain("”")});
  }
  if (mail.exhibit != nullptr && !mail.exhibit->files.empty()) {
    next();
    out.push_back(Plain("with " + util::Count(mail.exhibit->files.size(), "attachment")));
  }
  return out;
}

// Mails cited with their neighbours, the first and the last; all where their text is shown.
std::vector<bool> ShownRows(const CaseFile& file) {
  std::vector<bool> out(file.mails.size());
  for (size_t i = 0; i < out.size(); ++i) {
    const bool around =
        (i > 0 && file.mails[i - 1].cited()) || (i + 1 < out.size() && file.mails[i + 1].cited());
    out[i] = file.mails[i].shown_whole || around || i == 0 || i + 1 == out.size();
  }
  return out;
}

// The day, the time below it, and where it is from if that is not its Date.
DocumentLine DateCell(std::string_view text) {
  DocumentLine out;
  while (!text.empty()) {
    if (!out.empty()) out.push_back(NewLine());
    const std::string_view part = text.substr(0, text.find(", "));
    out.push_back(Plain(part));
    text.remove_prefix(std::min(part.size() + 2, text.size()));
  }
  return out;
}

DocumentLine Number(const FiledMail& mail) {
  DocumentSpan link = MailLink(mail);
  link.text = mail.label;
  DocumentLine out = {link};
  if (mail.cited()) out.push_back(Strong(" *"));
  return out;
}

}  // namespace

void AddChronology(const CaseFile& file, Document& out) {
  out.blocks.push_back(Heading(2, "Chronology", "chronology", true));
  out.blocks.push_back(Paragraph(
      "The number of a row is that of the exhibit; * marks those that a finding rests "
      "on. Times are given as the writer's clock and the receiving server state them. Sentences "
      "are quoted; what they do (asks, gives, promises) is the program's reading of them."));
  DocumentBlock table = ListOf(Kind::kTable);
  table.whole_columns = 3;
  table.rows.push_back({{Plain("No.")},
                        {Plain("Sent")},
                        {Plain("Received")},
                        {Plain("Who")},
                        {Plain("What the mail says, in part")}});
  const std::vector<bool> shown = ShownRows(file);
  for (size_t i = 0; i < file.mails.size(); ++i) {
    if (!shown[i]) {
      const size_t first = i;
      while (i + 1 < file.mails.size() && !shown[i + 1]) ++i;
      table.rows.push_back(
          {{Plain("…")},
           {},
           {},
           {},
           {Plain(fmt::format("{} that no finding rests on: see the list of exhibits, {} to {}.",
                              util::Count(i - first + 1, "mail"), file.mails[first].label,
                              file.mails[i].label))}});
      continue;
    }
    const FiledMail& mail = file.mails[i];
    const Message& m = file.message(mail);
    const StringId who = m.from_name != 0 ? m.from_name : m.from;
    table.rows.push_back({Number(mail),
                          DateCell(SentWords(file, mail)),
                          DateCell(ReceivedWords(mail)),
                          {FromMail(Cut(file.report->mail[who], kLongestName)),
                           Plain(fmt::format(" ({})", SideWord(mail.entry->side)))},
                          WordsOf(file, mail)});
  }
  out.blocks.push_back(std::move(table));
}

}  // namespace threadlint::report
