#include "../support/hostile.h"
#include "../support/text_output.h"
#include "report/csv_writer.h"
#include "report/writers.h"
#include "util/visible.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace threadlint::report {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// RFC 4180, strictly; with `quoted` false for a cell that stood without quotes.
Rows Parse(const std::string& text, std::vector<std::vector<bool>>* quoted = nullptr) {
  Rows rows;
  size_t pos = 0;
  while (pos < text.size()) {
    auto& row = rows.emplace_back();
    if (quoted != nullptr) quoted->emplace_back();
    while (true) {
      std::string cell;
      const bool in_quotes = text[pos] == '"';
      if (in_quotes) {
        for (++pos; text[pos] != '"' || text.at(pos + 1) == '"'; ++pos) {
          if (text[pos] == '"') ++pos;
          cell += text[pos];
        }
        ++pos;
      } else {
        while (text[pos] != ',' && text[pos] != '\r') cell += text.at(pos++);
      }
      row.push_back(cell);
      if (quoted != nullptr) quoted->back().push_back(in_quotes);
      if (text.at(pos) == ',') {
        ++pos;
        continue;
      }
      REQUIRE(text.substr(pos, 2) == "\r\n");
      pos += 2;
      break;
    }
  }
  return rows;
}

std::string Csv(const Report& report, const ReportOptions& options) {
  test::TextOutput out;
  WriteCsv(report, options, out);
  return out.text;
}

TEST_CASE("what a spreadsheet would take for a formula has an apostrophe") {
  const struct {
    const char *text, *cell;
  } kTable[] = {
      {"=1+1", "'=1+1"},
      {"+44 20", "'+44 20"},
      {"-", "'-"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"  =1", "'  =1"},
      {"\xC2\xA0=1", "'\xC2\xA0=1"},
      {"\xE3\x80\x80@a", "'\xE3\x80\x80@a"},
      {"\xEF\xBC\x9D"
       "1",
       "'\xEF\xBC\x9D"
       "1"},
      {"\xEF\xBC\x8B"
       "1",
       "'\xEF\xBC\x8B"
       "1"},
      {"\xEF\xBC\x8D"
       "1",
       "'\xEF\xBC\x8D"
       "1"},
      {"\xEF\xBC\xA0"
       "1",
       "'\xEF\xBC\xA0"
       "1"},
      {"\tx", "' x"},
      {"\rx", "'\\x0dx"},
      {"\n=1", "\\x0a=1"},
      {"yes; =1", "yes;' =1"},
      {"a;b;-1", "a;b;'-1"},
      {"a=b", "a=b"},
      {"1-2", "1-2"},
      {"(+1)", "(+1)"},
      {"", ""},
      {" ", " "},
  };
  for (const auto& row : kTable) {
    CAPTURE(row.text);
    CHECK(SafeCell(row.text) == row.cell);
  }
}

TEST_CASE("numbers stand without quotes, text in them, what is not known is empty") {
  test::TextOutput out;
  {
    CsvWriter csv(out);
    csv.Text("a");
    csv.Number(7);
    csv.Decimal(0.5);
    csv.Empty();
    csv.Text("");
    csv.Text("say \"hi\", then");
    csv.EndRow();
  }
  CHECK(out.text == "\"a\",7,0.50,,,\"say \"\"hi\"\", then\"\r\n");
}

TEST_CASE("a row a finding, a column a fact, whatever the mail says") {
  for (const std::string_view text : test::kHostile) {
    CAPTURE(text);
    const Report report = test::HostileReport(text);
    std::vector<std::vector<bool>> quoted;
    const Rows rows = Parse(Csv(report, {}), &quoted);
    REQUIRE(rows.size() == report.findings.size() + 1);
    CHECK(rows[0].size() == 23);
    for (size_t i = 0; i < rows.size(); ++i) {
      REQUIRE(rows[i].size() == rows[0].size());
      for (size_t k = 0; k < rows[i].size(); ++k)
        if (quoted[i][k]) CHECK(rows[i][k] == SafeCell(rows[i][k]));
    }
    CHECK(rows[1][13] == SafeCell(text));
    const Rows cases = Parse(Csv(report, {.findings = false}));
    REQUIRE(cases.size() == report.shown.size() + 1);
    CHECK(cases[1].size() == cases[0].size());
    CHECK(cases[1][2] == SafeCell(text));
  }
}

TEST_CASE("a safe cell is safe for good") {
  for (const std::string_view text : test::kHostile)
    CHECK(SafeCell(SafeCell(text)) == SafeCell(text));
}

TEST_CASE("references give no word of the mails") {
  const Report report = test::HostileReport("SECRET");
  Report plain = test::HostileReport("SECRET");
  for (Finding& f : plain.findings) f.suppressed.clear(), f.wrong_if = "Wrong.";
  plain.inputs.front().path = "in.mbox";
  for (Finding& f : plain.findings)
    for (Evidence& e : f.evidence) e.path = "in.mbox";
  CHECK(Csv(plain, {}).find("SECRET") != std::string::npos);
  CHECK(Csv(plain, {.quotes = false}).find("SECRET") == std::string::npos);
  CHECK(Csv(plain, {.findings = false, .quotes = false}).find("SECRET") == std::string::npos);
}

TEST_CASE("a fourth quotation stands in the last column") {
  Report report = test::HostileReport("x");
  report.findings.resize(1);
  auto& evidence = report.findings[0].evidence;
  evidence.resize(4, evidence.front());
  const char* const kQuotes[] = {"one", "", "three", "four"};
  for (size_t i = 0; i < 4; ++i) evidence[i].quote = kQuotes[i];
  const Rows rows = Parse(Csv(report, {}));
  CHECK(rows[1][14] == "one");
  CHECK(rows[1][15].empty());
  CHECK(rows[1][16] == "three / four");
}

}  // namespace
}  // namespace threadlint::report
