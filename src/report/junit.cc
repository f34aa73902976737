// JUnit's XML, for boards of tests: a testsuite a case, a testcase a rule. Element and attribute
// names are those that Jenkins' junit-10.xsd knows; GitLab and GitHub's reporters read the same.
#include "report/finding_words.h"
#include "report/reference.h"
#include "report/writers.h"
#include "util/civil_time.h"
#include "util/visible.h"

#include <threadlint/rule.h>

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace threadlint::report {
namespace {

struct Counts {
  uint64_t tests = 0, failures = 0, errors = 0, skipped = 0;
  void Add(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
};

void Set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(util::MakeVisible(value).c_str());
}

// Several lines; XML 1.0 has no room for what MakeVisible() takes away.
void SetText(pugi::xml_node node, const std::string& text) {
  node.text().set(util::MakeVisible(text, true).c_str());
}

void SetCounts(pugi::xml_node node, const Counts& counts) {
  Set(node, "tests", fmt::format("{}", counts.tests));
  Set(node, "failures", fmt::format("{}", counts.failures));
  Set(node, "errors", fmt::format("{}", counts.errors));
}

class Sink : public pugi::xml_writer {
 public:
  explicit Sink(Output& output) : output_(output) {}
  void write(const void* data, size_t size) override {
    output_.Write({static_cast<const char*>(data), size});
  }

 private:
  Output& output_;
};

// Everything on some findings of one rule in one case.
std::string Details(const Report& report, const ReportOptions& options,
                    const std::vector<const Finding*>& findings) {
  std::string out;
  for (const Finding* f : findings) {
    if (!out.empty()) out += "\n";
    out += util::MakeVisible((options.quotes ? f->text : Reference(report, *f)) +
                             DoubtWords(*f, options.quotes)) +
           "\n";
    const std::string settled = SettledWords(*f);
    out += GradeWords(*f) + (settled.empty() ? "" : ", " + settled) + "\n";
    for (const Evidence& e : f->evidence) {
      out += "at " + PlaceWords(e) + "\n";
      if (options.quotes && !e.quote.empty()) out += "  " + util::MakeVisible(e.quote) + "\n";
    }
    out += "fingerprint " + f->fingerprint + "\n";
  }
  return out;
}

std::string Headline(const Report& report, const ReportOptions& options,
                     const std::vector<const Finding*>& findings) {
  const Finding& first = *findings.front();
  std::string out = options.quotes ? first.text : Reference(report, first);
  if (findings.size() > 1) out += fmt::format(" And {} more.", findings.size() - 1);
  return out;
}

// One suite, written when it is complete: a report of thousands of cases takes the memory of one.
class Suite {
 public:
  explicit Suite(const std::string& class_name) : class_name_("threadlint." + class_name) {
    node_ = document_.append_child("testsuite");
  }

  pugi::xml_node AddTest(const std::string& name) {
    pugi::xml_node test = node_.append_child("testcase");
    Set(test, "name", name);
    Set(test, "classname", class_name_);
    Set(test, "time", "0");
    ++counts_.tests;
    return test;
  }

  // `trouble`: what fails is the input, not the desk.
  void AddRule(const Report& report, const ReportOptions& options, const RuleInfo& rule,
               const std::vector<const Finding*>& findings, bool trouble) {
    pugi::xml_node test = AddTest(fmt::format("{} {}", rule.id, rule.slug));
    std::vector<const Finding*> failing, settled, others;
    for (const Finding* f : findings)
      (f->fails ? failing : SettledWords(*f).empty() ? others : settled).push_back(f);
    if (!failing.empty()) {
      pugi::xml_node node = test.append_child(trouble ? "error" : "failure");
      Set(node, "type", std::string(rule.id));
      Set(node, "message", Headline(report, options, failing));
      SetText(node, Details(report, options, failing));
      ++(trouble ? counts_.errors : counts_.failures);
    } else if (others.empty() && !settled.empty()) {
      Skip(test, SettledWords(*settled.front()), Details(report, options, settled));
      return;
    }
    others.insert(others.end(), settled.begin(), settled.end());
    if (!others.empty()) SetText(test.append_child("system-out"), Details(report, options, others));
  }

  void Skip(pugi::xml_node test, const std::string& why, const std::string& details) {
    pugi::xml_node node = test.append_child("skipped");
    Set(node, "message", why);
    if (!details.empty()) SetText(node, details);
    ++counts_.skipped;
  }

  void AddError(pugi::xml_node test, const std::string& type, const std::string& message) {
    pugi::xml_node node = test.append_child("error");
    Set(node, "type", type);
    Set(node, "message", message);
    ++counts_.errors;
  }

  void Close(const std::string& name, const std::string& file, std::optional<int64_t> time) {
    Set(node_, "name", name);
    SetCounts(node_, counts_);
    Set(node_, "skipped", fmt::format("{}", counts_.skipped));
    Set(node_, "time", "0");
    if (time) {
      std::string stamp = util::FormatIso8601(*time);
      stamp.pop_back();  // readers expect it without a zone; it is UTC
      Set(node_, "timestamp", stamp);
    }
    if (!file.empty()) Set(node_, "file", file);
  }

  const Counts& counts() const { return counts_; }
  void Print(Sink& sink) const {
    node_.print(sink, " ", pugi::format_default, pugi::encoding_utf8, 1);
  }

 private:
  std::string class_name_;
  pugi::xml_document document_;
  pugi::xml_node node_;
  Counts counts_;
};

using ByRule = std::map<const RuleInfo*, std::vector<const Finding*>>;

ByRule Sorted(const Report& report, uint32_t case_index) {
  ByRule out;
  for (const Finding* f : FindingsOf(report, case_index)) out[f->rule].push_back(f);
  return out;
}

// What keeps this report from being whole: input that could not be read, rules of the input, and
// what was left away on request.
void FillInput(const Report& report, const ReportOptions& options, Suite& suite) {
  for (const InputReport& input : report.inputs) {
    const pugi::xml_node test = suite.AddTest(input.path);
    if (input.state == InputState::kPartial || input.state == InputState::kUnreadable ||
        input.state == InputState::kNotMail) {
      if (options.complete) {  // --allow-partial: a board is not red where the run is not
        suite.Skip(test, fmt::format("not all of it could be read ({})", Name(input.state)), "");
      } else {
        suite.AddError(test, std::string(Name(input.state)), "not all of it could be read");
      }
    }
    if (input.state == InputState::kEmpty) suite.Skip(test, "no mail in it", "");
  }
  ByRule findings = Sorted(report, kNoCase);
  for (const RuleInfo* rule : report.rules)
    if (rule->check_input != nullptr) suite.AddRule(report, options, *rule, findings[rule], true);
  if (report.cut_findings > 0)
    suite.Skip(suite.AddTest("limit"),
               fmt::format("{} findings beyond --limit are not in this report, and their rules "
                           "pass where they fail",
                           report.cut_findings),
               "");
  suite.Close("input", "", report.now);
}

void FillCase(const Report& report, const ReportOptions& options, uint32_t case_index,
              Suite& suite) {
  const Case& c = report.set.cases[case_index];
  ByRule findings = Sorted(report, case_index);
  for (const RuleInfo* rule : report.rules)
    if (rule->check_case != nullptr) suite.AddRule(report, options, *rule, findings[rule], false);
  const auto messages = report.set.Messages(c);
  const Message& first = report.mail.messages[messages.front().message];
  const Message& last = report.mail.messages[messages.back().message];
  std::optional<int64_t> time;
  if (last.date_source != DateSource::kNone) time = last.date;
  suite.Close(options.quotes ? c.id + ": " + SubjectOf(report, c) : c.id,
              report.mail.files[first.file].path, time);
}

// Calls `use` for one suite after the other.
template <typename Use>
void EachSuite(const Report& report, const ReportOptions& options, const Use& use) {
  Suite input("input");
  FillInput(report, options, input);
  use(input);
  for (const uint32_t i : report.shown) {
    Suite suite(report.set.cases[i].id);
    FillCase(report, options, i, suite);
    use(suite);
  }
}

}  // namespace

void WriteJunit(const Report& report, const ReportOptions& options, Output& output) {
  // The sums stand before what they are sums of, so everything is made twice and held once.
  Counts all;
  EachSuite(report, options, [&](const Suite& suite) { all.Add(suite.counts()); });
  Sink sink(output);
  output.Write(
      fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites "
                  "name=\"threadlint\" tests=\"{}\" failures=\"{}\" errors=\"{}\" "
                  "time=\"0\">\n",
                  all.tests, all.failures, all.errors));
  EachSuite(report, options, [&](const Suite& suite) { suite.Print(sink); });
  output.Write("</testsuites>\n");
}

}  // namespace threadlint::report
