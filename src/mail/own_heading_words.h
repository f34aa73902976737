// The words that headings of quotations are known by, in many languages; folded by FoldText.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace threadlint::mail {

enum class Field : uint8_t { kFrom = 1, kDate = 2, kTo = 4, kSubject = 8, kOther = 16 };
struct FieldName {
  std::string_view name;
  Field field;
};

std::span<const std::string_view> WroteWords();       // "wrote", "schrieb"
std::span<const std::string_view> OriginalWords();    // "original message"
std::span<const std::string_view> ForwardedWords();   // "forwarded message"
std::span<const std::string_view> CopyHeadings();     // "here is a copy of your message"
std::span<const std::string_view> ForwardHeadings();  // "begin forwarded message"
std::span<const std::string_view> AnswerPlaces();     // "above this line"
std::span<const std::string_view> AnswerWords();      // "reply", "antwort"
std::span<const std::string_view> UpdatedWords();     // "has been updated"
std::span<const FieldName> HeadingFields();           // "from", "gesendet"

}  // namespace threadlint::mail
