#include "lint/quote_sentence.h"

#include "mail/body.h"
#include "mail/link_figures.h"
#include "util/ascii.h"
#include "util/utf8.h"

#include <algorithm>

namespace threadlint {
namespace {

// The part of the sentence's first line that is the same in the usual encodings.
std::string_view PlainBeginning(std::string_view line) {
  constexpr size_t kLongest = 24;  // encodings break lines
  const auto is_plain = [](char c) {
    return c >= ' ' && c < 0x7F && c != '=' && c != '&' && c != '<' && c != '>';
  };
  const auto end = std::ranges::find_if_not(line, is_plain);
  return line.substr(0, std::min(kLongest, static_cast<size_t>(end - line.begin())));
}

size_t CountIn(std::string_view text, std::string_view what) {
  size_t count = 0;
  for (size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; at += what.size())
    ++count;
  return count;
}

// Where what stands at `begin` of the text stands in the body: at the same occurrence of its first
// words, if they stand in both as often. npos if they do not.
size_t FindInBody(std::string_view text, size_t begin, std::string_view words,
                  std::string_view body) {
  constexpr size_t kFewest = 4;
  if (words.size() < kFewest || CountIn(text, words) != CountIn(body, words))
    return std::string_view::npos;
  size_t at = body.find(words);
  for (size_t before = CountIn(text.substr(0, begin), words); before > 0; --before)
    at = body.find(words, at + words.size());
  return at;
}

// A mail's main text, with the way back to where it stands in the raw mail.
class MainPart {
 public:
  explicit MainPart(std::string_view raw_mail) : mail_(raw_mail) {
    if (mail_.text_part() < 0) return;
    const mail::Part& part = mail_.structure().parts[static_cast<size_t>(mail_.text_part())];
    body_begin_ = part.body_begin;
    body_ = raw_mail.substr(part.body_begin, part.body_end - part.body_begin);
  }

  // Empty if the mail has none.
  const std::string& text() const { return mail_.text(); }
  // Of what stands at `begin` of the text, in its line `line`; 0 if it cannot be told.
  uint64_t OffsetOf(size_t begin, std::string_view line) const {
    const size_t at = FindInBody(text(), begin, PlainBeginning(line), body_);
    return at == std::string_view::npos ? 0 : body_begin_ + at;
  }

 private:
  const mail::Body mail_;
  std::string_view body_;
  size_t body_begin_ = 0;
};

}  // namespace

Quote QuoteSentence(std::string_view raw_mail, mail::LineVoice voice, uint64_t skeleton,
                    size_t longest) {
  Quote out;
  const MainPart main(raw_mail);
  const std::string& text = main.text();
  const mail::Passage found = mail::FindFigures(text, voice, skeleton);
  if (found.text.empty()) return out;
  out.text = found.text;
  if (out.text.size() > longest) out.text.resize(longest);
  out.text = util::MakeValidUtf8(out.text);
  out.offset =
      main.OffsetOf(found.begin, std::string_view(text).substr(found.begin, found.line_length));
  return out;
}

Quote QuoteLineWith(std::string_view raw_mail, std::string_view what, size_t longest) {
  Quote out;
  if (what.empty()) return out;
  const MainPart main(raw_mail);
  const std::string& text = main.text();
  size_t found = std::string_view::npos;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    const bool own = !line.starts_with('>');
    if ((own || found == std::string_view::npos) &&
        util::FindIgnoreCase(line, what) != std::string_view::npos)
      found = begin;
    begin = end + 1;
  }
  if (found == std::string_view::npos) return out;
  const std::string_view line =
      std::string_view(text).substr(found, std::min(text.find('\n', found), text.size()) - found);
  out.text = util::MakeValidUtf8(std::string(line.substr(0, longest)));
  out.offset = main.OffsetOf(found, line);
  return out;
}

Quote QuoteRange(std::string_view raw_mail, size_t begin, size_t length, size_t longest) {
  Quote out;
  const MainPart main(raw_mail);
  const std::string& text = main.text();
  if (begin >= text.size()) return out;
  const std::string_view found = std::string_view(text).substr(begin, length);
  for (const char c : found.substr(0, longest)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank || (!out.text.empty() && out.text.back() != ' ')) out.text += blank ? ' ' : c;
  }
  out.text = util::MakeValidUtf8(out.text);
  const std::string_view line = found.substr(0, std::min(found.find('\n'), found.size()));
  out.offset = main.OffsetOf(begin, line);
  return out;
}

uint64_t CountRestoredLines(std::string_view raw_mail, source::Quoting quoting) {
  if (quoting == source::Quoting::kNone) return 0;
  uint64_t count = 0;
  for (size_t at = 0; (at = raw_mail.find("From ", at)) != std::string_view::npos; ++at) {
    size_t begin = at;
    if (quoting == source::Quoting::kMboxrd)
      while (begin > 0 && raw_mail[begin - 1] == '>') --begin;
    count += begin > 0 && raw_mail[begin - 1] == '\n' ? 1 : 0;
  }
  return count;
}

}  // namespace threadlint
