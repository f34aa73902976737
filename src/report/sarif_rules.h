// What a SARIF report says of the tool: its rules, and the notifications it can give.
#pragma once

#include "report/json_writer.h"

#include <threadlint/rule.h>

#include <span>
#include <string_view>

namespace threadlint::report {

// The member "driver" of a run's "tool". Severities are called as SARIF's levels are.
void WriteSarifDriver(std::span<const RuleInfo* const> rules, JsonWriter& json);

// Descriptors of notifications.
inline constexpr std::string_view kSarifTruncated = "truncated-mailbox";
inline constexpr std::string_view kSarifUnreadable = "unreadable-input";
inline constexpr std::string_view kSarifDoubtful = "doubtful-boundary";
inline constexpr std::string_view kSarifWording = "wording";
inline constexpr std::string_view kSarifInput = "input-note";
inline constexpr std::string_view kSarifIncomplete = "incomplete-report";
inline constexpr std::string_view kSarifSuppression = "suppression-without-use";

}  // namespace threadlint::report
