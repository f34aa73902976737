// What pass 1 reads of a message: the header fields that tie it to others, decoded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mail/mail_note.h"

namespace threadlint::mail {

// An RFC 5322 mailbox. Addresses are kept as written (a token may be case-sensitive) apart from
// comments and folding white space, which are taken out.
struct Mailbox {
  std::string name;     // display name, decoded to UTF-8; empty if none
  std::string address;  // local-part@domain; never empty; may lack '@' in broken mail
};

// A point in time as a header states it.
struct Timestamp {
  int64_t seconds = 0;        // since 1970-01-01T00:00:00Z; negative before
  int16_t offset_minutes = 0; // zone east of UTC
  bool has_zone = false;      // "-0000", no zone and unknown zone names: false, offset 0
  bool valid = false;
};

// Everything a header block says that cases are built from. Strings are UTF-8; ids are bare
// (without angle brackets), as written otherwise, folding taken out. Reused from mail to mail.
struct Envelope {
  std::string message_id;                 // empty if the mail has none
  std::vector<std::string> in_reply_to;   // ids, in order, each once
  std::vector<std::string> references;    // ids, in order, each once (References and, in old mail,
                                          // nothing else)
  std::vector<Mailbox> from, sender, reply_to, to, cc;
  std::vector<std::string> delivered_to;  // Delivered-To, Envelope-To, X-Envelope-To,
                                          // X-Original-To, Apparently-To: addresses
  std::string return_path;                // "<>" if empty, "" if absent
  std::string subject;                    // decoded, unfolded, trimmed
  Timestamp date;                         // Date:
  Timestamp received;                     // newest (first) Received that has a readable date
  std::string list_id;                    // between the angle brackets, lower case
  std::string auto_submitted;             // first word, lower case; empty if absent
  bool draft = false, trash = false, spam = false;  // X-Gmail-Labels, X-Mozilla-Status, X-Spam…
  bool sent_label = false;                // X-Gmail-Labels: Sent
  uint64_t gmail_thread = 0;              // X-GM-THRID, 0 if absent
  MailNotes notes;

  void Clear();
};

// Reads the block. Never fails; what it could not read is in `notes`.
void ReadEnvelope(std::string_view header_block, Envelope& out);

}  // namespace threadlint::mail
