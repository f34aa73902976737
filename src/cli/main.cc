#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/effective.h"
#include "cli/run.h"
#include "util/crypto_settings.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <new>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace {

// The number of a standard stream that came closed would be given to the next file that is opened,
// and a report be written into that. What is opened here instead can be neither read nor written,
// as a closed one.
void HoldStandardStreams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF)
      (void)open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace threadlint;
  HoldStandardStreams();
  // A reader that goes away is an error of write(), not an end without a word.
  std::signal(SIGPIPE, SIG_IGN);
  cli::TimeTable times;
  try {
    util::ReadNoCryptoSettings();
    int status = cli::kUsage;
    auto arguments = cli::ReadArguments(argc, argv, status);
    if (!arguments) return status;
    cli::AddLayers(*arguments);
    if (arguments->values.Flag("time")) arguments->times = &times;
    status = cli::CommandOf(arguments->command).run(*arguments);
    if (arguments->times != nullptr)
      cli::WriteToStderr(times.Describe(util::RunTime::Now(), util::PeakMemory()));
    return status;
  } catch (const std::invalid_argument& error) {
    cli::Complain(error.what());
    return cli::kUsage;
  } catch (const std::bad_alloc&) {
    cli::Complain("out of memory");
    return cli::kIncomplete;
  } catch (const std::length_error& error) {
    cli::Complain(error.what());
    return cli::kIncomplete;
  } catch (const std::system_error& error) {
    cli::Complain(error.what());
    return cli::kIncomplete;
  }
}
