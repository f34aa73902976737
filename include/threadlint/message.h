// The messages of one export, small enough to hold millions: strings stand once in a pool, bodies
// stay in the files.
#pragma once

#include <threadlint/string_pool.h>

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint {

using MessageIndex = uint32_t;  // into Export::messages
inline constexpr MessageIndex kNoMessage = UINT32_MAX;

// Where a message's time comes from: what the writer's machine said, the newest trace header, or
// the mbox separator line.
enum class DateSource : uint8_t { kNone, kDate, kReceived, kSeparator };

// What a token in a mail is good for: `case` is stable for a case; of `composite` only a part is;
// `message` is new in each mail by design; `recipient` and `mailbox` span cases; `root` is a
// reference nobody ever sent, a case's name.
enum class TokenRole : uint8_t { kCase, kComposite, kMessage, kRecipient, kMailbox, kRoot };

// Why a message is counted but takes no part.
enum class LeftOutReason : uint8_t { kNo, kDraft, kTrash, kSpam };

// One mail (RFC 5322). Address and id lists stand in Export::lists, one behind the other in the
// order of the counts below.
struct Message {
  uint64_t offset = 0;           // of its first byte in the decoded stream of its file
  uint64_t length = 0;           // bytes in the file, mbox quoting included
  uint64_t notes = 0;            // mail notes, a set of bits (see NoteNames)
  uint64_t provider_thread = 0;  // X-GM-THRID, or a hash of Thread-Index's first part; 0: neither
  uint64_t vendors = 0;          // help-desk software that shows in the header (mail/desk_signs.h)
  int64_t date = 0;              // credible time, seconds since 1970 UTC
  int64_t date_header = 0;  // what Date: says, where date_source is not kDate and it says something
  uint32_t file = 0;        // into Export::files
  uint32_t header_length = 0;  // bytes of the header block
  StringId message_id = 0;     // without brackets; 0 if the mail has none
  StringId identity = 0;   // what reports call it if that is not "<message_id>", see MessageName()
  StringId lasting = 0;    // its name in every export if that is not message_id, see MessageKey()
  StringId subject = 0;    // decoded
  StringId from = 0;       // address of the author
  StringId from_name = 0;  // display name, decoded
  uint32_t list_begin = 0;
  uint32_t in_reply_to = 0;           // ids
  uint32_t references = 0;            // ids
  uint32_t reply_to = 0;              // addresses
  uint32_t to = 0;                    // addresses of To
  uint32_t cc = 0;                    // addresses of Cc
  uint32_t delivered_to = 0;          // addresses of Delivered-To and its kin
  int16_t zone_minutes = 0;           // of the writer, east of UTC
  uint16_t desk_fields = 0;           // fields that hold tokens: "rt-ticket: example.com #12"
  MessageIndex copy_of = kNoMessage;  // the first of its copies; kNoMessage if it is no copy
  DateSource date_source = DateSource::kNone;
  LeftOutReason left_out = LeftOutReason::kNo;
  bool dates_disagree : 1 = false;  // Date and Received differ by more than a day
  bool id_collides : 1 = false;     // another mail with other content has the same Message-ID
  bool resent : 1 = false;          // id_collides, but only the dates differ
  bool auto_replied : 1 = false;    // Auto-Submitted: auto-replied, vacation and the like
  bool auto_generated : 1 = false;
  bool from_list : 1 = false;   // List-Id stands on it
  bool bulk : 1 = false;        // List-Unsubscribe, or Precedence: bulk or junk
  bool bounce : 1 = false;      // a delivery report, empty Return-Path or a mailer daemon
  bool truncated : 1 = false;   // the file stops inside it
  bool unreadable : 1 = false;  // no mail header could be made out, or a limit was reached
};
// There may be millions of them.
static_assert(sizeof(Message) == 128);

// What a host that the user believes noted when the mail came in: is it from the domain that its
// From names?
struct SenderCheck {
  MessageIndex message = kNoMessage;
  bool confirmed = false;
  std::string host;
  std::string noted;  // "dmarc=fail, dkim=pass for mailer.example"; empty: nothing of that kind
};

struct MailFile {
  std::string path;     // as shown
  uint32_t input = 0;   // into Report::inputs
  uint32_t unit = 0;    // physical file it stands in
  uint32_t member = 0;  // ordinal among the mail files of that unit
  uint8_t quoting = 0;  // how ">From " is undone (source::Quoting)
};

struct Export {
  StringPool strings;
  std::vector<MailFile> files;
  std::vector<Message> messages;  // in file order
  std::vector<StringId> lists;
  // (address, display name) as To, Cc and Reply-To have them, where they are asked for.
  std::set<std::pair<StringId, StringId>> names;
  bool keeps_names = false;                // they are
  std::vector<SenderCheck> sender_checks;  // by message; of those that such a host noted on

  std::string_view operator[](StringId id) const { return strings[id]; }
  std::span<const StringId> InReplyTo(const Message& m) const {
    return Part(m.list_begin, m.in_reply_to);
  }
  std::span<const StringId> References(const Message& m) const {
    return Part(m.list_begin + m.in_reply_to, m.references);
  }
  std::span<const StringId> ReplyTo(const Message& m) const {
    return Part(m.list_begin + m.in_reply_to + m.references, m.reply_to);
  }
  // To, Cc and Delivered-To together.
  std::span<const StringId> Recipients(const Message& m) const {
    return Part(m.list_begin + m.in_reply_to + m.references + m.reply_to,
                m.to + m.cc + m.delivered_to);
  }
  // Fields of help-desk software that hold tokens, "name: value", the name in lower case.
  std::span<const StringId> DeskFields(const Message& m) const {
    return Part(
        m.list_begin + m.in_reply_to + m.references + m.reply_to + m.to + m.cc + m.delivered_to,
        m.desk_fields);
  }

 private:
  std::span<const StringId> Part(uint32_t begin, uint32_t count) const {
    return std::span(lists).subspan(begin, count);
  }
};

// What a message is called: "<id>", "sha256:<hex of the raw mail>" without one, "<id>#<12 hex>"
// where several different mails have one id.
std::string MessageName(const Export& mail, const Message& message);

// What names it in every export, whatever form the mail is kept in: its id without brackets. Mails
// without one are named by what they say, and so are the later of several that have one id.
inline std::string_view MessageKey(const Export& mail, const Message& message) {
  return mail[message.lasting != 0 ? message.lasting : message.message_id];
}

// Machine names of what was odd about the mail ("unreadable-date"), in a fixed order.
std::vector<std::string_view> NoteNames(const Message& message);

}  // namespace threadlint
