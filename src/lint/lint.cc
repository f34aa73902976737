#include "cases/build.h"
#include "facts/language.h"
#include "lint/compare_mails.h"
#include "lint/counterparts.h"
#include "lint/coverage.h"
#include "lint/read_bodies.h"
#include "lint/read_evidence.h"
#include "lint/read_exhibits.h"
#include "lint/read_facts.h"
#include "lint/read_headers.h"
#include "lint/read_policy.h"
#include "lint/read_signatures.h"
#include "lint/run_rules.h"
#include "lint/select_cases.h"
#include "lint/stage_clock.h"
#include "mail/mail_note.h"
#include "source/inventory.h"
#include "util/ordered_pool.h"
#include "verdict/redact.h"
#include "verdict/verdict.h"

#include <threadlint/lint.h>

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace threadlint {
namespace {

std::vector<InputReport> StartInputs(const source::Inventory& inventory) {
  std::vector<InputReport> out;
  for (const source::Input& input : inventory.inputs) {
    InputReport& report = out.emplace_back();
    report.path = input.path;
    report.format = input.format;
    report.skipped_files = input.skipped_files;
    for (const source::Note& note : input.notes) AddNote(note, report);
  }
  return out;
}

// Of a mail that is beyond a limit or no mail at all, which may hold what is missing; else empty.
std::string_view WhyUnread(const Message& m) {
  if (m.unreadable) return "no mail header could be made out here";
  for (const mail::MailNote limit : mail::LimitNotes())
    if (mail::MailNotes(m.notes).Has(limit)) return mail::Describe(limit).text;
  return {};
}

void AddUnreadableMessages(Report& report) {
  for (MessageIndex i = 0; i < report.mail.messages.size(); ++i) {
    const Message& m = report.mail.messages[i];
    const std::string_view what = WhyUnread(m);
    if (what.empty()) continue;
    const MailFile& file = report.mail.files[m.file];
    InputReport& input = report.inputs[file.input];
    input.notes.push_back(
        {InputNoteKind::kUnreadable, file.path, m.offset, true, 0, std::string(what), i});
    if (input.state == InputState::kOk) input.state = InputState::kPartial;
  }
}

void NoteChangedFiles(const source::Inventory& inventory, Report& report) {
  for (const source::Unit& unit : inventory.units)
    if (const auto note = source::ChangedSince(unit)) {
      AddNote(*note, report.inputs[unit.input]);
      report.incomplete = true;
    }
}

void Count(Report& report) {
  for (const Message& m : report.mail.messages) {
    InputReport& input = report.inputs[report.mail.files[m.file].input];
    ++report.messages;
    if (m.copy_of != kNoMessage) {
      ++report.copies;
      ++input.copies;
    } else if (m.left_out != LeftOutReason::kNo) {
      ++report.left_out;
      ++input.left_out;
    } else if (m.date_source != DateSource::kNone) {
      report.now = std::max(report.now.value_or(m.date), m.date);
    }
  }
  for (InputReport& input : report.inputs) {
    if (input.messages == 0 && input.state == InputState::kOk) input.state = InputState::kEmpty;
    if (input.messages > 0 && input.state == InputState::kUnreadable)
      input.state = InputState::kPartial;
    report.incomplete |= input.state == InputState::kPartial ||
                         input.state == InputState::kUnreadable ||
                         input.state == InputState::kNotMail;
  }
}

// The built-in rows and the user's; null if he has none.
std::unique_ptr<mail::TokenCatalogue> MakeCatalogue(const Options& options) {
  if (options.token_schemes.empty()) return nullptr;
  // The user's first: of two that claim a token he is right.
  std::vector<mail::TokenScheme> schemes = mail::ReadTokenSchemes(options.token_schemes);
  const auto built_in = mail::TokenCatalogue::BuiltIn().Schemes();
  schemes.insert(schemes.end(), built_in.begin(), built_in.end());
  return std::make_unique<mail::TokenCatalogue>(std::move(schemes));
}

// The wording to read with; null if it is what is built in.
std::unique_ptr<facts::Languages> MakeLanguages(const Options& options) {
  if (options.wording.empty() && options.languages.empty()) return nullptr;
  return std::make_unique<facts::Languages>(options.wording, options.languages);
}

// `said` gets what mails say of which it is likely that it will be asked.
CaseSet FindCases(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, const mail::TokenCatalogue& catalogue,
                  const FactReader& facts, Report& report, std::vector<Said>& said,
                  StageClock& clock) {
  cases::CaseOptions case_options;
  case_options.support_domains = options.support_domains;
  case_options.join = options.join;
  case_options.token_roles = options.token_roles;
  case_options.catalogue = &catalogue;
  case_options.workers = util::WorkerCount(options.jobs);
  cases::CaseBuilder builder(report.mail, case_options);
  clock.End("find help desks");
  // Where some cases alone are shown, nobody knows yet which mails they have.
  const bool all = options.with.empty() && !options.since && !options.until;
  Bodies bodies =
      ReadBodies(options, inventory, limits, report.mail, builder.Bodies(),
                 options.find && all ? builder.Conversed() : std::vector<MessageIndex>(), catalogue,
                 facts, report.inputs);
  clock.End("read bodies", report.mail, builder.Bodies());
  said = std::move(bodies.said);
  return builder.Build(bodies.links);
}

uint64_t BytesOf(const std::vector<InputReport>& inputs) {
  uint64_t bytes = 0;
  for (const InputReport& input : inputs) bytes += input.bytes;
  return bytes;
}

// Sentences in which a pattern took too long were read without it.
void NoteGivenUp(uint64_t given_up, Report& report) {
  if (given_up == 0 || report.inputs.empty()) return;
  InputReport& input = report.inputs.front();
  InputNote note;
  note.kind = InputNoteKind::kWording;
  note.path = input.path;
  note.text = fmt::format(
      "{} a phrase of the wording took too long on a sentence and was passed over there: findings "
      "may be missing",
      given_up == 1 ? std::string("once") : fmt::format("{} times", given_up));
  input.notes.push_back(std::move(note));
}

}  // namespace

std::string_view Name(InputState state) {
  switch (state) {
    case InputState::kOk:
      return "ok";
    case InputState::kPartial:
      return "partial";
    case InputState::kUnreadable:
      return "unreadable";
    case InputState::kNotMail:
      return "not-mail";
    case InputState::kEmpty:
      return "empty";
  }
  return "unreadable";
}

std::string NameInReport(const Options& options, std::string_view message_name) {
  return options.redact ? verdict::RedactedName(options.redact_key, message_name)
                        : std::string(message_name);
}

// What the options come to, made ready once for all exports.
struct Linter::Ready {
  // All of these may throw.
  explicit Ready(const Options& options)
      : selection(options),
        policy(ReadPolicy(options)),
        keys(ReadKeys(options)),
        own_catalogue(MakeCatalogue(options)),
        own_languages(MakeLanguages(options)) {}

  RuleSelection selection;
  verdict::Policy policy;
  mail::DkimKeys keys;
  std::unique_ptr<const mail::TokenCatalogue> own_catalogue;
  std::unique_ptr<const facts::Languages> own_languages;
};

Linter::Linter(Options options)
    : options_(std::move(options)), ready_(std::make_unique<const Ready>(options_)) {}
Linter::~Linter() = default;

Report Lint(const Options& options) { return Linter(options).Run(options.paths, options.jobs); }

Report Linter::Run(std::vector<std::string> paths, unsigned jobs) const {
  Options options = options_;
  options.paths = std::move(paths);
  options.jobs = jobs;
  verdict::Policy policy = ready_->policy;  // what redaction looks for is each export's own
  const mail::TokenCatalogue& catalogue =
      ready_->own_catalogue != nullptr ? *ready_->own_catalogue : mail::TokenCatalogue::BuiltIn();
  const source::Limits limits;
  Report report;
  report.config_hash = options.config_hash;
  StageClock clock(options);

  // Which files hold mail?
  const source::Inventory inventory = source::TakeInventory(options.paths, limits);
  report.inputs = StartInputs(inventory);
  clock.End("find files");

  // Pass 1: headers.
  report.interrupted = !ReadHeaders(options, inventory, limits, report.mail, report.inputs);
  clock.End("read headers", report.mail.messages.size(), BytesOf(report.inputs));
  if (report.interrupted) {
    verdict::Redact(policy.redaction, report);
    return report;
  }

  // Barrier 1: which mails are one, and which belong together.
  CompareMails(options, inventory, limits, report.mail, report.sha256, report.inputs);
  clock.End("compare copies");
  const facts::Languages& languages =
      ready_->own_languages != nullptr ? *ready_->own_languages : facts::Languages::BuiltIn();
  const FactReader facts(options, report.mail, languages);
  std::vector<Said> said;
  report.set = FindCases(options, inventory, limits, catalogue, facts, report, said, clock);
  report.shown = SelectCases(options, report.mail, report.set, report.hidden_cases);
  report.coverage = FindCoverage(report.mail, report.set);
  if (options.with.empty() || report.shown.empty())
    report.counterparts = FindCounterparts(report.mail, report.set);
  clock.End("build cases");

  // Pass 2 and barrier 2: what is said, and the rules.
  Readings readings;
  if (options.find) {
    readings = ReadFacts(options, inventory, limits, facts, report, std::move(said));
    clock.End("read more bodies", report.mail, readings.late);
  }
  AddUnreadableMessages(report);
  Count(report);
  if (options.find) {
    NoteGivenUp(readings.given_up, report);
    policy.redaction.signers = readings.signers;
    report.rules = ready_->selection.Rules();
    report.findings = RunRules(options, report, readings.by_message, &languages.topics());
    verdict::RunSteps(verdict::StepsBeforeEvidence(), policy, report);
    clock.End("run rules");
  }

  if (!options.exhibits) readings = {};  // of all that is kept these are the most
  // Evidence is read for what is reported.
  ReadEvidence(options, inventory, limits, report);
  ReadExhibits(options, inventory, limits, readings.by_message, report);
  ReadSignaturesOfMails(options, ready_->keys, inventory, limits, report);
  NoteChangedFiles(inventory, report);
  clock.End("read evidence");
  // Behind all that puts anything into the report: the last of these steps redacts it.
  verdict::RunSteps(verdict::StepsAfterEvidence(), policy, report);
  clock.End("redact, number");
  report.interrupted = options.stop != nullptr && options.stop->load();
  return report;
}

}  // namespace threadlint
