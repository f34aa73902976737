#include "mail/text.h"

#include "mail/base64.h"
#include "mail/quoted_printable.h"
#include "util/ascii.h"
#include "util/charset.h"

#include <utility>

namespace threadlint::mail {

namespace {

// CRLF and CR as LF, in place. Most text has no CR at all.
void NormalizeLineEnds(std::string& text) {
  size_t from = text.find('\r');
  if (from == std::string::npos) return;
  size_t to = from;
  for (; from < text.size(); ++from) {
    if (text[from] != '\r') {
      text[to++] = text[from];
    } else if (from + 1 == text.size() || text[from + 1] != '\n') {
      text[to++] = '\n';
    }
  }
  text.resize(to);
}

// The charset that an HTML page states in itself, where the part's header states none.
std::string_view MetaCharset(std::string_view html) {
  constexpr size_t kHead = 1024;
  constexpr std::string_view kName = "charset=";
  html = html.substr(0, kHead);
  size_t at = util::FindIgnoreCase(html, kName);
  if (at == std::string_view::npos) return {};
  at += kName.size();
  if (at < html.size() && (html[at] == '"' || html[at] == '\'')) ++at;
  size_t end = at;
  while (end < html.size() && (util::IsAlnum(html[end]) || html[end] == '-' || html[end] == '_' ||
                               html[end] == ':' || html[end] == '.'))
    ++end;
  return html.substr(at, end - at);
}

}  // namespace

std::string DecodeBody(std::string_view raw_mail, const Part& part, MailNotes& notes) {
  const std::string_view body = raw_mail.substr(part.body_begin, part.body_end - part.body_begin);
  std::string out;
  bool clean = true;
  if (part.encoding == "base64") {
    clean = DecodeBase64(body, out);
  } else if (part.encoding == "quoted-printable") {
    clean = DecodeQuotedPrintable(body, out);
  } else {
    out.assign(body);
  }
  if (!clean) notes.Add(MailNote::kDamagedEncoding);
  return out;
}

std::string DecodeText(std::string_view raw_mail, const Part& part, MailNotes& notes) {
  const std::string bytes = DecodeBody(raw_mail, part, notes);
  std::string_view charset = part.charset;
  if (charset.empty() && part.type == "text/html") charset = MetaCharset(bytes);
  util::Utf8Result read = util::ToUtf8(bytes, charset);
  if (read.unknown_label) notes.Add(MailNote::kUnknownCharset);
  if (read.invalid_bytes) notes.Add(MailNote::kInvalidBytes);
  NormalizeLineEnds(read.text);
  return std::move(read.text);
}

}  // namespace threadlint::mail
