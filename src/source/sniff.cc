#include "source/sniff.h"

#include "source/header_probe.h"
#include "source/separator_form.h"
#include "source/single_mail.h"
#include "util/ascii.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace threadlint::source {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  Content content;
};
constexpr auto kMagic = std::to_array<Magic>({
    {"\x1f\x8b"sv, Content::kCompressed},
    {"BZh"sv, Content::kCompressed},
    {"\xfd"
     "7zXZ\0"sv,
     Content::kCompressed},
    {"\x28\xb5\x2f\xfd"sv, Content::kCompressed},
    {"\x04\x22\x4d\x18"sv, Content::kCompressed},
    {"\x5d\0\0\x80\0"sv, Content::kCompressed},
    {"PK\3\4"sv, Content::kArchive},
    {"PK\5\6"sv, Content::kArchive},
    {"7z\xbc\xaf\x27\x1c"sv, Content::kArchive},
    {"!BDN"sv, Content::kPst},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, Content::kOle},
});

// POSIX ustar and GNU tar have it in the first header block; archives older than 1988 do not.
bool IsTar(std::string_view s) { return s.size() >= 512 && s.substr(257, 5) == "ustar"; }

HeaderProbe ProbeHeader(std::string_view text, bool whole_file) {
  HeaderProbe probe;
  probe.Walk(text, whole_file);
  return probe;
}

bool IsMbox(std::string_view s, bool whole_file) {
  // Blank lines before the first separator are met in mailboxes that were edited.
  while (!s.empty() && (s.front() == '\n' || s.front() == '\r')) s.remove_prefix(1);
  if (!s.starts_with("From")) return false;
  if (s.size() > 4 && s[4] != ' ' && s[4] != '\n' && s[4] != '\r') return false;
  const size_t newline = s.find('\n');
  if (newline == std::string_view::npos) return false;
  const SeparatorForm form = ParseSeparator(s.substr(0, newline + 1));
  if (!CouldSeparate(form)) return false;
  const std::string_view rest = s.substr(newline + 1);
  const HeaderProbe probe = ProbeHeader(rest, whole_file);
  if (form.date == DateForm::kNone) {
    // "From -" alone is Mozilla's; whatever else has no date may be text.
    const bool mozilla = form.envelope == Envelope::kDash && probe.known_fields >= 2;
    return probe.strong_header || mozilla;
  }
  return probe.any_header || rest.empty();
}

// The first line is the separator line of a mailbox, whatever stands behind it.
bool BeginsWithSeparator(std::string_view s) {
  return s.starts_with("From ") &&
         ParseSeparator(s.substr(0, std::min(s.size(), s.find('\n')))).date != DateForm::kNone;
}

// A mailbox whose first lines are no mail: a program's message, a mail that lost its header. The
// separators behind them must be beyond doubt, for a text may quote one, and a document of mail
// formats shows whole mailboxes: in a walk only a few lines may stand before the first.
bool IsMboxBehindJunk(std::string_view s, bool whole_file, bool named) {
  constexpr size_t kShortJunk = 1024;
  constexpr std::ptrdiff_t kFewLines = 8;
  constexpr size_t kMostProbes = 64;  // each walks over a header block
  constexpr std::string_view kNeedle = "\nFrom ";
  const bool separator_first = BeginsWithSeparator(s);
  std::map<uint16_t, int> sure;
  size_t probes = 0;
  for (size_t at = s.find(kNeedle); at != s.npos && probes < kMostProbes;
       at = s.find(kNeedle, at + 1)) {
    const size_t line_start = at + 1;
    const size_t newline = s.find('\n', line_start);
    if (newline == s.npos) return false;
    const SeparatorForm form = ParseSeparator(s.substr(line_start, newline + 1 - line_start));
    if (form.date == DateForm::kNone || form.date == DateForm::kGit ||
        form.date == DateForm::kLoose || form.envelope == Envelope::kWords) {
      continue;
    }
    ++probes;
    const HeaderProbe probe = ProbeHeader(s.substr(newline + 1), whole_file);
    if (!probe.strong_header && probe.known_fields < 2) continue;
    if (separator_first) return true;
    const std::string_view junk = s.substr(0, line_start);
    const bool short_junk =
        junk.size() <= kShortJunk && std::count(junk.begin(), junk.end(), '\n') <= kFewLines;
    if (sure.empty() && short_junk && probe.strong_header) return true;
    if (sure.empty() && !short_junk && !named) return false;
    if (++sure[form.Pack()] == 2) return true;
  }
  return false;
}

bool IsSingleMail(std::string_view s, bool whole_file, std::string_view name, bool named) {
  const bool emlx = util::EndsWithIgnoreCase(name, ".emlx");
  if (emlx) s.remove_prefix(ReadEmlxPreamble(s).length);
  const bool eml = emlx || util::EndsWithIgnoreCase(name, ".eml");
  if (!emlx) s.remove_prefix(BlankLinesBeforeHeader(s));
  if (s.starts_with("From ") && FieldName(s).empty()) {
    s.remove_prefix(std::min(s.size(), s.find('\n')));
    if (!s.empty()) s.remove_prefix(1);
  }
  const HeaderProbe probe = ProbeHeader(s, whole_file);
  if (!probe.any_header) return false;
  if (eml || probe.strong_header) return true;
  // Settings files and notes look like "key: value" too.
  return probe.known_fields >= (named ? 1 : 3);
}

Sniffed SniffText(std::string_view start, std::string_view name, bool named) {
  const bool whole_file = start.size() < kSniffBytes;
  std::string_view text = start;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.starts_with("\1\1\1\1\n") || text.starts_with("\1\1\1\1\r\n")) {
    return {Content::kMail, Format::kMmdf};
  }
  const bool single_by_name =
      util::EndsWithIgnoreCase(name, ".eml") || util::EndsWithIgnoreCase(name, ".emlx");
  if (!single_by_name && IsMbox(text, whole_file)) return {Content::kMail, Format::kMbox};
  if (IsSingleMail(text, whole_file, name, named)) return {Content::kMail, Format::kEml};
  // A disk that filled up, or a crash, leaves blocks of NUL where a mail was.
  const bool binary = text.find('\0') != std::string_view::npos && !BeginsWithSeparator(text);
  if (!single_by_name && !binary && IsMboxBehindJunk(text, whole_file, named)) {
    return {Content::kMail, Format::kMbox};
  }
  return {};
}

}  // namespace

Sniffed Sniff(std::string_view start, std::string_view name, bool named) {
  if (start.empty()) return {Content::kEmpty, Format::kUnknown};
  for (const Magic& magic : kMagic) {
    if (start.starts_with(magic.bytes)) return {magic.content, Format::kUnknown};
  }
  if (IsTar(start)) return {Content::kArchive, Format::kUnknown};
  if (start.find('\n') == start.npos && start.find('\r') != start.npos) {
    std::string text(start);
    std::replace(text.begin(), text.end(), '\r', '\n');
    Sniffed sniffed = SniffText(text, name, named);
    sniffed.lone_cr = sniffed.content == Content::kMail;
    return sniffed;
  }
  return SniffText(start, name, named);
}

}  // namespace threadlint::source
