// Tables for spreadsheets and databases: a row a finding, or a row a case.
#include "report/csv_writer.h"
#include "report/finding_words.h"
#include "report/reference.h"
#include "report/writers.h"
#include "util/civil_time.h"
#include "verdict/confidence.h"

#include <threadlint/rule.h>

#include <algorithm>

namespace threadlint::report {
namespace {

// Quotations have a column each; a finding with more has the others in the last.
constexpr size_t kQuoteColumns = 3;

// What a row is made of.
struct Row {
  const Report& report;
  const ReportOptions& options;
  const Finding* finding = nullptr;
  const Case* of_case = nullptr;  // null: of no case
  CsvWriter& csv;
};

struct Column {
  std::string_view name;
  void (*write)(const Row&);
};

std::string_view ExportOf(const Report& report) {
  return report.inputs.empty() ? std::string_view() : std::string_view(report.inputs.front().path);
}

void WriteDate(const Row& row, MessageIndex i) {
  if (i == kNoMessage || row.report.mail.messages[i].date_source == DateSource::kNone)
    return row.csv.Empty();
  const Message& m = row.report.mail.messages[i];
  row.csv.Text(util::FormatIso8601(m.date, m.zone_minutes));
}

void WriteName(const Row& row, MessageIndex i) {
  if (i == kNoMessage) return row.csv.Empty();
  row.csv.Text(MessageName(row.report.mail, row.report.mail.messages[i]));
}

void WriteQuote(const Row& row, size_t column) {
  std::string text;
  const auto& evidence = row.finding->evidence;
  const size_t end = column + 1 == kQuoteColumns ? evidence.size() : column + 1;
  for (size_t i = column; row.options.quotes && i < std::min(end, evidence.size()); ++i) {
    if (!text.empty() && !evidence[i].quote.empty()) text += " / ";
    text += evidence[i].quote;
  }
  row.csv.Text(text);
}

constexpr Column kFindingColumns[] = {
    {"export", [](const Row& r) { r.csv.Text(ExportOf(r.report)); }},
    {"case", [](const Row& r) { r.csv.Text(r.of_case ? r.of_case->id : std::string_view()); }},
    {"rule", [](const Row& r) { r.csv.Text(r.finding->rule->id); }},
    {"slug", [](const Row& r) { r.csv.Text(r.finding->rule->slug); }},
    {"severity", [](const Row& r) { r.csv.Text(Name(r.finding->severity)); }},
    {"confidence", [](const Row& r) { r.csv.Decimal(r.finding->confidence); }},
    {"confidence_level",
     [](const Row& r) { r.csv.Text(verdict::Name(verdict::LevelOf(*r.finding))); }},
    {"message", [](const Row& r) { WriteName(r, r.finding->message); }},
    {"date", [](const Row& r) { WriteDate(r, r.finding->message); }},
    {"carried_by", [](const Row& r) { r.csv.Text(Name(r.finding->carried_by)); }},
    {"path", [](const Row& r) { r.csv.Text(LocationOf(r.report, *r.finding).path); }},
    {"line", [](const Row& r) { r.csv.Number(LocationOf(r.report, *r.finding).line); }},
    {"offset", [](const Row& r) { r.csv.Number(LocationOf(r.report, *r.finding).offset); }},
    {"text",
     [](const Row& r) {
       r.csv.Text(r.options.quotes ? r.finding->text : Reference(r.report, *r.finding));
     }},
    {"quote_1", [](const Row& r) { WriteQuote(r, 0); }},
    {"quote_2", [](const Row& r) { WriteQuote(r, 1); }},
    {"quote_3", [](const Row& r) { WriteQuote(r, 2); }},
    {"baseline_state", [](const Row& r) { r.csv.Text(Name(r.finding->baseline)); }},
    {"suppressed", [](const Row& r) { r.csv.Text(r.finding->suppressed); }},
    {"fingerprint", [](const Row& r) { r.csv.Text(r.finding->fingerprint); }},
    {"broken_by",
     [](const Row& r) {
       const uint32_t broken_by = r.finding->broken_by;
       WriteName(r, broken_by == kNoBreak ? kNoMessage : r.report.set.breaks[broken_by].message);
     }},
    {"what_would_make_it_wrong", [](const Row& r) { r.csv.Text(r.finding->wrong_if); }},
    {"doubts",
     [](const Row& r) {
       const std::string words = DoubtWords(*r.finding, r.options.quotes);
       r.csv.Text(std::string_view(words).substr(words.empty() ? 0 : 1));
     }},
};

void WriteCount(const Row& row, Side side) {
  const auto messages = row.report.set.Messages(*row.of_case);
  row.csv.Number(static_cast<uint64_t>(std::ranges::count(messages, side, &CaseMessage::side)));
}

constexpr Column kCaseColumns[] = {
    {"export", [](const Row& r) { r.csv.Text(ExportOf(r.report)); }},
    {"id", [](const Row& r) { r.csv.Text(r.of_case->id); }},
    {"subject",
     [](const Row& r) {
       const MessageIndex first = r.report.set.Messages(*r.of_case).front().message;
       r.csv.Text(r.options.quotes ? r.report.mail[r.report.mail.messages[first].subject]
                                   : std::string_view());
     }},
    {"first",
     [](const Row& r) { WriteDate(r, r.report.set.Messages(*r.of_case).front().message); }},
    {"last", [](const Row& r) { WriteDate(r, r.report.set.Messages(*r.of_case).back().message); }},
    {"messages", [](const Row& r) { r.csv.Number(r.of_case->messages); }},
    {"agent", [](const Row& r) { WriteCount(r, Side::kAgent); }},
    {"customer", [](const Row& r) { WriteCount(r, Side::kCustomer); }},
    {"auto", [](const Row& r) { WriteCount(r, Side::kAuto); }},
    {"other", [](const Row& r) { WriteCount(r, Side::kOther); }},
    {"unknown", [](const Row& r) { WriteCount(r, Side::kUnknown); }},
    {"segments", [](const Row& r) { r.csv.Number(r.of_case->segments); }},
    {"breaks", [](const Row& r) { r.csv.Number(r.of_case->breaks); }},
    {"missing", [](const Row& r) { r.csv.Number(r.of_case->missing); }},
};

void WriteHeader(std::span<const Column> columns, CsvWriter& csv) {
  for (const Column& column : columns) csv.Text(column.name);
  csv.EndRow();
}

void WriteRow(std::span<const Column> columns, const Row& row) {
  for (const Column& column : columns) column.write(row);
  row.csv.EndRow();
}

}  // namespace

void WriteCsv(const Report& report, const ReportOptions& options, Output& output) {
  CsvWriter csv(output);
  if (options.findings) {
    WriteHeader(kFindingColumns, csv);
    for (const Finding& f : report.findings)
      WriteRow(kFindingColumns,
               {report, options, &f,
                f.case_index == kNoCase ? nullptr : &report.set.cases[f.case_index], csv});
    return;
  }
  WriteHeader(kCaseColumns, csv);
  for (const uint32_t i : report.shown)
    WriteRow(kCaseColumns, {report, options, nullptr, &report.set.cases[i], csv});
}

}  // namespace threadlint::report
