#include "report/picture_scene.h"

#include "report/timeline.h"
#include "report/tokens.h"
#include "util/civil_time.h"

#include <threadlint/rule.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace threadlint::report {
namespace {

Lane LaneOf(Side side) {
  if (side == Side::kCustomer) return Lane::kCustomer;
  return side == Side::kAgent ? Lane::kDesk : Lane::kOther;
}

// Findings that set one mail against an earlier one. Those on tokens and reply headers show as
// cuts.
bool HasArrow(const RuleInfo& rule) {
  return rule.id == "TL206" || rule.id.starts_with("TL3") || rule.id.starts_with("TL4") ||
         rule.id.starts_with("TL5");
}

TokenIndex GroupingToken(const CaseSet& set, const CaseMessage& entry) {
  return entry.token != kNoToken && GroupsMails(set.tokens[entry.token].role) ? entry.token
                                                                              : kNoToken;
}

// By message its strand. Mails before the first token of a segment belong to that token.
void AddStrands(const CaseSet& set, std::span<const CaseMessage> entries, PictureScene& scene) {
  std::unordered_map<uint32_t, TokenIndex> first_token;  // by segment
  for (const CaseMessage& entry : entries)
    if (const TokenIndex t = GroupingToken(set, entry); t != kNoToken)
      first_token.try_emplace(entry.segment, t);
  std::map<std::pair<uint32_t, TokenIndex>, uint32_t> numbers;
  std::unordered_map<uint32_t, bool> begun;  // by segment: its first token came
  for (size_t i = 0; i < entries.size(); ++i) {
    const uint32_t segment = entries[i].segment;
    const auto known = first_token.find(segment);
    TokenIndex token = GroupingToken(set, entries[i]);
    if (token != kNoToken) begun[segment] = true;
    if (token == kNoToken && known != first_token.end() && !begun[segment]) token = known->second;
    const auto [at, is_new] =
        numbers.try_emplace({segment, token}, static_cast<uint32_t>(scene.strands.size()));
    if (is_new)
      scene.strands.push_back({segment, token, token == kNoToken && known != first_token.end(), 0});
    ++scene.strands[at->second].messages;
    scene.messages[i].strand = at->second;
  }
}

// Years and waits in the zone in which the whole case is shown.
void AddTimes(const Report& report, const Case& c, PictureScene& scene) {
  const int zone = TimelineZone(report, c);
  const auto entries = report.set.Messages(c);
  const Message* before = nullptr;
  for (size_t i = 0; i < entries.size(); ++i) {
    const Message& m = report.mail.messages[entries[i].message];
    if (m.date_source == DateSource::kNone) continue;
    const int64_t year = util::CivilFromSeconds(m.date, zone).date.year;
    scene.messages[i].new_year =
        before == nullptr || util::CivilFromSeconds(before->date, zone).date.year != year;
    if (before != nullptr) scene.messages[i].wait = std::max(int64_t{0}, m.date - before->date);
    before = &m;
  }
}

using Positions = std::unordered_map<MessageIndex, uint32_t>;

void AddCuts(const Report& report, const CaseReferences& references, const Case& c,
             const Positions& positions, PictureScene& scene) {
  std::unordered_map<uint32_t, uint32_t> told;  // by break: number of the finding
  for (uint32_t n = 1; n <= references.findings().size(); ++n) {
    const Finding& f = *references.findings()[n - 1];
    const bool of_break = f.rule->id.starts_with("TL1") || f.rule->id.starts_with("TL2");
    if (of_break && f.broken_by != kNoBreak && report.set.breaks[f.broken_by].message == f.message)
      told.try_emplace(f.broken_by, n);
  }
  for (uint32_t i = c.breaks_begin; i < c.breaks_begin + c.breaks; ++i) {
    const Break& b = report.set.breaks[i];
    const auto at = positions.find(b.message);
    if (at == positions.end()) continue;
    const auto finding = told.find(i);
    scene.cuts[at->second].push_back({&b, finding == told.end() ? 0 : finding->second});
    ++scene.messages[at->second].cuts;
    if (at->second > 0) scene.messages[at->second - 1].matters = true;
  }
}

void AddPoints(const CaseReferences& references, const Positions& positions, PictureScene& scene) {
  for (uint32_t n = 1; n <= references.findings().size(); ++n) {
    const Finding& f = *references.findings()[n - 1];
    const auto at = positions.find(f.message);
    if (at == positions.end()) continue;
    const uint32_t point = scene.messages[at->second].points++;
    scene.points[at->second].push_back(n);
    if (f.related.empty() || !HasArrow(*f.rule)) continue;
    const auto from = positions.find(f.related.front());
    if (from == positions.end() || from->second >= at->second) continue;
    scene.arrows.push_back({from->second, at->second, point});
    scene.arrow_findings.push_back(n);
  }
}

}  // namespace

PictureScene SceneOf(const Report& report, const CaseReferences& references) {
  const Case& c = report.set.cases[references.case_index()];
  const auto entries = report.set.Messages(c);
  PictureScene scene;
  scene.messages.resize(entries.size());
  scene.cuts.resize(entries.size());
  scene.points.resize(entries.size());
  Positions positions;
  for (uint32_t i = 0; i < entries.size(); ++i) {
    positions[entries[i].message] = i;
    scene.messages[i].lane = LaneOf(entries[i].side);
    const uint32_t exhibit = references.ExhibitOf(entries[i].message);
    scene.messages[i].matters = exhibit != 0 && !references.FindingsOn(exhibit).empty();
    if (scene.messages[i].lane == Lane::kOther) scene.three_lanes = true;
  }
  AddStrands(report.set, entries, scene);
  AddTimes(report, c, scene);
  AddCuts(report, references, c, positions, scene);
  AddPoints(references, positions, scene);
  return scene;
}

std::string StrandLetter(uint32_t strand) {
  std::string out;
  for (uint32_t n = strand + 1; n > 0; n = (n - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  return out;
}

}  // namespace threadlint::report
