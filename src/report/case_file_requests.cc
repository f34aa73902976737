// What the company can be asked for, and until when; mails that it may have.
#include "report/case_file_words.h"
#include "report/finding_words.h"
#include "report/page.h"
#include "report/signature_words.h"
#include "report/timeline.h"
#include "util/civil_time.h"
#include "util/count.h"
#include "util/shell_word.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace threadlint::report {
namespace {

using Kind = DocumentBlock::Kind;

// How long some help desks keep who wrote to whom and when, as people who asked were told.
constexpr int64_t kKeptDays = 180;

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

// Keys stand in public for as long as their owners like.
void AddKeys(const CaseFile& file, Document& out) {
  std::set<std::string> names;
  if (!file.report->redacted)
    for (const FiledMail& mail : file.mails)
      if (const SignedMail* found = SignaturesOf(*file.report, mail.message))
        for (const Signature& s : found->signatures)
          if (s.no_key) names.insert(KeyName(s));
  if (names.empty()) return;
  out.blocks.push_back(Heading(3, "Public keys to save today"));
  out.blocks.push_back(Paragraph(
      "Mails of this case are signed (DKIM). With the public key of the domain anybody can check "
      "what it signed; companies change and remove these keys, so they are worth saving now. "
      "These commands show them; --dkim-keys takes the answers from a file."));
  DocumentBlock list = ListOf(Kind::kVerbatim);
  for (const std::string& name : names) list.text += "dig TXT " + util::ShellWord(name) + "\n";
  out.blocks.push_back(std::move(list));
  out.blocks.push_back(Paragraph(kSignatureMeaning));
}

}  // namespace

void AddRequests(const CaseFile& file, Document& out) {
  out.blocks.push_back(Heading(2, "What to ask the company for", "ask"));
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
  AddKeys(file, out);
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
