#include "table.h"

#include "../base_rate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>

namespace threadlint::accuracy {
namespace {

// What the words are to mean, where enough is measured: most of the findings that are called so
// are right.
constexpr double kHigh = 0.8;
constexpr double kMedium = 0.5;

using Names = std::set<std::string, std::less<>>;
using Filter = std::function<bool(const JudgedFinding&)>;

struct Counted {
  std::vector<Tally> tallies;  // of each rule
  Tally sum;                   // of the findings; its cases are not summed
  uint64_t unread = 0;         // of sum.wrong_clean
};

// Findings of one rule in all sets.
void Count(std::span<const JudgedSet> sets, std::string_view rule, const Filter& filter,
           Counted& out) {
  Tally tally;
  for (const JudgedSet& set : sets) {
    const bool labelled = set.rules.contains(rule);
    tally.clean += set.clean;
    if (labelled) tally.defective += set.defective;
    for (const JudgedFinding& f : set.findings) {
      if (f.rule != rule || !filter(f) || f.judgement == Judgement::kLeftOut) continue;
      if (f.clean) {
        if (f.judgement == Judgement::kRight) continue;  // only readers say so
        ++tally.wrong_clean;
        if (f.judgement == Judgement::kUnread) ++out.unread;
      } else if (labelled) {
        ++(f.judgement == Judgement::kRight ? tally.right : tally.wrong_defective);
      }
    }
  }
  out.tallies.push_back(tally);
  out.sum.right += tally.right;
  out.sum.wrong_defective += tally.wrong_defective;
  out.sum.wrong_clean += tally.wrong_clean;
}

Counted CountAll(std::span<const JudgedSet> sets, const Names& rules, const Filter& filter) {
  Counted out;
  for (const std::string& rule : rules) Count(sets, rule, filter, out);
  return out;
}

std::string TooFew(double base_rate, const Counted& counted) {
  const unsigned some = TimesTheCasesFor(kMedium, base_rate, counted.tallies);
  const unsigned most = TimesTheCasesFor(kHigh, base_rate, counted.tallies);
  std::string out = "too few";
  if (some > 1) out += fmt::format("; medium takes {} times the cases", some);
  if (most > 1) out += fmt::format(", high {} times", most);
  return out;
}

std::string Row(std::string_view name, const Counted& counted, double base_rate) {
  const Tally& sum = counted.sum;
  std::string row = fmt::format(
      "  {:<9}{:>6}{:>11}{:>7}{:>9}  ", name, sum.right, sum.wrong_defective, sum.wrong_clean,
      counted.unread == 0 ? std::string() : fmt::format("({})", counted.unread));
  const Precision p = PrecisionAt(base_rate, counted.tallies);
  if (!p.known)
    return row +
           (sum.wrong_clean + sum.wrong_defective == 0 ? "nothing found"
                                                       : "nothing right was found") +
           "\n";
  row += fmt::format("{:>5.2f}  {:.2f}-{:.2f}  ", p.value, p.low, p.high);
  row += p.low >= kHigh     ? "high"
         : p.low >= kMedium ? "medium"
         : p.high < kMedium ? "low"
                            : TooFew(base_rate, counted);
  return row + "\n";
}

// "TL3", or the rule.
std::string GroupOf(std::string_view rule, bool by_rule) {
  return std::string(by_rule ? rule : rule.substr(0, 3));
}

std::string Group(std::span<const JudgedSet> sets, const std::string& name, const Names& rules,
                  const TableOptions& options) {
  using verdict::Level;
  std::string out = fmt::format(
      "{}{}\n", name, options.by_rule ? "" : fmt::format(" ({})", fmt::join(rules, ", ")));
  for (const Level level : {Level::kHigh, Level::kMedium, Level::kLow})
    out += Row(verdict::Name(level),
               CountAll(sets, rules, [&](const JudgedFinding& f) { return f.level == level; }),
               options.base_rate);
  out +=
      Row("default",
          CountAll(sets, rules, [](const JudgedFinding& f) { return f.level >= Level::kMedium; }),
          options.base_rate);
  if (!options.scores) return out;
  std::set<int> scores;  // in hundredths
  for (const JudgedSet& set : sets)
    for (const JudgedFinding& f : set.findings)
      if (rules.contains(f.rule)) scores.insert(static_cast<int>(std::lround(f.confidence * 100)));
  for (const int score : scores)
    out += Row(fmt::format(">= {:.2f}", score / 100.0),
               CountAll(sets, rules,
                        [&](const JudgedFinding& f) { return f.confidence * 100 > score - 0.5; }),
               options.base_rate);
  return out;
}

}  // namespace

std::string TableOf(std::span<const JudgedSet> sets, const TableOptions& options) {
  std::string out;
  std::map<std::string, Names> groups;
  for (const JudgedSet& set : sets) {
    out += fmt::format("{}: {} defective cases, {} clean ones, {} left out{}{}\n", set.name,
                       set.defective, set.clean, set.left_out,
                       set.rules.empty() ? "" : "; labelled for ", fmt::join(set.rules, ", "));
    for (const std::string& rule : set.rules) groups[GroupOf(rule, options.by_rule)].insert(rule);
  }
  out += fmt::format(
      "\nPrecision where {:.4g} % of the cases are defective, as counted and 95 in 100. Wrong ones "
      "in "
      "clean cases:\nin brackets those that nobody read. default: high and medium.\n\n"
      "  {:<9}{:>6}{:>11}{:>7}{:>9}  precision         shows\n  {:<9}{:>6}{:>11}{:>7}\n",
      options.base_rate * 100, "", "right", "wrong", "wrong", "", "", "", "defective", "clean");
  for (const auto& [name, rules] : groups) out += Group(sets, name, rules, options);

  // Rules that no set is labelled for have no right findings.
  std::map<std::string, uint64_t> others;
  for (const JudgedSet& set : sets)
    for (const JudgedFinding& f : set.findings) {
      const auto group = groups.find(GroupOf(f.rule, options.by_rule));
      if (group != groups.end() && group->second.contains(f.rule)) continue;
      if (f.clean && f.judgement != Judgement::kLeftOut) ++others[f.rule];
    }
  if (!others.empty()) out += "\nIn clean cases, of rules that no set is labelled for:";
  for (const auto& [rule, count] : others) out += fmt::format(" {} {},", rule, count);
  if (!others.empty()) out.back() = '\n';
  out +=
      "\nLabelled cases hold more of what there is to find than real ones do, so that real cases "
      "may give fewer\nright findings; precision then is below these figures.\n";
  return out;
}

std::string WrongOnes(std::span<const JudgedSet> sets) {
  std::string out;
  for (const JudgedSet& set : sets)
    for (const JudgedFinding& f : set.findings) {
      if (f.judgement != Judgement::kWrong && f.judgement != Judgement::kUnread) continue;
      out += fmt::format("{} {} {} {}\n", set.name,
                         f.judgement == Judgement::kWrong ? "wrong" : "unread",
                         f.clean ? "clean" : "defective", f.line);
    }
  return out;
}

}  // namespace threadlint::accuracy
