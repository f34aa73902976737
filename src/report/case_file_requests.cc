// What the company can be asked for, until when, and a letter that does so.
#include "report/case_file_words.h"
#include "report/finding_words.h"
#include "report/page.h"
#include "report/timeline.h"
#include "util/civil_time.h"
#include "util/count.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace threadlint::report {
namespace {

using Kind = DocumentBlock::Kind;

// How long some help desks keep who wrote to whom and when, as people who asked were told.
constexpr int64_t kKeptDays = 180;
// Mails that a letter names one by one.
constexpr size_t kMostNamed = 20;

const FiledMail* FirstDated(const CaseFile& file) {
  for (const FiledMail& mail : file.mails)
    if (file.message(mail).date_source != DateSource::kNone) return &mail;
  return nullptr;
}

const FiledMail* FirstBreak(const CaseFile& file) {
  for (const FiledMail& mail : file.mails)
    if (!mail.breaks.empty() && file.message(mail).date_source != DateSource::kNone) return &mail;
  return nullptr;
}

std::string KeptUntil(const CaseFile& file, const FiledMail& mail) {
  const Message& m = file.message(mail);
  return util::FormatShortDate(m.date + kKeptDays * util::kSecondsPerDay, m.zone_minutes);
}

void AddUntil(const CaseFile& file, Document& out) {
  const FiledMail* first = FirstDated(file);
  if (first == nullptr) return;
  DocumentLine line = {
      Plain(fmt::format("Some companies keep the data of mails (who wrote when, and under which "
                        "case) for about {} days only. Counted so, that of the first mail of this "
                        "case ({}) is kept until about ",
                        kKeptDays, DayWords(file, *first))),
      Strong(KeptUntil(file, *first))};
  if (const FiledMail* cut = FirstBreak(file); cut != nullptr && cut != first) {
    line.push_back(
        Plain(fmt::format(", and that of the mail that carried the first change ({}) "
                          "until about ",
                          DayWords(file, *cut))));
    line.push_back(Strong(KeptUntil(file, *cut)));
  }
  line.push_back(
      Plain(". Ask before then; where the day is past, ask all the same: other companies keep it "
            "longer."));
  out.blocks.push_back(Paragraph(std::move(line)));
}

std::string TokenWords(const CaseFile& file, const FiledToken& filed) {
  const Token& token = file.report->set.tokens[filed.token];
  return std::string(file.report->mail[token.address != 0 ? token.address : token.text]);
}

void AddTokens(const CaseFile& file, Document& out) {
  if (file.tokens.empty()) return;
  out.blocks.push_back(Heading(3, "Reply addresses and case numbers that the mails carry"));
  DocumentBlock table = ListOf(Kind::kTable);
  table.rows.push_back({{Plain("Address or number")}, {Plain("First")}, {Plain("Last")}});
  for (const FiledToken& token : file.tokens) {
    const FiledMail &first = file.mails[token.first - 1], &last = file.mails[token.last - 1];
    table.rows.push_back({{Code(TokenWords(file, token))},
                          {MailLink(first), Plain(", " + DayWords(file, first))},
                          {MailLink(last), Plain(", " + DayWords(file, last))}});
  }
  out.blocks.push_back(std::move(table));
}

// Those that points rest on, desk's first change included; the letter names them.
std::vector<const FiledMail*> NamedMails(const CaseFile& file) {
  std::vector<const FiledMail*> out;
  for (const FiledMail& mail : file.mails)
    if ((mail.cited || !mail.breaks.empty()) && out.size() < kMostNamed) out.push_back(&mail);
  return out;
}

std::string LetterLine(const CaseFile& file, const FiledMail& mail) {
  const Message& m = file.message(mail);
  std::string out = fmt::format("- {}, from {}", SentWords(file, mail),
                                mail.entry->side == Side::kCustomer ? "me" : "you");
  if (m.message_id != 0) out += fmt::format(", Message-ID <{}>", file.report->mail[m.message_id]);
  if (m.reply_to > 0)
    out += fmt::format(", Reply-To {}", file.report->mail[file.report->mail.ReplyTo(m).front()]);
  return out;
}

std::string Letter(const CaseFile& file) {
  const Report& report = *file.report;
  std::string out = fmt::format(
      "Subject: Request for copies: {}\n\nDear Sir or Madam,\n\n"
      "I have been in correspondence with you ({}), under the subject\n\"{}\".\n"
      "Please send me a copy of the data that you hold on me and on this matter. If the GDPR or\n"
      "the UK GDPR applies to you, please take this as a request under its Article 15. I ask in\n"
      "particular for:\n\n"
      "1. all mails to and from me in this matter, with their full headers;\n"
      "2. the record of each case or ticket that they were filed under, with its number, its\n"
      "   notes, and when and why it was opened, joined, split or closed;\n"
      "3. the metadata of these mails (Message-ID, time of dispatch and receipt, sending and\n"
      "   receiving address, reply address);\n"
      "4. notes, recordings and transcripts of telephone calls and chats about it.\n",
      Cut(SubjectOf(report, file.get()), 80), Span(report, file.get()),
      Cut(SubjectOf(report, file.get()), 160));
  if (!file.tokens.empty()) {
    out += "\nThe mails carry these reply addresses or numbers:\n";
    for (size_t i = 0; i < file.tokens.size() && i < kMostNamed; ++i)
      out += "- " + TokenWords(file, file.tokens[i]) + "\n";
  }
  const std::vector<const FiledMail*> named = NamedMails(file);
  if (!named.empty()) {
    out += "\nThese mails matter to me most:\n";
    for (const FiledMail* mail : named) out += LetterLine(file, *mail) + "\n";
  }
  out +=
      "\nPlease keep these data until you have answered, and tell me what you no longer hold and "
      "when\nit was deleted.\n\nYours faithfully,\n[your name and address]\n";
  return out;
}

std::string WriterOf(const FiledMissing& missing) {
  switch (missing.writer) {
    case Side::kAgent:
    case Side::kAuto:
      return "Its id ends as those of the desk do: the desk probably wrote it, and should have it.";
    case Side::kCustomer:
      return "Its id ends as those of the customer's mails do: look for it among sent mails, on "
             "other devices and in archives; the desk should have received it.";
    case Side::kOther:
    case Side::kUnknown:
      break;
  }
  return "Whoever wrote the mails that name it has had it.";
}

}  // namespace

