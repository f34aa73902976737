// The audit view for people: a line a row, a small bar and the interval beside each share.
#include "report/page.h"
#include "report/stats.h"
#include "report/text_inputs.h"
#include "util/utf8.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace threadlint::report {
namespace {

constexpr size_t kNameColumns = 8, kCasesColumns = 6, kCellColumns = 14;
// Months in a row that say nothing take one line.
constexpr size_t kLongRun = 4;
// Below this a measure has a line of its own.
constexpr size_t kLeastColumns = kNameColumns + kCasesColumns + kMeasures * (kCellColumns + 1) + 6;

std::string_view Eighths(double height) {  // 0 to 1
  constexpr std::string_view kBlocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (height <= 0) return kBlocks[0];
  return kBlocks[std::clamp<size_t>(static_cast<size_t>(std::lround(height * 8)), 1, 8)];
}

double ShareOf(uint64_t with, uint64_t of) {
  return of == 0 ? 0 : static_cast<double>(with) / static_cast<double>(of);
}

// "12 (8.2–18)".
std::string Words(uint64_t with, uint64_t of) {
  const Interval open = Wilson(with, of);
  return fmt::format("{} ({}–{})", BriefPercent(ShareOf(with, of)), BriefPercent(open.low),
                     BriefPercent(open.high));
}

std::string FewWords() { return fmt::format("n < {}", kLeastCases); }

class Writer {
 public:
  Writer(const Report& report, const Stats& stats, const ReportOptions& options, Page& page)
      : report_(report), stats_(stats), options_(options), page_(page) {}

  void Run() {
    if (!options_.quiet && stats_.mailboxes == 0) WriteInputs(report_, page_);
    if (!options_.quiet && stats_.mailboxes > 0)
      page_.Line(fmt::format("{} mailbox{}, each by itself: {}", stats_.mailboxes,
                             stats_.mailboxes == 1 ? "" : "es",
                             Count(report_.messages, "message")));
    Heading("All cases");
    Table({stats_.total}, "");
    Answers();
    Heading("By month");
    Table(stats_.months, "");
    Heading("By queue");
    Table(stats_.queues, "queue");
    if (stats_.by_agent) {
      Heading("By agent");
      Table(stats_.agents, "agent");
    }
    if (!stats_.rules.empty()) Rules();
    if (options_.quiet) return;
    page_.Line();
    for (const std::string& note : StatsNotes(report_, stats_)) page_.Wrap(note, 0, Paint::kDim);
  }

 private:
  bool narrow() const { return page_.width() < kLeastColumns; }

  void Heading(std::string_view text) {
    page_.Line();
    page_.Line(page_.Color(text, Paint::kBold));
  }

  void Table(const std::vector<StatsRow>& rows, std::string_view kind) {
    std::array<double, kMeasures> most = {};
    for (const StatsRow& row : rows)
      for (size_t i = 0; i < kMeasures && rows.size() > 1; ++i)
        most[i] = std::max(most[i], ShareOf(row.with[i], row.cases));
    if (!narrow() && !rows.empty()) Head();
    for (size_t at = 0; at < rows.size(); ++at) {
      const StatsRow& row = rows[at];
      if (const size_t run = RunOfFew(rows, at); kind.empty() && run >= kLongRun) {
        WriteRun(std::span(rows).subspan(at, run));
        at += run - 1;
        continue;
      }
      const std::string name = Safe(NameOf(row, kind));
      // Long names have a line of their own.
      const bool own = narrow() || !kind.empty() || util::DisplayWidth(name) > kNameColumns;
      if (own) page_.Line("  " + Shorten(name, page_.width() > 2 ? page_.width() - 2 : 1));
      if (narrow()) {
        Lines(row, most);
      } else {
        Line(row, own ? std::string() : name, most);
      }
    }
  }

  // Rows of too few cases from there on.
  static size_t RunOfFew(const std::vector<StatsRow>& rows, size_t at) {
    size_t end = at;
    while (end < rows.size() && rows[end].few) ++end;
    return end - at;
  }

  void WriteRun(std::span<const StatsRow> run) {
    uint64_t cases = 0;
    for (const StatsRow& row : run) cases += row.cases;
    page_.Wrap(fmt::format("{} to {}: {}, {} in each of {} months", run.front().name,
                           run.back().name, Count(cases, "case"), FewWords(), run.size()),
               0, Paint::kDim);
  }

