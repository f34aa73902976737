#include "config/options.h"

#include "util/ascii.h"

namespace threadlint::config {
namespace {

constexpr uint16_t kReport = kCheck | kCases;
constexpr uint16_t kSigned = kReport | kCase | kCaseFile;
constexpr uint16_t kFinding = kCheck | kBaseline | kReply | kCaseFile | kStats;
constexpr uint16_t kFiltered =
    kReport | kCase | kBaseline | kReply | kStats;  // tokens are judged by the whole export

constexpr Option kOptions[] = {
    {"with", "", Kind::kList, "DOMAIN|ADDRESS", "", kFiltered, "Which cases",
     "Only cases with this correspondent; a domain covers what stands below it", kCommas | kCommon},
    {"since", "", Kind::kText, "DATE", "", kFiltered, "Which cases",
     "Only cases with a mail on or after this day (2024-05-03, or a time: 2024-05-03T14:00:00Z)",
     kCommon},
    {"until", "", Kind::kText, "DATE", "", kFiltered, "Which cases",
     "Only cases with a mail on or before this day", kCommon},
    {"all", "", Kind::kFlag, "", "", kFiltered, "Which cases",
     "Also cases without a help desk on one side", kCommon},
    {"join", "", Kind::kText, "strong|medium|weak", "medium", kFiltered | kCaseFile, "Which cases",
     "How strong a link must be to put segments into one case", 0,
     "Segments are what strong links alone make. See HOW CASES ARE MADE."},
    {"support-domain", "", Kind::kList, "DOMAIN", "", kReading, "Which cases",
     "Mail from this domain is the help desk's", kCommas},
    {"config", "", Kind::kText, "FILE", "", kReading, "Configuration",
     "Take this file for .threadlint.toml, which is looked for in the current directory and above",
     kNoKey | kPath | kNoFinding},
    {"no-config", "", Kind::kFlag, "", "", kReading, "Configuration",
     "Look for no .threadlint.toml", kNoKey | kNoFinding},
    {"wording", "", Kind::kList, "DIR", "", kFinding | kCase, "Configuration",
     "Read with the *.wording files of this directory too: what people ask, give and deny in; may "
     "be given several times",
     kPath},
    {"languages", "", Kind::kList, "LIST", "", kFinding | kCase, "Configuration",
     "Read mail in these languages: codes by comma, or all; without it those that are not "
     "experimental (threadlint wording list)",
     kCommas, "Mail in another language takes part in cases, but what it says is not read."},
    {"select", "", Kind::kList, "RULE", "", kFinding | kCase, "Rules",
     "Run these rules only: an id, a slug or a family (TL101, reply-token-changed, TL1)",
     kCommas | kCommon},
    {"severity", "", Kind::kList, "RULE=LEVEL", "", kFinding, "Rules",
     "Report what this rule or family finds as note, warning or error, or do not run it: off",
     kCommas | kTable,
     "May be given several times; a rule goes before a family. A finding that its rule made milder "
     "than usual stays so much milder."},
    {"ignore", "", Kind::kList, "RULE", "", kFinding, "Rules", "Do not run these rules", kCommas},
    {"show", "", Kind::kList, "SEVERITY|RULE", "warning", kCheck | kCaseFile, "Rules",
     "Report findings of this severity or worse, or of this rule: note, warning, error",
     kCommas | kCommon, "note shows all. What fails is shown in any event."},
    {"min-confidence", "", Kind::kText, "LEVEL|X", "medium", kCheck | kReply | kCaseFile | kStats,
     "Rules",
     "Report findings that are this sure, and fail on no others: low (all), medium, high, or a "
     "number from 0 to 1",
     kCommon, "See CONFIDENCE."},
    {"limit", "", Kind::kText, "N", "0", kCheck, "Rules",
     "Report this many findings at most, and count the others; 0: all", 0,
     "Those beyond it still count for the exit status."},
    {"baseline", "", Kind::kText, "FILE", "", kCheck, "Accepted before",
     "Mark the findings that stand in this file, which 'threadlint baseline write' made, and fail "
     "on no others but new and worse ones",
     kPath | kNoFinding | kCommon, "See WHAT WAS ACCEPTED BEFORE."},
    {"ignore-file", "", Kind::kList, "FILE", "", kFinding, "Accepted before",
     "Take this file for threadlint.ignore, which is looked for in the current directory and "
     "above; may be given several times",
     kPath | kNoFinding | kNoUndo},
    {"no-suppressions", "", Kind::kFlag, "", "", kFinding, "Accepted before",
     "Suppress nothing, whatever threadlint.ignore says", kNoFinding},
    {"today", "", Kind::kText, "DATE", "", kFinding, "Accepted before",
     "The day by which suppressions expire; without it SOURCE_DATE_EPOCH says it, or the clock",
     kNoFinding | kNoUndo},
    {"fail-on", "", Kind::kList, "SEVERITY|RULE", "error", kCheck, "Exit status",
     "Exit with 1 on findings of this severity or worse, or of this rule; never: on none",
     kCommas | kCommon},
    {"exit-zero", "", Kind::kFlag, "", "", kCheck, "Exit status",
     "Exit with 0 whatever was found; trouble with input or options is still told", kNoFinding},
    {"allow-partial", "", Kind::kFlag, "", "", kReading, "Exit status",
     "Do not exit with 3 when some input could not be read", kNoFinding},
    {"allow-empty", "", Kind::kFlag, "", "", kReading, "Exit status",
     "Do not exit with 4 when there is nothing to check", kNoFinding},
    {"paths-from", "", Kind::kList, "FILE", "", kReading, "Many mailboxes",
     "Read the paths of this file too, or of standard input (-): one a line, or with a NUL behind "
     "each, as find -print0 writes them",
     kNoKey | kNoVariable | kNoFinding},
    {"separate", "", Kind::kFlag, "", "", kReport | kStats, "Many mailboxes",
     "Take each PATH for an export of its own, as calls one by one would",
     kNoKey | kNoVariable | kNoFinding},
    {"skip-done", "", Kind::kText, "FILE", "", kReport, "Many mailboxes",
     "With --separate: note in this file what is done, and leave out what is done and has not "
     "changed since",
     kNoKey | kNoVariable | kNoFinding},
    {"output", "o", Kind::kList, "FORMAT[:PATH]", "text",
     kReport | kCase | kTokens | kReply | kStats, "Output",
     "Write the report in this format, to this file or to standard output; may be given several "
     "times",
     kOutputPath | kForCheck | kNoFinding | kCommon,
     "See FORMATS. A regular file is written whole or not at all."},
    {"directory", "o", Kind::kText, "DIR", "", kCaseFile, "Output",
     "Write the case file into this folder, which must be empty or not there yet",
     kNoKey | kNoVariable | kPath | kNoFinding | kCommon, "It is written whole or not at all."},
    {"replace", "", Kind::kFlag, "", "", kCaseFile, "Output",
     "Write it anew where the folder holds an earlier case file and nothing else",
     kNoKey | kNoVariable | kNoFinding | kCommon},
    {"agents", "", Kind::kFlag, "", "", kStats, "Output",
     "Also count by agent, under pseudonyms, in the order in which they come up",
     kNoKey | kNoVariable | kNoFinding | kCommon,
     "These are no measure of people: cases differ, and numbers are small."},
    {"evidence", "", Kind::kText, "quotes|references", "", kReport, "Output",
     "Quote the mails, or name them only; without it each format has its own way "
     "(threadlint-report)",
     kNoUndo | kNoFinding,
     "What is written for a log or a board names mails only; what is written for a reader quotes "
     "them."},
    {"redact", "", Kind::kFlag, "", "", kReading, "Output",
     "Put pseudonyms in place of names, addresses and numbers of people (Customer-1, order#A)",
     kNoFinding,
     "In every format, and on standard error. Names that stand in the text of a mail alone are "
     "found as well as can be; see REDACTION."},
    {"redact-key", "", Kind::kText, "FILE", "", kReading, "Output",
     "Redact, with pseudonyms that are the same in every report made with this file",
     kPath | kNoFinding, "The file holds a secret of at least 16 bytes."},
    {"hashes", "", Kind::kFlag, "", "", kReport, "Output",
     "Give the SHA-256 of every message (reads every mail whole)", kNoFinding},
    {"repro", "", Kind::kFlag, "", "", kCase, "Output",
     "Write a small mailbox without private mail that still shows the findings of the case, for a "
     "report of a bug",
     kNoKey | kNoVariable | kNoFinding | kCommon,
     "To standard output, in place of the case. See REPORTING A BUG WITHOUT PRIVATE MAIL."},
    {"dkim", "", Kind::kFlag, "", "", kReport | kCase, "Signatures",
     "Say of the mails that show a changed reply address whether Reply-To is signed, and by whom "
     "(DKIM)",
     kNoFinding,
     "Of 'case', of every mail of the case. No network is used: without --dkim-keys the body is "
     "checked, the header is not. See SIGNATURES."},
    {"dkim-keys", "", Kind::kList, "FILE", "", kSigned, "Signatures",
     "Check header signatures with the public keys that were saved in this file; may be given "
     "several times",
     kPath | kNoFinding, "Implies --dkim."},
    {"authserv-id", "", Kind::kList, "HOST", "", kSigned, "Signatures",
     "Tell what this mail host noted of signatures and senders when the mail came in "
     "(Authentication-Results); of no other host is it believed",
     kCommas,
     "Implies --dkim. A finding that rests on a mail of the desk whose sender it did not "
     "confirm says so, and is a warning at most."},
    {"quiet", "q", Kind::kFlag, "", "", kReading, "Output",
     "Findings only: no counts, no closing words, no progress", kNoFinding | kCommon},
    {"verbose", "v", Kind::kFlag, "", "", kReading, "Output",
     "Say on standard error which files of configuration and suppressions hold", kNoFinding},
    {"time", "", Kind::kFlag, "", "", kReading, "Output",
     "Say on standard error where the time went, stage by stage, and how much memory it took",
     kNoKey | kNoVariable | kNoFinding,
     "MB are millions of bytes. What a stage does on several workers has more seconds of CPU than "
     "on the clock. See SPEED."},
    {"color", "", Kind::kText, "auto|always|never", "auto", kReading | kRule, "Output",
     "Colour; auto follows the terminal, NO_COLOR and FORCE_COLOR", kNoFinding},
    {"man", "", Kind::kFlag, "", "", kRule, "Output",
     "Print the documents of all rules as a manual page (threadlint-rules.7)",
     kNoKey | kNoVariable | kNoFinding | kCommon},
    {"jobs", "j", Kind::kText, "N", "0", kReading, "Output",
     "Number of workers; 0 is one for each processor. The report is the same for any number",
     kNoFinding},
};

}  // namespace

std::span<const Option> Options() { return kOptions; }

const Option* FindOption(std::string_view name) {
  for (const Option& option : kOptions)
    if (option.name == name) return &option;
  return nullptr;
}

bool Takes(Command command, const Option& option) {
  return (option.commands & (command == kConfig ? kCheck : command)) != 0;
}

std::string VariableOf(const Option& option) {
  if (option.Is(kNoVariable)) return {};
  std::string out = "THREADLINT_";
  for (const char c : option.name)
    out += c == '-' ? '_' : util::IsLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::string NegationOf(const Option& option) {
  constexpr std::string_view kNo = "no-";
  if (option.Is(kNoKey) || option.Is(kNoUndo) || !option.fallback.empty()) return {};
  return option.name.starts_with(kNo) ? std::string(option.name.substr(kNo.size()))
                                      : std::string(kNo) + std::string(option.name);
}

std::vector<std::string> SplitCommas(std::string_view text) {
  std::vector<std::string> out;
  for (;;) {
    const size_t comma = text.find(',');
    const std::string_view item = util::Trim(text.substr(0, comma));
    if (!item.empty()) out.emplace_back(item);
    if (comma == std::string_view::npos) return out;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace threadlint::config
