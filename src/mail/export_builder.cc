#include "mail/export_builder.h"

#include "mail/mail_note.h"
#include "util/ascii.h"
#include "util/civil_time.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace threadlint {

std::string MessageName(const Export& mail, const Message& m) {
  if (m.identity != 0) return std::string(mail[m.identity]);
  std::string name = "<";
  name.append(mail[m.message_id]).append(">");
  return name;
}

std::vector<std::string_view> NoteNames(const Message& m) {
  std::vector<std::string_view> out;
  for (unsigned bit = 0; bit < static_cast<unsigned>(mail::MailNote::kCount); ++bit)
    if ((m.notes >> bit & 1) != 0)
      out.push_back(mail::Describe(static_cast<mail::MailNote>(bit)).name);
  return out;
}

}  // namespace threadlint

namespace threadlint::mail {
namespace {

constexpr int64_t kDay = util::kSecondsPerDay;
// Before 1980 there was next to no Internet mail; after 2100 it is a broken clock.
constexpr int64_t kEarliest = 315'532'800;
constexpr int64_t kLatest = 4'102'444'800;

bool Plausible(const Timestamp& t) {
  return t.valid && t.seconds >= kEarliest && t.seconds < kLatest;
}

uint32_t AddIds(Export& into, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) into.lists.push_back(into.strings.Intern(id));
  return static_cast<uint32_t>(ids.size());
}

uint32_t AddAddresses(Export& into, const std::vector<Mailbox>& boxes) {
  for (const Mailbox& box : boxes) {
    const StringId address = into.strings.Intern(box.address);
    into.lists.push_back(address);
    if (into.keeps_names && !box.name.empty())
      into.names.emplace(address, into.strings.Intern(box.name));
  }
  return static_cast<uint32_t>(boxes.size());
}

bool IsDaemon(std::string_view address) {
  return util::EqualsIgnoreCase(address, "mailer-daemon") ||
         util::StartsWithIgnoreCase(address, "mailer-daemon@") ||
         util::StartsWithIgnoreCase(address, "postmaster@");
}

uint32_t ListLength(const Message& m) {
  return m.in_reply_to + m.references + m.reply_to + m.to + m.cc + m.delivered_to + m.desk_fields;
}

}  // namespace

bool NeedsSeparatorDate(const Envelope& envelope) {
  return !Plausible(envelope.date) && !Plausible(envelope.received);
}

CredibleDate ChooseDate(const Timestamp& date, const Timestamp& received,
                        const Timestamp& separator) {
  CredibleDate out;
  const auto take = [&out](const Timestamp& t, DateSource source) {
    out.seconds = t.seconds;
    out.zone_minutes = t.offset_minutes;
    out.source = source;
  };
  const bool both = date.valid && received.valid;
  out.disagree =
      both && (date.seconds > received.seconds + kDay || date.seconds < received.seconds - kDay);
  if (Plausible(date) && (!out.disagree || !Plausible(received))) {
    take(date, DateSource::kDate);
  } else if (Plausible(received)) {
    take(received, DateSource::kReceived);
    if (date.valid) out.zone_minutes = date.offset_minutes;  // the writer's zone is still his
  } else if (Plausible(separator)) {
    take(separator, DateSource::kSeparator);
  } else if (date.valid) {
    take(date, DateSource::kDate);
  }
  return out;
}

// The list's own address: its identifier (RFC 2919) with a '.' as '@', or one of its domain that
// the mail was sent to.
bool IsListAddress(const Envelope& e, std::string_view address) {
  const size_t at = address.find('@');
  const std::string_view id = e.list_id;
  if (at != std::string_view::npos && id.size() == address.size() && id[at] == '.' &&
      util::EqualsIgnoreCase(id.substr(0, at), address.substr(0, at)) &&
      util::EqualsIgnoreCase(id.substr(at + 1), address.substr(at + 1)))
    return true;
  if (at == std::string_view::npos || !util::EndsWithIgnoreCase(id, address.substr(at + 1)))
    return false;
  const auto is = [&](const Mailbox& m) { return util::EqualsIgnoreCase(m.address, address); };
  return std::ranges::any_of(e.to, is) || std::ranges::any_of(e.cc, is);
}

