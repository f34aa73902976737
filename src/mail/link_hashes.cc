#include "mail/link_hashes.h"

#include "mail/acknowledgement.h"
#include "mail/link_fold.h"
#include "util/ascii.h"
#include "util/sha256.h"
#include "util/utf8.h"

#include <algorithm>
#include <string>
#include <unordered_set>

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

size_t CountCharacters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
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

std::string Reduce(std::string_view sentence, bool numbers) {
  std::string out;
  const std::string folded = FoldText(sentence);
  const std::string_view text = folded;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (IsAddress(word)) continue;
    for (size_t i = 0; i < word.size();) {
      if (const size_t length = numbers ? 0 : NumberLength(word.substr(i)); length > 0) {
        out += '0';
        i += length;
        continue;
      }
      const char32_t c = util::DecodeUtf8(word, i);
      if (Counts(c)) util::AppendUtf8(c, out);
    }
  }
  return out;
}

class Collector {
 public:
  bool Full() const { return hashes_.size() >= kMostHashes; }

  void Add(std::string_view text) {
    for (const std::string_view sentence : SplitSentences(text)) {
      if (Full()) return;
      const std::string comparable = ComparableText(sentence);
      if (CountCharacters(comparable) < kFewest || IsBoilerplate(sentence)) continue;
      const uint64_t hash = HashText(comparable);
      if (seen_.insert(hash).second) hashes_.push_back(hash);
    }
  }

  std::vector<uint64_t> Take() { return std::move(hashes_); }

 private:
  std::vector<uint64_t> hashes_;
  std::unordered_set<uint64_t> seen_;
};

}  // namespace

std::string ComparableText(std::string_view sentence) { return Reduce(sentence, true); }

std::string TextWithoutNumbers(std::string_view sentence) { return Reduce(sentence, false); }

uint64_t HashText(std::string_view comparable) {
  const util::Sha256Digest digest = util::Sha256Of(comparable);
  uint64_t hash = 0;
  for (size_t i = 0; i < sizeof hash; ++i) hash = hash << 8 | digest[i];
  return hash;
}

std::vector<uint64_t> HashSentences(std::span<const Paragraph> paragraphs, LineVoice voice) {
  constexpr size_t kName = 60;  // bytes
  Collector collector;
  for (const Paragraph& paragraph : paragraphs) {
    if (paragraph.voice != voice) continue;
    if (collector.Full()) break;
    // Both readings of a line end: wrapped by a program, or meant.
    collector.Add(JoinLines(paragraph.lines));
    const std::vector<std::string> pieces = JoinWrapped(paragraph);
    if (pieces.size() < 2) continue;
    bool closed = false;  // names and departments follow a closing
    for (const std::string& piece : pieces) {
      if (!closed || SplitSentences(piece).size() > 1 || piece.size() > kName) collector.Add(piece);
      closed = closed || IsBoilerplate(piece);
    }
  }
  return collector.Take();
}

}  // namespace threadlint::mail
