#include "mail/own_closing.h"

#include "mail/link_fold.h"
#include "mail/link_number_words.h"
#include "mail/own_boilerplate.h"
#include "mail/own_heading.h"
#include "mail/own_sign_off.h"
#include "mail/own_signature_line.h"
#include "mail/text.h"
#include "util/ascii.h"
#include "util/memo.h"

#include <algorithm>
#include <string>

namespace threadlint::mail {

namespace {

// `folded` is of that text.
const SignatureLine& KnownSignatureLine(std::string_view text, std::string_view folded) {
  constexpr size_t kKnown = 8192;
  thread_local util::Memo<SignatureLine, kKnown> known;
  return known.Of(text, [&](std::string_view line) { return ReadSignatureLine(line, folded); });
}

const Boilerplate& KnownBoilerplate(std::string_view folded) {
  constexpr size_t kKnown = 4096;
  thread_local util::Memo<Boilerplate, kKnown> known;
  return known.Of(folded, FindBoilerplate);
}

// More lines below a name are no signature.
constexpr size_t kMostSignatureLines = 16;
constexpr size_t kMostBelowRule = 24;

// Lines that the writer wrote in one piece.
class Piece {
 public:
  Piece(std::vector<TextLine>& lines, std::span<const std::string_view> folded, size_t begin,
        size_t end)
      : lines_(lines),
        folded_(folded),
        begin_(begin),
        end_(end),
        whole_begin_(begin),
        whole_end_(end),
        fence_at_(begin) {}

  // `closes`: nothing of the writer follows, so that signatures without a rule can stand here.
  void Read(bool closes) {
    Banner();
    SkipFences();
    SkipEmpty();
    if (closes) Peel();
    // Above a signature that a program adds the writer may have signed himself.
    const bool below_rule = SignatureBelowRule();
    if (closes && below_rule) Peel();
    if (closes && Signature()) Peel();
    Devices();
    Rules();
  }

 private:
  bool Empty(size_t i) const { return lines_[i].text.empty(); }
  bool Taken(size_t i) const { return lines_[i].voice != LineVoice::kOwn; }
  void Give(size_t begin, size_t end, LineVoice voice) {
    for (size_t i = begin; i < end; ++i)
      if (!Taken(i)) lines_[i].voice = voice;
  }

  // Nothing in code between ``` and ``` is a signature.
  void SkipFences() {
    size_t fences = 0, last = begin_;
    for (size_t i = begin_; i < end_; ++i) {
      if (!folded_[i].starts_with("```")) continue;
      ++fences;
      last = i;
    }
    if (fences % 2 == 0 && fences > 0) floor_ = last + 1;
  }

  void SkipEmpty() {
    while (begin_ < end_ && (Empty(begin_) || lines_[begin_].voice == LineVoice::kMarker)) ++begin_;
    while (end_ > begin_ && (Empty(end_ - 1) || Taken(end_ - 1) || IsBare(end_ - 1))) --end_;
  }

  // A rule, or a sign that stands for nothing: the dot that a tracking picture leaves.
  bool IsBare(size_t i) const {
    const std::string_view line = folded_[i];
    return IsRule(line) || line == "--" || line == "\xE1\x90\xA7" ||
           (line == "." && lines_[i].text.size() == 1) ||
           line.find_first_not_of("-_=*~# |+") == std::string_view::npos;
  }

  void Banner() {
    constexpr size_t kMostParagraphs = 3;
    if (begin_ > 0 && !OnlyMarkersBefore()) return;
    size_t at = begin_;
    for (size_t n = 0; n < kMostParagraphs; ++n) {
      while (at < end_ && (Empty(at) || IsBare(at))) ++at;
      const size_t count = GatewayBannerLines(folded_.subspan(at, std::min(end_ - at, size_t{8})));
      if (count == 0) return;
      Give(begin_, at + count, LineVoice::kMarker);
      begin_ = at += count;
    }
  }
  bool OnlyMarkersBefore() const {
    for (size_t i = 0; i < begin_; ++i)
      if (!Empty(i) && lines_[i].voice != LineVoice::kMarker) return false;
    return true;
  }

