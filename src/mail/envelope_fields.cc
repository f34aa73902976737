#include "mail/envelope_fields.h"

#include "util/ascii.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace threadlint::mail {
namespace {

using enum EnvelopeField;

struct Row {
  std::string_view name;
  EnvelopeField field;
};

constexpr Row kRows[] = {
    {"from", kFrom},
    {"sender", kSender},
    {"reply-to", kReplyTo},
    {"to", kTo},
    {"cc", kCc},
    {"delivered-to", kDelivered},
    {"envelope-to", kDelivered},
    {"x-envelope-to", kDelivered},
    {"x-original-to", kDelivered},
    {"apparently-to", kDelivered},
    {"return-path", kReturnPath},
    {"message-id", kMessageId},
    {"in-reply-to", kInReplyTo},
    {"references", kReferences},
    {"subject", kSubject},
    {"date", kDate},
    {"received", kReceived},
    {"list-id", kListId},
    {"auto-submitted", kAutoSubmitted},
    {"content-type", kContentType},
    {"precedence", kPrecedence},
    {"list-unsubscribe", kListUnsubscribe},
    {"x-failed-recipients", kFailedRecipients},
    {"x-autoreply", kAutoReplyMark},
    {"x-autorespond", kAutoReplyMark},
    {"x-gmail-labels", kGmailLabels},
    {"x-gm-thrid", kGmailThread},
    {"thread-index", kThreadIndex},
    {"x-mozilla-status", kMozillaStatus},
    {"x-mozilla-status2", kMozillaStatus2},
};

constexpr size_t kLongest = 19;
constexpr size_t kLetters = 26;

constexpr size_t LetterOf(std::string_view name) {
  return static_cast<size_t>(util::ToLower(name[0]) - 'a');
}

// Rows by length and first letter, which leave one or two: for each pair the first, for each row
// the next. UINT8_MAX: none.
struct Chains {
  std::array<std::array<uint8_t, kLetters>, kLongest + 1> first;
  std::array<uint8_t, std::size(kRows)> next;
};
constexpr Chains kChains = [] {
  Chains chains{};
  for (auto& of_length : chains.first) of_length.fill(UINT8_MAX);
  for (size_t i = std::size(kRows); i-- > 0;) {
    uint8_t& first = chains.first[kRows[i].name.size()][LetterOf(kRows[i].name)];
    chains.next[i] = first;
    first = static_cast<uint8_t>(i);
  }
  return chains;
}();

}  // namespace

EnvelopeField FindEnvelopeField(std::string_view name) {
  if (name.empty() || name.size() > kLongest || !util::IsAlpha(name[0])) return kOther;
  for (size_t i = kChains.first[name.size()][LetterOf(name)]; i != UINT8_MAX; i = kChains.next[i])
    if (util::EqualsIgnoreCase(kRows[i].name, name)) return kRows[i].field;
  return kOther;
}

}  // namespace threadlint::mail
