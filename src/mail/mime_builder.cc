#include "mail/mime_builder.h"

#include "mail/mime_header.h"
#include "util/ascii.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace threadlint::mail {

namespace {

// An encoded attached mail has no ranges of its own inside this one: it stays a leaf.
bool IsReadable(std::string_view encoding) {
  return encoding != "base64" && encoding != "quoted-printable" && encoding != "x-uuencode" &&
         encoding != "uuencode";
}

bool IsAttachedMail(const Part& part) {
  return (part.type == "message/rfc822" || part.type == "message/global") &&
         IsReadable(part.encoding);
}

}  // namespace

MimeBuilder::MimeBuilder(std::string_view mail, const StructureLimits& limits)
    : mail_(mail), limits_(limits) {
  limits_.parts = std::max<size_t>(limits_.parts, 1);
  limits_.depth = std::min<size_t>(limits_.depth, UINT16_MAX);
}

MimeBuilder::Entity MimeBuilder::ReadOne(size_t begin, bool is_mail, bool& fits) {
  Entity entity;
  entity.part = static_cast<int32_t>(structure_.parts.size());
  Part& part = structure_.parts.emplace_back();
  if (!open_.empty()) {
    Entity& parent = open_.back();
    parent.has_children = true;
    part.parent = parent.part;
    part.depth = static_cast<uint16_t>(open_.size());
    if (parent.digest && !is_mail) part.type = "message/rfc822";
  }
  const HeaderExtent extent = FindHeaderEnd(mail_, begin, is_mail, boundaries_);
  part.header_begin = begin;
  part.header_end = extent.end;
  part.body_begin = part.body_end = extent.body;
  if (open_.empty() && !extent.closed) structure_.notes.Add(MailNote::kHeaderWithoutEnd);
  const std::string_view header = mail_.substr(begin, extent.end - begin);
  fits = fits && extent.closed;
  const std::string boundary = ReadPartHeader(header, part, structure_.notes);

  const bool multipart = part.type.starts_with("multipart/");
  if (!multipart && !IsAttachedMail(part)) return entity;
  if (open_.size() >= limits_.depth) {
    structure_.notes.Add(MailNote::kTooDeep);
    fits = false;
    return entity;
  }
  if (!multipart) {
    entity.kind = Kind::kMail;
    return entity;
  }
  entity.kind = Kind::kMultipart;
  entity.digest = part.type == "multipart/digest";
  entity.boundary_level = boundaries_.size();
  std::string usable(util::TrimRight(boundary));
  if (usable.empty() || usable.find_first_of("\r\n") != std::string::npos) {
    structure_.notes.Add(MailNote::kMissingBoundary);
    broken_multipart_ = true;
    usable = GuessBoundary(part.body_begin);
  }
  boundaries_.Push(usable);
  return entity;
}

size_t MimeBuilder::Open(size_t begin, bool& fits) {
  bool is_mail = open_.empty();
  while (true) {
    open_.push_back(ReadOne(begin, is_mail, fits));
    begin = top().body_begin;
    if (open_.back().kind != Kind::kMail) return begin;
    if (!MayOpen()) {
      NoteTooManyParts();
      fits = false;
      return begin;
    }
    is_mail = true;
  }
}

// The first line of the body that looks like a delimiter: "--x" with a MIME field under it. A line
// no boundary can equal (it has a line end) if there is none near.
std::string MimeBuilder::GuessBoundary(size_t body) const {
  constexpr size_t kNear = 4096;
  const std::string_view text = mail_.substr(body, kNear);
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    if (end == std::string_view::npos) break;
    const std::string_view line = util::TrimRight(text.substr(at, end - at));
    if (line.size() > 2 && line.starts_with("--") &&
        util::StartsWithIgnoreCase(text.substr(end + 1), "Content-"))
      return std::string(line.substr(2));
    at = end + 1;
  }
  return "\n-";
}

std::optional<DelimiterLine> MimeBuilder::NextDelimiter(size_t from) const {
  return boundaries_.Next(mail_, from);
}

void MimeBuilder::CloseTop(size_t end) {
  const Entity entity = open_.back();
  Part& part = structure_.parts[static_cast<size_t>(entity.part)];
  part.body_end = std::max(part.body_begin, end);
  if (entity.kind == Kind::kMultipart && !entity.has_children) {
    // Without parts it is read as one plain text, so that no text is lost.
    structure_.notes.Add(MailNote::kMissingBoundary);
    broken_multipart_ = true;
    const size_t text_end = entity.text_end > 0 ? entity.text_end : part.body_end;
    const std::string_view body =
        mail_.substr(part.body_begin, std::max(text_end, part.body_begin) - part.body_begin);
    if (MayOpen() && !util::Trim(body).empty()) {
      Part text;
      text.charset = part.charset;
      text.parent = entity.part;
      text.depth = static_cast<uint16_t>(part.depth + 1);
      text.header_begin = text.header_end = text.body_begin = part.body_begin;
      text.body_end = part.body_begin + body.size();
      structure_.parts.push_back(std::move(text));
    }
  }
  open_.pop_back();
}

void MimeBuilder::Close(const DelimiterLine& delimiter) {
  const auto owns = [&](const Entity& entity) {
    return entity.kind == Kind::kMultipart && entity.boundary_level == delimiter.level;
  };
  if (boundaries_.size() > delimiter.level + 1) structure_.notes.Add(MailNote::kMissingBoundary);
  // A closed multipart stays open for its epilogue; the search from the inside finds the open one
  // first, and an outer delimiter closes what is inside.
  while (!open_.empty() && !owns(open_.back())) CloseTop(delimiter.text_end);
  boundaries_.Truncate(delimiter.level + (delimiter.closing ? 0 : 1));
  if (delimiter.closing && !open_.empty()) open_.back().text_end = delimiter.text_end;
}

void MimeBuilder::CloseAll() {
  if (boundaries_.size() > 0) structure_.notes.Add(MailNote::kMissingBoundary);
  boundaries_.Truncate(0);
  while (!open_.empty()) CloseTop(mail_.size());
}

}  // namespace threadlint::mail
