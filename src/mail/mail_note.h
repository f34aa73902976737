// What was odd about one mail: a set of flags, so that it costs a message eight bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace threadlint::mail {

// Values are bit numbers; the table in mail_note.cc gives each its sentence.
enum class MailNote : uint8_t {
  kNoMessageId,
  kSeveralMessageIds,
  kOddMessageId,  // brackets missing, blanks or encoded words inside
  kNoDate,
  kUnreadableDate,
  kNoFrom,
  kUnreadableAddress,
  kSeveralReplyTo,
  kUnknownCharset,  // a charset label nobody knows: a fallback was used
  kInvalidBytes,    // bytes that the stated charset does not allow
  kBadHeaderLine,
  kHeaderTooLong,     // beyond kMaxHeaderBlock, kMaxFields or kMaxField: the rest was not read
  kHeaderWithoutEnd,  // the header block runs to the end of the mail
  kTooManyParts,
  kTooDeep,
  kTooLarge,
  kMissingBoundary,  // multipart without a usable boundary or without its closing delimiter
  kDamagedEncoding,  // base64 or quoted-printable that does not decode cleanly
  kEncrypted,
  kTnef,  // winmail.dat
  kImageOnly,
  kTooMuchText,  // of one mail: what stands behind was not read
  kCount
};

// Machine name ("no-message-id") and a sentence for people.
struct MailNoteText {
  MailNote note;
  std::string_view name;
  std::string_view text;
};
const MailNoteText& Describe(MailNote note);

// Those that tell of a limit: the mail was not read whole.
std::span<const MailNote> LimitNotes();

class MailNotes {
 public:
  MailNotes() = default;
  explicit MailNotes(uint64_t bits) : bits_(bits) {}  // of bits()
  void Add(MailNote note) { bits_ |= uint64_t{1} << static_cast<unsigned>(note); }
  bool Has(MailNote note) const { return (bits_ >> static_cast<unsigned>(note) & 1) != 0; }
  bool Empty() const { return bits_ == 0; }
  void Merge(MailNotes other) { bits_ |= other.bits_; }
  uint64_t bits() const { return bits_; }

 private:
  uint64_t bits_ = 0;
};

}  // namespace threadlint::mail
