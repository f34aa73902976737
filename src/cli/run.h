// What the commands have in common: reading the export, and the words at the end.
#pragma once

#include "cli/arguments.h"
#include "cli/exit_status.h"
#include "cli/outcome.h"
#include "cli/report_file.h"
#include "report/report.h"

#include <threadlint/lint.h>

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::cli {

class ReportFile;

// From now on SIGINT ends no program, but sets what this points to.
const std::atomic<bool>* WatchInterrupt();

// With --verbose: the file and the hash of the configuration, on stderr.
void TellConfiguration(const Arguments& arguments, const Options& options);

// Runs the library with progress on a terminal and an end on SIGINT.
Report ReadExport(const Arguments& arguments, Options options);

// Options of the text writers for that descriptor.
report::ReportOptions TextOptions(const Arguments& arguments, int descriptor);

// One --output.
struct OutputPlace {
  const report::Format* format = nullptr;
  std::string path;                // empty: standard output
  std::vector<std::string> paths;  // what it comes to; with --separate it may be one an export
  config::Origin origin;
};
// Reads --output, --evidence and --color. Throws config::ValueError, also where the command has no
// report of such a format.
std::vector<OutputPlace> ReadOutputs(const Arguments& arguments);
// No report is written over the input or another one. Throws config::ValueError.
void CheckPlaces(const std::vector<OutputPlace>& places, const std::vector<std::string>& inputs);
// Options of the writer at that place.
report::ReportOptions OptionsFor(const Arguments& arguments, const OutputPlace& place,
                                 int descriptor);

// One report, as that place wants it. Returns how it was written.
report::ReportOptions WriteReport(const Arguments& arguments, const OutputPlace& place,
                                  int descriptor, const Report& report, bool findings,
                                  report::Output& output);

// Writes the report to every --output. Errors are printed; false if there was one.
bool WriteReports(const Arguments& arguments, const Report& report, bool findings);

// The same with another writer: it is called for each --output.
using OutputWriter = std::function<void(const OutputPlace&, ReportFile&)>;
bool WriteOutputs(const Arguments& arguments, const OutputWriter& write);

// Both before any work is done: whether --output, --evidence and --color can be understood, and
// whether the command can write one report of these inputs there. Throw config::ValueError.
void CheckWriting(const config::Values& values);
void CheckOutputs(const Arguments& arguments, const std::vector<std::string>& inputs);

// The status that the state of the input demands, and why on stderr; kClean if it is all right.
ExitStatus InputStatus(const Arguments& arguments, const Report& report);
// Says on stderr what there is to say of it; gives its status.
ExitStatus Conclude(const Outcome& outcome);

// Finishes what was written: `status` if all of it arrived, else why not on stderr and kIncomplete.
int Close(ReportFile& file, int status = kClean);

// As it is; a failure to write is no error.
void WriteToStderr(std::string_view text);

// One line on stderr: "threadlint: …".
void Complain(std::string_view text);

// What the reports of a command are made of.
report::Content ContentOf(config::Command command);

int RunBaseline(const Arguments& arguments);
int RunCheck(const Arguments& arguments);
int RunCases(const Arguments& arguments);
int RunCase(const Arguments& arguments);
int RunReply(const Arguments& arguments);
int RunFile(const Arguments& arguments);
int RunRule(const Arguments& arguments);
int RunStats(const Arguments& arguments);
int RunTokens(const Arguments& arguments);
int RunWording(const Arguments& arguments);
int RunConfig(const Arguments& arguments);
int RunCompletion(const Arguments& arguments);

}  // namespace threadlint::cli
