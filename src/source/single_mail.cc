#include "source/single_mail.h"

#include "source/header_probe.h"
#include "source/scan_window.h"
#include "source/separator_form.h"
#include "util/ascii.h"

#include <algorithm>
#include <charconv>

namespace threadlint::source {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

EmlxPreamble ReadEmlxPreamble(std::string_view text) {
  const size_t newline = text.substr(0, 32).find('\n');
  if (newline == std::string_view::npos) return {};
  const std::string_view digits = util::Trim(text.substr(0, newline));
  int64_t bytes = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bytes);
  if (error != std::errc() || end != digits.data() + digits.size() || bytes < 0) return {};
  return {newline + 1, bytes};
}

size_t BlankLinesBeforeHeader(std::string_view text) {
  constexpr size_t kMostBlanks = 2048;
  const std::string_view blanks =
      text.substr(0, std::min(text.find_first_not_of(" \t\r\n"), kMostBlanks));
  const size_t length = blanks.rfind('\n') + 1;
  if (length == 0 || length < blanks.size())
    return 0;  // a line that begins with blanks is no field
  HeaderProbe probe;
  probe.Walk(text.substr(length), true);
  return probe.strong_header || probe.known_fields > 0 ? length : 0;
}

StretchScan ScanSingleMail(ByteStream& stream, const HeaderSink& sink) {
  constexpr size_t kUsualHeader = size_t{8} << 10;
  ScanWindow window(stream, 0, kUsualHeader);
  window.Ensure(0, 4096, 0);
  std::string_view text = window.From(0);
  Candidate candidate;
  candidate.blank_before = true;
  size_t skip = 0;
  const EmlxPreamble emlx = ReadEmlxPreamble(text);
  if (emlx.length > 0) {
    skip = emlx.length;
    candidate.form = kEmlxForm;
  } else {
    if (text.starts_with(kByteOrderMark)) skip = kByteOrderMark.size();
    skip += BlankLinesBeforeHeader(text.substr(skip));
    // Delivery programs leave a "From " line in single mails too; it is no part of the mail.
    const std::string_view rest = text.substr(skip);
    const size_t newline = rest.substr(0, 1024).find('\n');
    if (rest.starts_with("From ") && FieldName(rest).empty() && newline != std::string_view::npos) {
      candidate.form = ParseSeparator(rest.substr(0, newline + 1)).Pack();
      skip += newline + 1;
    }
  }
  candidate.separator_length = static_cast<uint32_t>(skip);

  HeaderProbe probe;
  while (true) {
    probe.Walk(window.From(skip), window.AtEnd());
    if (probe.done || (!window.Extend(0) && !window.AtEnd())) break;
  }
  candidate.header_length = static_cast<uint32_t>(probe.length);
  candidate.content_length = emlx.length > 0 ? emlx.bytes : -1;
  candidate.known_fields = probe.known_fields;
  candidate.any_header = probe.any_header;
  candidate.strong_header = probe.strong_header;
  candidate.header_complete = probe.complete;
  candidate.crlf_header = probe.crlf;
  candidate.to_end = window.AtEnd() && skip + probe.length == window.End();
  candidate.cut_line = probe.cut_line;
  if (sink) sink(candidate, {}, window.From(skip).substr(0, probe.length));

  StretchScan scan;
  scan.candidates.push_back(candidate);
  const auto size = stream.Seekable() ? stream.Size() : std::nullopt;
  if (size && window.error().empty()) {
    scan.stream_end = *size;
  } else {
    while (window.Extend(window.End())) {
    }
    scan.stream_end = window.End();
  }
  scan.bytes = scan.stream_end;
  scan.error = window.error();
  return scan;
}

}  // namespace threadlint::source