  // The paragraph that ends before `end`: its first line. A rule parts as an empty line does.
  size_t ParagraphBegin(size_t end) const {
    constexpr size_t kMostLines = 100;  // longer ones are no boilerplate
    const size_t least = end - std::min(end - begin_, kMostLines);
    size_t at = end;
    while (at > least && !Empty(at - 1) && !Taken(at - 1) && !IsBare(at - 1)) --at;
    return at;
  }

  // Folded, also where the line is overlong.
  std::string Joined(size_t begin, size_t end) const {
    constexpr size_t kMost = 4096;
    std::string out;
    for (size_t i = begin; i < end && out.size() < kMost; ++i) {
      if (!out.empty()) out += ' ';
      if (folded_[i] == ".") {
        out += FoldText(lines_[i].text.substr(0, kMost));
      } else {
        out += folded_[i];
      }
    }
    return out;
  }

  LineVoice VoiceBelow(size_t begin, size_t end) const {
    if (end - begin == 1 && IsDeviceSignature(folded_[begin])) return LineVoice::kSignature;
    return KnownBoilerplate(Joined(begin, end)).voice;
  }

  // Takes boilerplate off the end, a paragraph or the last lines of one at a time, as long as
  // something remains above.
  void Peel() {
    while (true) {
      SkipEmpty();
      if (begin_ == end_) return;
      size_t begin = ParagraphBegin(end_);
      if (IsDeviceSignature(folded_[end_ - 1])) {
        // A mail of nothing else has no other words.
        if (end_ - 1 == begin_) return;
        Give(end_ - 1, end_, LineVoice::kSignature);
        --end_;
        continue;
      }
      const Boilerplate found = KnownBoilerplate(Joined(begin, end_));
      LineVoice voice = found.voice;
      // "Regards," and a name may stand right above it.
      if (voice != LineVoice::kOwn && end_ - begin > 1 &&
          (ReadSignOff(lines_[begin].text, folded_[begin]).kind != SignOff::kNone ||
           IsName(lines_[begin].text, folded_[begin], false)))
        if (size_t first = begin; LastLines(first) == voice) begin = first;
      // All that there is cannot be what stands below it.
      if (voice == LineVoice::kOwn ? found.held : begin == begin_) voice = LastLines(begin);
      if (voice == LineVoice::kOwn || begin == begin_) return;
      if (IsReferenceIn(begin, end_)) return;
      Give(begin, end_, voice);
      end_ = begin;
    }
  }
  // Of the last lines of the paragraph, which stand below other words; moves `begin` to the first.
  LineVoice LastLines(size_t& begin) const {
    constexpr size_t kMostLines = 12, kWrapped = 60;
    for (size_t at = std::max(begin + 1, end_ - std::min(end_, kMostLines)); at < end_; ++at) {
      const std::string_view above = folded_[at - 1];
      if (above.size() >= kWrapped && !above.ends_with('.')) continue;
      const LineVoice voice = KnownBoilerplate(Joined(at, end_)).voice;
      if (voice == LineVoice::kOwn) continue;
      begin = at;
      return voice;
    }
    return LineVoice::kOwn;
  }

