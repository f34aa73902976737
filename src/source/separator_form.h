// The shape of a "From " line: who wrote the mailbox shows in it, so lines of one shape belong
// together and a line of another shape is text that somebody forwarded or wrote.
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::source {

// What stands between "From " and the date.
enum class Envelope : uint8_t {
  kNone,       // nothing: "From " alone, or straight the date
  kDash,       // "-": Mozilla
  kMboxrdAtZ,  // "mboxrd@z": public-inbox
  kGmail,      // digits "@xxx": Gmail Takeout
  kAddress,    // one word with an @
  kAt,         // "user at example.com": Mailman's archives
  kDaemon,     // "MAILER-DAEMON": stands in for an empty sender in any mailbox
  kHash,       // 40 or 64 hexadecimal digits: git
  kWord,       // one other word: a local user, UUCP path
  kWords,      // several words
};

enum class DateForm : uint8_t {
  kNone,
  kCtime,         // Tue Jan 14 12:00:00 2003
  kCtimeMinutes,  // Tue Jan 14 12:00 2003
  kEpoch,         // Thu Jan  1 00:00:00 1970, public-inbox's stand-in
  kGit,           // Mon Sep 17 00:00:00 2001, git's stand-in
  kRfc5322,       // Tue, 14 Jan 2003 12:00:00
  kIso,           // 2003-01-14T12:00:00Z, also with a blank for the T
  kLoose,         // a clock time and a year in some other order
};

enum class ZoneForm : uint8_t {
  kNone,
  kNumericBeforeYear,
  kNamedBeforeYear,
  kNumericAfterYear,
  kNamedAfterYear,
};

struct SeparatorForm {
  Envelope envelope = Envelope::kNone;
  DateForm date = DateForm::kNone;
  ZoneForm zone = ZoneForm::kNone;
  bool remote_from = false;  // "remote from host" at the end
  bool two_blanks = false;   // before the date: sendmail, Mailman
  bool crlf = false;

  // One number a form; equal numbers are equal forms.
  uint16_t Pack() const;
  static SeparatorForm Unpack(uint16_t number);
};

// `line` begins with "From" and a blank, or is "From"; its line end may be there. Time is bounded:
// a line of more than 24 words has no date.
SeparatorForm ParseSeparator(std::string_view line);

// Can a line of this form start a message at all, given a mail header behind it?
bool CouldSeparate(const SeparatorForm& form);

}  // namespace threadlint::source
