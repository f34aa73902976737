// Which header fields pass 1 reads.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::mail {

enum class EnvelopeField : uint8_t {
  kOther,
  kFrom,
  kSender,
  kReplyTo,
  kTo,
  kCc,
  kDelivered,  // Delivered-To and its kin
  kReturnPath,
  kMessageId,
  kInReplyTo,
  kReferences,
  kSubject,
  kDate,
  kReceived,
  kListId,
  kAutoSubmitted,
  kContentType,
  kAutoReplyMark,  // X-Autoreply, X-Autorespond
  kFailedRecipients,
  kPrecedence,
  kListUnsubscribe,
  kGmailLabels,
  kGmailThread,
  kThreadIndex,
  kMozillaStatus,
  kMozillaStatus2
};

// By name, in any case. Most fields of a mail are kOther: told by length and first letter alone.
EnvelopeField FindEnvelopeField(std::string_view name);

}  // namespace threadlint::mail
