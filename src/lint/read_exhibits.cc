#include "lint/read_exhibits.h"

#include "lint/exhibit_sayings.h"
#include "lint/read_headers.h"
#include "lint/sweep.h"
#include "mail/body.h"
#include "mail/date.h"
#include "mail/encoded_word.h"
#include "mail/header_block.h"
#include "mail/text.h"
#include "source/framing.h"
#include "util/ascii.h"
#include "util/md5.h"
#include "util/sha256.h"
#include "util/utf8.h"

#include <algorithm>
#include <mutex>

namespace threadlint {
namespace {

std::string_view NameOf(source::Quoting quoting) {
  switch (quoting) {
    case source::Quoting::kMboxo:
      return "mboxo";
    case source::Quoting::kMboxrd:
      return "mboxrd";
    case source::Quoting::kNone:
      break;
  }
  return "none";
}

std::optional<ExhibitTime> TimeOf(const mail::Timestamp& time) {
  if (!time.valid) return std::nullopt;
  return ExhibitTime{time.seconds, time.offset_minutes, time.has_zone};
}

void ReadFields(std::string_view header, Exhibit& out) {
  mail::HeaderBlock block;
  block.Parse(header);
  for (const mail::HeaderField& field : block.fields) {
    if (!out.sent && util::EqualsIgnoreCase(field.name, "Date"))
      out.sent = TimeOf(mail::ParseDate(field.value));
    if (!out.received && util::EqualsIgnoreCase(field.name, "Received"))
      out.received = TimeOf(mail::ParseReceivedDate(field.value));
    if (out.fields.size() == kMaxExhibitFields) {
      ++out.fields_left_out;
      continue;
    }
    mail::MailNotes ignored;  // the mail has its notes
    const std::string value = mail::Unfold(field.value);
    std::string text = mail::MayHaveEncodedWord(value) ? mail::DecodeWords(value, ignored)
                                                       : mail::DecodeRaw(value, ignored);
    if (text.size() > kMaxExhibitField)
      text = util::MakeValidUtf8(text.substr(0, kMaxExhibitField)) + " …";
    out.fields.push_back({util::MakeValidUtf8(std::string(field.name)), std::move(text)});
  }
}

// No text that is shown with the mail, no container, and no part of a mail that hangs on this one.
bool Hangs(const mail::Structure& structure, size_t index, int text_part) {
  const mail::Part& part = structure.parts[index];
  if (static_cast<int>(index) == text_part || part.type.starts_with("multipart/")) return false;
  for (int32_t up = part.parent; up >= 0; up = structure.parts[static_cast<size_t>(up)].parent)
    if (structure.parts[static_cast<size_t>(up)].type.starts_with("message/")) return false;
  return part.disposition == "attachment" || !part.file_name.empty() ||
         !part.type.starts_with("text/");
}

void ReadFiles(std::string_view raw, const mail::Structure& structure, int text_part,
               Exhibit& out) {
  for (size_t i = 0; i < structure.parts.size(); ++i) {
    if (!Hangs(structure, i, text_part)) continue;
    if (out.files.size() == kMaxExhibitFiles) {
      ++out.files_left_out;
      continue;
    }
    const mail::Part& part = structure.parts[i];
    mail::MailNotes ignored;
    const std::string bytes = mail::DecodeBody(raw, part, ignored);
    out.files.push_back({util::MakeValidUtf8(part.file_name), util::MakeValidUtf8(part.type),
                         bytes.size(), util::Hex(util::Sha256Of(bytes))});
  }
}

// Without the marks that only programs need, and cut at a line's end: what stands at the cut may be
// half a name.
void FinishText(Exhibit& out) {
  for (size_t at = 0; (at = out.text.find(mail::kSignatureEnd, at)) != std::string::npos;)
    out.text.erase(at, mail::kSignatureEnd.size());
  if (out.text.size() <= kMaxExhibitText) return;
  const size_t line = out.text.rfind('\n', kMaxExhibitText);
  out.text.resize(line == std::string::npos ? 0 : line + 1);
  out.text_cut = true;
}

Exhibit ReadExhibit(const Export& mail, MessageIndex i, std::string_view raw, Side side,
                    const ReadMessage& read) {
  const Message& m = mail.messages[i];
  Exhibit out;
  out.message = i;
  out.bytes = raw.size();
  out.sha256 = util::Hex(util::Sha256Of(raw));
  out.quoting = NameOf(static_cast<source::Quoting>(mail.files[m.file].quoting));
  if (m.message_id != 0) out.edrm_hash = util::Md5Hex("<" + std::string(mail[m.message_id]) + ">");
  ReadFields(raw.substr(0, m.header_length), out);
  const mail::Body body(raw);
  out.text = body.text();
  out.sayings = FindSayings(out.text, side, read);
  FinishText(out);
  ReadFiles(raw, body.structure(), body.text_part(), out);
  return out;
}

// By message.
std::vector<Side> SidesOf(const Report& report) {
  std::vector<Side> out(report.mail.messages.size(), Side::kUnknown);
  for (const CaseMessage& entry : report.set.messages) out[entry.message] = entry.side;
  return out;
}

}  // namespace

void ReadExhibits(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, std::span<const ReadMessage> read, Report& report) {
  if (!options.exhibits) return;
  std::vector<MessageIndex> wanted = options.exhibits(report);
  std::ranges::sort(wanted);
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  std::erase_if(wanted, [&](MessageIndex i) { return i >= report.mail.messages.size(); });
  const bool raw_mail = options.raw_mail && !options.redact;
  const std::vector<Side> sides = SidesOf(report);
  std::mutex one_at_a_time;
  SweepMails(
      options, report.mail, inventory, limits, wanted,
      [&](MessageIndex i, std::string_view raw, const std::string& error) {
        if (!error.empty()) {
          Exhibit out;
          out.message = i;
          out.trouble = error;
          return out;
        }
        Exhibit out =
            ReadExhibit(report.mail, i, raw, sides[i], i < read.size() ? read[i] : ReadMessage{});
        if (raw_mail) {
          // Here and not with what is kept: mails may be large.
          const std::lock_guard lock(one_at_a_time);
          options.raw_mail(i, raw);
        }
        return out;
      },
      [&](MessageIndex i, Exhibit&& exhibit) {
        if (!exhibit.trouble.empty()) {
          const Message& m = report.mail.messages[i];
          const MailFile& file = report.mail.files[m.file];
          AddNote({source::NoteKind::kChangedWhileRead, file.path, m.offset, true,
                   "the mail could not be read a second time: " + exhibit.trouble},
                  report.inputs[file.input]);
          report.incomplete = true;
        }
        report.sha256.try_emplace(i, exhibit.sha256);
        report.exhibits.push_back(std::move(exhibit));
      });
}

}  // namespace threadlint
