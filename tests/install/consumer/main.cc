#include <threadlint/lint.h>
#include <threadlint/version.h>

#include <cstdio>

// Lints the mail export named on the command line: links all of the library.
int main(int argc, char** argv) {
  threadlint::Options options;
  for (int i = 1; i < argc; ++i) options.paths.emplace_back(argv[i]);
  const threadlint::Report report = threadlint::Lint(options);
  std::printf("threadlint %s: %llu messages\n", threadlint::kVersion,
              static_cast<unsigned long long>(report.messages));
  return 0;
}
