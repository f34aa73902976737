#include "../score.h"
#include "judged.h"

#include <threadlint/rule.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <utility>

namespace threadlint::accuracy {
namespace {

using Json = nlohmann::json;
using Rules = std::set<std::string, std::less<>>;

struct Kind {
  std::string_view label, rule;
};
constexpr Kind kKinds[] = {
    {"repeated-request-answered", "TL301"},
    {"repeated-request-answered", "TL303"},
    {"repeated-request-unanswered", "TL302"},
    {"contradiction-status", "TL401"},
    {"contradiction-amount", "TL402"},
    {"contradiction-date", "TL403"},
    {"contradiction-policy", "TL404"},
    {"denial-of-receipt", "TL405"},
    {"promise-missed", "TL501"},
    {"promise-repeated", "TL502"},
    {"closed-unresolved", "TL504"},
    {"question-ignored", "TL505"},
    {"dead-end-address", "TL601"},
    {"channel-deflection", "TL602"},
    {"third-party-deflection", "TL603"},
    {"canned-reply", "TL604"},
    {"refusal-without-reason", "TL606"},
};
// Sets without it are not labelled for it: it came later.
constexpr std::string_view kLateRule = "TL505";

struct AuthoredLabel {
  Rules rules;  // that may report it
  bool unclear = false;
  std::vector<std::pair<int, int>> places;  // message and the earlier one it rests on
};

struct AuthoredCase {
  std::vector<AuthoredLabel> labels;
  bool found_in_mail = false;
};

struct Place {
  std::string name;  // of the case
  int number = 0;    // of the message
};

AuthoredLabel LabelOf(const Json& json) {
  AuthoredLabel label;
  std::vector<std::string> kinds = json.value("alt_kinds", std::vector<std::string>());
  kinds.push_back(json.at("kind").get<std::string>());
  for (const std::string& kind : kinds)
    for (const Kind& known : kKinds)
      if (known.label == kind) label.rules.emplace(known.rule);
  label.unclear = json.value("unclear", false);
  label.places = json.value("alt", std::vector<std::pair<int, int>>());
  label.places.emplace_back(json.at("at").get<int>(), json.at("refers_to").get<int>());
  return label;
}

void ForEachLine(const std::filesystem::path& path, const std::function<void(const Json&)>& take) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::string line;
  for (unsigned number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      take(Json::parse(line));
    } catch (const std::exception& error) {
      throw std::runtime_error(fmt::format("{}:{}: {}", path.string(), number, error.what()));
    }
  }
}

std::string BareId(std::string id) {
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  return id;
}

class Judge {
 public:
  Judge(const AuthoredPaths& paths, const Rules& rules, const Readers& readers)
      : rules_(rules), readers_(readers) {
    ForEachLine(paths.set, [&](const Json& json) {
      AuthoredCase& one = cases_[json.at("case").get<std::string>()];
      for (const Json& label : json.at("labels")) one.labels.push_back(LabelOf(label));
    });
    ForEachLine(paths.map, [&](const Json& json) {
      places_[BareId(json.at("message_id").get<std::string>())] = {
          json.at("case").get<std::string>(), json.at("n").get<int>()};
    });
  }

  JudgedSet Run(const Report& report) {
    // Mail of half a set would make its rates half of what they are.
    for (const Message& m : report.mail.messages)
      if (const auto at = places_.find(report.mail[m.message_id]); at != places_.end())
        cases_[at->second.name].found_in_mail = true;
    JudgedSet out;
    for (const auto& [name, one] : cases_) {
      if (!one.found_in_mail) throw std::runtime_error("the mail holds nothing of case " + name);
      ++(IsClean(one) ? out.clean : IsDefective(one) ? out.defective : out.left_out);
    }
    for (const Finding& f : report.findings) {
      if (!IsJudged(f)) continue;
      const Found found = FoundOf(report, f);
      const auto at = places_.find(found.message);
      if (at == places_.end()) throw std::runtime_error("the map has no <" + found.message + ">");
      const AuthoredCase& one = cases_.at(at->second.name);
      if (!IsClean(one) && !IsDefective(one)) continue;
      JudgedFinding judged = Describe(report, f);
      judged.clean = IsClean(one);
      judged.line += fmt::format(" ({} {})", at->second.name, at->second.number);
      judged.judgement = JudgementOf(one, at->second, found);
      // Cases that are clean of what they are labelled for may hold other things.
      if (judged.clean && !rules_.contains(found.rule)) judged.judgement = Read(readers_, f);
      out.findings.push_back(std::move(judged));
    }
    return out;
  }

 private:
  static bool IsClean(const AuthoredCase& one) { return one.labels.empty(); }
  static bool IsDefective(const AuthoredCase& one) {
    return std::ranges::any_of(one.labels, [](const AuthoredLabel& l) { return !l.unclear; });
  }

  bool Hits(const AuthoredLabel& label, const Place& at, const Found& found) const {
    if (!label.rules.contains(found.rule)) return false;
    return std::ranges::any_of(label.places, [&](const std::pair<int, int>& place) {
      if (place.first != at.number) return false;
      // Where people differ whether it is one, what it rests on is no matter.
      return label.unclear || std::ranges::any_of(found.related, [&](const std::string& id) {
               const auto earlier = places_.find(id);
               return earlier != places_.end() && earlier->second.name == at.name &&
                      earlier->second.number == place.second;
             });
    });
  }

  Judgement JudgementOf(const AuthoredCase& one, const Place& at, const Found& found) const {
    if (!rules_.contains(found.rule)) return Judgement::kLeftOut;
    Judgement out = Judgement::kWrong;
    for (const AuthoredLabel& label : one.labels) {
      if (!Hits(label, at, found)) continue;
      if (!label.unclear) return Judgement::kRight;
      out = Judgement::kLeftOut;
    }
    return out;
  }

  const Rules& rules_;
  const Readers& readers_;
  std::map<std::string, AuthoredCase> cases_;
  std::map<std::string, Place, std::less<>> places_;  // by message id
};

}  // namespace

JudgedSet JudgeAuthored(const AuthoredPaths& paths, Rules rules, const Readers& readers) {
  if (rules.empty())
    for (const Kind& kind : kKinds)
      if (kind.rule != kLateRule) rules.emplace(kind.rule);
  JudgedSet out = Judge(paths, rules, readers).Run(LintAll({paths.mail.string()}, true));
  out.name = paths.set.filename().string();
  out.rules = std::move(rules);
  return out;
}

}  // namespace threadlint::accuracy
