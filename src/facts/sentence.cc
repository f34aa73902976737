#include "facts/sentence.h"

#include "facts/sentence_lines.h"
#include "facts/sentence_stops.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::facts {

namespace {

using sentences::ItemMarkLength;
using sentences::LineHabits;

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const mail::TextLine> lines)
      : text_(text), lines_(lines), habits_(lines) {}

  std::vector<Sentence> Split() && {
    for (size_t i = 0; i < lines_.size();) {
      if (!IsOwn(i)) {
        // Behind an empty line an introduction reaches list entries alone.
        if (lines_[i].text.empty()) {
          after_gap_ = true;
        } else {
          introduction_ = kNoSentence;
        }
        EndParagraph();
        ++i;
        continue;
      }
      size_t last = i;
      while (last + 1 < lines_.size() && IsOwn(last + 1) && Continues(last)) ++last;
      SplitRun(i, last);
      i = last + 1;
    }
    return std::move(out_);
  }

 private:
  bool IsOwn(size_t i) const {
    return lines_[i].voice == mail::LineVoice::kOwn && !lines_[i].text.empty();
  }

  size_t BeginOf(size_t i) const {
    return static_cast<size_t>(lines_[i].text.data() - text_.data());
  }

  bool Continues(size_t i) const {
    const std::string_view line = lines_[i].text;
    // Between marked lines stand their marks.
    if (lines_[i].depth > 0 || lines_[i + 1].depth > 0) return false;
    if (sentences::IsGreeting(line)) return false;
    return habits_.GoesOn(line, lines_[i + 1].text);
  }

  void EndParagraph() {
    if (paragraph_used_) ++paragraph_;
    paragraph_used_ = false;
  }

  // The lines from `first` to `last` are one run of text.
  void SplitRun(size_t first, size_t last) {
    const size_t begin = BeginOf(first);
    const std::string_view run =
        text_.substr(begin, BeginOf(last) + lines_[last].text.size() - begin);
    const bool colon = run.ends_with(':') && !sentences::IsGreeting(run);
    paragraph_used_ = true;
    const bool dash = lines_[first].text.starts_with('-') && IsDashList(first);
    line_item_ = dash || ItemMarkLength(run) > 0;
    if (after_gap_ && !line_item_) introduction_ = kNoSentence;
    after_gap_ = false;
    size_t at = dash && ItemMarkLength(run) == 0 ? 1 : 0;
    if (const size_t greeting = sentences::GreetingLength(run); greeting > 0) {
      Give(begin, run, 0, greeting);
      at = greeting;
    }
    for (size_t place = at; place < run.size(); ++place) {
      if (!sentences::MayStop(run[place])) continue;
      const size_t end = sentences::SentenceEnd(run, place, habits_.Capitals());
      // A mark of a list is no sentence: "1. Send it."
      if (end == 0 || IsMark(run, at, end)) {
        while (place + 1 < run.size() && run[place] == '.' && run[place + 1] == '.') ++place;
        continue;
      }
      Give(begin, run, at, end);
      at = end;
      place = end - 1;
    }
    Give(begin, run, at, run.size());
    if (colon && !out_.empty()) introduction_ = static_cast<uint32_t>(out_.size() - 1);
  }

  static bool IsMark(std::string_view run, size_t at, size_t end) {
    while (at < end && util::IsSpace(run[at])) ++at;
    const size_t mark = ItemMarkLength(run.substr(at, 16));
    return mark > 0 && at + mark >= end;
  }

  // "-serial number" in several lines.
  bool IsDashList(size_t i) const {
    const auto dashed = [&](size_t line) {
      const std::string_view text = lines_[line].text;
      return IsOwn(line) && text.size() > 2 && text[0] == '-' && text[1] != '-';
    };
    return dashed(i) && ((i > 0 && dashed(i - 1)) || (i + 1 < lines_.size() && dashed(i + 1)));
  }

  void Give(size_t run_begin, std::string_view run, size_t from, size_t to) {
    while (from < to && IsBlankAt(run, from)) from += BlankAt(run, from);
    size_t mark = ItemMarkLength(run.substr(from, to - from));
    // Within a line only numbers and letters mark: "Thanks. - Ann"
    if (from > 1 && mark > 0 && run[from] != '(' && !util::IsAlnum(run[from])) mark = 0;
    const bool item = mark > 0 || (from <= 1 && line_item_);
    from += mark;
    while (to > from && util::IsSpace(run[to - 1])) --to;
    while (from < to) {
      size_t end = to;
      if (end - from > kLongestSentence) end = CutAt(run, from);
      Push(run_begin + from, run.substr(from, end - from), item);
      from = end;
      while (from < to && IsBlankAt(run, from)) from += BlankAt(run, from);
    }
  }

  static bool IsBlankAt(std::string_view run, size_t at) { return BlankAt(run, at) > 0; }
  static size_t BlankAt(std::string_view run, size_t at) {
    if (util::IsSpace(run[at])) return 1;
    return run.substr(at).starts_with("\xC2\xA0") ? 2 : 0;
  }

  static size_t CutAt(std::string_view run, size_t from) {
    size_t end = from + kLongestSentence;
    const size_t blank = run.substr(from, kLongestSentence + 1).find_last_of(" \n\t");
    if (blank != std::string_view::npos && blank > 0) return from + blank;
    while (end > from + 1 && (static_cast<unsigned char>(run[end]) & 0xC0) == 0x80) --end;
    return end;
  }

  void Push(size_t begin, std::string_view sentence, bool item) {
    Sentence out;
    out.begin = static_cast<uint32_t>(begin);
    out.length = static_cast<uint32_t>(util::TrimRight(sentence).size());
    out.paragraph = paragraph_;
    out.question = sentences::IsQuestion(sentence);
    out.item = item;
    out.introduced_by = introduction_;
    out.after_colon = introduction_ != kNoSentence;
    out_.push_back(out);
  }

  std::string_view text_;
  std::span<const mail::TextLine> lines_;
  LineHabits habits_;
  std::vector<Sentence> out_;
  uint32_t paragraph_ = 0;
  bool paragraph_used_ = false;
  bool after_gap_ = false;
  bool line_item_ = false;
  uint32_t introduction_ = kNoSentence;
};

}  // namespace

std::vector<Sentence> SplitSentences(std::string_view main_text,
                                     std::span<const mail::TextLine> lines) {
  return Splitter(main_text, lines).Split();
}

}  // namespace threadlint::facts
