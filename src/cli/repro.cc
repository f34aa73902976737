#include "cli/repro.h"

#include "cli/find_case.h"
#include "cli/report_file.h"
#include "cli/run.h"
#include "lint/repro.h"
#include "util/count.h"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace threadlint::cli {
namespace {

void Tell(const Repro& repro) {
  Complain(fmt::format(
      "{}, where the case has {}; {} of {} findings show in them; {}. Read it before you send it.",
      util::Count(repro.mails, "mail"), repro.mails_of_case, repro.findings - repro.lost.size(),
      repro.findings,
      repro.whole_mails == 0 ? std::string("of their text only what findings quote can be read")
                             : fmt::format("the text of {} can be read whole, with pseudonyms",
                                           util::Count(repro.whole_mails, "mail"))));
  for (const std::string& lost : repro.lost) Complain(fmt::format("does not show: {}", lost));
}

}  // namespace

int WriteRepro(const Arguments& arguments, Options options) {
  std::error_code ignored;
  for (const std::string& path : options.paths)
    if (path == "-" || std::filesystem::is_fifo(path, ignored))
      throw std::invalid_argument(
          fmt::format("--repro: {} can be read only once; save the mail to a file first",
                      path == "-" ? std::string("standard input") : path));
  options.stop = WatchInterrupt();
  std::string error;
  const Repro repro = MakeRepro(options, [&](const Report& report) {
    return FindCase(options, report, arguments.positional.front(), error);
  });
  if (repro.interrupted) return kInterrupted;
  if (!repro.found) {
    Complain(error);
    return kUsage;
  }
  ReportFile file("");
  file.Write(repro.mbox);
  if (const int status = Close(file); status != kClean) return status;
  Tell(repro);
  return repro.lost.empty() ? kClean : kFindings;
}

}  // namespace threadlint::cli
