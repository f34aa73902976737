// The mail of testdata/labelled and what ought to be found in it (see README.md there).
#pragma once

#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace threadlint::accuracy {

// The rules that the set is labelled for; findings of others count neither way.
inline constexpr std::array<std::string_view, 5> kRules = {"TL301", "TL302", "TL303", "TL405",
                                                           "TL505"};

// Message ids are without brackets.
struct Label {
  std::string rule;
  std::string message;            // at which the finding belongs
  std::vector<std::string> rest;  // earlier messages it may rest on, the one meant first
  bool broken_by = false;         // a break lies between the two
  std::string about;              // for people
};

struct Place {
  std::string rule, message;
  bool operator==(const Place&) const = default;
  bool operator<(const Place& other) const {
    return std::tie(rule, message) < std::tie(other.rule, other.message);
  }
};

struct LabelledSet {
  std::string slug;
  std::vector<std::string> paths;
  std::string desk;  // domain that the help desk writes from
  std::vector<Label> labels;
  std::set<Place> not_there;  // looks like a finding, is none
  std::set<Place> unclear;    // people may differ: findings count neither way
};

// Throws std::runtime_error, or what the JSON reader throws, where a folder is not as it ought to
// be: keys nobody knows, rules nobody labels.
LabelledSet ReadSet(const std::filesystem::path& folder);

// All folders of testdata/labelled, or of another such folder, by name.
std::vector<LabelledSet> ReadSets();
std::vector<LabelledSet> ReadSets(const std::filesystem::path& folder);

std::filesystem::path RecordPath();

}  // namespace threadlint::accuracy
