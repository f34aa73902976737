#include "cli/commands.h"

#include "cli/run.h"

#include <algorithm>

namespace threadlint::cli {
namespace {

constexpr std::string_view kPaths =
    "Mailboxes, Maildirs, .eml files, archives or directories; - is standard input";

constexpr Command kCommands[] = {
    {config::kCheck, "check", "Report what broke the threads of an export (the main job)", "PATH",
     kPaths, false, RunCheck},
    {config::kCases, "cases", "List the cases of an export, with sides, tokens and links", "PATH",
     kPaths, false, RunCases},
    {config::kCase, "case", "Show one case: its timeline and why each mail is in it", "ID PATH",
     "Id of the case (or the Message-ID of one of its mails), then the paths", true, RunCase},
    {config::kReply, "reply", "Say where to answer to a case now, with a recap to paste", "ID PATH",
     "Id of the case (or the Message-ID of one of its mails), then the paths", true, RunReply},
    {config::kCaseFile, "file",
     "Write a case into a folder for an ombudsman: summary, chronology, exhibits", "ID PATH",
     "Id of the case (or the Message-ID of one of its mails), then the paths", true, RunFile},
    {config::kTokens, "tokens", "List the kinds of tokens of an export, and what each is taken for",
     "PATH", kPaths, false, RunTokens},
    {config::kStats, "stats", "Count cases by month, queue and rule, with what was found in them",
     "PATH", kPaths, false, RunStats},
    {config::kBaseline, "baseline", "Accept the findings of today: check then tells of new ones",
     "ACTION FILE PATH",
     "write FILE PATH... (all findings of these mailboxes go into FILE) or show FILE", false,
     RunBaseline, "write show"},
    {config::kRule, "rule", "Explain a rule, or list all", "RULE",
     "Id or slug, such as TL101, or a family, such as TL1; none lists all rules", false, RunRule},
    {config::kWording, "wording", "Check files of wording; show what is built in", "ACTION FILE",
     "check FILE... (reads files or directories and runs their examples), show [LANGUAGE], list or "
     "keywords",
     false, RunWording, "check show list keywords"},
    {config::kConfig, "config", "Show the options that hold for check, and who says so", "", "",
     false, RunConfig},
    {config::kCompletion, "completion", "Print what completes its command line in a shell", "SHELL",
     "bash, zsh or fish", true, RunCompletion},
};

}  // namespace

std::span<const Command> Commands() { return kCommands; }

const Command& CommandOf(config::Command bit) {
  return *std::ranges::find(kCommands, bit, &Command::bit);
}

}  // namespace threadlint::cli