void AddRequests(const CaseFile& file, Document& out) {
  out.blocks.push_back(Heading(2, "What to ask the company for", "ask", true));
  AddUntil(file, out);
  DocumentBlock list = ListOf(Kind::kBullets);
  const auto add = [&list](std::string_view text) { list.items.push_back({{Plain(text)}, {}}); };
  add("its copies of all mails of this case, with full headers: they also show mails that are "
      "missing here;");
  add("the case or ticket number that each mail was filed under, and when cases were opened, "
      "joined, split or closed;");
  add("the metadata of the mails (Message-ID, times, addresses) from the systems that sent and "
      "received them;");
  add("notes, recordings and transcripts of calls and chats.");
  out.blocks.push_back(std::move(list));
  out.blocks.push_back(Paragraph(
      "In many countries a person may ask for a copy of the data that a company holds on him; in "
      "the European Union and the United Kingdom Article 15 of the GDPR or UK GDPR is one way (a "
      "subject access request). Whether it applies here, and what exceptions there are, this page "
      "cannot tell: it is no legal advice."));
  AddTokens(file, out);
  // With pseudonyms it would say nothing to the company.
  if (file.report->redacted) return;
  out.blocks.push_back(Heading(3, "A letter to begin with"));
  out.blocks.push_back(Paragraph("To be checked and changed before it is sent."));
  DocumentBlock letter = ListOf(Kind::kVerbatim);
  letter.text = Letter(file);
  out.blocks.push_back(std::move(letter));
}

void AddMissing(const CaseFile& file, Document& out) {
  out.blocks.push_back(Heading(2, "Mails that are missing", "missing"));
  if (file.missing.empty()) {
    out.blocks.push_back(
        Paragraph("No mail of the case names another that is not in the export. Mails that nothing "
                  "refers to may be missing all the same."));
    return;
  }
  out.blocks.push_back(
      Paragraph("These are named in the reply headers of mails of the case, but were not in the "
                "export."));
  DocumentBlock table = ListOf(Kind::kTable);
  table.rows.push_back({{Plain("Message-ID")}, {Plain("Named by")}, {Plain("Who should have it")}});
  for (const FiledMissing& missing : file.missing) {
    DocumentLine by;
    constexpr size_t kMost = 5;
    for (size_t i = 0; i < missing.named.size() && i < kMost; ++i) {
      const FiledMail& mail = file.mails[missing.named[i] - 1];
      if (i > 0) by.push_back(Plain("; "));
      by.push_back(MailLink(mail));
      by.push_back(Plain(fmt::format(", {}", PartyWords(mail.entry->side))));
    }
    table.rows.push_back({{Code(missing.id)}, std::move(by), {Plain(WriterOf(missing))}});
  }
  out.blocks.push_back(std::move(table));
}

}  // namespace threadlint::report
