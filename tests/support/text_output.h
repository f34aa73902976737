// A report as a string.
#pragma once

#include "report/text_output.h"
#include "report/writers.h"

#include <threadlint/lint.h>

#include <string>
#include <string_view>

namespace threadlint::test {

using report::TextOutput;

inline std::string JsonOf(const Report& report) {
  TextOutput out;
  report::WriteJson(report, {}, out);
  return out.text;
}

}  // namespace threadlint::test
