// What each point rests on, and what would make it wrong.
#include "report/case_file_words.h"
#include "report/page.h"
#include "report/signature_words.h"
#include "verdict/confidence.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

namespace threadlint::report {
namespace {

using Kind = DocumentBlock::Kind;

// "Exhibit 08, the desk, 6 May 2024, 12:47 UTC+1, Reply-To".
DocumentLine PlaceOf(const CaseFile& file, const Evidence& e) {
  const FiledMail* mail = file.Find(e.message);
  if (mail == nullptr) return {Plain("Outside of this case")};
  DocumentSpan link = MailLink(*mail);
  link.text = "Exhibit " + mail->label;
  std::string rest = fmt::format(", {}, {}", PartyWords(mail->entry->side), SentWords(file, *mail));
  if (!e.field.empty()) rest += fmt::format(", header field {}", e.field);
  if (e.quoted) rest += ", in what it quotes of an earlier mail";
  return {link, Plain(rest)};
}

void AddPoint(const CaseFile& file, const FiledPoint& point, Document& out) {
  const Finding& f = *point.finding;
  out.blocks.push_back(Heading(4, fmt::format("Finding {}", point.name), point.anchor));
  out.blocks.push_back(Paragraph(DocumentLine{FromMail(f.text)}));
  for (const Evidence& e : f.evidence) {
    if (e.message == kNoMessage) continue;
    DocumentLine place = PlaceOf(file, e);
    if (!e.quote.empty()) place.push_back(Plain(":"));
    out.blocks.push_back(Paragraph(std::move(place)));
    if (!e.quote.empty()) out.blocks.push_back(Quote(e.quote));
  }
  for (const std::string& words : SignatureWords(*file.report, f))
    out.blocks.push_back(Paragraph(DocumentLine{FromMail(words)}));
  for (const Doubt& doubt : f.doubts)
    out.blocks.push_back(Paragraph(DocumentLine{FromMail(doubt.text)}));
  if (!f.wrong_if.empty()) {
    DocumentLine wrong = {Strong("This would be wrong if: "), FromMail(f.wrong_if)};
    out.blocks.push_back(Paragraph(std::move(wrong)));
  }
  out.blocks.push_back(
      Paragraph(fmt::format("Confidence {}. Rule {} {}: {}.", verdict::Name(verdict::LevelOf(f)),
                            f.rule->id, f.rule->slug, f.rule->summary)));
}

}  // namespace

void AddBasis(const CaseFile& file, Document& out) {
  if (file.empty()) return;
  out.blocks.push_back(Heading(2, "What each finding rests on", "basis", true));
  out.blocks.push_back(Paragraph(
      "Each finding is what a program found by comparing mails. It is quoted from them word for "
      "word "
      "and can be checked against the exhibits. It shows which mail carried the change, never "
      "why."));
  for (const FiledGroup& group : file.groups) {
    out.blocks.push_back(Heading(3, TitleOf(group.grievance)));
    for (const FiledPoint& point : group.points) AddPoint(file, point, out);
  }
}

}  // namespace threadlint::report
