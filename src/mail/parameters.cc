#include "mail/parameters.h"

#include "mail/comment.h"
#include "mail/encoded_word.h"
#include "util/ascii.h"
#include "util/charset.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <tuple>

namespace threadlint::mail {
namespace {

constexpr size_t kMaxParameters = 2000;

// One "name*3*=value" as written.
struct Piece {
  std::string name;      // lower case, without the marks
  int section = -1;      // of a continuation; -1: none
  bool encoded = false;  // percent-encoded (the name ends in '*')
  std::string bytes;
};

constexpr bool IsNameByte(char c) {
  return c > ' ' && c < 0x7F && c != ';' && c != '=' && c != '"' && c != '(' && c != ')' &&
         c != ',' && c != '<' && c != '>' && c != '?';
}

// Reads along the raw value; each byte is looked at a bounded number of times.
class Reader {
 public:
  explicit Reader(std::string_view s) : s_(s) {}

  bool AtEnd() const { return pos_ >= s_.size(); }
  char Peek() const { return s_[pos_]; }
  void Skip() { ++pos_; }

  // White space and comments, nested ones too; a comment that is never closed is no comment.
  void SkipBlanks() {
    while (!AtEnd()) {
      if (util::IsSpace(Peek())) {
        ++pos_;
      } else if (Peek() != '(' || !SkipComment()) {
        return;
      }
    }
  }

  std::string_view ReadName() {
    size_t begin = pos_;
    while (!AtEnd() && IsNameByte(Peek())) ++pos_;
    return s_.substr(begin, pos_ - begin);
  }

  std::string ReadValue() {
    SkipBlanks();
    if (!AtEnd() && Peek() == '"' && !no_more_quotes_) return ReadQuoted();
    return ReadBare();
  }

 private:
  bool SkipComment() {
    if (no_more_comments_) return false;
    const size_t end = CommentEnd(s_, pos_);
    no_more_comments_ = end == std::string_view::npos;
    if (no_more_comments_) return false;
    pos_ = end;
    return true;
  }

  // Only \" and \\ are escapes to senders; "C:\temp\a.txt" has none. Without a closing quote it is
  // read like a bare value.
  std::string ReadQuoted() {
    std::string out;
    size_t i = pos_ + 1;
    for (; i < s_.size() && s_[i] != '"'; ++i) {
      if (s_[i] == '\\' && i + 1 < s_.size() && (s_[i + 1] == '"' || s_[i + 1] == '\\')) ++i;
      if (s_[i] != '\r' && s_[i] != '\n') out.push_back(s_[i]);
    }
    if (i < s_.size()) {
      pos_ = i + 1;
      return out;
    }
    no_more_quotes_ = true;
    ++pos_;
    return ReadBare();
  }

  // Up to ';' or to blanks behind which another parameter begins ("name=a b.txt" is one value).
  std::string ReadBare() {
    size_t begin = pos_;
    while (!AtEnd() && Peek() != ';') {
      if (util::IsSpace(Peek()) && ParameterFollows()) break;
      if (Peek() == '=' && EncodedWordLength(s_, pos_) != 0) {
        pos_ += EncodedWordLength(s_, pos_);
      } else {
        ++pos_;
      }
    }
    std::string out;
    for (char c : util::Trim(s_.substr(begin, pos_ - begin)))
      if (c != '\r' && c != '\n') out.push_back(c);
    size_t comment = out.size();
    // "name=x (comment)"
    if (out.ends_with(')') && (comment = out.find(" (")) != std::string::npos) out.resize(comment);
    return out;
  }

  bool ParameterFollows() const {
    constexpr size_t kLongestName = 40;
    size_t i = pos_;
    while (i < s_.size() && i - pos_ < kLongestName && util::IsSpace(s_[i])) ++i;
    size_t name = i;
    while (i < s_.size() && i - name < kLongestName && IsNameByte(s_[i])) ++i;
    return i > name && i + 1 < s_.size() && s_[i] == '=' && s_[i + 1] != '?' && s_[i + 1] != '=' &&
           !util::IsSpace(s_[i + 1]);
  }

