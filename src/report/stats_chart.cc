#include "report/stats_chart.h"

#include "report/html_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace threadlint::report {
namespace {

// Of a chart, in units of its view box.
constexpr double kWidth = 340, kHeight = 160, kLeft = 36, kRight = 6, kTop = 10, kBottom = 24;
constexpr double kPlotWidth = kWidth - kLeft - kRight, kPlotHeight = kHeight - kTop - kBottom;
constexpr double kWidestBar = 24;
constexpr double kStripWidth = 120, kStripHeight = 10;

double ShareOf(uint64_t with, uint64_t of) {
  return of == 0 ? 0 : static_cast<double>(with) / static_cast<double>(of);
}

class MonthPlot {
 public:
  MonthPlot(const Stats& stats, size_t measure, double top) : measure_(measure), top_(top) {
    for (const StatsRow& row : stats.months)
      if (row.name != "no date") months_.push_back(&row);
    step_ = kPlotWidth / static_cast<double>(std::max<size_t>(months_.size(), 1));
    bar_ = std::min(step_ * 0.7, kWidestBar);
  }

  std::string Draw() {
    if (std::ranges::all_of(months_, &StatsRow::few)) return {};
    Axis();
    for (size_t i = 0; i < months_.size(); ++i) Month(i);
    Labels();
    return fmt::format(
        "<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}</svg>\n",
        kWidth, kHeight,
        HtmlText(
            fmt::format("{}: share of cases by month, with 95 % intervals; the table below has "
                        "the numbers",
                        Measures()[measure_].title)),
        out_);
  }

 private:
  double Y(double share) const { return kTop + kPlotHeight * (1 - share / top_); }
  double X(size_t i) const { return kLeft + step_ * (static_cast<double>(i) + 0.5); }

  void Axis() {
    for (const double share : {0.0, top_ / 2, top_}) {
      out_ += fmt::format("<line class=\"axis\" x1=\"{}\" x2=\"{}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>",
                          kLeft, kWidth - kRight, Y(share), Y(share));
      out_ += fmt::format("<text x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{} %</text>", kLeft - 4,
                          Y(share) + 3.5, BriefPercent(share));
    }
  }

  void Month(size_t i) {
    const StatsRow& row = *months_[i];
    if (row.few) {
      // There are cases, and too few of them to tell more.
      if (row.cases > 0)
        out_ += fmt::format(
            "<circle class=\"few\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2\"><title>{}: {} cases, n &lt; "
            "{}</title></circle>",
            X(i), Y(0) - 4, HtmlText(row.name), row.cases, kLeastCases);
      return;
    }
    const uint64_t with = row.with[measure_];
    const double share = ShareOf(with, row.cases);
    const Interval open = Wilson(with, row.cases);
    out_ += fmt::format(
        "<g><title>{}: {} of {} cases, {} % ({}–{})</title><rect class=\"bar m{}\" x=\"{:.1f}\" "
        "y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
        HtmlText(row.name), with, row.cases, BriefPercent(share), BriefPercent(open.low),
        BriefPercent(open.high), measure_, X(i) - bar_ / 2, Y(share), bar_, Y(0) - Y(share));
    out_ += fmt::format(
        "<line class=\"open\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/></g>",
        X(i), Y(std::min(open.high, top_)), Y(open.low));
  }

  // The first and the last month, and each January between that has room.
  void Labels() {
    constexpr double kRoom = 48;
    double last = kLeft - kRoom;
    const double end = X(months_.size() - 1);
    for (size_t i = 0; i < months_.size(); ++i) {
      const bool edge = i == 0 || i + 1 == months_.size();
      const bool year =
          months_[i]->name.ends_with("-01") && X(i) - last > kRoom && end - X(i) > kRoom;
      if (!edge && !year) continue;
      if (edge && i > 0 && X(i) - last < kRoom) continue;
      last = X(i);
      const char* anchor = months_.size() == 1 ? "middle"
                           : i == 0            ? "start"
                           : edge              ? "end"
                                               : "middle";
      const double x = months_.size() == 1 || !edge ? X(i) : i == 0 ? kLeft : kWidth - kRight;
      out_ += fmt::format("<text x=\"{:.1f}\" y=\"{}\" text-anchor=\"{}\">{}</text>", x,
                          kHeight - 8, anchor, HtmlText(months_[i]->name));
    }
  }

  size_t measure_;
  double top_;
  std::vector<const StatsRow*> months_;
  double step_ = 0, bar_ = 0;
  std::string out_;
};

double RoundTop(std::initializer_list<const std::vector<StatsRow>*> tables) {
  double most = 0;
  for (const auto* rows : tables)
    for (const StatsRow& row : *rows)
      for (size_t i = 0; i < kMeasures && !row.few; ++i)
        most = std::max(most, Wilson(row.with[i], row.cases).high);
  for (const double round : {0.01, 0.02, 0.04, 0.06, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8})
    if (most <= round) return round;
  return 1;
}

}  // namespace

double MonthTop(const Stats& stats) { return RoundTop({&stats.months}); }

double TableTop(const Stats& stats) {
  const std::vector<StatsRow> total = {stats.total};
  return RoundTop({&total, &stats.months, &stats.queues, &stats.agents});
}

std::string MonthChart(const Stats& stats, size_t measure, double top) {
  return MonthPlot(stats, measure, top).Draw();
}

std::string IntervalStrip(uint64_t with, uint64_t of, double top) {
  const Interval open = Wilson(with, of);
  const auto x = [top](double share) { return kStripWidth * std::min(share / top, 1.0); };
  constexpr double kMiddle = kStripHeight / 2;
  return fmt::format(
      "<svg class=\"strip\" viewBox=\"-3 0 {} {}\" width=\"{}\" height=\"{}\" aria-hidden=\"true\">"
      "<line class=\"axis\" x1=\"0\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>"
      "<line class=\"open\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{}\" y2=\"{}\"/>"
      "<circle class=\"share\" cx=\"{:.1f}\" cy=\"{}\" r=\"3\"/></svg>",
      kStripWidth + 6, kStripHeight, kStripWidth + 6, kStripHeight, kStripWidth, kMiddle, kMiddle,
      x(open.low), x(open.high), kMiddle, kMiddle, x(ShareOf(with, of)), kMiddle);
}

}  // namespace threadlint::report
