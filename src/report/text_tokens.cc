// The families of tokens for people, and the lines of configuration that overrule their roles.
#include "report/page.h"
#include "report/text_inputs.h"
#include "report/tokens.h"
#include "report/toml.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::report {
namespace {

std::string_view Meaning(TokenRole role) {
  switch (role) {
    case TokenRole::kCase:
      return "one for each case: a change is reported";
    case TokenRole::kComposite:
      return "a part of it is the case's: a change of that part is reported";
    case TokenRole::kRoot:
      return "an id that no mail has: the desk's name of a case";
    case TokenRole::kMessage:
      return "new in each mail: a change says nothing";
    case TokenRole::kRecipient:
      return "stands for a person, in whatever case";
    case TokenRole::kMailbox:
      return "names a queue, a folder or a program, not a case";
  }
  return {};
}

std::string_view Words(TokenBasis basis) {
  switch (basis) {
    case TokenBasis::kConfiguration:
      return "by configuration";
    case TokenBasis::kCatalogue:
      return "by the catalogue";
    case TokenBasis::kEstablished:
      return "established by this export";
    case TokenBasis::kAssumed:
      return "assumed";
  }
  return {};
}

// "7 tokens in 24 mails; unchanged in 6 threads; changed at 0 of 17 steps".
std::string EvidenceOf(const TokenFamily& f) {
  std::string out = fmt::format("{} in {}", Count(f.tokens, "token"), Count(f.messages, "mail"));
  if (f.from_catalogue) return out;  // nothing else was looked at
  if (f.steps == 0) {
    out += "; no thread has two mails of the desk with one";
  } else {
    out += fmt::format("; unchanged in {}; changed at {} of {}", Count(f.stable_threads, "thread"),
                       f.changes, Count(f.steps, "step"));
  }
  if (f.shared > 0) out += fmt::format("; {} with two people or more", Count(f.shared, "token"));
  if (f.wide > 0) out += fmt::format("; {} in three matters or more", Count(f.wide, "token"));
  return out;
}

void WriteFamily(const Report& report, const TokenSettings& settings, const TokenFamily& f,
                 Page& page) {
  page.Line();
  page.Line("  " + page.Color(Safe(report.mail[f.name]), Paint::kBold));
  const TokenBasis basis = BasisOf(report.mail, settings, f);
  page.Wrap(fmt::format("{}, {} ({})", Name(f.role), Words(basis), Safe(report.mail[f.scheme])), 4,
            basis == TokenBasis::kAssumed ? Paint::kYellow : Paint::kPlain);
  page.Wrap(EvidenceOf(f), 4);
  page.Wrap(fmt::format("for example {}", Safe(ExampleOf(report, f))), 4, Paint::kDim);
}

void WriteFamilies(const Report& report, const TokenSettings& settings,
                   const std::vector<const TokenFamily*>& families, Page& page) {
  const TokenFamily* last = nullptr;
  for (const TokenFamily* f : families) {
    const bool groups = GroupsMails(f->role);
    if (last == nullptr || GroupsMails(last->role) != groups) {
      page.Line();
      page.Wrap(groups ? "Groups mails into cases:" : "Groups nothing, and is not reported:", 0,
                Paint::kBold);
    }
    last = f;
    WriteFamily(report, settings, *f, page);
  }
}

void WriteLegend(const std::vector<const TokenFamily*>& families, Page& page) {
  page.Line();
  const TokenFamily* last = nullptr;
  for (const TokenFamily* f : families) {
    if (last == nullptr || last->role != f->role)
      page.Line(page.Color(fmt::format("{:<11}{}", Name(f->role), Meaning(f->role)), Paint::kDim));
    last = f;
  }
  const bool assumed =
      std::ranges::any_of(families, [](const TokenFamily* f) { return f->assumed; });
  const bool steps =
      std::ranges::any_of(families, [](const TokenFamily* f) { return f->steps > 0; });
  if (steps)
    page.Wrap("A step leads from one mail of the desk to its next one in the same thread.", 0,
              Paint::kDim);
  if (assumed)
    page.Wrap(
        "Assumed: this export holds too little to tell. Findings that rest on it are warnings "
        "at most.",
        0, Paint::kDim);
}

// Lines behind '#', broken at blanks.
void Comment(std::string_view text, Page& page) {
  constexpr size_t kMost = 76;
  std::string line = "#";
  while (!text.empty()) {
    const size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text = blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
    if (line.size() > 1 && line.size() + 1 + word.size() > kMost) {
      page.Line(line);
      line = "#";
    }
    line.append(" ").append(word);
  }
  page.Line(line);
}

// The table that overrules learned roles; the last of the report, from its first '#' on TOML.
void WriteToml(const Report& report, const TokenSettings& settings,
               const std::vector<const TokenFamily*>& families, Page& page) {
  if (report.redacted) return;  // nobody's mail has the pseudonyms
  const auto learned = [&](const TokenFamily* f) {
    const TokenBasis basis = BasisOf(report.mail, settings, *f);
    return basis == TokenBasis::kAssumed || basis == TokenBasis::kEstablished;
  };
  if (std::ranges::none_of(families, learned)) return;
  page.Line();
  const std::string file =
      settings.path.empty() ? std::string(".threadlint.toml") : Safe(settings.path);
  Comment(fmt::format("To overrule a role, put this {} {}, write the right one (case, message, "
                      "recipient or mailbox) and take away the '#'.",
                      settings.roles.empty() ? "into" : "in place of [tokens.roles] into", file),
          page);
  page.Line("[tokens.roles]");
  for (const auto& [name, role] : settings.roles)
    page.Line(fmt::format("{} = \"{}\"", TomlString(name), Name(role)));
  std::string_view last;
  for (const TokenFamily* f : families) {
    const std::string_view family = report.mail[f->name];
    if (!learned(f) || family == last) continue;
    last = family;
    const std::string name = TomlString(family);
    if (name.empty()) {
      Comment(fmt::format("{} is no UTF-8 and cannot be named", Safe(family)), page);
      continue;
    }
    page.Line(fmt::format("# {} = \"{}\"  # {}", name, Name(f->role),
                          Name(BasisOf(report.mail, settings, *f))));
  }
}

}  // namespace

void WriteTextTokens(const Report& report, const TokenSettings& settings,
                     const ReportOptions& options, Output& output) {
  Page page(options, output);
  if (!options.quiet) WriteInputs(report, page);
  const auto families = SortFamilies(report);
  WriteFamilies(report, settings, families, page);
  if (options.quiet) return;
  if (families.empty()) {
    page.Line();
    page.Wrap(fmt::format("No tokens in {}.", Count(report.messages, "message")), 0);
  } else {
    WriteLegend(families, page);
  }
  for (const auto& [name, role] : settings.roles)
    if (!IsSeen(report, name))
      page.Wrap(fmt::format("{} gives a role to {}, of which this export has no token.",
                            Safe(settings.path), Safe(name)),
                0, Paint::kYellow);
  WriteToml(report, settings, families, page);
}

}  // namespace threadlint::report
