// Charts of the audit view as SVG inside a page: every share with the range that it leaves open.
#pragma once

#include "report/stats.h"

#include <cstddef>
#include <string>

namespace threadlint::report {

// The upper end that the charts of the months share, and that of all tables: round shares up to 1.
// On one scale they can be compared.
double MonthTop(const Stats& stats);
double TableTop(const Stats& stats);

// Bars by month of one measure. Empty if no month has enough cases.
std::string MonthChart(const Stats& stats, size_t measure, double top);

// A line from the lower to the upper end, the share marked on it; for a cell of a table.
std::string IntervalStrip(uint64_t with, uint64_t of, double top);

}  // namespace threadlint::report
