#include "mail/envelope.h"

#include "mail/address.h"
#include "mail/address_spec.h"
#include "mail/base64.h"
#include "mail/date.h"
#include "mail/encoded_word.h"
#include "mail/envelope_fields.h"
#include "mail/envelope_labels.h"
#include "mail/envelope_slots.h"
#include "mail/header_block.h"
#include "mail/message_id.h"
#include "mail/parameters.h"
#include "util/ascii.h"
#include "util/sha256.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <unordered_set>
#include <utility>

namespace threadlint::mail {
namespace {

// Keeps the first of equal strings and drops `own`; keeps the order.
void DropRepeats(std::vector<std::string>& ids, std::string_view own) {
  constexpr size_t kFew = 24;
  std::erase_if(ids, [own](const std::string& id) { return id.empty() || id == own; });
  if (ids.size() < 2) return;
  size_t kept = 1;
  if (ids.size() <= kFew) {
    for (size_t i = 1; i < ids.size(); ++i) {
      auto end = ids.begin() + static_cast<std::ptrdiff_t>(kept);
      if (std::find(ids.begin(), end, ids[i]) != end) continue;
      if (kept != i) ids[kept].swap(ids[i]);
      ++kept;
    }
    ids.resize(kept);
    return;
  }
  std::unordered_set<std::string> seen;
  std::erase_if(ids, [&seen](const std::string& id) { return !seen.insert(id).second; });
}

// One field after the other into an Envelope whose old content is overwritten in place.
class EnvelopeReader {
 public:
  explicit EnvelopeReader(Envelope& out)
      : out_(out),
        in_reply_to_(out.in_reply_to),
        references_(out.references),
        delivered_to_(out.delivered_to),
        desk_fields_(out.desk_fields),
        from_(out.from),
        sender_(out.sender),
        reply_to_(out.reply_to),
        to_(out.to),
        cc_(out.cc) {}

  void Read(const HeaderField& field) {
    EnvelopeField which = FindEnvelopeField(field.name);
    if (which == EnvelopeField::kOther) return ReadDeskField(field);
    std::string_view value = field.value;
    if (value.size() > kMaxField) {
      out_.notes.Add(MailNote::kHeaderTooLong);
      value = value.substr(0, kMaxField);
    }
    Dispatch(which, value);
  }

  void Finish() {
    in_reply_to_.Finish();
    references_.Finish();
    delivered_to_.Finish();
    desk_fields_.Finish();
    from_.Finish();
    sender_.Finish();
    reply_to_.Finish();
    to_.Finish();
    cc_.Finish();
    DropRepeats(out_.in_reply_to, out_.message_id);
    DropRepeats(out_.references, out_.message_id);
    DropRepeats(out_.delivered_to, {});
    if (out_.message_id.empty()) out_.notes.Add(MailNote::kNoMessageId);
    if (out_.from.empty()) out_.notes.Add(MailNote::kNoFrom);
    if (!out_.date.valid) out_.notes.Add(saw_date_ ? MailNote::kUnreadableDate : MailNote::kNoDate);
  }

