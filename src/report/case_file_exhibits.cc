// The mails themselves, as far as they can be read on paper.
#include "report/case_file_words.h"
#include "report/page.h"
#include "report/signature_words.h"
#include "util/ascii.h"
#include "util/count.h"
#include "util/visible.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace threadlint::report {
namespace {

using Kind = DocumentBlock::Kind;

// What a reader looks for; the files have all fields.
constexpr std::array<std::string_view, 9> kShownFields = {
    "Date", "From", "Reply-To", "To", "Cc", "Subject", "Message-ID", "In-Reply-To", "Sender"};

bool IsShown(std::string_view name) {
  return std::ranges::any_of(
      kShownFields, [&](std::string_view shown) { return util::EqualsIgnoreCase(shown, name); });
}

std::string FileWords(const ExhibitFile& f) {
  std::string out = fmt::format("{} ({}, {})", f.name.empty() ? "without a name" : f.name, f.type,
                                util::Count(f.bytes, "byte"));
  if (!f.sha256.empty()) out += ", SHA-256 " + f.sha256;
  return out;
}

std::string QuotingWords(const Exhibit& e) {
  if (e.quoting == "none") return {};
  return fmt::format("lines that begin with 'From' as the mailbox marks them ({}), undone here",
                     e.quoting);
}

// "findings 1, 4"; empty if none rests on it.
std::string PointsOf(const CaseFile& file, const FiledMail& mail) {
  std::string out;
  const auto numbers = file.references.FindingsOn(mail.number);
  for (const uint32_t number : numbers) out += fmt::format("{}{}", out.empty() ? "" : ", ", number);
  if (out.empty()) return out;
  return (numbers.size() == 1 ? "finding " : "findings ") + out;
}

// "Larkspur.mbox, byte 123, 456 bytes".
std::string PlaceOf(const CaseFile& file, const FiledMail& mail) {
  const Message& m = file.message(mail);
  return fmt::format("{}, from byte {}", file.report->mail.files[m.file].path, m.offset);
}

void AddFiles(const FiledMail& mail, Document& out) {
  const Exhibit& e = *mail.exhibit;
  if (e.files.empty()) return;
  out.blocks.push_back(Paragraph("Attachments, which are inside of the file:"));
  DocumentBlock list = ListOf(Kind::kBullets);
  for (const ExhibitFile& f : e.files) list.items.push_back({{FromMail(FileWords(f))}, {}});
  if (e.files_left_out > 0)
    list.items.push_back({{Plain(fmt::format("and {} more", e.files_left_out))}, {}});
  out.blocks.push_back(std::move(list));
}

// Which domain answers for what of it, and where the key stands that proves it today.
void AddSignatures(const CaseFile& file, const FiledMail& mail, DocumentBlock& fields) {
  const SignedMail* found = SignaturesOf(*file.report, mail.message);
  if (found == nullptr || (found->signatures.empty() && found->results.empty())) return;
  for (const std::string& words : SignatureWords(*file.report, *found))
    AddMailField(fields, "Signature", words);
  if (file.report->redacted) return;
  for (const Signature& s : found->signatures)
    if (s.no_key) AddMailField(fields, "Key to save", "dig TXT " + KeyName(s));
}

void AddExhibit(const CaseFile& file, const FiledMail& mail, bool new_page, Document& out) {
  const std::string day = DayWords(file, mail);
  out.blocks.push_back(
      Heading(3,
              fmt::format("Exhibit {}{} ({})", mail.label, day.empty() ? "" : ", " + day,
                          PartyWords(mail.entry->side)),
              mail.anchor, new_page));
  if (mail.exhibit == nullptr) {
    out.blocks.push_back(
        Notice("This mail could not be read a second time: the input has changed "
               "or is damaged. There is no file for it."));
    return;
  }
  const Exhibit& e = *mail.exhibit;
  DocumentBlock fields = ListOf(Kind::kFields);
  for (const ExhibitField& field : e.fields)
    if (IsShown(field.name)) AddMailField(fields, field.name, field.value);
  AddField(fields, "Received", ReceivedWords(mail));
  AddField(fields, "Rests on it", PointsOf(file, mail));
  out.blocks.push_back(std::move(fields));
  DocumentBlock text = ListOf(Kind::kVerbatim);
  text.text = e.text;
  if (e.text.empty()) {
    out.blocks.push_back(Paragraph("The mail has no text that could be shown."));
  } else {
    out.blocks.push_back(std::move(text));
  }
  if (e.text_cut)
    out.blocks.push_back(Paragraph("The text goes on: it is shown to its first mebibyte."));
  AddFiles(mail, out);
  DocumentBlock proof = ListOf(Kind::kFields);
  AddField(proof, "File", mail.file);
  AddField(proof, file.report->redacted ? "SHA-256 of the mail itself" : "SHA-256", e.sha256);
  AddField(proof, "EDRM hash", e.edrm_hash);
  AddMailField(proof, "In the input", PlaceOf(file, mail));
  AddField(proof, "Quoting", QuotingWords(e));
  AddSignatures(file, mail, proof);
  out.blocks.push_back(std::move(proof));
}

// Every mail with its hash, where the pages do not show all.
void AddList(const CaseFile& file, Document& out) {
  out.blocks.push_back(Heading(2, "List of exhibits", "list", true));
  out.blocks.push_back(Paragraph(
      "All mails of the case in the order of time; * marks those that a finding rests on, "
      "whose text stands below. The folder 'exhibits' has them all."));
  DocumentBlock table = ListOf(Kind::kTable);
  table.rows.push_back({{Plain("No.")}, {Plain("Sent")}, {Plain("Who")}, {Plain("SHA-256")}});
  for (const FiledMail& mail : file.mails) {
    DocumentSpan number = {mail.label,
                           mail.shown_whole ? DocumentSpan::Kind::kLink : DocumentSpan::Kind::kText,
                           mail.anchor, mail.file};
    DocumentLine first = {number};
    if (mail.cited()) first.push_back(Strong(" *"));
    table.rows.push_back({std::move(first),
                          {Plain(SentWords(file, mail))},
                          {Plain(PartyWords(mail.entry->side))},
                          {Code(mail.exhibit == nullptr ? "" : mail.exhibit->sha256)}});
  }
  out.blocks.push_back(std::move(table));
}

}  // namespace

