#include "report/report.h"
#include "report/tokens.h"
#include "report/writers.h"

namespace threadlint::report {
namespace {

constexpr Format kFormats[] = {
    {"text", "sentences for people", true, true, true, WriteText, WriteTextTokens},
    {"json", "the whole report, version 1 (schema: threadlint-report.v1.schema.json)", false, true,
     true, WriteJson, WriteJsonTokens},
};

}  // namespace

std::span<const Format> Formats() { return kFormats; }

const Format* FindFormat(std::string_view name) {
  for (const Format& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

bool Holds(const Format& format, Content content) {
  switch (content) {
    case Content::kFindings:
      return true;
    case Content::kCases:
      return format.cases;
    case Content::kTokens:
      return format.write_tokens != nullptr;
  }
  return false;
}

}  // namespace threadlint::report