 private:
  void Dispatch(EnvelopeField which, std::string_view value) {
    switch (which) {
      case EnvelopeField::kFrom:
        if (from_.used() == 0) ReadAddresses(value, from_, out_.notes);
        if (from_.used() == 0 && value.find("<>") != value.npos) out_.delivery_report = true;
        break;
      case EnvelopeField::kSender:
        if (sender_.used() == 0) ReadAddresses(value, sender_, out_.notes);
        break;
      case EnvelopeField::kReplyTo:
        if (saw_reply_to_) out_.notes.Add(MailNote::kSeveralReplyTo);
        saw_reply_to_ = true;
        ReadAddresses(value, reply_to_, out_.notes);
        break;
      case EnvelopeField::kTo:
        ReadAddresses(value, to_, out_.notes);
        break;
      case EnvelopeField::kCc:
        ReadAddresses(value, cc_, out_.notes);
        break;
      case EnvelopeField::kDelivered:
        ReadDelivered(value);
        break;
      case EnvelopeField::kReturnPath:
        ReadReturnPath(value);
        break;
      case EnvelopeField::kMessageId:
        ReadId(value);
        break;
      case EnvelopeField::kInReplyTo:
        ReadIds(value, in_reply_to_);
        break;
      case EnvelopeField::kReferences:
        ReadIds(value, references_);
        break;
      case EnvelopeField::kSubject:
        if (out_.subject.empty()) DecodeUnstructured(value, out_.subject, out_.notes);
        break;
      case EnvelopeField::kDate:
        saw_date_ = true;
        if (!out_.date.valid) out_.date = ParseDate(value);
        break;
      case EnvelopeField::kReceived:
        if (!out_.received.valid) out_.received = ParseReceivedDate(value);
        break;
      case EnvelopeField::kListId:
        ReadListId(value);
        break;
      case EnvelopeField::kAutoSubmitted:
        if (out_.auto_submitted.empty()) {
          value = util::Trim(value);
          value = value.substr(0, value.find_first_of(" \t\r\n;("));
          out_.auto_submitted = util::LowerAscii(DecodeRaw(value, out_.notes));
        }
        break;
      case EnvelopeField::kContentType:
        NoteUnreadableType(util::Trim(value));
        if (IsDeliveryReport(util::Trim(value))) out_.delivery_report = true;
        break;
      case EnvelopeField::kFailedRecipients:
        out_.delivery_report = true;
        break;
      case EnvelopeField::kAutoReplyMark:
        if (util::EqualsIgnoreCase(util::Trim(value), "yes")) out_.auto_submitted = "auto-replied";
        break;
      case EnvelopeField::kPrecedence:
        // Of its values "auto_reply" alone tells of a machine; "bulk" stands on mail of people too.
        value = util::Trim(value);
        if (util::EqualsIgnoreCase(value, "auto_reply")) out_.auto_submitted = "auto-replied";
        if (util::EqualsIgnoreCase(value, "bulk") || util::EqualsIgnoreCase(value, "junk"))
          out_.bulk = true;
        break;
      case EnvelopeField::kListUnsubscribe:
        out_.bulk = true;
        break;
      case EnvelopeField::kGmailLabels:
        ReadGmailLabels(value, out_);
        break;
      case EnvelopeField::kGmailThread:
        value = util::Trim(value);
        std::from_chars(value.data(), value.data() + value.size(), out_.provider_thread);
        break;
      case EnvelopeField::kThreadIndex:
        ReadThreadIndex(value);
        break;
      case EnvelopeField::kMozillaStatus:
        ReadMozillaStatus(value, out_);
        break;
      case EnvelopeField::kMozillaStatus2:
        ReadMozillaStatus2(value, out_);
        break;
      case EnvelopeField::kOther:
        break;
    }
  }

  // What the mail as a whole is, where that already says that its text cannot be read.
  void NoteUnreadableType(std::string_view type) {
    constexpr std::pair<std::string_view, MailNote> kUnreadable[] = {
        {"multipart/encrypted", MailNote::kEncrypted},
        {"application/pkcs7-mime", MailNote::kEncrypted},
        {"application/x-pkcs7-mime", MailNote::kEncrypted},
        {"application/ms-tnef", MailNote::kTnef},
        {"image/", MailNote::kImageOnly},
    };
    for (const auto& [prefix, note] : kUnreadable)
      if (util::StartsWithIgnoreCase(type, prefix)) out_.notes.Add(note);
  }

  // Old ones do not say what they report; what others report (abuse, that a mail was read) is
  // named.
  static bool IsDeliveryReport(std::string_view type) {
    if (util::StartsWithIgnoreCase(type, "message/delivery-status")) return true;
    if (!util::StartsWithIgnoreCase(type, "multipart/report")) return false;
    MailNotes unused;
    const ParameterizedValue read = ParseParameters(type, unused);
    const Parameter* const what = read.Find("report-type");
    return what == nullptr || util::EqualsIgnoreCase(what->value, "delivery-status");
  }

  // The second Message-ID of a mail is noted, if it differs.
  void ReadId(std::string_view value) {
    if (out_.message_id.empty()) return ReadMessageId(value, out_.message_id, out_.notes);
    std::string other;
    ReadMessageId(value, other, out_.notes);
    if (!other.empty() && other != out_.message_id) out_.notes.Add(MailNote::kSeveralMessageIds);
  }

