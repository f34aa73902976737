#include "report/sarif_rules.h"

#include "report/rule_sections.h"
#include "report/sarif_text.h"

#include <threadlint/version.h>

#include <fmt/format.h>

namespace threadlint::report {
namespace {

// GitHub cuts what is longer.
constexpr size_t kLongestDescription = 1024;

// How right the findings of a family are that are shown by default: README, "How sure it is", has
// the figures and how little data they rest on. Of header and file, nothing is read into words.
struct FamilyRow {
  std::string_view id;  // rules whose ids begin so
  std::string_view tag;
  std::string_view precision;  // as GitHub calls them: very-high, high, medium, low
};
constexpr FamilyRow kFamilies[] = {
    {"TL1", "token", "high"},        {"TL2", "links", "high"},    {"TL3", "requests", "medium"},
    {"TL4", "statements", "medium"}, {"TL5", "silence", "high"},  {"TL6", "deflection", "high"},
    {"TL9", "input", "very-high"},   {"", "support-mail", "low"},
};

const FamilyRow& FamilyOf(const RuleInfo& rule) {
  const FamilyRow* row = kFamilies;
  while (!rule.id.starts_with(row->id)) ++row;
  return *row;
}

// GitHub's words for rules that are about no security.
std::string_view ProblemSeverity(Severity severity) {
  return severity == Severity::kNote ? "recommendation" : Name(severity);
}

struct NotificationRow {
  std::string_view id, summary, help;
};
constexpr NotificationRow kNotifications[] = {
    {kSarifTruncated, "A file stops inside a mail.",
     "Export the mailbox again: the mail at its end is cut, and there may have been more."},
    {kSarifUnreadable, "Something could not be read.",
     "What stands in it was not checked. --allow-partial accepts that."},
    {kSarifDoubtful, "A line may or may not begin another mail.",
     "Look at the line: one mail may have been taken for two here, or two for one."},
    {kSarifWording, "A phrase of the wording was passed over.",
     "Findings on what that sentence says may be missing."},
    {kSarifInput, "Something about the input is to be known.", "The message says what."},
    {kSarifIncomplete, "Findings were left out of the report.",
     "Ask for less: --show, --min-confidence, --with, or fewer mailboxes a run."},
    {kSarifSuppression, "A suppression was not used, or has run out.",
     "Take it out of the file, or give it another date."},
};

void WriteText(std::string_view key, std::string_view text, JsonWriter& json) {
  json.Key(key);
  json.BeginObject(true);
  json.Member("text", SarifOwnText(text));
  json.EndObject();
}

// The document without its examples, which are whole mails.
void WriteHelp(const RuleInfo& rule, JsonWriter& json) {
  std::string text, markdown;
  for (const std::string_view title :
       {"What it does", "Why it matters", "What would make this wrong"}) {
    const std::string_view section = SectionOf(rule.document, title);
    text += fmt::format("{}:\n{}\n", title, PlainText(section));
    markdown += fmt::format("## {}\n\n{}\n\n", title, section);
  }
  text += fmt::format("'threadlint rule {}' shows examples.", rule.id);
  markdown += fmt::format("`threadlint rule {}` shows examples.\n", rule.id);
  json.Key("help");
  json.BeginObject(true);
  json.Member("text", SarifOwnText(text));
  json.Member("markdown", SarifOwnText(markdown));
  json.EndObject();
}

void WriteRule(const RuleInfo& rule, JsonWriter& json) {
  const FamilyRow& family = FamilyOf(rule);
  json.BeginObject();
  json.Member("id", rule.id);
  json.Member("name", rule.slug);
  WriteText("shortDescription", fmt::format("{}.", rule.summary), json);
  const std::string what = PlainText(SectionOf(rule.document, "What it does"));
  WriteText("fullDescription", FirstSentences(what, kLongestDescription), json);
  WriteHelp(rule, json);
  json.Key("defaultConfiguration");
  json.BeginObject(true);
  json.Member("level", Name(rule.severity));
  json.EndObject();
  json.Key("properties");
  json.BeginObject(true);
  json.Member("precision", family.precision);
  json.Member("problem.severity", ProblemSeverity(rule.severity));
  json.Key("tags");
  json.BeginArray(true);
  json.String("support-mail");
  json.String(family.tag);
  json.EndArray();
  json.EndObject();
  json.EndObject();
}

void WriteNotification(const NotificationRow& row, JsonWriter& json) {
  json.BeginObject(true);
  json.Member("id", row.id);
  WriteText("shortDescription", row.summary, json);
  WriteText("fullDescription", row.summary, json);
  WriteText("help", row.help, json);
  json.EndObject();
}

}  // namespace

void WriteSarifDriver(std::span<const RuleInfo* const> rules, JsonWriter& json) {
  json.Key("driver");
  json.BeginObject();
  json.Member("name", "threadlint");
  json.Member("version", kVersion);
  json.Member("semanticVersion", kVersion);
  WriteText("shortDescription", "Lint for support e-mail threads.", json);
  json.Key("rules");
  json.BeginArray();
  for (const RuleInfo* rule : rules) WriteRule(*rule, json);
  json.EndArray();
  json.Key("notifications");
  json.BeginArray();
  for (const NotificationRow& row : kNotifications) WriteNotification(row, json);
  json.EndArray();
  json.EndObject();
}

}  // namespace threadlint::report
