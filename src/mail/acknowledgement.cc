#include "mail/acknowledgement.h"

#include "mail/link_fold.h"
#include "mail/link_phrases.h"
#include "util/ascii.h"
#include "util/memo.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace threadlint::mail {

namespace {

using KindSet = unsigned;
constexpr KindSet Bit(PhraseKind kind) { return 1U << static_cast<unsigned>(kind); }

// Beyond these it is no such mail, whatever it says.
constexpr size_t kMostSentences = 40;
constexpr size_t kMostBytes = 6000;

struct Words {
  std::vector<PhraseWord> words;
  std::vector<size_t> clause;  // of each word, ascending
};

// What a byte can be in a sentence.
constexpr uint8_t kWordByte = 1, kDigit = 2, kColon = 4, kAtSign = 8, kBlank = 16, kClauseEnd = 32;

constexpr std::array<uint8_t, 256> kBytes = [] {
  std::array<uint8_t, 256> out{};
  for (size_t c = 0; c < out.size(); ++c)
    if (c >= 0x80 || util::IsAlnum(static_cast<char>(c))) out[c] = kWordByte;
  for (size_t c = '0'; c <= '9'; ++c) out[c] |= kDigit;
  out[':'] |= kColon;
  out['@'] |= kAtSign;
  out[' '] = out['\n'] = kBlank;
  for (const char c : {',', ';', ':', '(', ')'}) out[static_cast<size_t>(c)] |= kClauseEnd;
  return out;
}();

uint8_t KindOf(char c) { return kBytes[static_cast<unsigned char>(c)]; }
bool IsWordByte(char c) { return (KindOf(c) & kWordByte) != 0; }

// What stands to the next blank, and what can be seen in it.
struct Chunk {
  std::string_view text;
  uint8_t kinds = 0;

  Chunk(std::string_view folded, size_t begin) {
    size_t end = begin;
    for (; end < folded.size() && (KindOf(folded[end]) & kBlank) == 0; ++end)
      kinds |= KindOf(folded[end]);
    text = folded.substr(begin, end - begin);
  }

