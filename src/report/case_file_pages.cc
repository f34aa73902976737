// The pages of a case file, one after the other.
#include "report/case_file_words.h"
#include "report/closing_words.h"
#include "report/finding_words.h"
#include "report/timeline.h"

#include <threadlint/version.h>

#include <fmt/format.h>

namespace threadlint::report {
namespace {

using Kind = DocumentBlock::Kind;

void AddMasked(const CaseFile& file, Document& out) {
  out.blocks.push_back(Heading(2, "What was replaced", "replaced"));
  out.blocks.push_back(Paragraph(
      "Names, addresses and numbers of people stand here as pseudonyms: the same one is the same "
      "person or number in all of this file. The numbers of exhibits are those of the file that "
      "is made without --redact."));
  (void)file;
}

void AddCheck(const CaseFile& file, Document& out) {
  out.blocks.push_back(Heading(2, "How this file was made, and how to check it", "check"));
  DocumentBlock list = ListOf(Kind::kBullets);
  const auto add = [&list](DocumentLine line) { list.items.push_back({std::move(line), {}}); };
  add(
      {Plain(fmt::format("Made by threadlint {} from a mail export, which it only read. The same "
                         "command on the same mail gives the same files, byte for byte.",
                         kVersion))});
  add(
      {Plain("manifest.json names the command, the configuration, and each exhibit with its place "
             "in the input.")});
  add({Plain("Whether a file was changed since: "), Code("sha256sum -c SHA256SUMS"),
       Plain(" in this folder.")});
  if (!file.report->redacted)
    add(
        {Plain("The EDRM hash of an exhibit is the MD5 of its Message-ID with the angle brackets: "
               "e-discovery programs find the same mail by it.")});
  out.blocks.push_back(std::move(list));
  out.blocks.push_back(Paragraph(kClosingWords));
}

}  // namespace

Document CaseFilePages(const CaseFile& file) {
  Document out;
  const Report& report = *file.report;
  constexpr size_t kLongestTitle = 120;
  out.title = "Case file: " + Cut(SubjectOf(report, file.get()), kLongestTitle);
  out.blocks.push_back(
      Paragraph(fmt::format("Case {} of a mail export, {}{}", file.get().id,
                            Span(report, file.get()), report.redacted ? ", with pseudonyms" : "")));
  AddSummary(file, out);
  AddChronology(file, out);
  AddBasis(file, out);
  AddRequests(file, out);
  AddMissing(file, out);
  if (report.redacted) AddMasked(file, out);
  AddCheck(file, out);
  AddExhibits(file, out);
  return out;
}

}  // namespace threadlint::report