  void ReadDelivered(std::string_view value) {
    value = util::Trim(value);
    if (SkipAddressBytes(value, 0) == value.size() && HasAt(value)) {
      delivered_to_.Next().assign(value);
      return;
    }
    MailNotes unused;  // "mailing list x@y" and other words are usual here
    for (Mailbox& mailbox : ParseAddresses(value, unused))
      delivered_to_.Next() = std::move(mailbox.address);
  }

  void ReadReturnPath(std::string_view value) {
    if (!out_.return_path.empty()) return;
    value = util::Trim(value);
    if (value.empty()) return;
    MailNotes unused;
    size_t open = value.find('<');
    if (open != std::string_view::npos) value = value.substr(open + 1);
    out_.return_path = CleanAddress(value.substr(0, value.find('>')), unused);
    if (out_.return_path.empty()) out_.return_path = "<>";
  }

  // Fields of help-desk software: most mails have none, and most fields are none.
  void ReadDeskField(const HeaderField& field) {
    out_.vendors |= VendorsOfHeader(field.name, field.value);
    constexpr size_t kMostFields = 16, kLongest = 256;
    if (!HoldsToken(field.name) || desk_fields_.used() == kMostFields) return;
    const std::string_view value = util::Trim(field.value);
    if (value.empty() || value.size() > kLongest) return;
    std::string& out = desk_fields_.Next();
    out = util::LowerAscii(field.name);
    out.append(": ").append(value);
  }

  // Its 22 first bytes are a conversation's, five more are added by each answer. Replies keep them;
  // some programs derive them from the subject, so they are a hint and no more.
  void ReadThreadIndex(std::string_view value) {
    constexpr size_t kConversation = 22;
    if (out_.provider_thread != 0) return;
    std::string bytes;
    DecodeBase64(value.substr(0, 512), bytes);
    if (bytes.size() < kConversation) return;
    bytes.resize(kConversation);
    // The same in every process: where copies differ in it, it says which of them counts.
    const util::Sha256Digest digest = util::Sha256Of(bytes);
    for (size_t i = 0; i < sizeof out_.provider_thread; ++i)
      out_.provider_thread = out_.provider_thread << 8 | digest[i];
    out_.provider_thread |= 1;
  }

  // RFC 2919: "Name of the list <list.id.example>".
  void ReadListId(std::string_view value) {
    if (!out_.list_id.empty()) return;
    size_t open = value.rfind('<');
    if (open != std::string_view::npos) value = value.substr(open + 1);
    value = value.substr(0, value.find('>'));
    DecodeUnstructured(value, out_.list_id, out_.notes);
    for (char& c : out_.list_id) c = util::ToLower(c);
  }

  Envelope& out_;
  Slots<std::string> in_reply_to_, references_, delivered_to_, desk_fields_;
  Slots<Mailbox> from_, sender_, reply_to_, to_, cc_;
  bool saw_reply_to_ = false;
  bool saw_date_ = false;
};

// All but the vectors, whose elements are overwritten in place.
void ClearValues(Envelope& out) {
  out.message_id.clear();
  out.return_path.clear();
  out.subject.clear();
  out.list_id.clear();
  out.auto_submitted.clear();
  out.date = out.received = {};
  out.draft = out.trash = out.spam = out.sent_label = false;
  out.bulk = false;
  out.delivery_report = false;
  out.vendors = 0;
  out.provider_thread = 0;
  out.notes = {};
}

}  // namespace

void Envelope::Clear() {
  ClearValues(*this);
  for (auto* ids : {&in_reply_to, &references, &delivered_to, &desk_fields}) ids->clear();
  for (auto* list : {&from, &sender, &reply_to, &to, &cc}) list->clear();
}

void ReadEnvelope(std::string_view header_block, Envelope& out) {
  ClearValues(out);
  if (header_block.size() > kMaxHeaderBlock) {
    out.notes.Add(MailNote::kHeaderTooLong);
    header_block = header_block.substr(0, kMaxHeaderBlock);
  }
  EnvelopeReader reader(out);
  FieldScanner scanner(header_block);
  HeaderField field;
  size_t fields = 0;
  while (scanner.Next(field)) {
    if (++fields > kMaxFields) {
      out.notes.Add(MailNote::kHeaderTooLong);
      break;
    }
    reader.Read(field);
  }
  reader.Finish();
  if (scanner.bad_lines() > 0) out.notes.Add(MailNote::kBadHeaderLine);
}

}  // namespace threadlint::mail
