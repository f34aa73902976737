// Lines that GitHub's runner reads on the output of a step.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace threadlint::report {

// "error" -> "::error file=a%2Cb,line=3,title=t::message". The runner undoes the escapes.
struct Annotation {
  std::string_view command;  // error, warning, notice
  std::string file;
  uint64_t line = 1;
  std::string title, message;
};
std::string CommandLine(const Annotation& annotation);

// A line of the log. It is no command whatever it holds: the runner takes "::" at the beginning of
// a line for one, and "##[" anywhere.
std::string LogLine(std::string_view text);

}  // namespace threadlint::report
