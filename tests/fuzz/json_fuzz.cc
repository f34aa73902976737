// What is written as JSON is JSON, and says what it was told.
#include "fuzz/target.h"
#include "report/json_writer.h"
#include "report/report.h"
#include "report/text_output.h"

#include <threadlint/lint.h>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace threadlint::fuzz {
namespace {

// The bytes as a program for the writer: each tells what comes next.
std::string Written(std::string_view bytes, std::vector<std::string>& strings) {
  report::TextOutput out;
  {
    report::JsonWriter json(out);
    std::vector<char> open = {'['};
    json.BeginArray();
    while (!bytes.empty()) {
      const auto code = static_cast<unsigned char>(bytes.front());
      bytes.remove_prefix(1);
      if (open.back() == '{') json.Key("k" + std::to_string(bytes.size()));
      if (code % 8 < 2 && open.size() < 60) {
        code % 2 == 0 ? json.BeginArray(code % 3 == 0) : json.BeginObject(code % 3 == 0);
        open.push_back(code % 2 == 0 ? '[' : '{');
      } else if (code % 8 == 2 && open.back() == '[' && open.size() > 1) {
        json.EndArray();
        open.pop_back();
      } else if (code % 8 == 3) {
        json.Number(int64_t{code} - 100);
      } else {
        strings.emplace_back(bytes.substr(0, code));
        json.String(strings.back());
        bytes.remove_prefix(std::min<size_t>(code, bytes.size()));
      }
      if (open.back() == '{' && code % 5 == 0) {
        json.EndObject();
        open.pop_back();
      }
    }
    for (; !open.empty(); open.pop_back()) open.back() == '[' ? json.EndArray() : json.EndObject();
  }
  return out.text;
}

// All strings that are values, in their order.
void Collect(const nlohmann::ordered_json& json, std::vector<std::string>& out) {
  if (json.is_string()) out.push_back(json.get<std::string>());
  for (const auto& value : json)
    if (json.is_structured()) Collect(value, out);
}

// A report in which a mail's words are these.
Report& Told(std::string_view text) {
  static Report report = [] {
    Options options;
    options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
    return Lint(options);
  }();
  report.coverage.owner = text;
  for (MailFile& file : report.mail.files) file.path = text;
  for (Finding& finding : report.findings) {
    finding.text = finding.wrong_if = text;
    for (Evidence& evidence : finding.evidence) evidence.quote = evidence.path = text;
  }
  return report;
}

void Run(std::string_view bytes) {
  std::vector<std::string> strings, read;
  Collect(nlohmann::ordered_json::parse(Written(bytes, strings)), read);
  Require(read.size() == strings.size(), "every string is there");
  for (size_t i = 0; i < read.size(); ++i) {
    nlohmann::json probe = strings[i];
    // What is no UTF-8 is mended; all else comes out as it was.
    const std::string mended =
        nlohmann::json::parse(probe.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    if (mended == strings[i]) Require(read[i] == strings[i], "a string is what it was");
  }
  const Report& report = Told(bytes);
  for (const std::string_view name : {"json", "sarif", "gitlab"}) {
    report::TextOutput out;
    report::FindFormat(name)->write(report, {}, out);
    Require(nlohmann::json::accept(out.text), name);
  }
  report::TextOutput lines;
  report::FindFormat("jsonl")->write(report, {}, lines);
  for (std::string_view rest = lines.text; !rest.empty();) {
    const size_t end = rest.find('\n');
    Require(nlohmann::json::accept(rest.substr(0, end)), "a line is JSON");
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
}

const Registration kHere{{"json", Run}};

}  // namespace
}  // namespace threadlint::fuzz
