// The audit view as a table: a row for each measure of each group.
#include "report/csv_writer.h"
#include "report/stats.h"

#include <threadlint/rule.h>

namespace threadlint::report {
namespace {

class Writer {
 public:
  explicit Writer(CsvWriter& csv) : csv_(csv) {}

  void Head() {
    for (const char* name : {"by", "name", "groups", "of_cases", "measure", "cases", "percent",
                             "low", "high", "median_hours"})
      csv_.Text(name);
    csv_.EndRow();
  }

  void Row(std::string_view by, std::string_view kind, const StatsRow& row) {
    const std::string name = NameOf(row, kind);
    for (size_t i = 0; i < kMeasures; ++i)
      Measured(by, name, row, Measures()[i].id, row.with[i], row.cases, std::nullopt);
    Measured(by, name, row, "answered_by_person", row.answered, row.asked, row.median_answer);
  }

  void Measured(std::string_view by, std::string_view name, const StatsRow& row,
                std::string_view measure, uint64_t with, uint64_t of,
                std::optional<int64_t> seconds) {
    csv_.Text(by);
    csv_.Text(name);
    csv_.Number(row.groups);
    csv_.Number(row.few ? row.cases : of);
    csv_.Text(measure);
    if (row.few) {
      for (int i = 0; i < 5; ++i) csv_.Empty();
      return csv_.EndRow();
    }
    constexpr double kHundred = 100, kHour = 3600;
    const Interval open = Wilson(with, of);
    csv_.Number(with);
    of == 0 ? csv_.Empty()
            : csv_.Decimal(kHundred * static_cast<double>(with) / static_cast<double>(of));
    csv_.Decimal(kHundred * open.low);
    csv_.Decimal(kHundred * open.high);
    seconds ? csv_.Decimal(static_cast<double>(*seconds) / kHour) : csv_.Empty();
    csv_.EndRow();
  }

 private:
  CsvWriter& csv_;
};

}  // namespace

void WriteCsvStats(const Report&, const Stats& stats, const ReportOptions&, Output& output) {
  CsvWriter csv(output);
  Writer writer(csv);
  writer.Head();
  writer.Row("all", "", stats.total);
  for (const StatsRow& row : stats.months) writer.Row("month", "", row);
  for (const StatsRow& row : stats.queues) writer.Row("queue", "queue", row);
  for (const StatsRow& row : stats.agents) writer.Row("agent", "agent", row);
  for (const RuleRow& row : stats.rules)
    writer.Measured("rule", row.rule->id, stats.total, row.rule->slug, row.cases, stats.total.cases,
                    std::nullopt);
}

}  // namespace threadlint::report
