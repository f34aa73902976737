#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/effective.h"
#include "cli/run.h"

#include <csignal>
#include <new>
#include <stdexcept>
#include <system_error>

int main(int argc, char** argv) {
  using namespace threadlint;
  // A reader that goes away is an error of write(), not an end without a word.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    int status = cli::kUsage;
    auto arguments = cli::ReadArguments(argc, argv, status);
    if (!arguments) return status;
    cli::AddLayers(*arguments);
    return cli::CommandOf(arguments->command).run(*arguments);
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