  // "Order 4711", "[1] https://…": said, wherever it stands.
  bool IsReference(size_t i) const {
    const std::string_view line = folded_[i];
    if (std::ranges::none_of(line, util::IsDigit)) return false;
    if (line.size() > 2 && line[0] == '[' && util::IsDigit(line[1])) return true;  // a footnote
    constexpr int kNear = 3;  // words between what it numbers and the number
    int near = 0;
    for (size_t at = 0; at < line.size();) {
      const size_t end = std::min(line.find_first_of(" :#,.-/()", at), line.size());
      const std::string_view word = line.substr(at, end - at);
      at = end + 1;
      if (word.empty()) continue;
      if (near > 0 && std::ranges::any_of(word, util::IsDigit)) return true;
      const NumberWord kind = NumberWordOf(word);
      near = kind == NumberWord::kMatter || kind == NumberWord::kStanding ? kNear
             : near > 0                                                   ? near - 1
                                                                          : 0;
    }
    return false;
  }
  bool IsReferenceIn(size_t begin, size_t end) const {
    constexpr size_t kFew = 2;  // a disclaimer may hold the word and a year
    if (end - begin > kFew) return false;
    for (size_t i = begin; i < end; ++i)
      if (folded_[i].size() < 60 && IsReference(i)) return true;
    return false;
  }

  bool SignatureBelowRule() {
    for (size_t i = end_; i-- > std::max(begin_, floor_);) {
      if (end_ - i > kMostBelowRule) return false;
      if (Taken(i)) continue;
      const bool sure = folded_[i] == "--";
      if (!sure && (!IsRule(folded_[i]) || folded_[i].find("- ") != std::string_view::npos))
        continue;
      const size_t first = NextFilled(i + 1);
      if (first == end_) continue;
      if (!sure && !IsBlock(first, end_, true)) continue;
      if (sure && (!IsShort(first, end_) || IsOutput(i))) continue;
      Take(i, end_, sure);
      return true;
    }
    return false;
  }
  // Programs begin lines of their output so as well.
  bool IsOutput(size_t rule) const {
    constexpr std::ptrdiff_t kMostRules = 2;
    const auto piece = folded_.subspan(begin_, end_ - begin_);
    return std::ranges::count(piece.first(rule - begin_), "--") >= kMostRules ||
           std::ranges::any_of(piece.subspan(rule + 1 - begin_), [](std::string_view line) {
             return line.starts_with("-- ") && line.size() > 3;
           });
  }
  // A section of the text would be longer, or go on in sentences.
  bool IsShort(size_t begin, size_t end) const {
    constexpr size_t kMostSentences = 8;  // lines
    size_t sentences = 0;
    for (size_t i = begin; i < end; ++i)
      if (!Empty(i) && KnownSignatureLine(lines_[i].text, folded_[i]).sentence &&
          KnownBoilerplate(Joined(i, i + 1)).voice == LineVoice::kOwn)
        ++sentences;
    return sentences <= kMostSentences;
  }

  size_t NextFilled(size_t i) const {
    while (i < end_ && Empty(i)) ++i;
    return i;
  }

  // Gives the lines of a signature their voice and ends the piece above it.
  void Take(size_t begin, size_t end, bool whole) {
    for (size_t i = begin; i < end; ++i) {
      if (!whole && IsPostscript(folded_[i])) {
        // It is the writer's to the end of its paragraph, and all below.
        break;
      }
      if (Taken(i) || (i > begin && IsReference(i))) continue;
      lines_[i].voice = LineVoice::kSignature;
    }
    end_ = begin;
  }