void AddExhibits(const CaseFile& file, Document& out) {
  const bool all = std::ranges::all_of(file.mails, &FiledMail::shown_whole);
  if (!all) AddList(file, out);
  out.blocks.push_back(Heading(2, "Exhibits", "exhibits", true));
  out.blocks.push_back(Paragraph(
      file.report->redacted
          ? "The mails with pseudonyms in place of names, addresses and numbers of people. The "
            "SHA-256 is that of the mail itself, which whoever holds it can check."
          : "Each mail stands in the folder 'exhibits' as the export has it, byte for byte, with "
            "the "
            "mailbox's own marks undone; a mail program opens it. Here is what of it can be "
            "printed."));
  bool first = true;
  for (const FiledMail& mail : file.mails) {
    if (!mail.shown_whole) continue;
    AddExhibit(file, mail, !first, out);
    first = false;
  }
}

std::string RedactedMail(const FiledMail& mail) {
  const Exhibit& e = *mail.exhibit;
  std::string out = fmt::format("Exhibit {}, with pseudonyms\n\n", mail.label);
  for (const ExhibitField& field : e.fields)
    out += Safe(field.name) + ": " + Safe(field.value) + "\n";
  if (e.fields_left_out > 0)
    out += fmt::format("({} left out)\n", util::Count(e.fields_left_out, "header field"));
  out += "\n" + util::MakeVisible(e.text, true);
  if (!out.ends_with('\n')) out += '\n';
  if (!e.files.empty()) out += "\nAttachments:\n";
  for (const ExhibitFile& f : e.files) out += "- " + Safe(FileWords(f)) + "\n";
  return out;
}

}  // namespace threadlint::report
