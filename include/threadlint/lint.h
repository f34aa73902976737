// The library's entry: an export in, a report out.
#pragma once

#include <threadlint/case.h>
#include <threadlint/finding.h>
#include <threadlint/message.h>
#include <threadlint/report.h>
#include <threadlint/rule.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint {

struct Progress {
  std::string_view stage;
  uint64_t bytes_done = 0, bytes_total = 0;
};

// Where the time of a run went.
struct StageTime {
  std::string_view stage;
  uint64_t messages = 0, bytes = 0;  // read in it; 0 where it reads no mail
  double seconds = 0;                // on the clock
  double cpu_seconds = 0;            // of all threads of the process meanwhile
};

struct Options {
  std::vector<std::string> paths;       // "-" is standard input
  std::vector<std::string> with;        // domains or addresses: only cases with one of them
  std::optional<int64_t> since, until;  // seconds since 1970 UTC; a case with a mail in between
  std::vector<std::string> support_domains;  // of the help desk
  // Forms of tokens besides the built-in ones: rows of the catalogue, tab-separated (see
  // threadlint-tokens(5)).
  std::string token_schemes;
  // What the user says about tokens of a base address or family name; goes before all else.
  std::vector<std::pair<std::string, TokenRole>> token_roles;
  // Wording besides the built-in one: (name, text) of files as threadlint-wording(5) describes
  // them, UTF-8. Lint() throws std::invalid_argument, "name:line: what", for the first error.
  std::vector<std::pair<std::string, std::string>> wording;
  // Codes of the languages to read ("en"), or "all"; empty: those that are not experimental.
  std::vector<std::string> languages;
  Strength join = Strength::kMedium;        // links this strong make one case
  bool all = false;                         // also cases without a desk side
  bool find = true;                         // run the rules
  bool hashes = false;                      // SHA-256 of every message
  std::vector<std::string> select, ignore;  // rule ids, slugs or families ("TL1"); empty: all
  // "TL103=note", "TL1=off": how grave what a rule or a family finds is, and off where it is not
  // run; of those that fit a rule the last counts.
  std::vector<std::string> severity;
  // What is reported and what fails: severities ("warning": that or worse), rules, families, or
  // "never".
  std::vector<std::string> show = {"note"}, fail_on = {"error"};
  std::string min_confidence = "low";  // low, medium, high, or a number from 0 to 1
  // Files of suppressions: (name, text). Lint() throws std::invalid_argument, "name:line: what".
  std::vector<std::pair<std::string, std::string>> suppressions;
  std::optional<int64_t> today;  // days since 1970, for those that expire; without it none does
  // A baseline: (name, text). Throws likewise.
  std::optional<std::pair<std::string, std::string>> baseline;
  // DKIM signatures, judged without a network: of the mails that findings of family TL1 rest on
  // (without rules, those of the breaks), of exhibits, and of these.
  bool signatures = false;
  std::function<std::vector<MessageIndex>(const Report&)> signed_mails;
  // Public keys of domains that sign mail: (name, text) of files, threadlint(1) describes them.
  // Throws likewise.
  std::vector<std::pair<std::string, std::string>> dkim_keys;
  std::vector<std::string> authserv_ids;  // hosts whose Authentication-Results are believed
  uint64_t limit = 0;                     // report this many findings at most; 0: all
  // Pseudonyms in place of names, addresses and numbers of people, in all of the report.
  bool redact = false;
  // Redacted numbers, tokens and names look like what they stand for, so that rules still read
  // them.
  bool redact_in_shape = false;
  std::string redact_key;   // the same pseudonyms in every run with this key; empty: counted
  std::string config_hash;  // names the configuration in the report
  unsigned jobs = 0;        // workers; 0: one a core
  std::function<void(const Progress&)> progress;  // called from one thread, a few times a second
  std::function<void(const StageTime&)> stage;    // called by Lint()'s thread behind each stage
  const std::atomic<bool>* stop = nullptr;        // set: give up soon, Report::interrupted
  // Mails to show whole, asked for when the findings are known: Report::exhibits. Nothing is
  // redacted yet then.
  std::function<std::vector<MessageIndex>(const Report&)> exhibits;
  // Gets each of them as its writer's system had it, quoting of the mailbox undone: one at a time,
  // on any thread, in no certain order. Never called with `redact`.
  std::function<void(MessageIndex, std::string_view raw)> raw_mail;
};

// Throws std::invalid_argument for options that make no sense; trouble with input is in the report.
Report Lint(const Options& options);

// The same for many exports: what the options come to is made ready once.
class Linter {
 public:
  explicit Linter(Options options);  // throws as Lint() does
  ~Linter();
  Linter(const Linter&) = delete;
  Linter& operator=(const Linter&) = delete;

  // What Lint() gives for these paths and that number of workers. Thread-safe; Options::progress
  // is called from each thread.
  Report Run(std::vector<std::string> paths, unsigned jobs) const;

 private:
  struct Ready;
  Options options_;
  std::unique_ptr<const Ready> ready_;
};

// What a report of these options calls a message that mail calls "<id>": the same, or its
// pseudonym.
std::string NameInReport(const Options& options, std::string_view message_name);

}  // namespace threadlint
