#include "mail/mime_header.h"

#include "mail/encoded_word.h"
#include "mail/header_block.h"
#include "mail/parameters.h"
#include "util/ascii.h"
#include "util/line_starts.h"
#include "util/utf8.h"

#include <algorithm>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;

size_t NextLine(std::string_view text, size_t from) {
  const size_t end = text.find('\n', from);
  return end == kNone ? text.size() : end + 1;
}

bool IsEmptyLine(std::string_view mail, size_t begin) {
  return mail[begin] == '\n' || (mail[begin] == '\r' && mail.substr(begin, 2) == "\r\n");
}

// Length of the field name at the start of the line, 0 if the line is no field.
size_t FieldNameLength(std::string_view line) {
  size_t length = 0;
  while (length < line.size() && line[length] > ' ' && line[length] != 0x7F && line[length] != ':')
    ++length;
  size_t colon = length;
  while (colon < line.size() && util::IsBlank(line[colon])) ++colon;
  return colon < line.size() && line[colon] == ':' ? length : 0;
}

bool IsSeparator(std::string_view line) {
  return line.starts_with("From ") || line.starts_with(">From ");
}

// "7bit (comment)" and "base64;" occur: the first word counts.
std::string FirstWord(std::string_view value) {
  value = util::Trim(value);
  size_t length = 0;
  while (length < value.size() && !util::IsSpace(value[length]) && value[length] != ';' &&
         value[length] != '(')
    ++length;
  std::string word = util::LowerAscii(value.substr(0, length));
  std::erase(word, '"');
  return word;
}

void ReadContentType(const ParameterizedValue& field, Part& part, std::string& boundary) {
  // Without a subtype a type says nothing (RFC 2045 section 5.2: read it as text/plain).
  const size_t slash = field.value.find('/');
  if (slash != kNone && slash > 0 && slash + 1 < field.value.size()) part.type = field.value;
  if (const Parameter* found = field.Find("charset"))
    part.charset = util::LowerAscii(util::Trim(found->value));
  if (const Parameter* found = field.Find("boundary")) boundary = found->bytes;
  if (const Parameter* found = field.Find("name"); found != nullptr && part.file_name.empty())
    part.file_name = found->value;
  const Parameter* const format = field.Find("format");
  part.format_flowed = format != nullptr && util::EqualsIgnoreCase(format->value, "flowed");
  const Parameter* const del_sp = field.Find("delsp");
  part.del_sp = del_sp != nullptr && util::EqualsIgnoreCase(del_sp->value, "yes");
}

}  // namespace

HeaderExtent FindHeaderEnd(std::string_view mail, size_t begin, bool is_mail,
                           const OpenBoundaries& open) {
  size_t at = begin;
  while (at < mail.size()) {
    if (IsEmptyLine(mail, at)) return {at, NextLine(mail, at), true};
    if (open.size() > 0 && open.At(mail, at)) return {at, at, false};
    if (!is_mail) {
      const bool folded = util::IsBlank(mail[at]) && at != begin;
      if (!folded && FieldNameLength(mail.substr(at)) == 0 && !IsSeparator(mail.substr(at)))
        return {at, at, false};
    }
    at = NextLine(mail, at);
  }
  return {mail.size(), mail.size(), false};
}

size_t FindContentField(std::string_view header, size_t from, HeaderField& field) {
  constexpr std::string_view kPrefix = "content-";
  for (size_t at = from; at < header.size();) {
    // What is folded begins with a blank.
    const bool line_start = at == 0 || header[at - 1] == '\n';
    if (line_start && util::StartsWithIgnoreCase(header.substr(at), kPrefix)) {
      FieldScanner scanner(header.substr(at));
      if (scanner.Next(field) && field.name.data() == header.data() + at)
        return at + kPrefix.size();
    }
    at = util::FindLineWith<'C', 'c'>(header, at);
  }
  return kNone;
}

std::string ReadPartHeader(std::string_view header, Part& part, MailNotes& notes) {
  std::string boundary;
  bool has_type = false, has_encoding = false, has_disposition = false;
  HeaderField field;
  for (size_t at = 0; (at = FindContentField(header, at, field)) != kNone;) {
    if (!has_type && util::EqualsIgnoreCase(field.name, "Content-Type")) {
      has_type = true;
      ReadContentType(ParseParameters(field.value, notes), part, boundary);
    } else if (!has_encoding && util::EqualsIgnoreCase(field.name, "Content-Transfer-Encoding")) {
      has_encoding = true;
      part.encoding = FirstWord(field.value);
    } else if (!has_disposition && util::EqualsIgnoreCase(field.name, "Content-Disposition")) {
      has_disposition = true;
      ParameterizedValue disposition = ParseParameters(field.value, notes);
      if (const Parameter* name = disposition.Find("filename"); name != nullptr)
        part.file_name = name->value;
      part.disposition = std::move(disposition.value);
    }
  }
  return boundary;
}

bool FitsLibrary(std::string_view header) {
  constexpr size_t kHeader = size_t{1} << 20;
  constexpr size_t kField = size_t{64} << 10;
  if (header.size() > kHeader || header.find('\0') != kNone) return false;
  for (size_t cr = header.find('\r'); cr != kNone; cr = header.find('\r', cr + 1))
    if (cr + 1 == header.size() || header[cr + 1] != '\n') return false;
  size_t fields = 0;
  size_t field_begin = 0;
  for (size_t at = 0, next = 0; at < header.size(); at = next) {
    next = NextLine(header, at);
    if (!util::IsBlank(header[at])) {
      const size_t name = FieldNameLength(header.substr(at));
      if (name == 0 || !util::IsAscii(header.substr(at, name))) return false;
      if (++fields > kMaxFields) return false;
      field_begin = at;
    } else if (at == 0) {
      return false;
    }
    if (next - field_begin > kField) return false;
  }
  return true;
}

}  // namespace threadlint::mail