  bool IsAddress() const {
    return (kinds & kAtSign) != 0 || text.starts_with("www.") ||
           ((kinds & kColon) != 0 && text.find("://") != std::string_view::npos);
  }
  // "20931", "hk-20931,", not "24h".
  bool IsNumber() const {
    if ((kinds & kDigit) == 0) return false;
    std::string_view bare = text;
    while (!bare.empty() && !IsWordByte(bare.back())) bare.remove_suffix(1);
    return bare != "24h" && bare != "48h" && bare != "72h";
  }
};

// Words of a folded sentence. Addresses and numbers are left out: they name, they do not say.
Words ReadWords(std::string_view folded) {
  Words out;
  constexpr size_t kAverage = 5;  // bytes a word, or more
  out.words.reserve(folded.size() / kAverage);
  out.clause.reserve(folded.size() / kAverage);
  size_t clause = 0;
  for (size_t at = 0; at < folded.size();) {
    const char c = folded[at];
    if (!IsWordByte(c)) {
      if ((KindOf(c) & kClauseEnd) != 0 || (c == ' ' && folded.substr(at).starts_with(" - ")))
        ++clause;
      ++at;
      continue;
    }
    size_t end = at;
    while (end < folded.size() && IsWordByte(folded[end])) ++end;
    const Chunk whole(folded, at);
    if (whole.IsAddress() || whole.IsNumber()) {
      if ((whole.kinds & kClauseEnd) != 0) ++clause;
      at += whole.text.size();
      continue;
    }
    std::string_view word = folded.substr(at, end - at);
    at = end;
    std::string mail;
    if (word == "e" && folded.substr(end).starts_with("-mail")) {
      end += 1;
      while (end < folded.size() && IsWordByte(folded[end])) ++end;
      mail = "e" + std::string(folded.substr(at + 1, end - at - 1));
      word = mail;
      at = end;
    }
    out.words.push_back(LookUpPhraseWord(word));
    if (out.words.back().conjunction) ++clause;
    out.clause.push_back(clause);
  }
  return out;
}

// Without what stands in quotation marks: it names somebody else's words.
std::string WithoutQuotations(std::string folded) {
  constexpr size_t kLongest = 160;
  for (size_t open = folded.find('"'); open != std::string::npos; open = folded.find('"', open)) {
    const size_t close = folded.find('"', open + 1);
    if (close == std::string::npos) break;
    if (close - open > kLongest) {
      open = close;
      continue;
    }
    folded.replace(open, close + 1 - open, " ");
  }
  return folded;
}

// Words of one clause that may belong to no phrase, by the phrases that stand in it.
size_t Allowance(KindSet kinds) {
  constexpr size_t kNone = 1, kBeside = 2, kWithin = 4, kLoose = 8;
  constexpr KindSet kTelling = Bit(PhraseKind::kReceipt) | Bit(PhraseKind::kThanks) |
                               Bit(PhraseKind::kPromise) | Bit(PhraseKind::kClosed) |
                               Bit(PhraseKind::kRate);
  constexpr KindSet kAside = Bit(PhraseKind::kSelfHelp) | Bit(PhraseKind::kFeedback);
  if (kinds == 0) return kNone;
  if ((kinds & kAside) != 0) return kLoose;
  return (kinds & kTelling) != 0 ? kWithin : kBeside;
}

// What a sentence is made of.
struct Made {
  KindSet kinds = 0;    // of phrase; none if a clause says something else
  bool silent = false;  // there are no words in it
};

Made ReadSentence(std::string_view sentence) {
  const Words read = ReadWords(WithoutQuotations(FoldText(sentence)));
  const size_t count = read.words.size();
  if (count == 0) return {0, true};
  const std::vector<PhraseMatch> matches = FindPhrases(read.words);
  if (matches.empty()) return {};
  std::vector<KindSet> cover(count);  // kinds of the phrases over each word
  KindSet kinds = 0;
  for (const PhraseMatch& match : matches) {
    kinds |= Bit(match.kind);
    for (size_t i = match.begin; i < match.end; ++i) cover[i] |= Bit(match.kind);
  }
  const bool self_help = (kinds & Bit(PhraseKind::kSelfHelp)) != 0;
  for (size_t begin = 0; begin < count;) {
    size_t end = begin, foreign = 0;
    KindSet here = 0;
    for (; end < count && read.clause[end] == read.clause[begin]; ++end) {
      here |= cover[end];
      if (cover[end] == 0 && !read.words[end].filler) ++foreign;
      if (!self_help && read.words[end].matter) return {};
    }
    if (foreign > Allowance(here)) return {};
    begin = end;
  }
  return {kinds, false};
}

const Made& KnownSentence(std::string_view sentence) {
  constexpr size_t kKnown = 8192;
  thread_local util::Memo<Made, kKnown> known;
  return known.Of(sentence, ReadSentence);
}

bool EndsSentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

// Names, subject lines in quotation marks, rows of links and numbers.
bool IsLabel(std::string_view line) {
  constexpr size_t kWords = 6;
  const std::string folded = FoldText(line);
  const std::string_view text = util::Trim(folded);
  if (text.size() > 1 && text.front() == '"' && text.back() == '"') return true;
  const size_t words = static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
  if (words > kWords || EndsSentence(text)) return false;
  if (text.find(':') != std::string_view::npos) return true;
  const Words read = ReadWords(folded);
  return std::ranges::none_of(read.words, &PhraseWord::matter);
}

}  // namespace

bool IsBoilerplate(std::string_view sentence) {
  constexpr size_t kLongest = 400;
  constexpr auto kNumber = 5;  // digits: the number of a ticket or an order tells matters apart
  if (sentence.size() > kLongest ||
      std::count_if(sentence.begin(), sentence.end(), util::IsDigit) >= kNumber)
    return false;
  return KnownSentence(sentence).kinds != 0;
}

Purpose ReadPurpose(std::span<const Paragraph> paragraphs) {
  size_t bytes = 0, sentences = 0;
  KindSet kinds = 0;
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.voice == LineVoice::kQuoted) continue;
    const ParagraphText text(paragraph.lines);
    for (const std::string_view piece : text.Pieces()) {
      bytes += piece.size();
      for (const std::string_view sentence : SplitSentences(piece)) {
        if (++sentences > kMostSentences || bytes > kMostBytes) return {};
        const Made& made = KnownSentence(sentence);
        if (made.kinds == 0 && !made.silent && !IsLabel(sentence)) return {};
        kinds |= made.kinds;
      }
    }
  }
  const auto has = [&](PhraseKind kind) { return (kinds & Bit(kind)) != 0; };
  const bool receipt = has(PhraseKind::kReceipt);
  const bool thanks =
      has(PhraseKind::kThanks) &&
      (has(PhraseKind::kPromise) || has(PhraseKind::kReference) || has(PhraseKind::kAutomatic));
  Purpose out;
  out.asks_for_rating = has(PhraseKind::kRate) && !receipt;
  out.acknowledges = !out.asks_for_rating && !has(PhraseKind::kClosed) && (receipt || thanks);
  return out;
}

}  // namespace threadlint::mail
