#include "mail/own_text.h"

#include "mail/link_fold.h"
#include "mail/link_heading.h"
#include "util/ascii.h"

#include <algorithm>
#include <span>
#include <string>

namespace threadlint::mail {

namespace {

// Takes the quotation marks off: "> > text", ">>text".
TextLine Unmarked(std::string_view line) {
  constexpr uint16_t kDeepest = 1000;
  TextLine out;
  std::string_view rest = util::TrimLeft(line);
  // Far from the margin it is something else: an arrow in a table, code.
  constexpr size_t kMargin = 3;
  if (line.size() - rest.size() <= kMargin) {
    while (rest.starts_with('>')) {
      if (out.depth < kDeepest) ++out.depth;
      rest.remove_prefix(1);
      rest = util::TrimLeft(rest);
    }
  }
  out.text = util::TrimRight(rest);
  return out;
}

bool IsSignatureRule(std::string_view line) { return line == "--" || line == "---"; }

class Splitter {
 public:
  explicit Splitter(std::vector<TextLine>& lines) : lines_(lines) {
    folded_.reserve(lines.size());
    // Only what may be a heading is folded: unmarked and short.
    constexpr size_t kLongest = 400;
    for (const TextLine& line : lines)
      folded_.push_back(line.depth > 0                ? ">"
                        : line.text.size() > kLongest ? "."
                                                      : Folded(line.text));
  }

  void Run() {
    for (size_t i = 0; i < lines_.size();) i += Step(i);
  }

 private:
  static std::string Folded(std::string_view text) {
    return std::string(util::Trim(FoldText(text)));
  }

  std::span<const std::string> From(size_t i) const {
    return std::span<const std::string>(folded_).subspan(i);
  }

  // The next line at or behind i that is not empty; the number of lines if there is none.
  size_t NextFilled(size_t i) const {
    while (i < lines_.size() && lines_[i].depth == 0 && lines_[i].text.empty()) ++i;
    return i;
  }

  size_t Give(size_t i, size_t count, LineVoice voice) {
    for (size_t k = i; k < i + count; ++k) lines_[k].voice = voice;
    return count;
  }

  // Mail programs that wrap marked lines leave their ends without a mark.
  bool IsWrappedEnd(size_t i) const {
    constexpr size_t kFull = 60, kShort = 40;
    if (i == 0 || i + 1 >= lines_.size()) return false;
    const std::string_view text = lines_[i].text;
    return lines_[i - 1].depth > 0 && lines_[i - 1].text.size() >= kFull &&
           lines_[i + 1].depth > 0 && !text.empty() && text.size() < kShort;
  }

  // A rule with little below it up to the end or a quotation: what stands below every mail.
  bool IsFooter(size_t i) const {
    constexpr size_t kMostLines = 10, kMostBytes = 400;
    if (!said_ || !IsRule(folded_[i])) return false;
    size_t bytes = 0;
    for (size_t k = i + 1; k < lines_.size(); ++k) {
      if (lines_[k].depth > 0) return true;
      bytes += lines_[k].text.size();
      if (k - i > kMostLines || bytes > kMostBytes) return false;
    }
    return true;
  }

  // Behind a heading: marked lines speak for themselves, unmarked ones are quoted to the end.
  void Open(size_t behind) {
    const size_t next = NextFilled(behind);
    signature_ = false;
    if (next == lines_.size() || lines_[next].depth == 0) below_ = true;
  }

  size_t Step(size_t i) {
    TextLine& line = lines_[i];
    if (line.depth > 0) {
      signature_ = false;
      return Give(i, 1, LineVoice::kQuoted);
    }
    const std::string& folded = folded_[i];
    if (folded.empty()) return Give(i, 1, below_ ? LineVoice::kQuoted : LineVoice::kOwn);
    if (!below_ && IsWrappedEnd(i)) {
      line.depth = lines_[i - 1].depth;
      return Give(i, 1, LineVoice::kQuoted);
    }
    if (IsReplyMarker(folded)) return Give(i, 1, LineVoice::kMarker);
    if (const size_t taken = Heading(i); taken > 0) return Give(i, taken, LineVoice::kHeading);
    if (below_) return Give(i, 1, IsRule(folded) ? LineVoice::kHeading : LineVoice::kQuoted);
    if (IsSignatureRule(folded) || IsFooter(i)) signature_ = true;
    if (signature_ || IsDeviceSignature(folded)) return Give(i, 1, LineVoice::kSignature);
    if (IsRule(folded)) return Give(i, 1, LineVoice::kMarker);
    said_ = true;
    notice_ = notice_ || IsUpdateNotice(folded);
    return Give(i, 1, LineVoice::kOwn);
  }

  // Lines of the heading that begins at i; 0 if there is none.
  size_t Heading(size_t i) {
    if (const size_t taken = HeaderBlockLines(From(i)); taken > 0) {
      Open(i + taken);
      return taken;
    }
    if (IsQuotationHeading(folded_[i])) {
      // An attribution may follow and have marked lines behind it: then it decides.
      const size_t next = NextFilled(i + 1);
      if (next == lines_.size() || FindAttribution(From(next)).kind == Attribution::kNone)
        Open(i + 1);
      return 1;
    }
    if (const size_t taken = DatedRuleLines(From(i)); taken > 0) {
      // Some desks put their newest comment under such a heading too, and above it nothing, or that
      // there is one.
      if (said_ && !notice_) Open(i + taken);
      said_ = true;
      notice_ = false;
      return taken;
    }
    const AttributionLines found = FindAttribution(From(i));
    if (found.kind == Attribution::kNone) return 0;
    const size_t next = NextFilled(i + found.lines);
    const bool marked = next < lines_.size() && lines_[next].depth > 0;
    if (found.kind == Attribution::kLoose && !marked) return 0;
    Open(i + found.lines);
    return found.lines;
  }

  std::vector<TextLine>& lines_;
  std::vector<std::string> folded_;
  bool below_ = false;      // unmarked lines are quoted from here on
  bool signature_ = false;  // in the writer's signature
  bool said_ = false;       // the writer has said something
  bool notice_ = false;     // that there is something new
};

}  // namespace

std::vector<TextLine> ReadLines(std::string_view text) {
  std::vector<TextLine> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(Unmarked(text.substr(at, end - at)));
    at = end + 1;
  }
  Splitter(lines).Run();
  return lines;
}

}  // namespace threadlint::mail
