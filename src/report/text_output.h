// What a writer writes, as a string.
#pragma once

#include "report/report.h"

#include <string>
#include <string_view>

namespace threadlint::report {

class TextOutput : public Output {
 public:
  void Write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

}  // namespace threadlint::report
