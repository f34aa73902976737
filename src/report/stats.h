// The audit view: how many cases there are by month, queue, agent and rule, and in which share of
// them something was found.
#pragma once

#include "report/report.h"
#include "report/stats_math.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::report {

// Of fewer cases nothing is told but how many they are.
inline constexpr uint64_t kLeastCases = 30;

// What cases are looked at for. A case has it if one of these rules reports something in it.
struct Measure {
  std::string_view id;     // as JSON and CSV have it
  std::string_view title;  // a sentence's beginning
  std::string_view brief;  // at most 12 columns
  std::string_view rules;  // ids and families
};
inline constexpr size_t kMeasures = 4;
std::span<const Measure, kMeasures> Measures();

// Some of the cases. Where they are too few all but their number is 0 and empty, so that no writer
// can tell it.
struct StatsRow {
  std::string name;
  uint64_t groups = 1;  // that it stands for: more than one only where small ones were put together
  uint64_t cases = 0;
  std::array<uint64_t, kMeasures> with = {};  // cases, by measure
  uint64_t asked = 0;                         // cases in which a customer wrote
  uint64_t answered = 0;                 // of these: in which a person of the desk wrote after that
  std::optional<int64_t> median_answer;  // seconds; none where too few were answered
  bool few = false;
  bool rest = false;  // small groups put together
};

struct RuleRow {
  const RuleInfo* rule = nullptr;
  uint64_t findings = 0, cases = 0;
};

struct Stats {
  StatsRow total;
  std::vector<StatsRow> months;  // "2024-05", in order, with those between; last those undated
  std::vector<StatsRow> queues;  // the largest first; last those without a mail of the desk
  std::vector<StatsRow> agents;  // by their first case; empty where they were not asked for
  std::vector<RuleRow> rules;    // that reported something, by id; none of too few cases
  bool by_agent = false;
  uint64_t mailboxes = 0;  // that were each taken for an export of its own; 0: all were one
};

// What one case gives to every row that it counts in.
struct CountedCase {
  std::string id, queue, agent_key, agent;  // see stats_groups.h
  std::optional<int64_t> date, month;
  std::array<bool, kMeasures> with = {};
  bool asked = false;
  std::optional<int64_t> answered_after;
  std::vector<std::pair<const RuleInfo*, uint64_t>> rules;  // that reported something: how often
  bool redacted = false;                                    // names are pseudonyms
};

// The cases shown in a report, with its findings that are not suppressed.
std::vector<CountedCase> CountCases(const Report& report);

// Of cases of one export or of several, in whatever order.
Stats MakeStats(std::vector<CountedCase> cases, bool by_agent);

// "1.2 d", "14 h", "35 m".
std::string BriefDuration(int64_t seconds);
// "12", "8.1", "0": of a share from 0 to 1, per cent.
std::string BriefPercent(double share);
// "cs-reply@shop.example", "others (7 queues)".
std::string NameOf(const StatsRow& row, std::string_view kind);
// What the numbers are, and what they are not: sentences under every table.
std::vector<std::string> StatsNotes(const Report& report, const Stats& stats);

void WriteTextStats(const Report& report, const Stats& stats, const ReportOptions& options,
                    Output& output);
void WriteJsonStats(const Report& report, const Stats& stats, const ReportOptions& options,
                    Output& output);
void WriteCsvStats(const Report& report, const Stats& stats, const ReportOptions& options,
                   Output& output);
void WriteHtmlStats(const Report& report, const Stats& stats, const ReportOptions& options,
                    Output& output);

}  // namespace threadlint::report
