#include "cli/rule_manual.h"

#include "util/ascii.h"

#include <fmt/format.h>

#include <string_view>

namespace threadlint::cli {
namespace {

constexpr std::string_view kHead = R"(.Dd November 22, 2026
.Dt THREADLINT-RULES 7
.Os
.Sh NAME
.Nm threadlint-rules
.Nd what threadlint reports
.Sh DESCRIPTION
This page is written by
.Ql threadlint rule --man
from the documents of the rules.
Each document also holds examples, which are its tests;
.Ql threadlint rule TL101
shows them.
)";

constexpr std::string_view kTail = R"(.Sh SEE ALSO
.Xr threadlint 1
)";

std::string_view NextLine(std::string_view& rest) {
  const size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return line;
}

// Text on a line of its own: escapes, and code spans in the current font.
std::string Escape(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '`') continue;
    // Each sentence begins a line: the formatter spaces it.
    if (c == ' ' && out.ends_with('.') && i + 1 < text.size() && util::IsUpper(text[i + 1])) {
      out += '\n';
      continue;
    }
    if (c == '\\')
      out += "\\e";
    else if (c == '\'' || c == '-')
      out += c == '-' ? "\\-" : "\\(aq";
    else
      out += c;
  }
  if (out.starts_with('.')) out.insert(0, "\\&");
  return out;
}

// Markdown as the rule documents use it: headings, paragraphs, one level of lists, fenced blocks.
class Page {
 public:
  void Document(std::string_view markdown) {
    while (!markdown.empty()) Line(NextLine(markdown), markdown);
    EndList();
  }
  std::string text;

 private:
  void Line(std::string_view line, std::string_view& rest) {
    if (line.starts_with("```")) {
      while (!rest.empty() && NextLine(rest) != "```") continue;
      return;
    }
    if (line.starts_with("## ")) {
      EndList();
      section_ = line.substr(3);
      heading_pending_ = true;
      return;
    }
    // What examples show is said in the documents themselves.
    if (section_ == "Example" || section_ == "Not reported") return;
    if (line.empty()) {
      paragraph_pending_ = true;
      return;
    }
    if (heading_pending_) {
      text += fmt::format(".Pp\n.Em {}\n.Pp\n", Escape(section_));
      heading_pending_ = paragraph_pending_ = false;
    }
    if (line.starts_with("- ")) {
      if (!in_list_) text += ".Bl -bullet -compact\n";
      in_list_ = true;
      text += ".It\n" + Escape(line.substr(2)) + "\n";
    } else {
      if (!line.starts_with("  ")) EndList();
      if (paragraph_pending_) text += ".Pp\n";
      text += Escape(line.substr(line.find_first_not_of(' '))) + "\n";
    }
    paragraph_pending_ = false;
  }

  void EndList() {
    if (in_list_) text += ".El\n";
    in_list_ = false;
  }

  std::string_view section_;
  bool in_list_ = false, heading_pending_ = false, paragraph_pending_ = false;
};

}  // namespace

std::string RuleManual(std::span<const RuleInfo> rules) {
  std::string out(kHead);
  for (const RuleInfo& rule : rules) {
    out += fmt::format(".Ss {} {} ({})\n{}.\n", rule.id, rule.slug, Name(rule.severity),
                       Escape(rule.summary));
    Page page;
    page.Document(rule.document);
    out += page.text;
  }
  return out + std::string(kTail);
}

}  // namespace threadlint::cli
