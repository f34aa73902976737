#include "report/stats.h"

#include "report/closing_words.h"
#include "report/finding_words.h"
#include "report/stats_groups.h"
#include "report/text_inputs.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace threadlint::report {
namespace {

constexpr std::array<Measure, kMeasures> kAll = {{
    {"thread_broken", "The thread broke", "broken", "TL1 TL201 TL203 TL207"},
    {"asked_again", "Asked for what was given, or asked again", "asked again",
     "TL301 TL302 TL303 TL405"},
    {"statements_differ", "Statements differ", "differing", "TL401 TL402 TL403 TL404"},
    {"promise_lapsed", "A promise lapsed", "lapsed", "TL501"},
}};

// "TL1 TL201" names TL101 and TL201.
bool Names(std::string_view rules, std::string_view id) {
  while (!rules.empty()) {
    const size_t blank = std::min(rules.find(' '), rules.size());
    if (id.starts_with(rules.substr(0, blank))) return true;
    rules.remove_prefix(std::min(blank + 1, rules.size()));
  }
  return false;
}

// A row on its way.
struct Sum {
  StatsRow row;
  std::vector<int64_t> took;

  void Add(const CountedCase& c) {
    ++row.cases;
    for (size_t i = 0; i < kMeasures; ++i) row.with[i] += c.with[i] ? 1 : 0;
    row.asked += c.asked ? 1 : 0;
    if (!c.answered_after) return;
    ++row.answered;
    took.push_back(*c.answered_after);
  }

  void Add(Sum&& small) {
    row.cases += small.row.cases;
    for (size_t i = 0; i < kMeasures; ++i) row.with[i] += small.row.with[i];
    row.asked += small.row.asked;
    row.answered += small.row.answered;
    took.insert(took.end(), small.took.begin(), small.took.end());
    ++row.groups;
  }

  StatsRow Finish() && {
    if (row.answered >= kLeastCases) row.median_answer = Median(std::move(took));
    if (row.cases >= kLeastCases) return std::move(row);
    StatsRow few;
    few.name = std::move(row.name);
    few.groups = row.groups;
    few.cases = row.cases;
    few.rest = row.rest;
    few.few = true;
    return few;
  }
};

// Puts groups of too few cases together; they stand last.
std::vector<StatsRow> Fold(std::vector<Sum> sums) {
  std::vector<StatsRow> out;
  Sum rest;
  rest.row.groups = 0;
  rest.row.rest = true;
  for (Sum& sum : sums) {
    if (sum.row.cases < kLeastCases) {
      rest.Add(std::move(sum));
    } else {
      out.push_back(std::move(sum).Finish());
    }
  }
  if (rest.row.groups > 0) out.push_back(std::move(rest).Finish());
  return out;
}

// Months without a case stand between others, unless it is more than a year of them: a date that
// is wrong would make hundreds.
std::vector<StatsRow> FillMonths(std::map<int64_t, Sum>&& months) {
  constexpr int64_t kLongestGap = 12;
  std::vector<StatsRow> out;
  std::optional<int64_t> last;
  for (auto& [month, sum] : months) {
    for (int64_t between = last && month - *last <= kLongestGap ? *last + 1 : month;
         between < month; ++between) {
      Sum none;
      none.row.name = MonthName(between);
      out.push_back(std::move(none).Finish());
    }
    last = month;
    sum.row.name = MonthName(month);
    out.push_back(std::move(sum).Finish());
  }
  return out;
}

class Counter {
 public:
  explicit Counter(bool by_agent) : by_agent_(by_agent) {}

  void Add(const CountedCase& c) {
    for (const auto& [rule, findings] : c.rules) {
      RuleRow& row = rules_[rule->id];
      row.rule = rule;
      row.findings += findings;
      ++row.cases;
    }
    total_.Add(c);
    (c.month ? months_[*c.month] : undated_).Add(c);
    (c.queue.empty() ? unanswered_ : queues_[c.queue]).Add(c);
    if (by_agent_ && !c.agent_key.empty()) AgentRow(c).Add(c);
  }

  Stats Finish() && {
    Stats out;
    out.by_agent = by_agent_;
    total_.row.name = "all";
    out.total = std::move(total_).Finish();
    out.months = FillMonths(std::move(months_));
    undated_.row.name = "no date";
    if (undated_.row.cases > 0) out.months.push_back(std::move(undated_).Finish());
    std::vector<Sum> queues;
    for (auto& [name, sum] : queues_) {
      sum.row.name = name;
      queues.push_back(std::move(sum));
    }
    std::ranges::stable_sort(queues, std::ranges::greater(),
                             [](const Sum& sum) { return sum.row.cases; });
    out.queues = Fold(std::move(queues));
    unanswered_.row.name = "no mail of the desk";
    if (unanswered_.row.cases > 0) out.queues.push_back(std::move(unanswered_).Finish());
    out.agents = Fold(std::move(agents_));
    if (!out.total.few)
      for (const auto& [id, row] : rules_) out.rules.push_back(row);
    return out;
  }

