#include "report/html_rules.h"

#include "report/html_page.h"
#include "report/rule_sections.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace threadlint::report {
namespace {

// Paragraphs and lists, as the documents have them.
std::string Paragraphs(std::string_view markdown) {
  const std::string text = PlainText(markdown);
  std::string out;
  bool list = false;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
    const bool item = line.starts_with("- ");
    if (item) line.remove_prefix(2);
    if (item != list) out += item ? "<ul>\n" : "</ul>\n";
    list = item;
    out += fmt::format("<{0}>{1}</{0}>\n", item ? "li" : "p", HtmlText(line));
  }
  return out + (list ? "</ul>\n" : "");
}

}  // namespace

std::string HtmlRules(std::span<const Finding* const> findings) {
  std::set<std::string_view> ids;
  for (const Finding* f : findings) ids.insert(f->rule->id);
  if (ids.empty()) return {};
  std::string out = "<section id=\"rules\">\n<h2>What the rules look for</h2>\n";
  for (const std::string_view id : ids) {
    const RuleInfo& rule = *FindRule(id);
    out += fmt::format("<details id=\"{}\">\n<summary>{} {}: {}</summary>\n", id, id, rule.slug,
                       HtmlText(rule.summary));
    for (const std::string_view title :
         {"What it does", "Why it matters", "What would make this wrong"})
      if (const std::string_view body = SectionOf(rule.document, title); !body.empty())
        out += fmt::format("<h4>{}</h4>\n{}", title, Paragraphs(body));
    out += "</details>\n";
  }
  return out + "</section>\n";
}

}  // namespace threadlint::report
