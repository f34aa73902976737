// What desks, programs, lists and gateways put around the text of a mail.
#pragma once

#include "mail/own_text.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace threadlint::mail {

struct Boilerplate {
  // kDisclaimer, kFooter, or kOwn if neither.
  LineVoice voice = LineVoice::kOwn;
  // It has the cues, whatever it speaks of first: its end may be boilerplate.
  bool held = false;
};
// What a paragraph below a mail is. `folded` by FoldText, its lines joined with blanks. Found by
// cues of a table that weigh together, never by one word; a paragraph in which somebody says "I" is
// none.
Boilerplate FindBoilerplate(std::string_view folded);

// "Sent from my phone", "Get Outlook for iOS", in a folded line: signatures that programs add.
bool IsDeviceSignature(std::string_view folded);

// Lines at the beginning of `folded` that are a gateway's warning of an external sender; 0 if
// there is none.
size_t GatewayBannerLines(std::span<const std::string_view> folded);

enum class CueKind : uint8_t { kDisclaimer, kFooter, kBanner };
struct Cue {
  CueKind kind;
  uint8_t weight;  // 3 decides alone
  std::string_view words;
};
std::span<const Cue> Cues();

// "sent from", "gesendet von"; and what mail is sent from.
std::span<const std::string_view> SentWords();
std::span<const std::string_view> DeviceWords();

}  // namespace threadlint::mail
