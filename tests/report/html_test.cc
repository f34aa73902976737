#include "../support/hostile.h"
#include "../support/html_page.h"
#include "../support/text_output.h"
#include "report/closing_words.h"
#include "report/html_page.h"
#include "report/writers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace threadlint::report {
namespace {

std::string Html(const Report& report, const ReportOptions& options = {}) {
  test::TextOutput out;
  WriteHtml(report, options, out);
  return out.text;
}

Report ReportOf(std::vector<std::string> paths) {
  Options options;
  for (const std::string& path : paths)
    options.paths.push_back(THREADLINT_SOURCE_DIR "/testdata/" + path);
  options.show = {"note"};
  return Lint(options);
}

// What stands in it, without the words.
std::string Shape(const test::ParsedHtml& page) {
  std::string out;
  for (const test::HtmlElement& e : page.elements) {
    out += std::string(e.depth, ' ') + e.name;
    for (const auto& [name, value] : e.attributes) out += ' ' + name;
    out += '\n';
  }
  return out;
}

TEST_CASE("hostile text changes no element and no attribute") {
  const Report plain = test::HostileReport("plain");
  for (const bool findings : {true, false}) {
    const ReportOptions options{.findings = findings};
    const std::string wanted = Shape(test::ParseHtml(Html(plain, options)));
    for (const std::string_view text : test::kHostile) {
      CAPTURE(text);
      const std::string html = Html(test::HostileReport(text), options);
      const test::ParsedHtml page = test::ParseHtml(html);
      CHECK(page.error == "");
      CHECK(Shape(page) == wanted);
      CHECK(std::ranges::all_of(
          html, [](char c) { return static_cast<unsigned char>(c) >= ' ' || c == '\n'; }));
    }
  }
}

TEST_CASE("it loads nothing, runs nothing, and every link leads to a place in it") {
  for (const bool findings : {true, false}) {
    const test::ParsedHtml page = test::ParseHtml(
        Html(ReportOf({"demo", "every/every.mbox", "every/damaged.mbox"}), {.findings = findings}));
    REQUIRE(page.error == "");
    static const std::set<std::string> kElements = {
        "a",      "article", "b",       "bdi",  "blockquote", "body",       "caption", "code",
        "dd",     "details", "div",     "dl",   "dt",         "figcaption", "figure",  "h1",
        "h2",     "h3",      "h4",      "head", "html",       "li",         "main",    "mark",
        "meta",   "nav",     "p",       "path", "rect",       "section",    "small",   "span",
        "strong", "style",   "summary", "svg",  "table",      "tbody",      "td",      "text",
        "th",     "thead",   "title",   "tr",   "ul"};
    std::set<std::string> places;
    for (const test::HtmlElement& e : page.elements) {
      CHECK_MESSAGE(kElements.contains(e.name), e.name);
      CHECK(e.attributes.count("style") == 0);
      CHECK(e.attributes.count("src") == 0);
      const auto id = e.attributes.find("id");
      if (id != e.attributes.end()) CHECK_MESSAGE(places.insert(id->second).second, id->second);
    }
    size_t links = 0;
    for (const test::HtmlElement& e : page.elements) {
      for (const auto& [name, value] : e.attributes) {
        CHECK(!name.starts_with("on"));
        if (name != "href") continue;
        ++links;
        const std::string& link = value;
        CHECK_MESSAGE((link.starts_with('#') && places.contains(link.substr(1))), link);
      }
      const auto label = e.attributes.find("aria-labelledby");
      if (label != e.attributes.end()) CHECK(places.contains(label->second));
    }
    CHECK(links > (findings ? 100 : 5));
  }
}

TEST_CASE("references give no word of the mails") {
  Report report = test::HostileReport("SECRET");
  for (MailFile& file : report.mail.files) file.path = "in.mbox";
  for (InputReport& input : report.inputs) {
    input.path = "in.mbox";
    input.notes.clear();
  }
  for (Finding& f : report.findings) {
    f.suppressed.clear();
    f.wrong_if = "Wrong.";
    for (Evidence& e : f.evidence) e.path = "in.mbox";
  }
  for (const bool findings : {true, false}) {
    CHECK(Html(report, {.findings = findings}).find("SECRET") != std::string::npos);
    const std::string html = Html(report, {.findings = findings, .quotes = false});
    CHECK(html.find("SECRET") == std::string::npos);
    CHECK(html.find("espresso") == std::string::npos);
    CHECK(html.find("larkspur.example\"") == std::string::npos);
  }
}

TEST_CASE("what the export lacks is said first, what it does not prove last") {
  Report report = ReportOf({"demo"});
  report.coverage.owner = "maria@example.com";
  report.coverage.sent = 0;
  const std::string html = Html(report);
  const size_t notice = html.find("No mail written by <bdi>maria@example.com</bdi> was found");
  REQUIRE(notice != html.npos);
  CHECK(notice < html.find("<section"));
  const size_t closing = html.find(HtmlText(kClosingWords));
  REQUIRE(closing != html.npos);
  CHECK(closing > html.rfind("</section>"));
  CHECK(Html(report, {.quiet = true}).find("class=\"notice\"") == std::string::npos);
}

TEST_CASE("findings that were accepted are not drawn, but listed") {
  Report report = ReportOf({"demo"});
  for (Finding& f : report.findings) {
    f.accepted = true;
    f.suppressed = "agreed on <the phone>";
  }
  const std::string html = Html(report);
  CHECK(html.find("<svg") == std::string::npos);
  CHECK(html.find("suppressed: agreed on &lt;the phone&gt;") != std::string::npos);
}

TEST_CASE("each finding stands in the picture, in the list, and at its exhibits") {
  const Report report = ReportOf({"demo"});
  const std::string html = Html(report);
  const std::string id = report.set.cases[report.findings.front().case_index].id;
  for (size_t n = 1; n <= report.findings.size(); ++n) {
    const std::string link = "href=\"#" + id + "-f" + std::to_string(n) + "\"";
    CAPTURE(link);
    CHECK(html.find(link) < html.find("What was found"));
    CHECK(html.find(link, html.find(">Exhibits")) != html.npos);
    for (const Evidence& e : report.findings[n - 1].evidence)
      CHECK(html.find(HtmlText(e.quote)) != html.npos);
  }
}

TEST_CASE("one case as a page: why each mail is in it, whatever the mail says") {
  const auto page_of = [](const Report& report) {
    test::TextOutput out;
    WriteHtmlCase(report, 0, {}, out);
    return out.text;
  };
  const std::string wanted = Shape(test::ParseHtml(page_of(test::HostileReport("plain"))));
  for (const std::string_view text : test::kHostile) {
    CAPTURE(text);
    const test::ParsedHtml page = test::ParseHtml(page_of(test::HostileReport(text)));
    CHECK(page.error == "");
    CHECK(Shape(page) == wanted);
  }
  const Report report = ReportOf({"demo"});
  const std::string html = page_of(report);
  const size_t why = html.find("Why each mail is in this case");
  REQUIRE(why != html.npos);
  for (const CaseMessage& entry : report.set.Messages(report.set.cases[0])) {
    const std::string name = MessageName(report.mail, report.mail.messages[entry.message]);
    CHECK(html.find(HtmlText(name), why) != html.npos);
    for (const Link& link : report.set.Links(entry))
      CHECK(html.find(HtmlText(link.why), why) != html.npos);
  }
}

}  // namespace
}  // namespace threadlint::report