  std::string_view s_;
  size_t pos_ = 0;
  bool no_more_comments_ = false;  // keep hostile input linear: what is not closed once
  bool no_more_quotes_ = false;    // is not searched for again
};

// "filename*0*" -> filename, section 0, encoded.
void SetName(std::string_view written, Piece& piece) {
  size_t star = written.find('*');
  piece.name = util::LowerAscii(written.substr(0, star));
  if (star == std::string_view::npos) return;
  std::string_view marks = written.substr(star + 1);
  if (marks.empty()) {
    piece.encoded = true;
    return;
  }
  const char* end = marks.data() + marks.size();
  auto [rest, error] = std::from_chars(marks.data(), end, piece.section);
  if (error != std::errc() || piece.section < 0) piece.section = 0;
  piece.encoded = rest != end && *rest == '*';
}

void AppendPercent(std::string_view text, std::string& out) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && util::IsHexDigit(text[i + 1]) &&
        util::IsHexDigit(text[i + 2])) {
      out.push_back(
          static_cast<char>(util::HexValue(text[i + 1]) * 16 + util::HexValue(text[i + 2])));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
}

// Takes "charset'language'" off the front of the first section; empty if it is not there.
std::string_view TakeCharset(std::string_view& text) {
  size_t first = text.find('\'');
  size_t second = first == std::string_view::npos ? first : text.find('\'', first + 1);
  if (second == std::string_view::npos || first > 40) return {};
  std::string_view charset = text.substr(0, first);
  text.remove_prefix(second + 1);
  return charset;
}

// `pieces`: all of one name and one kind (RFC 2231 or plain), in order of section.
Parameter Join(const Piece* begin, const Piece* end, MailNotes& notes) {
  Parameter out;
  out.name = begin->name;
  if (begin->section < 0 && !begin->encoded) {
    out.bytes = begin->bytes;
    out.value = DecodeWords(begin->bytes, notes);
    return out;
  }
  std::string_view charset;
  std::string decoded;
  bool any_encoded = false;
  for (const Piece* piece = begin; piece != end; ++piece) {
    if (piece != begin && piece->section == (piece - 1)->section) continue;
    std::string_view text = piece->bytes;
    out.bytes += text;
    if (!piece->encoded) {
      decoded += text;
      continue;
    }
    if (piece == begin) {
      charset = TakeCharset(text);
    } else if (text.size() > charset.size() && !charset.empty() && text.starts_with(charset) &&
               text[charset.size()] == '\'') {
      text.remove_prefix(charset.size() + 1);  // some senders repeat "charset'" in each section
    }
    any_encoded = true;
    AppendPercent(text, decoded);
  }
  if (!any_encoded) {
    out.value = DecodeWords(decoded, notes);
    return out;
  }
  util::Utf8Result result = util::ToUtf8(decoded, charset);
  if (result.unknown_label) notes.Add(MailNote::kUnknownCharset);
  if (result.invalid_bytes) notes.Add(MailNote::kInvalidBytes);
  out.value = std::move(result.text);
  return out;
}

bool IsExtended(const Piece& piece) { return piece.section >= 0 || piece.encoded; }

// Same name, and both continuations or both single.
bool SameParameter(const Piece& a, const Piece& b) {
  return a.name == b.name && a.section >= 0 && b.section >= 0;
}

}  // namespace

const Parameter* ParameterizedValue::Find(std::string_view name) const {
  for (const Parameter& parameter : parameters)
    if (parameter.name == name) return &parameter;
  return nullptr;
}

ParameterizedValue ParseParameters(std::string_view raw_value, MailNotes& notes) {
  ParameterizedValue out;
  Reader reader(raw_value);
  reader.SkipBlanks();
  std::vector<Piece> pieces;
  bool value_open = true;  // still reading "text / plain"
  while (!reader.AtEnd() && pieces.size() < kMaxParameters) {
    reader.SkipBlanks();
    if (reader.AtEnd()) break;
    if (reader.Peek() == ';') {
      value_open = false;
      reader.Skip();
      continue;
    }
    std::string_view name = reader.ReadName();
    reader.SkipBlanks();
    if (!reader.AtEnd() && reader.Peek() == '=' && !name.empty()) {
      reader.Skip();
      value_open = false;
      Piece& piece = pieces.emplace_back();
      SetName(name, piece);
      piece.bytes = reader.ReadValue();
      if (piece.name.empty()) pieces.pop_back();
    } else if (!name.empty()) {
      // "text / plain" is one value, "attachment junk" is not.
      if (value_open && (out.value.empty() || name.front() == '/' || out.value.back() == '/'))
        out.value += util::LowerAscii(name);
    } else if (!reader.AtEnd() && reader.Peek() != ';') {
      reader.Skip();
    }
  }
  // RFC 2231 forms first, then by name and section; stable, so the first of equals stays first.
  std::ranges::stable_sort(pieces, {}, [](const Piece& p) {
    return std::tuple<std::string_view, bool, int>(p.name, !IsExtended(p), p.section);
  });
  for (size_t i = 0; i < pieces.size();) {
    size_t end = i + 1;
    while (end < pieces.size() && SameParameter(pieces[i], pieces[end])) ++end;
    if (out.parameters.empty() || out.parameters.back().name != pieces[i].name)
      out.parameters.push_back(Join(&pieces[i], pieces.data() + end, notes));
    i = end;
  }
  return out;
}

}  // namespace threadlint::mail