 private:
  // Numbered as they come up. A redacted report has a pseudonym for each, the same in all reports
  // of one key.
  Sum& AgentRow(const CountedCase& c) {
    const auto [at, fresh] = agent_of_.emplace(c.agent_key, agents_.size());
    if (fresh)
      agents_.emplace_back().row.name =
          c.redacted ? c.agent : fmt::format("Agent-{}", agent_of_.size());
    return agents_[at->second];
  }

  bool by_agent_;
  Sum total_, undated_, unanswered_;
  std::map<int64_t, Sum> months_;
  std::map<std::string, Sum> queues_;
  std::vector<Sum> agents_;
  std::map<std::string, size_t> agent_of_;  // by key, into agents_
  std::map<std::string_view, RuleRow> rules_;
};

CountedCase CountCase(const Report& report, uint32_t case_index) {
  const Case& c = report.set.cases[case_index];
  CountedCase out;
  out.id = c.id;
  out.redacted = report.redacted;
  for (const Finding* f : FindingsOf(report, case_index)) {
    if (!f->suppressed.empty()) continue;
    for (size_t i = 0; i < kMeasures; ++i)
      out.with[i] = out.with[i] || Names(kAll[i].rules, f->rule->id);
    const auto at =
        std::ranges::find(out.rules, f->rule, &std::pair<const RuleInfo*, uint64_t>::first);
    if (at == out.rules.end()) {
      out.rules.emplace_back(f->rule, 1);
    } else {
      ++at->second;
    }
  }
  const Message& first = report.mail.messages[report.set.Messages(c).front().message];
  if (first.date_source != DateSource::kNone) out.date = first.date;
  out.month = MonthOf(report, c);
  out.queue = QueueOf(report, c);
  AgentName agent = AgentOf(report, c);
  out.agent_key = std::move(agent.key);
  out.agent = std::move(agent.shown);
  const FirstAnswer answer = FirstAnswerOf(report, c);
  out.asked = answer.asked;
  out.answered_after = answer.took;
  return out;
}

}  // namespace

std::span<const Measure, kMeasures> Measures() { return kAll; }

std::vector<CountedCase> CountCases(const Report& report) {
  std::vector<CountedCase> out;
  out.reserve(report.shown.size());
  for (const uint32_t i : report.shown) out.push_back(CountCase(report, i));
  return out;
}

Stats MakeStats(std::vector<CountedCase> cases, bool by_agent) {
  std::ranges::sort(cases, {},
                    [](const CountedCase& c) { return std::tie(c.date, c.id, c.agent_key); });
  Counter counter(by_agent);
  for (const CountedCase& c : cases) counter.Add(c);
  return std::move(counter).Finish();
}

std::string BriefDuration(int64_t seconds) {
  constexpr int64_t kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour;
  if (seconds < 2 * kHour) return fmt::format("{} m", seconds / kMinute);
  if (seconds < 2 * kDay) return fmt::format("{} h", seconds / kHour);
  const double days = static_cast<double>(seconds) / static_cast<double>(kDay);
  return days < 10 ? fmt::format("{:.1f} d", days) : fmt::format("{} d", seconds / kDay);
}

std::string BriefPercent(double share) {
  const double percent = share * 100;
  constexpr double kWhole = 9.95;  // would be "10.0"
  if (percent == 0) return "0";
  return percent < kWhole ? fmt::format("{:.1f}", percent) : fmt::format("{:.0f}", percent);
}

std::string NameOf(const StatsRow& row, std::string_view kind) {
  return row.rest ? fmt::format("others ({})", Count(row.groups, kind)) : row.name;
}

std::vector<std::string> StatsNotes(const Report& report, const Stats& stats) {
  std::vector<std::string> out = {
      "Months are those of a case's first mail, UTC; the queue is that of the desk's first mail: "
      "the "
      "address its answers go to, or the domain where that may be a person's.",
      "A share is the cases in which check would show something, out of all; in brackets what "
      "range "
      "it leaves open (95 %, Wilson). Rules miss things and get some wrong: see CONFIDENCE in "
      "threadlint(1).",
      fmt::format("Of fewer than {} cases no share is told; such queues are put together.",
                  kLeastCases),
  };
  if (stats.by_agent)
    out.emplace_back(
        "Agents go by the name on the desk's first mail by a person, under pseudonyms, in the "
        "order "
        "in which they come up. These are no measure of people: cases differ, numbers are small, "
        "and a mail shows what it carried, not who caused it.");
  const StatsRow& all = stats.total;
  if (!all.few && all.asked * 2 < all.cases)
    out.push_back(fmt::format(
        "A mail of a customer is known in {} of {} cases only: who is who may be wrong. "
        "--support-domain says whose mail is the desk's{}.",
        all.asked, all.cases,
        stats.mailboxes > 0 ? "" : "; --separate takes each mailbox by itself"));
  if (stats.mailboxes > 0)
    out.emplace_back(
        "Each mailbox is an export of its own: a case that stands in two of them counts twice.");
  if (const uint64_t more = report.hidden_findings; more > 0)
    out.push_back(
        fmt::format("{} below --min-confidence or notes: not counted.", Count(more, "finding")));
  out.emplace_back(kClosingWords);
  return out;
}

}  // namespace threadlint::report