  // Lines [begin, end) have the form of a signature: of a name or a closing and what stands below.
  // Below a rule the first line may be anything, if there are ways to reach somebody.
  bool IsBlock(size_t begin, size_t end, bool below_rule = false) const {
    const SignOffLine sign_off = ReadSignOff(lines_[begin].text, folded_[begin]);
    size_t at = begin;
    bool named = sign_off.named;
    if (sign_off.kind != SignOff::kNone) {
      at = NextFilled(at + 1);
      // "Thanks in advance." above "Kind regards,"
      if (at < end && ReadSignOff(lines_[at].text, folded_[at]).kind != SignOff::kNone) {
        named = named || ReadSignOff(lines_[at].text, folded_[at]).named;
        at = NextFilled(at + 1);
      }
      if (at >= end) return named || (sign_off.kind == SignOff::kClosing && SaidBefore(begin));
    }
    size_t filled = 0, contacts = 0, loose = 0;
    bool first = true;
    for (size_t i = at; i < end; ++i) {
      if (Empty(i) || Taken(i)) continue;
      if (IsPostscript(folded_[i])) break;
      const SignatureLine line = KnownSignatureLine(lines_[i].text, folded_[i]);
      const bool name = line.name || (sign_off.kind != SignOff::kNone && first &&
                                      IsName(lines_[i].text, folded_[i], true));
      if (first && sign_off.kind == SignOff::kNone && !name && !line.contact &&
          (!below_rule || line.sentence))
        return false;
      first = false;
      if (IsBare(i) || IsReference(i)) continue;
      if (++filled > kMostSignatureLines) return false;
      if (name) {
        named = true;
      } else if (line.contact) {
        ++contacts;
      } else if (line.sentence) {
        // A motto or an offer below the address; else it is the mail that goes on.
        if (contacts == 0 && VoiceBelow(i, i + 1) == LineVoice::kOwn &&
            KnownBoilerplate(Joined(i, ParagraphEnd(i))).voice == LineVoice::kOwn)
          return false;
        if (++loose > 3) return false;
      } else {
        ++loose;
      }
    }
    constexpr size_t kMostLoose = 4;
    if (sign_off.kind != SignOff::kNone)
      return (named || contacts > 0) ? loose <= kMostLoose + 4 * contacts : loose <= 2;
    if (named) return loose <= (contacts > 0 ? kMostLoose + 2 + 2 * contacts : 3);
    if (below_rule && contacts > 0) return loose <= kMostLoose + 2 * contacts;
    return contacts >= 2 && loose <= 1;
  }
  size_t ParagraphEnd(size_t i) const {
    while (i < end_ && !Empty(i)) ++i;
    return i;
  }

  bool SaidBefore(size_t i) const {
    for (size_t k = begin_; k < i; ++k)
      if (!Empty(k) && !IsBare(k)) return true;
    return false;
  }

  // A signature without a rule: the first line from which on all has its form.
  bool Signature() {
    size_t window = end_, filled = 0;
    while (window > std::max(begin_, floor_) && filled <= kMostSignatureLines + 8) {
      --window;
      if (!Empty(window)) ++filled;
    }
    for (size_t i = window; i < end_; ++i) {
      if (Empty(i) || Taken(i) || !SaidBefore(i)) continue;
      const bool apart = Empty(i - 1) || IsBare(i - 1);
      const SignOffLine sign_off = ReadSignOff(lines_[i].text, folded_[i]);
      if (sign_off.kind == SignOff::kNone) {
        const bool dashed = folded_[i].starts_with('-') || folded_[i].starts_with("~") ||
                            folded_[i].starts_with('/');
        if (!apart && !dashed && !EndsPiece(i)) continue;
        const SignatureLine line = KnownSignatureLine(lines_[i].text, folded_[i]);
        if (!line.name && !line.contact && !IsDashedEnd(i)) continue;
        // A link below a text is what the text is about.
        if (!line.name && line.contact && folded_[i].find("://") != std::string_view::npos)
          continue;
        if (IntroducedByColon(i) || IsItem(i)) continue;
      }
      if (!IsBlock(i, end_) && !IsDashedEnd(i)) continue;
      if (IsReference(i)) continue;
      Take(i, end_, false);
      return true;
    }
    return false;
  }
  // A name directly below a whole sentence or a closing, and at most two lines of the kind below.
  bool EndsPiece(size_t i) const {
    constexpr size_t kLongest = 24, kMostBelow = 2;
    const std::string_view above = folded_[i - 1];
    if (folded_[i].size() > kLongest || std::ranges::count(folded_[i], ' ') > 1 ||
        end_ - i > kMostBelow + 1 || !EndsSentence(above))
      return false;
    for (size_t k = i + 1; k < end_; ++k) {
      const SignatureLine line = KnownSignatureLine(lines_[k].text, folded_[k]);
      if (!line.name && !line.contact) return false;
    }
    return true;
  }
  // With a mark, or a picture in its place.
  static bool EndsSentence(std::string_view line) {
    constexpr size_t kPicture = 4;
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
           line.ends_with(',') || line.ends_with(')') ||
           (line.size() > kPicture &&
            static_cast<unsigned char>(line[line.size() - kPicture]) >= 0xF0);
  }
  // "-- Tom, N5EG" as the last line.
  bool IsDashedEnd(size_t i) const {
    constexpr size_t kLongest = 40;
    const std::string_view line = folded_[i];
    return i + 1 == end_ && line.starts_with("--") && line.size() > 3 && line.size() <= kLongest &&
           line[2] != '-' && !line.ends_with('.') && !line.ends_with('?') && !IsReference(i) &&
           (i == begin_ || !folded_[i - 1].starts_with("--"));
  }
  // "- Anna" below or above another line like it.
  bool IsItem(size_t i) const {
    if (!folded_[i].starts_with('-')) return false;
    const size_t next = NextFilled(i + 1);
    size_t before = i;
    while (before > begin_ && Empty(before - 1)) --before;
    const bool bare = next < end_ && folded_[next] == "--";  // of a signature below
    return (next < end_ && folded_[next].starts_with('-') && !bare) ||
           (before > begin_ && folded_[before - 1].starts_with('-'));
  }
  bool IntroducedByColon(size_t i) const {
    while (i > begin_ && Empty(i - 1)) --i;
    return i > begin_ && folded_[i - 1].ends_with(':');
  }

