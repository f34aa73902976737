// Pieces of sentences and blocks that the pages of a case file have in common.
#pragma once

#include "report/case_file.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {

DocumentSpan Plain(std::string_view text);
DocumentSpan FromMail(std::string_view text);  // words of a mail, or with some in them
DocumentSpan Strong(std::string_view text);
DocumentSpan Code(std::string_view text);
DocumentSpan NewLine();
// "exhibit 08", leading there.
DocumentSpan MailLink(const FiledMail& mail);
// " (exhibits 02, 08)"; a few, then "and 12 more"; nothing for none.
void AppendMails(const CaseFile& file, std::span<const uint32_t> numbers, DocumentLine& out);

DocumentBlock Heading(unsigned level, std::string_view text, std::string_view anchor = {},
                      bool new_page = false);
DocumentBlock Paragraph(DocumentLine line);
DocumentBlock Paragraph(std::string_view text);
DocumentBlock Notice(std::string_view text);
DocumentBlock Quote(std::string_view text);  // of a mail
DocumentBlock ListOf(DocumentBlock::Kind kind);
// A row, unless there is no value.
void AddField(DocumentBlock& fields, std::string_view name, std::string_view value);
void AddMailField(DocumentBlock& fields, std::string_view name, std::string_view value);

// "22 April 2024, 09:14 UTC+1" by the clock of the mail's writer; what is told if there is none.
std::string SentWords(const CaseFile& file, const FiledMail& mail);
// The same by the newest Received field; empty without one.
std::string ReceivedWords(const FiledMail& mail);
// "22 April 2024"; empty without a date.
std::string DayWords(const CaseFile& file, const FiledMail& mail);
// "Maria Thorne <maria@post.example>"
std::string WriterWords(const CaseFile& file, const FiledMail& mail);
// The address or number of a token.
std::string TokenWords(const CaseFile& file, const FiledToken& token);
// "the desk", "the customer"
std::string_view PartyWords(Side side);

// What a group is called: "The reply address or the thread changed".
std::string_view TitleOf(Grievance grievance);
// Its first sentence, and those behind it that fit into `bytes`; one that has no end is cut.
std::string Sentences(std::string_view text, size_t bytes);
// Cut at a blank, with "…".
std::string Cut(std::string_view text, size_t bytes);

// The sections, in their order.
void AddSummary(const CaseFile& file, Document& out);
void AddChronology(const CaseFile& file, Document& out);
void AddBasis(const CaseFile& file, Document& out);
void AddRequests(const CaseFile& file, Document& out);
void AddMissing(const CaseFile& file, Document& out);
void AddLetter(const CaseFile& file, Document& out);
void AddExhibits(const CaseFile& file, Document& out);

}  // namespace threadlint::report
