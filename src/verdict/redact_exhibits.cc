#include "verdict/redact_exhibits.h"

#include "util/ascii.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace threadlint::verdict {
namespace {

// What people read, and TextMask::Header() knows to mask.
constexpr std::string_view kShown[] = {
    "From",          "Sender",        "Reply-To",          "To",         "Cc",
    "Bcc",           "Date",          "Subject",           "Message-ID", "In-Reply-To",
    "References",    "Received",      "Return-Path",       "Resent-To",  "Resent-From",
    "Delivered-To",  "Resent-Cc",     "Envelope-To",       "Errors-To",  "Resent-Date",
    "X-Envelope-To", "X-Original-To", "Resent-Message-ID",
};

bool IsShown(std::string_view name) {
  return std::ranges::any_of(
      kShown, [&](std::string_view shown) { return util::EqualsIgnoreCase(shown, name); });
}

std::string FieldOf(const ExhibitField& field) { return field.name + ": " + field.value; }

}  // namespace

void LearnFrom(const Exhibit& exhibit, std::span<const NameIndex> here, TextMask& texts) {
  for (const ExhibitField& field : exhibit.fields)
    if (IsShown(field.name)) texts.Header(FieldOf(field), here);
  texts.Whole(exhibit.text, here);
  for (const ExhibitFile& file : exhibit.files) texts.FileName(file.name);
}

void RedactExhibit(std::span<const NameIndex> here, TextMask& texts, Exhibit& exhibit) {
  TextMask::Tally tally;
  texts.Count(&tally);
  std::vector<ExhibitField> kept;
  for (const ExhibitField& field : exhibit.fields) {
    if (!IsShown(field.name)) {
      ++exhibit.fields_left_out;
      continue;
    }
    const std::string masked = texts.Header(FieldOf(field), here);
    const size_t colon = masked.find(':');
    kept.push_back(
        {field.name, std::string(util::Trim(masked.substr(std::min(colon + 1, masked.size()))))});
  }
  exhibit.fields = std::move(kept);
  exhibit.text = texts.Whole(exhibit.text, here);
  for (ExhibitFile& file : exhibit.files) {
    file.name = texts.FileName(file.name);
    file.type = texts.Free(file.type, here);
    file.sha256.clear();
  }
  texts.Count(nullptr);
  for (const auto& [kind, count] : tally) exhibit.masked.push_back({kind, count});
  for (ExhibitSaying& saying : exhibit.sayings) saying.text = texts.Free(saying.text, here);
  exhibit.edrm_hash.clear();  // of the id that is masked
  // Names files.
  if (!exhibit.trouble.empty()) exhibit.trouble = "the mail could not be read a second time";
}

}  // namespace threadlint::verdict