  // "Sent from my phone" may stand above a quotation that nothing marks.
  void Devices() {
    for (size_t i = whole_begin_ + 1; i < end_; ++i)
      if (!Empty(i) && !Taken(i) && Empty(i - 1) && (i + 1 == end_ || Empty(i + 1)) &&
          folded_[i].size() < 80 && IsDeviceSignature(folded_[i]) && !InFence(i))
        lines_[i].voice = LineVoice::kSignature;
    fence_at_ = whole_begin_;
    fence_ = false;
  }

  void Rules() {
    for (size_t i = whole_begin_; i < whole_end_; ++i)
      if (!Taken(i) && !Empty(i) && IsBare(i) && !InFence(i)) lines_[i].voice = LineVoice::kMarker;
  }
  // Between ``` and ``` stands code.
  bool InFence(size_t i) {
    while (fence_at_ < i) {
      if (folded_[fence_at_].starts_with("```")) fence_ = !fence_;
      ++fence_at_;
    }
    return fence_;
  }

  std::vector<TextLine>& lines_;
  std::span<const std::string_view> folded_;
  size_t begin_, end_;  // of what is still the writer's
  size_t whole_begin_, whole_end_;
  size_t floor_ = 0;  // signatures stand at or below it
  size_t fence_at_;
  bool fence_ = false;
};

}  // namespace

void FindClosings(std::vector<TextLine>& lines, std::span<const std::string_view> folded) {
  const size_t count = lines.size();
  const auto is_piece = [&](size_t i) {
    return lines[i].depth == 0 && lines[i].text != kSignatureEnd &&
           (lines[i].voice == LineVoice::kOwn || lines[i].voice == LineVoice::kMarker);
  };
  // From the end, for only what nothing of the writer's follows closes his mail.
  bool said_below = false;
  for (size_t end = count; end > 0;) {
    if (!is_piece(end - 1)) {
      --end;
      if (lines[end].text == kSignatureEnd) lines[end].voice = LineVoice::kMarker;
      continue;
    }
    size_t begin = end;
    while (begin > 0 && is_piece(begin - 1)) --begin;
    const bool closes = !said_below || (end < count && lines[end].voice == LineVoice::kHeading);
    Piece(lines, folded, begin, end).Read(closes);
    for (size_t i = begin; i < end && !said_below; ++i)
      said_below = lines[i].voice == LineVoice::kOwn && !lines[i].text.empty();
    end = begin;
  }
}

}  // namespace threadlint::mail
