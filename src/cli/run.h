// What the commands have in common: reading the export, and the words at the end.
#pragma once

#include "cli/arguments.h"
#include "cli/exit_status.h"
#include "report/report.h"

#include <threadlint/lint.h>

#include <functional>
#include <string>
#include <string_view>

namespace threadlint::cli {

// Runs the library with progress on a terminal and an end on SIGINT.
Report ReadExport(const Arguments& arguments, Options options);

// Options of the text writers for that descriptor.
report::ReportOptions TextOptions(const Arguments& arguments, int descriptor);

// Writes the report to every --output. Errors are printed; false if there was one.
bool WriteReports(const Arguments& arguments, const Report& report, bool findings);

// The same with another writer: it is called for each --output.
using OutputWriter =
    std::function<void(const report::Format&, const report::ReportOptions&, report::Output&)>;
bool WriteOutputs(const Arguments& arguments, const OutputWriter& write);

// Checks --output, --evidence and --color before any work is done, CheckOutputs also whether the
// command can write to these places. Throw config::ValueError.
void CheckWriting(const config::Values& values);
void CheckOutputs(const Arguments& arguments);

// The status that the state of the input demands, and why on stderr; kClean if it is all right.
ExitStatus InputStatus(const Arguments& arguments, const Report& report);

// One line on stderr: "threadlint: …".
void Complain(std::string_view text);

// What the reports of a command are made of.
report::Content ContentOf(config::Command command);

int RunBaseline(const Arguments& arguments);
int RunCheck(const Arguments& arguments);
int RunCases(const Arguments& arguments);
int RunCase(const Arguments& arguments);
int RunRule(const Arguments& arguments);
int RunTokens(const Arguments& arguments);
int RunWording(const Arguments& arguments);
int RunConfig(const Arguments& arguments);
int RunCompletion(const Arguments& arguments);

}  // namespace threadlint::cli
