#include "labelled_set.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <stdexcept>

namespace threadlint::accuracy {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const fs::path kFolder = THREADLINT_SOURCE_DIR "/testdata/labelled";

// A key that is misspelt would be a label that is never looked at.
void CheckKeys(const Json& object, std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : object.items())
    if (std::ranges::find(known, key) == known.end())
      throw std::runtime_error("unknown key \"" + key + "\"");
}

std::string RuleIn(const Json& object) {
  std::string rule = object.at("rule").get<std::string>();
  if (std::ranges::find(kRules, rule) == kRules.end())
    throw std::runtime_error("the set is not labelled for rule " + rule);
  return rule;
}

Label ReadLabel(const Json& object) {
  CheckKeys(object, {"rule", "message", "related", "also", "broken_by", "about"});
  Label label;
  label.rule = RuleIn(object);
  label.message = object.at("message").get<std::string>();
  label.rest.push_back(object.at("related").get<std::string>());
  for (const Json& id : object.value("also", Json::array()))
    label.rest.push_back(id.get<std::string>());
  label.broken_by = object.value("broken_by", false);
  label.about = object.value("about", "");
  return label;
}

std::set<Place> ReadPlaces(const Json& list) {
  std::set<Place> places;
  for (const Json& object : list) {
    CheckKeys(object, {"rule", "message", "why"});
    if (object.at("why").get<std::string>().empty()) throw std::runtime_error("no reason");
    places.insert({RuleIn(object), object.at("message").get<std::string>()});
  }
  return places;
}

}  // namespace

LabelledSet ReadSet(const fs::path& folder) {
  LabelledSet set;
  set.slug = folder.filename().string();
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".mbox" || entry.path().extension() == ".eml")
      set.paths.push_back(entry.path().string());
  std::ranges::sort(set.paths);
  if (set.paths.empty()) throw std::runtime_error(set.slug + ": no mail");
  try {
    std::ifstream in(folder / "labels.json");
    const Json json = Json::parse(in);
    CheckKeys(json, {"desk", "labels", "not", "unclear"});
    set.desk = json.at("desk").get<std::string>();
    for (const Json& object : json.at("labels")) set.labels.push_back(ReadLabel(object));
    set.not_there = ReadPlaces(json.at("not"));
    set.unclear = ReadPlaces(json.value("unclear", Json::array()));
  } catch (const std::exception& error) {
    throw std::runtime_error(set.slug + "/labels.json: " + error.what());
  }
  return set;
}

std::vector<LabelledSet> ReadSets() { return ReadSets(kFolder); }

std::vector<LabelledSet> ReadSets(const fs::path& folder) {
  std::vector<LabelledSet> sets;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_directory()) sets.push_back(ReadSet(entry.path()));
  std::ranges::sort(sets, {}, &LabelledSet::slug);
  return sets;
}

fs::path RecordPath() { return kFolder / "recorded.json"; }

}  // namespace threadlint::accuracy
