#include "facts/value_scan.h"

#include "util/ascii.h"

#include <algorithm>

namespace threadlint::facts::values {

namespace {

constexpr size_t kMostBlanks = 6;

uint8_t Byte(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<uint8_t>(text[at]) : uint8_t{0};
}

bool IsContinuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Lead bytes of signs and punctuation: Latin-1 signs, U+2000 to U+2FFF, U+3000 to U+303F (nearly),
// presentation forms, pictures.
bool IsSignLead(uint8_t lead, uint8_t next) {
  return lead == 0xC2 || lead == 0xE2 || (lead == 0xE3 && next == 0x80) || lead == 0xEF ||
         lead >= 0xF0;
}

}  // namespace

size_t BlankLength(const Scan& scan, size_t at) {
  const char c = scan.At(at);
  if (c == ' ' || c == '\t') return 1;
  if (c == '\xC2' && scan.Stands(at, "\xC2\xA0")) return 2;
  if (c == '\xE2' && (scan.Stands(at, "\xE2\x80\xAF") || scan.Stands(at, "\xE2\x80\x89"))) return 3;
  return 0;
}

size_t SkipBlanks(const Scan& scan, size_t at) {
  bool line_end = false;
  for (size_t count = 0; count < kMostBlanks; ++count) {
    const size_t length = BlankLength(scan, at);
    if (length > 0) {
      at += length;
    } else if (scan.At(at) == '\n' && !line_end) {
      line_end = true;
      ++at;
    } else {
      break;
    }
  }
  return at;
}

size_t BlanksBefore(const Scan& scan, size_t at) {
  bool line_end = false;
  for (size_t count = 0; count < kMostBlanks && at > scan.floor; ++count) {
    const char c = scan.text[at - 1];
    if (c == ' ' || c == '\t') {
      --at;
    } else if (c == '\n' && !line_end) {
      line_end = true;
      --at;
    } else if (at >= 2 && BlankLength(scan, at - 2) == 2) {
      at -= 2;
    } else if (at >= 3 && BlankLength(scan, at - 3) == 3) {
      at -= 3;
    } else {
      break;
    }
  }
  return std::max(at, scan.floor);
}

size_t DashLength(const Scan& scan, size_t at) {
  const char c = scan.At(at);
  if (c == '-') return 1;
  if (c != '\xE2' || at + 2 >= scan.text.size()) return 0;
  const uint8_t second = Byte(scan.text, at + 1), third = Byte(scan.text, at + 2);
  return (second == 0x80 && third >= 0x90 && third <= 0x95) || (second == 0x88 && third == 0x92)
             ? 3
             : 0;
}

size_t SkipDash(const Scan& scan, size_t at) {
  size_t end = at + BlankLength(scan, at);
  const size_t length = DashLength(scan, end);
  if (length == 0) return at;
  end += length;
  return end + BlankLength(scan, end);
}

size_t LetterLength(std::string_view text, size_t at) {
  const uint8_t byte = Byte(text, at);
  if (byte < 0x80) return util::IsAlpha(static_cast<char>(byte)) ? 1 : 0;
  if (IsContinuation(byte) || IsSignLead(byte, Byte(text, at + 1))) return 0;
  const size_t length = byte < 0xE0 ? 2 : 3;
  return at + length <= text.size() ? length : 0;
}

size_t LetterBefore(std::string_view text, size_t at) {
  constexpr size_t kLongest = 3;
  for (size_t length = 1; length <= kLongest && length <= at; ++length) {
    if (IsContinuation(Byte(text, at - length))) continue;
    return LetterLength(text, at - length) == length ? length : 0;
  }
  return 0;
}

std::string_view WordAt(const Scan& scan, size_t at) {
  size_t end = at;
  while (end < at + kReach) {
    const size_t length = LetterLength(scan.text, end);
    if (length == 0) break;
    end += length;
  }
  return at < scan.text.size() ? scan.text.substr(at, end - at) : std::string_view();
}

std::string_view WordBefore(const Scan& scan, size_t at) {
  size_t begin = at;
  while (begin > scan.floor && at - begin < kReach) {
    const size_t length = LetterBefore(scan.text, begin);
    if (length == 0 || begin - length < scan.floor) break;
    begin -= length;
  }
  return scan.text.substr(begin, at - begin);
}

std::string_view PreviousWord(const Scan& scan, size_t at, bool signs) {
  size_t end = BlanksBefore(scan, at);
  constexpr size_t kMostSigns = 3;
  for (size_t i = 0; signs && i < kMostSigns && end > scan.floor; ++i) {
    if (std::string_view(":#.=(").find(scan.text[end - 1]) == std::string_view::npos) break;
    end = BlanksBefore(scan, end - 1);
  }
  if (!signs && end == at) return {};
  return WordBefore(scan, end);
}

FoldedWord::FoldedWord(std::string_view word) : text_() {
  constexpr std::string_view kLatin =  // U+00C0 to U+00FF
      "aaaaaaaceeeeiiiidnooooo?ouuuuy?saaaaaaaceeeeiiiidnooooo?ouuuuy?y";
  for (size_t at = 0; at < word.size();) {
    const uint8_t byte = Byte(word, at);
    char c = '\0';
    if (byte < 0x80) {
      c = util::ToLower(word[at++]);
    } else if (byte == 0xC3 && at + 1 < word.size()) {
      c = kLatin[Byte(word, at + 1) & 0x3F];
      if (Byte(word, at + 1) == 0x9F && size_ < text_.size()) text_[size_++] = 's';
      at += 2;
    } else if (word.substr(at).starts_with("\xC5\x82") || word.substr(at).starts_with("\xC5\x81")) {
      c = 'l';
      at += 2;
    }
    if (c == '\0' || size_ >= text_.size()) {
      size_ = 0;
      return;
    }
    text_[size_++] = c;
  }
}

bool IsOneOf(std::string_view word, std::string_view blank_separated) {
  if (word.empty()) return false;
  for (size_t at = 0; (at = blank_separated.find(word.front(), at)) != std::string_view::npos;
       ++at) {
    const size_t end = at + word.size();
    if (end > blank_separated.size()) return false;
    if ((at == 0 || blank_separated[at - 1] == ' ') &&
        (end == blank_separated.size() || blank_separated[end] == ' ') &&
        blank_separated.substr(at, word.size()) == word)
      return true;
  }
  return false;
}

bool IsFoldedOneOf(std::string_view word, std::string_view blank_separated) {
  const FoldedWord folded(word);
  return IsOneOf(folded.Text(), blank_separated);
}

bool UsesDecimalComma(const Scan& scan) {
  return IsOneOf(scan.context.language.substr(0, 2),
                 "de fr es it nl pt da sv nb nn no fi pl cs sk hu ro bg ru uk tr el hr sl");
}

uint64_t NormOfIdentifier(std::string_view text) {
  std::array<char, kReach> plain;
  size_t size = 0;
  for (const char c : text)
    if (util::IsAlnum(c) && size < plain.size()) plain[size++] = util::ToUpper(c);
  return StableHash({plain.data(), size});
}

Value MakeValue(ValueKind kind, size_t begin, size_t end, uint64_t norm) {
  Value value;
  value.kind = kind;
  value.begin = static_cast<uint32_t>(begin);
  value.length = static_cast<uint32_t>(end - begin);
  value.norm = norm;
  return value;
}

}  // namespace threadlint::facts::values
