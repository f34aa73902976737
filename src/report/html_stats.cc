// The audit view as a page: a chart of the months for each measure, and every number in tables.
#include "report/html_page.h"
#include "report/stats.h"
#include "report/stats_chart.h"
#include "report/text_inputs.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

namespace threadlint::report {
namespace {

class Writer {
 public:
  Writer(const Report& report, const Stats& stats, const ReportOptions& options, Output& output)
      : report_(report), stats_(stats), options_(options), output_(output), top_(TableTop(stats)) {}

  void Run() {
    Put(HtmlHead({"Help desk mail in numbers"}));
    Put("<h1>Help desk mail in numbers</h1>\n");
    Put(fmt::format("<p class=\"quiet\">{} in {}{}{}.</p>\n", Count(stats_.total.cases, "case"),
                    Count(report_.messages, "message"), Mailboxes(), Days()));
    if (report_.incomplete)
      Put("<p class=\"notice\">Some input could not be read: these numbers are not whole.</p>\n");
    if (stats_.total.few)
      Put(fmt::format("<p class=\"notice\">These are fewer than {} cases: no share is told.</p>\n",
                      kLeastCases));
    Answer();
    Charts();
    Table("All cases", "", {stats_.total});
    Table("By month (UTC)", "", stats_.months);
    Table("By queue", "queue", stats_.queues);
    if (stats_.by_agent) Table("By agent", "agent", stats_.agents);
    Rules();
    if (!options_.quiet) Notes();
    Put(HtmlFoot());
  }

 private:
  void Put(std::string_view text) { output_.Write(text); }

  std::string Mailboxes() const {
    return stats_.mailboxes == 0 ? std::string()
                                 : fmt::format(" of {} mailbox{}, each by itself", stats_.mailboxes,
                                               stats_.mailboxes == 1 ? "" : "es");
  }

  std::string Days() const {
    const StatsRow *first = nullptr, *last = nullptr;
    for (const StatsRow& row : stats_.months) {
      if (row.name == "no date") continue;
      if (first == nullptr) first = &row;
      last = &row;
    }
    if (first == nullptr) return {};
    return first == last ? ", " + first->name : fmt::format(", {} to {}", first->name, last->name);
  }

  static double ShareOf(uint64_t with, uint64_t of) {
    return of == 0 ? 0 : static_cast<double>(with) / static_cast<double>(of);
  }

  static std::string Words(uint64_t with, uint64_t of) {
    const Interval open = Wilson(with, of);
    return fmt::format("{} % <span class=\"quiet\">({}–{})</span>", BriefPercent(ShareOf(with, of)),
                       BriefPercent(open.low), BriefPercent(open.high));
  }

  void Answer() {
    const StatsRow& all = stats_.total;
    if (all.few) return;
    std::string text = fmt::format("{} had an answer from a person", Count(all.answered, "case"));
    if (all.median_answer)
      text += fmt::format(", half of them within <strong>{}</strong> of the customer's first mail",
                          BriefDuration(*all.median_answer));
    text += fmt::format("; {} of {} had none in this export, {}. Automatic mails are no answer.",
                        all.asked - all.answered, all.asked,
                        Words(all.asked - all.answered, all.asked));
    Put("<p>" + text + "</p>\n");
  }

  void Charts() {
    std::string charts;
    for (size_t i = 0; i < kMeasures; ++i) {
      const std::string chart = MonthChart(stats_, i, MonthTop(stats_));
      if (chart.empty()) continue;
      charts += fmt::format(
          "<figure class=\"whole\"><figcaption><strong>{}</strong> <span "
          "class=\"quiet\">{}</span></figcaption>{}</figure>\n",
          Measures()[i].title, Measures()[i].rules, chart);
    }
    if (charts.empty()) return;
    Put("<h2>Share of cases by month</h2>\n<div class=\"multiples\">\n" + charts + "</div>\n");
    Put(fmt::format(
        "<p class=\"quiet\">The lines are what range a share leaves open (95 %, Wilson); "
        "dots stand for months of fewer than {} cases. All four have one scale.</p>\n",
        kLeastCases));
  }

  void Table(std::string_view title, std::string_view kind, const std::vector<StatsRow>& rows) {
    if (rows.empty()) return;
    Put(
        fmt::format("<h2>{}</h2>\n<table class=\"stack stats\">\n<thead><tr><th></th><th "
                    "class=\"number\">cases</th>",
                    title));
    for (const Measure& measure : Measures()) Put(fmt::format("<th>{}</th>", measure.brief));
    Put("<th>first answer</th></tr></thead>\n<tbody>\n");
    for (const StatsRow& row : rows) Row(NameOf(row, kind), row);
    Put("</tbody>\n</table>\n");
  }

  void Row(const std::string& name, const StatsRow& row) {
    Put(fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"number\" data-label=\"cases\">{}</td>",
        HtmlText(name), row.cases));
    if (row.few) {
      Put(row.cases == 0 ? std::string("<td colspan=\"5\"></td></tr>\n")
                         : fmt::format("<td colspan=\"5\" class=\"quiet\">n &lt; {}</td></tr>\n",
                                       kLeastCases));
      return;
    }
    for (size_t i = 0; i < kMeasures; ++i)
      Put(fmt::format("<td data-label=\"{}\">{} {}</td>", Measures()[i].brief,
                      Words(row.with[i], row.cases), IntervalStrip(row.with[i], row.cases, top_)));
    const std::string median =
        row.median_answer ? "median " + BriefDuration(*row.median_answer) + ", " : std::string();
    Put(fmt::format("<td data-label=\"first answer\">{}{} had one, {} none</td></tr>\n", median,
                    row.answered, row.asked - row.answered));
  }

  void Rules() {
    if (stats_.rules.empty()) return;
    Put("<h2>By rule</h2>\n<table class=\"stack stats\">\n<thead><tr><th></th><th "
        "class=\"number\">findings</th><th class=\"number\">cases</th><th>of all "
        "cases</th></tr></thead>\n<tbody>\n");
    for (const RuleRow& row : stats_.rules)
      Put(fmt::format(
          "<tr><th scope=\"row\">{} {}<br><span class=\"quiet\">{}</span></th><td "
          "class=\"number\" data-label=\"findings\">{}</td><td class=\"number\" "
          "data-label=\"cases\">{}</td><td data-label=\"of all cases\">{} {}</td></tr>\n",
          row.rule->id, HtmlText(row.rule->slug), HtmlText(row.rule->summary), row.findings,
          row.cases, Words(row.cases, stats_.total.cases),
          IntervalStrip(row.cases, stats_.total.cases, top_)));
    Put("</tbody>\n</table>\n");
  }

  void Notes() {
    const std::vector<std::string> notes = StatsNotes(report_, stats_);
    Put("<h2>How to read this</h2>\n<ul>\n");
    for (size_t i = 0; i + 1 < notes.size(); ++i)
      Put(fmt::format("<li>{}</li>\n", HtmlText(notes[i])));
    Put("</ul>\n");
    Put(fmt::format("<p class=\"closing\">{}</p>\n", HtmlText(notes.back())));
  }

  const Report& report_;
  const Stats& stats_;
  const ReportOptions& options_;
  Output& output_;
  double top_;
};

}  // namespace

void WriteHtmlStats(const Report& report, const Stats& stats, const ReportOptions& options,
                    Output& output) {
  Writer(report, stats, options, output).Run();
}

}  // namespace threadlint::report
