#include "report/sarif_text.h"

#include "util/visible.h"

namespace threadlint::report {

std::string SarifText(std::string_view text) {
  std::string out = SarifOwnText(util::MakeVisible(text));
  // "[text](3)" and "[text](https://…)" are links also in plain messages, and there is no escape
  // for them outside of link texts.
  for (size_t at = 0; (at = out.find("](", at)) != std::string::npos;) out.insert(at + 1, " ");
  return out;
}

std::string SarifOwnText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '{' || c == '}') out += c;
    out += c;
  }
  return out;
}

}  // namespace threadlint::report
