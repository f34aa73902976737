// What a finding of each level of confidence is worth where few cases carry anything. No test: it
// is run by hand on more mail than the repository holds, and src/verdict/confidence.cc follows it.
#include "judged.h"
#include "table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <utility>

namespace threadlint::accuracy {
namespace {

constexpr std::string_view kUsage =
    "calibrate [OPTION...] SET...\n"
    "\n"
    "Lints labelled mail and prints what findings of each level are worth, by family of rules.\n"
    "\n"
    "Sets:\n"
    "  --labelled FOLDER         a folder of cases as testdata/labelled holds them\n"
    "  --authored SET MAP MAIL   cases labelled by hand, a JSON object a line, the mail made of\n"
    "                            them, and which message of which case each mail is\n"
    "  --mail MAIL               mail without labels: every case counts as clean\n"
    "and, each after the set that it is of:\n"
    "  --rules TL301,TL302       what an authored set is labelled for [all but TL505]\n"
    "  --read FILE               what a reader said of findings that no label speaks of: lines\n"
    "                            FINGERPRINT right|wrong|unclear. Findings in clean cases that\n"
    "                            nobody read count as wrong\n"
    "  --support-domain DOMAIN   who is the desk in mail without labels\n"
    "\n"
    "Options:\n"
    "  --base-rate X             share of defective cases among all [0.03]\n"
    "  --by-rule                 a row for each rule, not family\n"
    "  --scores                  a row for each score and what is above it, too\n"
    "  --list                    the findings that count as wrong, a line each\n";

struct SetWish {
  std::string kind;
  std::vector<std::string> paths;
  std::set<std::string, std::less<>> rules;
  std::string read;
  std::vector<std::string> support_domains;
};

struct Wish {
  std::vector<SetWish> sets;
  TableOptions table;
  bool list = false;
};

class Reader {
 public:
  explicit Reader(std::vector<std::string> arguments) : arguments_(std::move(arguments)) {}

  Wish Read() {
    while (at_ < arguments_.size()) {
      const std::string name = arguments_[at_++];
      if (name == "--labelled" || name == "--mail") {
        wish_.sets.push_back({name, {Next(name)}, {}, {}, {}});
      } else if (name == "--authored") {
        SetWish set{name, {}, {}, {}, {}};
        for (int i = 0; i < 3; ++i) set.paths.push_back(Next(name));
        wish_.sets.push_back(std::move(set));
      } else if (name == "--rules") {
        ReadRules(Next(name));
      } else if (name == "--read") {
        Last(name).read = Next(name);
      } else if (name == "--support-domain") {
        if (Last(name).kind != "--mail")
          throw std::invalid_argument("--support-domain is for mail without labels");
        Last(name).support_domains.push_back(Next(name));
      } else if (name == "--base-rate") {
        ReadBaseRate(Next(name));
      } else if (name == "--by-rule") {
        wish_.table.by_rule = true;
      } else if (name == "--scores") {
        wish_.table.scores = true;
      } else if (name == "--list") {
        wish_.list = true;
      } else {
        throw std::invalid_argument(fmt::format("{} is not understood", name));
      }
    }
    if (wish_.sets.empty()) throw std::invalid_argument("a set is missing");
    return std::move(wish_);
  }

 private:
  std::string Next(std::string_view name) {
    if (at_ == arguments_.size())
      throw std::invalid_argument(fmt::format("{}: a value is missing", name));
    return arguments_[at_++];
  }

  SetWish& Last(std::string_view name) {
    if (wish_.sets.empty()) throw std::invalid_argument(fmt::format("{} goes after a set", name));
    return wish_.sets.back();
  }

  void ReadRules(std::string_view list) {
    SetWish& set = Last("--rules");
    if (set.kind != "--authored") throw std::invalid_argument("--rules is for authored sets");
    for (size_t begin = 0; begin <= list.size();) {
      const size_t end = std::min(list.find(',', begin), list.size());
      const RuleInfo* rule = FindRule(list.substr(begin, end - begin));
      if (rule == nullptr)
        throw std::invalid_argument(
            fmt::format("--rules: '{}' is no rule", list.substr(begin, end - begin)));
      set.rules.emplace(rule->id);
      begin = end + 1;
    }
  }

  void ReadBaseRate(std::string_view text) {
    double& rate = wish_.table.base_rate;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rate);
    if (error != std::errc() || end != text.data() + text.size() || !(rate > 0 && rate < 1))
      throw std::invalid_argument("--base-rate takes a number between 0 and 1");
  }

  std::vector<std::string> arguments_;
  size_t at_ = 0;
  Wish wish_;
};

JudgedSet JudgeSet(const SetWish& wish) {
  const Readers readers = wish.read.empty() ? Readers() : ReadReaders(wish.read);
  if (wish.kind == "--labelled") return JudgeLabelled(wish.paths[0], readers);
  if (wish.kind == "--mail") return JudgeMail(wish.paths[0], wish.support_domains, readers);
  return JudgeAuthored({wish.paths[0], wish.paths[1], wish.paths[2]}, wish.rules, readers);
}

int Run(std::vector<std::string> arguments) {
  if (arguments.empty() || std::ranges::find(arguments, "--help") != arguments.end()) {
    fmt::print("{}", kUsage);
    return arguments.empty() ? 2 : 0;
  }
  const Wish wish = Reader(std::move(arguments)).Read();
  std::vector<JudgedSet> sets;
  for (const SetWish& set : wish.sets) sets.push_back(JudgeSet(set));
  if (wish.list) fmt::print("{}\n", WrongOnes(sets));
  fmt::print("{}", TableOf(sets, wish.table));
  return 0;
}

}  // namespace
}  // namespace threadlint::accuracy

int main(int argc, char** argv) {
  try {
    return threadlint::accuracy::Run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "calibrate: {}\n", error.what());
    return 2;
  }
}
