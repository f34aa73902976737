#include "mail/link_hashes.h"

#include "mail/acknowledgement.h"
#include "mail/link_fold.h"
#include "util/ascii.h"
#include "util/hash.h"
#include "util/memo.h"
#include "util/sha256.h"
#include "util/utf8.h"

#include <algorithm>
#include <string>

namespace threadlint::mail {

namespace {

constexpr size_t kFewest = 20;  // letters and digits

// Web and mail addresses are written out, hidden or doubled as programs like.
bool IsAddress(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.find('@') != std::string_view::npos ||
         word.find("www.") != std::string_view::npos || word.starts_with("<mailto:") ||
         word.starts_with("[cid:");
}

bool Counts(char32_t c) {
  if (c < 0x80) return util::IsAlnum(static_cast<char>(c));
  return c >= 0x100 && !(c >= 0x2000 && c < 0x2070) && !(c >= 0x3000 && c < 0x3040) &&
         c != 0xFFFD && !(c >= 0xFF00 && c < 0xFF10);
}

bool HasFewest(std::string_view text) {
  if (text.size() < kFewest) return false;
  return static_cast<size_t>(std::ranges::count_if(text, [](char c) {
           return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
         })) >= kFewest;
}

// The length of the number at the beginning of `text`, with what parts its groups of digits.
size_t NumberLength(std::string_view text) {
  size_t end = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (util::IsDigit(text[i])) {
      end = i + 1;
    } else if (i != end || std::string_view(".,:/'-").find(text[i]) == std::string_view::npos) {
      break;
    }
  }
  return end;
}

bool IsHigh(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// Writes what counts of text[at, end) to text[to, …), which does not stand behind it, and returns
// where that ends.
size_t Compact(std::string& text, size_t at, size_t end, bool numbers, size_t to) {
  std::string wide;
  while (at < end) {
    const char c = text[at];
    if (!numbers && util::IsDigit(c)) {
      at += NumberLength(std::string_view(text).substr(at, end - at));
      text[to++] = '0';
    } else if (!IsHigh(c)) {
      text[to] = c;
      to += util::IsAlnum(c) ? 1 : 0;
      ++at;
    } else {
      const char32_t code_point = util::DecodeUtf8(std::string_view(text).substr(0, end), at);
      wide.clear();
      if (Counts(code_point)) util::AppendUtf8(code_point, wide);
      to = static_cast<size_t>(std::ranges::copy(wide, text.begin() + static_cast<long>(to)).out -
                               text.begin());
    }
  }
  return to;
}

// What counts of a sentence: letters and digits, its numbers as '0' each unless `numbers`; nothing
// of addresses.
std::string Reduce(std::string_view sentence, bool numbers) {
  std::string text = FoldText(sentence);
  size_t to = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    bool bare = true;  // letters and digits alone: no address
    for (; end < text.size() && text[end] != ' '; ++end)
      bare = bare && (util::IsAlnum(text[end]) || IsHigh(text[end]));
    if (bare || !IsAddress(std::string_view(text).substr(at, end - at)))
      to = Compact(text, at, end, numbers, to);
    at = end + 1;
  }
  text.resize(to);
  return text;
}

// The hash of a sentence; 0 if it is left out.
uint64_t HashOf(std::string_view sentence) {
  constexpr size_t kKnown = 16384;
  thread_local util::Memo<uint64_t, kKnown> known;
  return known.Of(sentence, [](std::string_view text) -> uint64_t {
    const std::string comparable = ComparableText(text);
    if (!HasFewest(comparable) || IsBoilerplate(text)) return 0;
    return HashText(comparable);
  });
}

void AddOnce(uint64_t hash, std::vector<uint64_t>& hashes) {
  if (std::ranges::find(hashes, hash) == hashes.end()) hashes.push_back(hash);
}

// Calls add(part) for what ends of pieces make of the sentences. Behind a closing follow names and
// departments.
template <typename Add>
void ForCut(std::span<const std::string_view> pieces, std::span<const std::string_view> sentences,
            const Add& add) {
  constexpr size_t kName = 60;  // bytes
  size_t asked = 0;             // pieces of which it is known whether they close
  bool closed = false;
  const auto closed_before = [&](size_t i) {
    for (; asked < i && !closed; ++asked) closed = IsBoilerplate(pieces[asked]);
    return closed;
  };
  for (size_t i = 0; i < pieces.size() && pieces.size() > 1; ++i) {
    const std::vector<SentencePart> parts = PartsIn(pieces[i], sentences);
    if (std::ranges::none_of(parts, &SentencePart::cut)) continue;
    const bool may_be_name = parts.size() < 2 && pieces[i].size() <= kName;
    if (may_be_name && closed_before(i)) continue;
    for (const SentencePart& part : parts)
      if (part.cut) add(part.text);
  }
}

// Of one paragraph, each once, at most kMostHashes.
std::vector<uint64_t> HashesOf(const Paragraph& paragraph) {
  std::vector<uint64_t> out;
  const auto add = [&](std::string_view sentence) {
    if (out.size() >= kMostHashes) return;
    if (const uint64_t hash = HashOf(sentence); hash != 0) AddOnce(hash, out);
  };
  // Both readings of a line end: wrapped by a program, or meant.
  const ParagraphText text(paragraph.lines);
  const std::vector<std::string_view> sentences = SplitSentences(text.Text());
  for (const std::string_view sentence : sentences) add(sentence);
  if (paragraph.lines.size() > 1) ForCut(text.Pieces(), sentences, add);
  return out;
}

}  // namespace

std::string ComparableText(std::string_view sentence) { return Reduce(sentence, true); }

std::string TextWithoutNumbers(std::string_view sentence) { return Reduce(sentence, false); }

uint64_t HashText(std::string_view comparable) { return util::HashBytes(comparable); }

uint64_t HashSkeleton(std::string_view without_numbers) {
  const util::Sha256Digest digest = util::Sha256Of(without_numbers);
  uint64_t hash = 0;
  for (size_t i = 0; i < sizeof hash; ++i) hash = hash << 8 | digest[i];
  return hash;
}

std::vector<uint64_t> HashSentences(std::span<const Paragraph> paragraphs, LineVoice voice) {
  constexpr size_t kKnown = 8192;
  thread_local util::Memo<std::vector<uint64_t>, kKnown> known;
  std::vector<uint64_t> out;
  std::string memory;
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.voice != voice) continue;
    const std::string_view key = LinesAsText(paragraph.lines, memory);
    for (const uint64_t hash : known.Of(key, [&](auto) { return HashesOf(paragraph); })) {
      if (out.size() >= kMostHashes) return out;
      AddOnce(hash, out);
    }
  }
  return out;
}

}  // namespace threadlint::mail
