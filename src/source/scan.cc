// ScanStretch: the one pass over a mailbox file that lists what could start a message.
#include "source/framing.h"
#include "source/header_probe.h"
#include "source/scan_window.h"
#include "source/separator_form.h"
#include "source/single_mail.h"
#include "util/find_bytes.h"

#include <algorithm>

namespace threadlint::source {
namespace {

constexpr size_t kLongestSeparator = 1024;  // longer lines are text
constexpr size_t kLookBehind = 64;          // for the empty line before, and quote marks
constexpr std::string_view kMmdfLine = "\1\1\1\1";

class Scanner {
 public:
  Scanner(ByteStream& stream, Format format, Stretch stretch, const HeaderSink& sink)
      : mmdf_(format == Format::kMmdf),
        stretch_(stretch),
        window_(stream, stretch.begin - std::min<uint64_t>(stretch.begin, kLookBehind)),
        sink_(sink) {}

  StretchScan Run() {
    const std::string_view needle = mmdf_ ? kMmdfLine : "From";
    uint64_t position = stretch_.begin;
    while (true) {
      const size_t hit = util::FindBytes(window_.From(position), needle);
      if (hit != std::string_view::npos) {
        const uint64_t found = position + hit;
        if (found >= stretch_.end) break;
        position = found + (mmdf_ ? TakeMmdf(found) : TakeFrom(found));
        continue;
      }
      if (window_.End() > position + needle.size()) position = window_.End() - needle.size() + 1;
      if (position >= stretch_.end) break;
      if (!window_.Extend(Behind(position))) break;
    }
    return Finish();
  }

 private:
  uint64_t Behind(uint64_t position) const {
    return position - std::min<uint64_t>(position, kLookBehind);
  }

  // The bytes before `position` that the window still holds, some kLookBehind of them.
  std::string_view Before(uint64_t position) const {
    const uint64_t start = std::max(window_.Begin(), Behind(position));
    return window_.From(start).substr(0, static_cast<size_t>(position - start));
  }

  static bool IsByteOrderMark(std::string_view s) { return s == "\xEF\xBB\xBF"; }

  bool AtFileStart(uint64_t position) const {
    return position == 0 || (position == 3 && IsByteOrderMark(Before(position)));
  }

  // 1 or 2 if an empty line ends there, else 0.
  static uint8_t BlankLength(std::string_view before) {
    if (before.ends_with("\n\n") || before == "\n") return 1;
    if (before.ends_with("\n\r\n") || before == "\r\n") return 2;
    return 0;
  }

  // Gives how far to move on.
  size_t TakeFrom(uint64_t found) {
    constexpr size_t kStep = 4;
    const std::string_view before = Before(found);
    if (!before.empty() && before.back() == '>') {
      CountQuoted(found, before);
      return kStep;
    }
    const bool file_start = AtFileStart(found);
    if (!file_start && !before.ends_with('\n')) return kStep;

    window_.Ensure(found, kLongestSeparator + 1, Behind(found));
    const std::string_view text = window_.From(found).substr(0, kLongestSeparator);
    if (text.size() > 4 && text[4] != ' ' && text[4] != '\n' && text[4] != '\r') return kStep;
    const size_t newline = text.find('\n');
    if (newline == std::string_view::npos && text.size() == kLongestSeparator) {
      CountBare(found);
      return kStep;
    }
    const std::string_view line = text.substr(0, newline == text.npos ? newline : newline + 1);
    const SeparatorForm form = ParseSeparator(line);
    Candidate candidate;
    candidate.separator = found;
    candidate.separator_length = static_cast<uint32_t>(line.size());
    candidate.form = form.Pack();
    candidate.crlf = form.crlf;
    candidate.git_patch = form.date == DateForm::kGit || form.envelope == Envelope::kHash;
    candidate.blank_length = BlankLength(Before(found));
    candidate.blank_before = file_start || candidate.blank_length > 0;
    const HeaderProbe probe = Probe(candidate);
    if (newline == std::string_view::npos && form.date == DateForm::kNone) {
      if (candidate.blank_length > 0) {
        scan_.cut_separator = found;
        scan_.cut_blank = candidate.blank_length;
      }
    } else if (CouldSeparate(form) && Keep(candidate, form)) {
      Record(candidate, probe);
    } else if (form.date == DateForm::kNone && line.size() > 5) {
      CountBare(found);
    }
    return kStep;
  }

  // Without a date only a strong header makes a separator of it, unless it is Mozilla's "From -".
  static bool Keep(const Candidate& candidate, const SeparatorForm& form) {
    if (form.date == DateForm::kNone) {
      return candidate.strong_header ||
             (form.envelope == Envelope::kDash && candidate.known_fields >= 2);
    }
    return candidate.any_header || candidate.to_end;
  }

