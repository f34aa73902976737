#include "mail/own_text.h"

#include "mail/link_fold.h"
#include "mail/own_closing.h"
#include "mail/own_heading.h"
#include "util/ascii.h"
#include "util/count_byte.h"
#include "util/memo.h"

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

std::vector<TextLine> CutLines(std::string_view text) {
  std::vector<TextLine> lines;
  lines.reserve(util::CountByte(text, '\n') + 1);
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(Unmarked(text.substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

// ">>> import x": a prompt, where no line of the text has other marks.
void LeavePrompts(std::string_view text, std::vector<TextLine>& lines) {
  constexpr std::string_view kPrompt = ">>>";
  bool prompts = false;
  for (const TextLine& line : lines) {
    if (line.depth == 0) continue;
    if (line.depth != kPrompt.size()) return;
    prompts = true;
  }
  if (!prompts) return;
  size_t at = 0;
  for (TextLine& line : lines) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (line.depth > 0 && text.substr(at).starts_with(kPrompt)) {
      line.text = util::Trim(text.substr(at, end - at));
      line.depth = 0;
    }
    at = end + 1;
  }
}

// The length of a mark of another kind at the beginning: "| ", "AB> "; 0 if there is none.
size_t OtherMark(std::string_view line) {
  constexpr size_t kLongestName = 12;
  if (line.starts_with('|')) return line.find('|', 1) == std::string_view::npos ? 1 : 0;
  size_t end = 0;
  while (end < line.size() && end <= kLongestName && util::IsAlpha(line[end])) ++end;
  return end > 0 && end < line.size() && line[end] == '>' ? end + 1 : 0;
}

// Lines that have such a mark in a row are quoted: three with a bar, for tables have bars as well,
// or two with the same name.
void TakeOtherMarks(std::vector<TextLine>& lines) {
  for (size_t i = 0; i < lines.size();) {
    const size_t length = lines[i].depth == 0 ? OtherMark(lines[i].text) : 0;
    const std::string_view mark = lines[i].text.substr(0, length);
    size_t end = i + 1;
    while (length > 0 && end < lines.size() && lines[end].depth == 0 &&
           OtherMark(lines[end].text) == length && lines[end].text.starts_with(mark))
      ++end;
    const size_t fewest = length == 1 ? 3 : 2;
    if (length > 0 && end - i >= fewest) {
      for (size_t k = i; k < end; ++k) {
        lines[k].text = util::Trim(lines[k].text.substr(length));
        lines[k].depth = 1;
      }
    }
    i = end;
  }
}

// Each line folded and trimmed, in one piece of memory. What no heading or closing can be is not
// folded: quoted lines are ">", overlong ones ".".
class FoldedLines {
 public:
  explicit FoldedLines(const std::vector<TextLine>& lines) {
    constexpr size_t kLongest = 400;
    std::vector<std::pair<size_t, size_t>> places;
    places.reserve(lines.size());
    size_t size = 0;
    for (const TextLine& line : lines) size += line.text.size() + 1;
    memory_.reserve(size);
    for (const TextLine& line : lines) {
      const size_t begin = memory_.size();
      if (line.depth > 0) {
        memory_ += '>';
        if (MayBeHeading(line)) AppendFolded(line.text, memory_);
      } else if (line.text.size() > kLongest) {
        memory_ += '.';
      } else {
        AppendFolded(line.text, memory_);
      }
      places.emplace_back(begin, memory_.size() - begin);
    }
    views_.reserve(places.size());
    for (const auto& [begin, length] : places)
      views_.push_back(util::Trim(std::string_view(memory_).substr(begin, length)));
  }
  std::span<const std::string_view> Views() const { return views_; }

 private:
  // Forwarded mail can be marked; and in "<anna@shop.example\n> wrote:" what looks like a mark is
  // the end of an address.
  static bool MayBeHeading(const TextLine& line) {
    constexpr size_t kLongest = 60;
    return line.depth == 1 && line.text.size() <= kLongest &&
           (line.text.ends_with(':') || line.text.ends_with("\xEF\xBC\x9A") ||
            (line.text.starts_with("--") && line.text.ends_with("--")));
  }
  std::string memory_;
  std::vector<std::string_view> views_;
};

// What a line says of itself.
struct LineCues {
  QuotationHeading heading = QuotationHeading::kNone;
  bool attribution = false;  // may begin one
  bool reply_marker = false;
  bool update_notice = false;
};

const LineCues& CuesOf(std::string_view folded) {
  constexpr size_t kKnown = 8192;
  thread_local util::Memo<LineCues, kKnown> known;
  return known.Of(folded, [](std::string_view line) {
    return LineCues{FindQuotationHeading(line), MayBeginAttribution(line), IsReplyMarker(line),
                    IsUpdateNotice(line)};
  });
}

// Tells the lines of others from the writer's.
class Splitter {
 public:
  Splitter(std::vector<TextLine>& lines, std::span<const std::string_view> folded)
      : lines_(lines), folded_(folded) {
    for (size_t i = 0; i < lines.size(); ++i)
      if (lines[i].depth > 0) last_marked_ = i;
  }

  void Run() {
    for (size_t i = 0; i < lines_.size();) i += Step(i);
  }

 private:
  std::span<const std::string_view> From(size_t i) const { return folded_.subspan(i); }

  // The next line at or behind i that is not empty; the number of lines if there is none.
  size_t NextFilled(size_t i) const {
    while (i < lines_.size() && lines_[i].depth == 0 && lines_[i].text.empty()) ++i;
    return i;
  }

  size_t Give(size_t i, size_t count, LineVoice voice) {
    for (size_t k = i; k < i + count; ++k) lines_[k].voice = voice;
    return count;
  }

  LineVoice Others() const { return forwarded_ ? LineVoice::kForwarded : LineVoice::kQuoted; }

  // Mail programs that wrap marked lines leave their ends without a mark.
  bool IsWrappedEnd(size_t i) const {
    constexpr size_t kFull = 60, kShort = 40;
    if (i == 0 || i + 1 >= lines_.size()) return false;
    const std::string_view text = lines_[i].text;
    return lines_[i - 1].depth > 0 && lines_[i - 1].text.size() >= kFull &&
           lines_[i + 1].depth > 0 && !text.empty() && text.size() < kShort;
  }

  // Behind a heading: marked lines speak for themselves, unmarked ones are quoted to the end.
  void Open(size_t behind) {
    const size_t next = NextFilled(behind);
    if (next == lines_.size() || lines_[next].depth == 0) below_ = true;
  }

  size_t Marked(size_t i) {
    const std::string_view folded = folded_[i];
    if (folded.size() > 1 &&
        FindQuotationHeading(util::Trim(folded.substr(1))) == QuotationHeading::kForwarded) {
      forwarded_ = true;
      return Give(i, 1, LineVoice::kHeading);
    }
    return Give(i, 1, Others());
  }

  size_t Step(size_t i) {
    TextLine& line = lines_[i];
    if (line.depth > 0) return Marked(i);
    const std::string_view folded = folded_[i];
    if (folded.empty()) return Give(i, 1, below_ ? Others() : LineVoice::kOwn);
    if (!below_ && IsWrappedEnd(i)) {
      line.depth = lines_[i - 1].depth;
      return Give(i, 1, Others());
    }
    if (!below_) forwarded_ = false;
    const LineCues cues = CuesOf(folded);
    if (cues.reply_marker) {
      // Above the line is the answer, if there is one: below it then is what it answers.
      if (told_) below_ = true;
      return Give(i, 1, LineVoice::kMarker);
    }
    if (const size_t taken = Heading(i, cues); taken > 0)
      return Give(i, taken, LineVoice::kHeading);
    if (below_) return Give(i, 1, IsRule(folded) ? LineVoice::kHeading : Others());
    if (!IsRule(folded)) {
      said_ = true;
      told_ = told_ || IsTelling(folded);
      notice_ = notice_ || cues.update_notice;
    }
    return Give(i, 1, LineVoice::kOwn);
  }

  // More than the name of a shop in place of its picture.
  static bool IsTelling(std::string_view folded) {
    constexpr std::ptrdiff_t kWords = 4;
    return folded.ends_with('.') || folded.ends_with('!') || folded.ends_with('?') ||
           folded.ends_with(',') || std::count(folded.begin(), folded.end(), ' ') + 1 >= kWords;
  }

  // Lines of the heading that begins at i; 0 if there is none.
  size_t Heading(size_t i, const LineCues& cues) {
    const bool below_rule = i > 0 && IsOutlookRule(folded_[i - 1]);
    if (const size_t taken = HeaderBlockLines(From(i), below_rule); taken > 0) {
      if (i > 0 && IsFramed(folded_[i - 1])) lines_[i - 1].voice = LineVoice::kHeading;
      Open(i + taken);
      return taken;
    }
    if (cues.heading != QuotationHeading::kNone) {
      if (!below_) forwarded_ = cues.heading == QuotationHeading::kForwarded;
      // An attribution may follow and have marked lines behind it: then it decides.
      const size_t next = NextFilled(i + 1);
      if (next == lines_.size() || FindAttribution(From(next)).kind == Attribution::kNone)
        Open(i + 1);
      return 1;
    }
    if (IsOutlookRule(folded_[i]) && HeaderBlockLines(From(i + 1), true) > 0) return 0;
    if (const size_t taken = DatedRuleLines(From(i)); taken > 0) {
      // Some desks put their newest comment under such a heading too, and above it nothing, or that
      // there is one.
      if (said_ && !notice_) Open(i + taken);
      said_ = true;
      notice_ = false;
      return taken;
    }
    if (!cues.attribution) return 0;
    const AttributionLines found = FindAttribution(From(i));
    if (found.kind == Attribution::kNone) return 0;
    const size_t next = NextFilled(i + found.lines);
    const bool marked = next < lines_.size() && lines_[next].depth > 0;
    if (found.kind == Attribution::kLoose && !marked) return 0;
    // With no word above it, and marks further down: the answer stands between it and them.
    if (said_ || marked || next >= last_marked_) Open(i + found.lines);
    return found.lines;
  }

  std::vector<TextLine>& lines_;
  std::span<const std::string_view> folded_;
  size_t last_marked_ = 0;
  bool below_ = false;      // unmarked lines are quoted from here on
  bool forwarded_ = false;  // and they are of a mail that is passed on
  bool said_ = false;       // the writer has said something
  bool told_ = false;       // and it was more than a name
  bool notice_ = false;     // that there is something new
};

}  // namespace

std::vector<TextLine> ReadLines(std::string_view text) {
  std::vector<TextLine> lines = CutLines(text);
  LeavePrompts(text, lines);
  TakeOtherMarks(lines);
  const FoldedLines folded(lines);
  Splitter(lines, folded.Views()).Run();
  FindClosings(lines, folded.Views());
  return lines;
}

}  // namespace threadlint::mail
