// The pages of a case file, one after the other.
#include "report/case_file_words.h"
#include "report/closing_words.h"
#include "report/finding_words.h"
#include "report/picture.h"
#include "report/picture_scene.h"
#include "report/timeline.h"

#include <threadlint/version.h>

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>

namespace threadlint::report {
namespace {

using Kind = DocumentBlock::Kind;

void AddPicture(const CaseFile& file, Document& out) {
  DocumentBlock picture;
  picture.kind = Kind::kPicture;
  picture.text =
      DrawCase(*file.report, file.references, SceneOf(*file.report, file.references), {}).html;
  out.blocks.push_back(Heading(2, "The case as a picture", "overview", true));
  out.blocks.push_back(Paragraph(
      "Who wrote when, which mails the reply address holds together, and where that was cut. It "
      "stands in case-file.html, and shows nothing that is not told in words as well."));
  out.blocks.push_back(std::move(picture));
}

void AddMasked(const CaseFile& file, Document& out) {
  out.blocks.push_back(Heading(2, "What was replaced", "replaced"));
  out.blocks.push_back(Paragraph(
      "Names, addresses and numbers of people stand here as pseudonyms: the same one is the same "
      "person or number in all of this file. The numbers of exhibits are those of the file that "
      "is made without --redact. In the exhibits, this was replaced so often:"));
  std::map<std::string_view, uint64_t> sums;
  uint64_t fields = 0;
  for (const FiledMail& mail : file.mails) {
    if (mail.exhibit == nullptr) continue;
    for (const MaskCount& masked : mail.exhibit->masked) sums[masked.kind] += masked.count;
    fields += mail.exhibit->fields_left_out;
  }
  DocumentBlock table = ListOf(Kind::kTable);
  table.rows.push_back({{Plain("What")}, {Plain("Times")}});
  for (const auto& [kind, count] : sums)
    table.rows.push_back({{Plain(kind)}, {Plain(std::to_string(count))}});
  table.rows.push_back(
      {{Plain("header field left out, since it holds names and numbers that cannot "
              "be told from codes")},
       {Plain(std::to_string(fields))}});
  out.blocks.push_back(std::move(table));
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
  AddPicture(file, out);
  AddChronology(file, out);
  AddBasis(file, out);
  AddRequests(file, out);
  AddMissing(file, out);
  if (report.redacted) AddMasked(file, out);
  AddCheck(file, out);
  AddLetter(file, out);
  AddExhibits(file, out);
  out.blocks.push_back(Paragraph(kClosingWords));
  return out;
}

}  // namespace threadlint::report
