#include "mail/mail_note.h"

#include <cstddef>
#include <iterator>

namespace threadlint::mail {
namespace {

using enum MailNote;

// In the order of the enumeration.
constexpr MailNoteText kTexts[] = {
    {kNoMessageId, "no-message-id", "This mail has no Message-ID, so no reply can name it."},
    {kSeveralMessageIds, "several-message-ids",
     "This mail carries more than one Message-ID; the first one was used."},
    {kOddMessageId, "odd-message-id",
     "The Message-ID of this mail is not written as the standard asks; it was read as well as "
     "possible."},
    {kNoDate, "no-date", "This mail has no Date."},
    {kUnreadableDate, "unreadable-date", "The Date of this mail cannot be read."},
    {kNoFrom, "no-from", "This mail does not say who sent it: it has no From address."},
    {kUnreadableAddress, "unreadable-address",
     "An address field of this mail holds something that is no mail address."},
    {kSeveralReplyTo, "several-reply-to", "This mail has more than one Reply-To field."},
    {kUnknownCharset, "unknown-charset",
     "This mail names a character set that is not known; its text was read as UTF-8 or Western "
     "European."},
    {kInvalidBytes, "invalid-bytes",
     "Some characters of this mail do not fit its character set; they are shown as U+FFFD."},
    {kBadHeaderLine, "bad-header-line",
     "The header of this mail has a line that is no header field."},
    {kHeaderTooLong, "header-too-long",
     "The header of this mail is longer than the limit; the rest of it was not read."},
    {kHeaderWithoutEnd, "header-without-end",
     "The header of this mail runs to its very end: the mail may be cut off."},
    {kTooManyParts, "too-many-parts",
     "This mail has more parts than the limit; the rest was not read."},
    {kTooDeep, "too-deep",
     "The parts of this mail are nested deeper than the limit; the inner ones were not read."},
    {kTooLarge, "too-large", "This mail is larger than the limit; its parts were not all read."},
    {kMissingBoundary, "missing-boundary",
     "The line that should separate or end the parts of this mail is missing: it may be cut off."},
    {kDamagedEncoding, "damaged-encoding",
     "A part of this mail is damaged: its transfer encoding has errors."},
    {kEncrypted, "encrypted", "This mail is encrypted; its text was not read."},
    {kTnef, "tnef",
     "This mail keeps its content in a winmail.dat file of Outlook, which was not read."},
    {kImageOnly, "image-only", "This mail shows its text as an image, which was not read."},
    {kTooMuchText, "too-much-text",
     "This mail has more text than the limit; what stands behind it was not read."},
};
static_assert(std::size(kTexts) == static_cast<size_t>(MailNote::kCount));

// Something that may matter was passed over.
constexpr MailNote kLimits[] = {kHeaderTooLong, kTooManyParts, kTooDeep, kTooLarge, kTooMuchText};

constexpr bool InOrder() {
  for (size_t i = 0; i < std::size(kTexts); ++i)
    if (static_cast<size_t>(kTexts[i].note) != i) return false;
  return true;
}
static_assert(InOrder());

}  // namespace

const MailNoteText& Describe(MailNote note) {
  static constexpr MailNoteText kNone = {MailNote::kCount, "unknown", "Unknown note."};
  auto index = static_cast<size_t>(note);
  return index < std::size(kTexts) ? kTexts[index] : kNone;
}

std::span<const MailNote> LimitNotes() { return kLimits; }

}  // namespace threadlint::mail
