#include "mail/link_sentences.h"

#include "util/ascii.h"
#include "util/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace threadlint::mail {

namespace {

bool IsListItem(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2");
}

// A character a sentence begins with; of letters that have case, the capitals.
bool CanBegin(std::string_view text) {
  if (text.empty()) return true;
  if (util::IsUpper(text.front()) || text.front() == '"' || text.front() == '\'' ||
      text.front() == '(' || text.front() == '[' || text.front() == '*')
    return true;
  if (static_cast<unsigned char>(text.front()) < 0x80) return false;
  size_t at = 0;
  const char32_t c = util::DecodeUtf8(text, at);
  if (c < 0x100) return c < 0xDF && c != 0xB5 && c != 0xBA && c != 0xAA;
  if (c < 0x180) return c % 2 == 0;  // nearly all of Latin Extended-A: capital, small, capital ...
  return !(c >= 0x3AC && c < 0x3CF) && !(c >= 0x430 && c < 0x460);
}

// Bytes that a mark at the end of a sentence can begin with.
constexpr std::array<bool, 256> kStops = [] {
  std::array<bool, 256> out{};
  for (const char mark : {'.', '!', '?', '\xE2', '\xE3', '\xEF'})
    out[static_cast<unsigned char>(mark)] = true;
  return out;
}();

bool MayStop(char c) { return kStops[static_cast<unsigned char>(c)]; }

// The length of a mark that ends a sentence, at `at`; `wide`: no blank need follow.
size_t StopLength(std::string_view text, size_t at, bool& wide) {
  const char c = text[at];
  wide = false;
  if (c == '.' || c == '!' || c == '?') return 1;
  if (!MayStop(c)) return 0;
  constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
  if (text.substr(at).starts_with(kEllipsis)) return kEllipsis.size();
  for (const std::string_view mark : {"\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F"}) {
    if (!text.substr(at).starts_with(mark)) continue;
    wide = true;
    return mark.size();
  }
  return 0;
}

// Closing quotation marks and brackets at `at`.
size_t ClosingLength(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '*') return 1;
  for (const std::string_view mark : {"\xE2\x80\x9D", "\xE2\x80\x9C", "\xE2\x80\x99", "\xC2\xBB"})
    if (text.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

}  // namespace

std::vector<Paragraph> ReadParagraphs(std::span<const TextLine> lines) {
  std::vector<Paragraph> out;
  bool open = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    const LineVoice voice = IsOthersVoice(line.voice) ? LineVoice::kQuoted : line.voice;
    if (line.text.empty() ||
        (voice != LineVoice::kOwn && voice != LineVoice::kQuoted && voice != LineVoice::kFooter)) {
      open = false;
      continue;
    }
    if (!open || line.depth != lines[i - 1].depth || voice != out.back().voice ||
        IsListItem(line.text))
      out.push_back({lines.subspan(i, 0), voice});
    std::span<const TextLine>& taken = out.back().lines;
    taken = {taken.data(), taken.size() + 1};
    open = true;
  }
  return out;
}

ParagraphText::ParagraphText(std::span<const TextLine> lines) {
  size_t size = 0;
  for (const TextLine& line : lines) size += line.text.size() + 1;
  text_.reserve(size);
  for (const TextLine& line : lines) text_.append(line.text).append(" ");
  if (!text_.empty()) text_.pop_back();
  lines_.reserve(lines.size());
  size_t at = 0;
  for (const TextLine& line : lines) {
    lines_.push_back(Text().substr(at, line.text.size()));
    at += line.text.size() + 1;
  }
}

std::vector<std::string_view> ParagraphText::Pieces() const {
  constexpr size_t kNarrowest = 56;  // no program wraps narrower
  std::vector<std::string_view> out;
  const char* begin = text_.data();
  for (size_t i = 0; i < lines_.size(); ++i) {
    const bool last = i + 1 == lines_.size();
    if (!last && lines_[i].size() + 1 + lines_[i + 1].substr(0, lines_[i + 1].find(' ')).size() >=
                     kNarrowest)
      continue;
    const char* const end = lines_[i].data() + lines_[i].size();
    out.emplace_back(begin, static_cast<size_t>(end - begin));
    begin = end + (last ? 0 : 1);
  }
  return out;
}

std::string_view LinesAsText(std::span<const TextLine> lines, std::string& memory) {
  if (lines.size() == 1) return lines.front().text;
  memory.clear();
  for (const TextLine& line : lines) memory.append(line.text).push_back('\n');
  return memory;
}

std::vector<std::string_view> SplitSentences(std::string_view text) {
  std::vector<std::string_view> out;
  const auto give = [&](size_t begin, size_t end) {
    const std::string_view sentence = util::Trim(text.substr(begin, end - begin));
    if (!sentence.empty()) out.push_back(sentence);
  };
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    if (!MayStop(text[at])) {
      ++at;
      continue;
    }
    bool wide = false, any_wide = false;
    size_t length = StopLength(text, at, wide);
    if (length == 0) {
      ++at;
      continue;
    }
    while (length > 0) {
      any_wide = any_wide || wide;
      at += length;
      length = at < text.size() ? StopLength(text, at, wide) : 0;
    }
    while (at < text.size() && (length = ClosingLength(text, at)) > 0) at += length;
    const std::string_view rest = text.substr(at);
    const std::string_view next = util::TrimLeft(rest);
    if (!any_wide && (next.size() == rest.size() || !CanBegin(next)) && !next.empty()) continue;
    give(begin, at);
    begin = at;
  }
  give(begin, text.size());
  return out;
}

std::vector<SentencePart> PartsIn(std::string_view piece,
                                  std::span<const std::string_view> sentences) {
  const char* const begin = piece.data();
  const char* const end = begin + piece.size();
  std::vector<SentencePart> out;
  auto at = std::ranges::upper_bound(sentences, begin, {}, [](std::string_view sentence) {
    return sentence.data() + sentence.size();
  });
  for (; at != sentences.end() && at->data() < end; ++at) {
    const char* const from = std::max(at->data(), begin);
    const char* const to = std::min(at->data() + at->size(), end);
    const std::string_view part = util::Trim({from, static_cast<size_t>(to - from)});
    if (!part.empty()) out.push_back({part, part.size() < at->size()});
  }
  return out;
}

}  // namespace threadlint::mail
