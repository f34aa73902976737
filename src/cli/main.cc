#include "cli/arguments.h"
#include "cli/run.h"

#include <csignal>
#include <new>
#include <stdexcept>
#include <system_error>

namespace {

int Run(const threadlint::cli::Arguments& arguments) {
  using namespace threadlint;
  switch (arguments.command) {
    case config::kCheck:
      return cli::RunCheck(arguments);
    case config::kCases:
      return cli::RunCases(arguments);
    case config::kCase:
      return cli::RunCase(arguments);
    case config::kRule:
      return cli::RunRule(arguments);
    case config::kTokens:
      return cli::RunTokens(arguments);
    case config::kWording:
      return cli::RunWording(arguments);
  }
  return cli::kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace threadlint;
  // A reader that goes away is an error of write(), not an end without a word.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    int status = cli::kUsage;
    const auto arguments = cli::ReadArguments(argc, argv, status);
    return arguments ? Run(*arguments) : status;
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