  size_t TakeMmdf(uint64_t found) {
    const std::string_view before = Before(found);
    if (!AtFileStart(found) && !before.ends_with('\n')) return kMmdfLine.size();
    window_.Ensure(found, 2 * kLongestSeparator, Behind(found));
    std::string_view text = window_.From(found);
    size_t length = kMmdfLine.size();
    const bool crlf = text.substr(length).starts_with("\r\n");
    if (!crlf && text.size() > length && text[length] != '\n') return length;
    length = std::min(text.size(), length + (crlf ? 2U : 1U));
    Candidate candidate;
    candidate.separator = found;
    candidate.crlf = crlf;
    candidate.blank_length = BlankLength(Before(found));
    candidate.blank_before = candidate.blank_length > 0;
    text.remove_prefix(length);
    // Some writers put a "From " line behind the opening line.
    if (text.starts_with("From ")) {
      const size_t newline = text.substr(0, kLongestSeparator).find('\n');
      if (newline != std::string_view::npos) {
        length += newline + 1;
        candidate.form = ParseSeparator(text.substr(0, newline + 1)).Pack();
      }
    }
    candidate.separator_length = static_cast<uint32_t>(length);
    const HeaderProbe probe = Probe(candidate);
    Record(candidate, probe);
    return kMmdfLine.size();
  }

  HeaderProbe Probe(Candidate& candidate) {
    const uint64_t start = candidate.separator + candidate.separator_length;
    HeaderProbe probe;
    while (true) {
      probe.Walk(window_.From(start), window_.AtEnd());
      if (probe.done) break;
      if (!window_.Extend(Behind(candidate.separator)) && !window_.AtEnd()) {
        probe.Walk(window_.From(start), true);
        break;
      }
    }
    candidate.header_length = static_cast<uint32_t>(probe.length);
    candidate.content_length = probe.content_length;
    candidate.known_fields = probe.known_fields;
    candidate.any_header = probe.any_header;
    candidate.strong_header = probe.strong_header;
    candidate.header_complete = probe.complete;
    candidate.crlf_header = probe.crlf;
    candidate.to_end = !probe.complete && window_.AtEnd() && start + probe.length == window_.End();
    candidate.cut_line = probe.cut_line;
    return probe;
  }

  void Record(const Candidate& candidate, const HeaderProbe& probe) {
    scan_.candidates.push_back(candidate);
    if (sink_) {
      const uint64_t start = candidate.separator + candidate.separator_length;
      sink_(candidate, window_.From(candidate.separator).substr(0, candidate.separator_length),
            window_.From(start).substr(0, probe.length));
    }
  }

  void CountBare(uint64_t found) {
    ++scan_.bare_lines;
    if (BlankLength(Before(found)) > 0) ++scan_.bare_after_blank;
  }

  void CountQuoted(uint64_t found, std::string_view before) {
    const size_t marks =
        before.size() - 1 - std::min(before.size() - 1, before.find_last_not_of('>'));
    const bool all_marks = before.find_first_not_of('>') == std::string_view::npos;
    const size_t count = all_marks ? before.size() : marks;
    const bool line_start = all_marks ? window_.Begin() == 0 && found == count
                                      : before[before.size() - count - 1] == '\n';
    if (!line_start) return;
    window_.Ensure(found, 5, Behind(found));
    if (!window_.From(found).starts_with("From ")) return;
    ++scan_.quoted_lines;
    scan_.quoted_from = scan_.quoted_from || count == 1;
    scan_.twice_quoted_from = scan_.twice_quoted_from || count >= 2;
  }

  StretchScan Finish() {
    scan_.error = window_.error();
    const uint64_t stop = window_.AtEnd() ? std::min(stretch_.end, window_.End()) : stretch_.end;
    scan_.bytes = stop - std::min(stop, stretch_.begin);
    if (window_.AtEnd() && stretch_.end >= window_.End()) {
      scan_.stream_end = window_.End();
      const std::string_view tail = Before(window_.End());
      scan_.end_newline = tail.ends_with('\n');
      scan_.end_blank = BlankLength(tail);
    }
    return std::move(scan_);
  }

  const bool mmdf_;
  const Stretch stretch_;
  ScanWindow window_;
  const HeaderSink& sink_;
  StretchScan scan_;
};

}  // namespace

std::vector<Stretch> SplitIntoStretches(const ByteStream& stream, Format format, uint64_t length) {
  const auto size = stream.Size();
  const bool splits = format == Format::kMbox || format == Format::kMmdf;
  if (!splits || !stream.Seekable() || !size || length == 0) return {Stretch{}};
  std::vector<Stretch> stretches;
  uint64_t begin = 0;
  for (; *size - begin > length; begin += length) stretches.push_back({begin, begin + length});
  // The last one is open: what a growing file gets is framed too.
  stretches.push_back({begin, UINT64_MAX});
  return stretches;
}

StretchScan ScanStretch(ByteStream& stream, Format format, Stretch stretch,
                        const HeaderSink& sink) {
  if (format == Format::kMbox || format == Format::kMmdf) {
    return Scanner(stream, format, stretch, sink).Run();
  }
  return ScanSingleMail(stream, sink);
}

}  // namespace threadlint::source
