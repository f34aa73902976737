#include "mail/envelope_fields.h"

#include "util/ascii.h"

#include <array>
#include <cstddef>
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
    {"x-autoreply", kAutoReplyMark},
    {"x-autorespond", kAutoReplyMark},
    {"x-gmail-labels", kGmailLabels},
    {"x-gm-thrid", kGmailThread},
    {"thread-index", kThreadIndex},
    {"x-mozilla-status", kMozillaStatus},
    {"x-mozilla-status2", kMozillaStatus2},
};

constexpr size_t kLongest = 17;

// For each length and first letter the row to begin the search with; 0xFF: no row.
using Starts = std::array<std::array<uint8_t, 26>, kLongest + 1>;
constexpr Starts MakeStarts() {
  Starts starts{};
  for (auto& of_length : starts) of_length.fill(0xFF);
  for (size_t i = std::size(kRows); i-- > 0;)
    starts[kRows[i].name.size()][static_cast<size_t>(kRows[i].name[0] - 'a')] =
        static_cast<uint8_t>(i);
  return starts;
}
constexpr Starts kStarts = MakeStarts();

}  // namespace

EnvelopeField FindEnvelopeField(std::string_view name) {
  if (name.empty() || name.size() > kLongest) return kOther;
  char first = util::ToLower(name[0]);
  if (!util::IsLower(first)) return kOther;
  for (size_t i = kStarts[name.size()][static_cast<size_t>(first - 'a')]; i < std::size(kRows); ++i)
    if (util::EqualsIgnoreCase(kRows[i].name, name)) return kRows[i].field;
  return kOther;
}

}  // namespace threadlint::mail