  void Head() {
    std::string line = Fit("", kNameColumns) + fmt::format("{:>{}}", "cases", kCasesColumns);
    for (const Measure& measure : Measures()) line += "  " + Fit(measure.brief, kCellColumns - 1);
    page_.Line(page_.Color(line + "answer", Paint::kDim));
  }

  void Line(const StatsRow& row, const std::string& name,
            const std::array<double, kMeasures>& most) {
    std::string line = Fit(name, kNameColumns) + fmt::format("{:>{}}", row.cases, kCasesColumns);
    if (row.few) {
      if (row.cases > 0) line += "  " + page_.Color(FewWords(), Paint::kDim);
      return page_.Line(line);
    }
    for (size_t i = 0; i < kMeasures; ++i)
      line += " " + Bar(row, i, most) + Fit(Words(row.with[i], row.cases), kCellColumns - 1);
    line += fmt::format("{:>6}", row.median_answer ? BriefDuration(*row.median_answer) : "");
    page_.Line(line);
  }

  void Lines(const StatsRow& row, const std::array<double, kMeasures>& most) {
    page_.Line(fmt::format("    {}{}", Count(row.cases, "case"),
                           row.few && row.cases > 0 ? ", " + FewWords() : ""));
    if (row.few) return;
    for (size_t i = 0; i < kMeasures; ++i)
      page_.Line("    " + Fit(Measures()[i].brief, 12) + Bar(row, i, most) +
                 Words(row.with[i], row.cases));
    if (row.median_answer)
      page_.Line("    " + Fit("answer", 13) + BriefDuration(*row.median_answer));
  }

  std::string Bar(const StatsRow& row, size_t i, const std::array<double, kMeasures>& most) const {
    const double share = ShareOf(row.with[i], row.cases);
    return page_.Color(Eighths(most[i] > 0 ? share / most[i] : 0), Paint::kYellow);
  }

  void Answers() {
    const StatsRow& all = stats_.total;
    page_.Line();
    if (all.few) return page_.Wrap(fmt::format("{}: no shares.", FewWords()), 2);
    const uint64_t never = all.asked - all.answered;
    std::string text = fmt::format(
        "answer: from the customer's first mail to the first that a person of the desk wrote. {} "
        "had one",
        Count(all.answered, "case"));
    if (all.median_answer)
      text += fmt::format(", half of them within {}", BriefDuration(*all.median_answer));
    text += fmt::format("; {} of {} had none in this export, {} %.", never, all.asked,
                        Words(never, all.asked));
    page_.Wrap(text, 2);
    for (const Measure& measure : Measures())
      page_.Wrap(fmt::format("{}: {} ({}).", measure.brief, measure.title, measure.rules), 2,
                 Paint::kDim);
  }

  void Rules() {
    Heading("By rule");
    constexpr size_t kRuleColumns = 32, kBar = 10;
    double most = 0;
    for (const RuleRow& row : stats_.rules)
      most = std::max(most, ShareOf(row.cases, stats_.total.cases));
    page_.Line(
        page_.Color(Fit("", narrow() ? 7 : kRuleColumns) + "  cases  % of all", Paint::kDim));
    for (const RuleRow& row : stats_.rules) {
      const std::string name =
          narrow() ? std::string(row.rule->id) : fmt::format("{} {}", row.rule->id, row.rule->slug);
      const double share = ShareOf(row.cases, stats_.total.cases);
      std::string bar;
      for (size_t i = 0; !narrow() && i < static_cast<size_t>(std::lround(share / most * kBar));
           ++i)
        bar += "█";
      page_.Line(Fit(name, narrow() ? 7 : kRuleColumns) + fmt::format("{:>7}  ", row.cases) +
                 Fit(Words(row.cases, stats_.total.cases), kCellColumns + 2) +
                 page_.Color(bar, Paint::kYellow));
    }
  }

  const Report& report_;
  const Stats& stats_;
  const ReportOptions& options_;
  Page& page_;
};

}  // namespace

void WriteTextStats(const Report& report, const Stats& stats, const ReportOptions& options,
                    Output& output) {
  Page page(options, output);
  Writer(report, stats, options, page).Run();
}

}  // namespace threadlint::report
