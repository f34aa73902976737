#include "score.h"

#include <threadlint/rule.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace threadlint::accuracy {
namespace {

std::string Share(int part, int whole) {
  if (whole == 0) return "none";
  return fmt::format("{} of {} ({:.1f} %)", part, whole, 100.0 * part / whole);
}

// part/whole is less than it was; nothing out of nothing is no share.
bool Fell(int part, int whole, int was_part, int was_whole) {
  return whole > 0 && was_whole > 0 && part * was_whole < was_part * whole;
}

}  // namespace

Found FoundOf(const Report& report, const Finding& finding) {
  const auto id = [&](MessageIndex i) {
    return std::string(report.mail[report.mail.messages[i].message_id]);
  };
  Found found{
      std::string(finding.rule->id), id(finding.message), {}, finding.broken_by != kNoBreak};
  for (const MessageIndex i : finding.related) found.related.push_back(id(i));
  return found;
}

bool Answers(const Found& finding, const Label& label) {
  return finding.rule == label.rule && finding.message == label.message &&
         std::ranges::any_of(label.rest, [&](const std::string& id) {
           return std::ranges::find(finding.related, id) != finding.related.end();
         });
}

Counts& Counts::operator+=(const Counts& other) {
  right += other.right;
  wrong += other.wrong;
  hits += other.hits;
  missed += other.missed;
  broken_by_differs += other.broken_by_differs;
  return *this;
}

void AddTo(Score& score, const LabelledSet& set, const std::vector<Found>& findings) {
  for (const std::string_view rule : kRules) score.by_rule[std::string(rule)];
  for (const Label& label : set.labels) {
    Counts& counts = score.by_rule[label.rule];
    const bool hit =
        std::ranges::any_of(findings, [&](const Found& f) { return Answers(f, label); });
    ++(hit ? counts.hits : counts.missed);
    if (!hit) {
      score.differences.push_back(
          fmt::format("missed  {} {} <{}> {}", label.rule, set.slug, label.message, label.about));
      continue;
    }
    const bool same = std::ranges::any_of(findings, [&](const Found& f) {
      return Answers(f, label) && f.broken_by == label.broken_by;
    });
    if (same) continue;
    ++counts.broken_by_differs;
    score.differences.push_back(fmt::format("break   {} {} <{}> broken_by should be {}", label.rule,
                                            set.slug, label.message,
                                            label.broken_by ? "set" : "null"));
  }
  for (const Found& f : findings) {
    if (std::ranges::find(kRules, f.rule) == kRules.end()) continue;
    Counts& counts = score.by_rule[f.rule];
    if (std::ranges::any_of(set.labels, [&](const Label& label) { return Answers(f, label); })) {
      ++counts.right;
    } else if (!set.unclear.contains({f.rule, f.message})) {
      ++counts.wrong;
      score.differences.push_back(
          fmt::format("wrong   {} {} <{}>{}", f.rule, set.slug, f.message,
                      set.not_there.contains({f.rule, f.message}) ? " (the labels say why)" : ""));
    }
  }
}

std::vector<std::string> Falls(const CountsByRule& recorded, const CountsByRule& now) {
  std::vector<std::string> lines;
  const auto check = [&](const std::string& name, const Counts& was, const Counts& is) {
    if (Fell(is.right, is.right + is.wrong, was.right, was.right + was.wrong))
      lines.push_back(fmt::format("{}: the precision fell: {}, was {}", name,
                                  Share(is.right, is.right + is.wrong),
                                  Share(was.right, was.right + was.wrong)));
    if (Fell(is.hits, is.hits + is.missed, was.hits, was.hits + was.missed))
      lines.push_back(fmt::format("{}: the recall fell: {}, was {}", name,
                                  Share(is.hits, is.hits + is.missed),
                                  Share(was.hits, was.hits + was.missed)));
    if (Fell(is.hits - is.broken_by_differs, is.hits, was.hits - was.broken_by_differs, was.hits))
      lines.push_back(fmt::format("{}: broken_by is right less often: {}, was {}", name,
                                  Share(is.hits - is.broken_by_differs, is.hits),
                                  Share(was.hits - was.broken_by_differs, was.hits)));
  };
  for (const auto& [rule, was] : recorded) {
    const auto at = now.find(rule);
    if (at != now.end())
      check(rule, was, at->second);
    else
      lines.push_back(rule + ": is recorded, but not counted");
  }
  return lines;
}

std::string Describe(const Counts& c) {
  return fmt::format("right {}, found {}, broken_by right {}", Share(c.right, c.right + c.wrong),
                     Share(c.hits, c.hits + c.missed), Share(c.hits - c.broken_by_differs, c.hits));
}

Counts Sum(const CountsByRule& counts) {
  Counts sum;
  for (const auto& [rule, c] : counts) sum += c;
  return sum;
}

CountsByRule ReadRecord(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path.string() + " is missing; THREADLINT_UPDATE=1 writes it");
  CountsByRule counts;
  const nlohmann::json json = nlohmann::json::parse(in);
  for (const auto& [rule, c] : json.items())
    counts[rule] = {c.at("right").get<int>(), c.at("false").get<int>(), c.at("hits").get<int>(),
                    c.at("missed").get<int>(), c.at("broken_by_differs").get<int>()};
  return counts;
}

std::string RecordText(const CountsByRule& counts) {
  nlohmann::ordered_json json;
  for (const auto& [rule, c] : counts)
    json[rule] = {{"right", c.right},
                  {"false", c.wrong},
                  {"hits", c.hits},
                  {"missed", c.missed},
                  {"broken_by_differs", c.broken_by_differs}};
  return json.dump(2) + "\n";
}

}  // namespace threadlint::accuracy
