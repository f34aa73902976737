// What pass 1 reads of a message: the header fields that tie it to others, decoded.
#pragma once

#include "mail/address_mailbox.h"
#include "mail/desk_signs.h"
#include "mail/mail_note.h"
#include "mail/timestamp.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// Everything a header block says that cases are built from. Strings are UTF-8; ids are bare
// (without angle brackets), as written otherwise, folding taken out. Reused from mail to mail.
struct Envelope {
  std::string message_id;                // empty if the mail has none
  std::vector<std::string> in_reply_to;  // ids, in order, each once; never the mail's own
  std::vector<std::string> references;   // the same of References
  std::vector<Mailbox> from, sender, reply_to, to, cc;
  std::vector<std::string> delivered_to;  // Delivered-To, Envelope-To, X-Envelope-To,
                                          // X-Original-To, Apparently-To: addresses
  std::string return_path;                // "<>" if empty, "" if absent
  std::string subject;                    // decoded, unfolded, trimmed
  Timestamp date;                         // Date:
  Timestamp received;                     // newest (first) Received that has a readable date
  std::string list_id;                    // between the angle brackets, lower case
  // First word of Auto-Submitted (RFC 3834), lower case; empty if absent. "auto-replied" also for
  // Precedence: auto_reply and X-Autoreply: yes.
  std::string auto_submitted;
  // X-Gmail-Labels in the languages of Gmail, X-Mozilla-Status(2). X-Spam-Flag and X-Spam-Status
  // are not read: they hold the guess of a filter, often somebody else's, on a mail that was kept.
  bool draft = false, trash = false, spam = false;
  bool sent_label = false;  // X-Gmail-Labels: Sent
  // X-GM-THRID; without it a hash of the first 22 bytes of Thread-Index ([MS-OXOMSG] 2.2.1.3), odd,
  // so that the two do not meet. 0 if neither stands there.
  uint64_t provider_thread = 0;
  // A report of a mail system (RFC 3464), X-Failed-Recipients, or "<>" for an author.
  bool delivery_report = false;
  bool bulk = false;                     // List-Unsubscribe, or Precedence: bulk or junk
  VendorSet vendors = 0;                 // of help-desk software that shows in the header fields
  std::vector<std::string> desk_fields;  // "rt-ticket: example.com #12", name in lower case
  MailNotes notes;

  void Clear();
};

// Reads the block (RFC 5322 header section, folding kept). Never fails; what it could not read is
// in `notes`. Of a field that stands twice: From, Sender, Subject, Date, Message-ID the first that
// can be read; all of To, Cc, Reply-To, References, In-Reply-To and the delivery fields.
void ReadEnvelope(std::string_view header_block, Envelope& out);

}  // namespace threadlint::mail
