// A letter that asks the company for what it holds.
#include "report/case_file_words.h"
#include "report/finding_words.h"
#include "report/timeline.h"
#include "util/count.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace threadlint::report {
namespace {

// Mails and addresses that it names one by one.
constexpr size_t kMostNamed = 20;
constexpr size_t kLongestSubject = 120;  // bytes

// Those that carry a change, then those that a point rests on, in the order of time.
std::vector<const FiledMail*> NamedMails(const CaseFile& file) {
  std::vector<const FiledMail*> out;
  for (const bool breaks : {true, false})
    for (const FiledMail& mail : file.mails)
      if (mail.breaks.empty() != breaks && (breaks || mail.cited()) && out.size() < kMostNamed)
        out.push_back(&mail);
  std::ranges::sort(out, {}, &FiledMail::number);
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
  const std::string subject = Cut(SubjectOf(report, file.get()), kLongestSubject);
  std::string out = fmt::format(
      "Subject: Request for copies: {0}\n\nDear Sir or Madam,\n\n"
      "I have been in correspondence with you ({1}), under the subject \"{0}\". Please send me a "
      "copy of the data that you hold on me and on this matter. If the GDPR or the UK GDPR applies "
      "to you, please take this as a request under its Article 15. I ask in particular for:\n\n"
      "1. all mails to and from me in this matter, with their full headers;\n"
      "2. the record of each case or ticket that they were filed under, with its number, its "
      "notes, "
      "and when and why it was opened, joined, split or closed;\n"
      "3. the metadata of these mails (Message-ID, times of dispatch and receipt, sending and "
      "receiving address, reply address);\n"
      "4. notes, recordings and transcripts of telephone calls and chats about it.\n",
      subject, Span(report, file.get()));
  if (!file.tokens.empty()) {
    out += "\nThe mails carry these reply addresses or numbers:\n";
    for (size_t i = 0; i < file.tokens.size() && i < kMostNamed; ++i)
      out += "- " + TokenWords(file, file.tokens[i]) + "\n";
  }
  const std::vector<const FiledMail*> named = NamedMails(file);
  if (!named.empty()) {
    out += "\nThese mails matter to me most:\n";
    for (const FiledMail* mail : named) out += LetterLine(file, *mail) + "\n";
    const auto counts = [](const FiledMail& mail) { return mail.cited() || !mail.breaks.empty(); };
    const auto all = static_cast<size_t>(std::ranges::count_if(file.mails, counts));
    if (all > named.size())
      out +=
          fmt::format("- and {}, which I can name\n", util::Count(all - named.size(), "more mail"));
  }
  out +=
      "\nPlease keep these data until you have answered, and tell me what you no longer hold and "
      "when "
      "it was deleted.\n\nYours faithfully,\n[your name and address]\n";
  return out;
}

}  // namespace

void AddLetter(const CaseFile& file, Document& out) {
  // With pseudonyms it would say nothing to the company.
  if (file.report->redacted) return;
  out.blocks.push_back(Heading(2, "A letter to begin with", "letter", true));
  out.blocks.push_back(Paragraph("To be checked and changed before it is sent."));
  DocumentBlock letter;
  letter.kind = DocumentBlock::Kind::kVerbatim;
  letter.text = Letter(file);
  out.blocks.push_back(std::move(letter));
}

}  // namespace threadlint::report