// Who wrote it. Lists that put their own address into From, for the sake of DMARC, leave the
// author's in Reply-To.
const Mailbox* AuthorOf(const Envelope& e) {
  if (e.from.empty()) return e.sender.empty() ? nullptr : e.sender.data();
  const Mailbox& from = e.from.front();
  if (e.list_id.empty() || !IsListAddress(e, from.address)) return &from;
  for (const Mailbox& m : e.reply_to)
    if (!IsListAddress(e, m.address)) return &m;
  return &from;
}

// "Ada Verne via users" without the list's part.
std::string_view AuthorName(const Envelope& e, const Mailbox& author) {
  if (!author.name.empty() || e.from.empty()) return author.name;
  const std::string_view name = e.from.front().name;
  return name.substr(0, name.rfind(" via "));
}

void AddMessage(Export& into, const Envelope& e, const Timestamp& separator_date) {
  Message m;
  m.message_id = into.strings.Intern(e.message_id);
  m.subject = into.strings.Intern(e.subject);
  const Mailbox* author = AuthorOf(e);
  if (author != nullptr) {
    m.from = into.strings.Intern(author->address);
    m.from_name = into.strings.Intern(AuthorName(e, *author));
  }
  m.list_begin = static_cast<uint32_t>(into.lists.size());
  m.in_reply_to = AddIds(into, e.in_reply_to);
  m.references = AddIds(into, e.references);
  m.reply_to = AddAddresses(into, e.reply_to);
  m.to = AddAddresses(into, e.to);
  m.cc = AddAddresses(into, e.cc);
  m.delivered_to = AddIds(into, e.delivered_to);
  m.desk_fields = static_cast<uint16_t>(AddIds(into, e.desk_fields));
  m.provider_thread = e.provider_thread;
  m.vendors = e.vendors;
  m.bulk = e.bulk;

  const CredibleDate date = ChooseDate(e.date, e.received, separator_date);
  m.date = date.seconds;
  m.zone_minutes = date.zone_minutes;
  m.date_source = date.source;
  m.dates_disagree = date.disagree;
  if (e.date.valid && date.source != DateSource::kDate) m.date_header = e.date.seconds;

  m.left_out = e.draft   ? LeftOutReason::kDraft
               : e.trash ? LeftOutReason::kTrash
               : e.spam  ? LeftOutReason::kSpam
                         : LeftOutReason::kNo;
  m.auto_replied = e.auto_submitted == "auto-replied";
  m.auto_generated = !m.auto_replied && !e.auto_submitted.empty() && e.auto_submitted != "no";
  m.from_list = !e.list_id.empty();
  // Answering machines leave the Return-Path empty too, but return nothing.
  m.bounce = e.delivery_report || (e.return_path == "<>" && !m.auto_replied) ||
             (author != nullptr && IsDaemon(author->address));
  m.notes = e.notes.bits();
  into.messages.push_back(m);
}

void AppendFragment(Export& into, const Export& fragment, std::vector<Message>& out) {
  // New id of each string of the fragment; 0: not met yet.
  std::vector<StringId> renamed = into.strings.FindAll(fragment.strings);
  const auto rename = [&](StringId id) {
    if (id == 0) return id;
    if (renamed[id] == 0) renamed[id] = into.strings.Intern(fragment.strings[id]);
    return renamed[id];
  };
  for (Message m : fragment.messages) {
    m.message_id = rename(m.message_id);
    m.subject = rename(m.subject);
    m.from = rename(m.from);
    m.from_name = rename(m.from_name);
    const uint32_t begin = m.list_begin;
    m.list_begin = static_cast<uint32_t>(into.lists.size());
    for (uint32_t i = 0; i < ListLength(m); ++i)
      into.lists.push_back(rename(fragment.lists[begin + i]));
    out.push_back(m);
  }
  for (const auto& [address, name] : fragment.names)
    into.names.emplace(rename(address), rename(name));
}

}  // namespace threadlint::mail
