// A report as a string.
#pragma once

#include "report/writers.h"

#include <threadlint/lint.h>

#include <string>
#include <string_view>

namespace threadlint::test {

class TextOutput : public report::Output {
 public:
  void Write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

inline std::string JsonOf(const Report& report) {
  TextOutput out;
  report::WriteJson(report, {}, out);
  return out.text;
}

}  // namespace threadlint::test
