#include "mail/address_lexer.h"

#include "mail/address_spec.h"
#include "mail/comment.h"
#include "mail/encoded_word.h"
#include "util/ascii.h"

namespace threadlint::mail {
namespace {

constexpr auto kNone = std::string_view::npos;

// A line that long was not folded at a blank but cut at the limit of 998 (RFC 5322 section 2.1.1).
constexpr size_t kCutLine = 900;

constexpr bool EndsWord(char c) {
  return util::IsSpace(c) || c == '(' || c == '"' || c == '<' || c == '>' || c == ',' || c == ';' ||
         c == ':';
}

}  // namespace

AddressToken AddressLexer::Next() {
  AddressToken token;
  while (pos_ < s_.size() && (util::IsSpace(s_[pos_]) || s_[pos_] == '>' || s_[pos_] == '\0')) {
    token.space_before = true;
    if (s_[pos_] == '\n' && IsHardCut(pos_)) token.cut_before = true;
    ++pos_;
  }
  if (pos_ == s_.size()) {
    token.position = pos_;
    return token;
  }
  char c = s_[pos_];
  if (c == ',' || c == ';' || c == ':') {
    token.kind = c == ','   ? AddressTokenKind::kComma
                 : c == ';' ? AddressTokenKind::kSemicolon
                            : AddressTokenKind::kColon;
    token.text = s_.substr(pos_, 1);
    ++pos_;
  } else if (c == '(' && TakeComment(token.text)) {
    token.kind = AddressTokenKind::kComment;
  } else if (c == '"' && TakeQuoted(token.text)) {
    token.kind = AddressTokenKind::kQuoted;
  } else if (c == '<') {
    token.kind = AddressTokenKind::kAngle;
    token.text = TakeAngle();
  } else if (size_t length = EncodedWordLength(s_, pos_); length != 0) {
    token.kind = AddressTokenKind::kEncoded;
    token.text = s_.substr(pos_, length);
    pos_ += length;
  } else {
    token.kind = AddressTokenKind::kWord;
    token.text = TakeWord();
  }
  token.position = pos_;
  return token;
}

bool AddressLexer::IsHardCut(size_t line_end) const {
  return line_end >= kCutLine && s_.substr(line_end - kCutLine, kCutLine).rfind('\n') == kNone;
}

bool AddressLexer::TakeComment(std::string_view& text) {
  if (comments_closed_) return false;
  const size_t end = CommentEnd(s_, pos_);
  comments_closed_ = end == kNone;
  if (comments_closed_) return false;
  text = s_.substr(pos_ + 1, end - pos_ - 2);
  pos_ = end;
  return true;
}

size_t AddressLexer::QuoteEnd(size_t pos) const {
  for (size_t i = pos + 1; i < s_.size(); ++i) {
    if (s_[i] == '\\') {
      ++i;
    } else if (s_[i] == '"') {
      return i;
    }
  }
  return kNone;
}

bool AddressLexer::TakeQuoted(std::string_view& text) {
  if (quotes_closed_) return false;
  size_t end = QuoteEnd(pos_);
  if (end == kNone) {
    quotes_closed_ = true;
    return false;
  }
  text = s_.substr(pos_ + 1, end - pos_ - 1);
  // `"Joe <joe@x.example>, "Ann" <…>`: the closing quote is missing, this one opens the next name.
  bool word_follows =
      end + 1 < s_.size() && !EndsWord(s_[end + 1]) && s_[end + 1] != '@' && s_[end + 1] != '.';
  size_t angle = word_follows ? text.find('<') : kNone;
  if (angle != kNone && text.find('>', angle) != kNone && HasAt(text.substr(angle))) {
    text = {};
    return false;
  }
  pos_ = end + 1;
  return true;
}

// Ends at '>', before a '<' that opens another one, or, where the '>' is missing, before a comma or
// semicolon behind an address ("<@r1,@r2:joe@x.example>" has commas of its own).
std::string_view AddressLexer::TakeAngle() {
  while (pos_ < s_.size() && (s_[pos_] == '<' || util::IsSpace(s_[pos_]))) ++pos_;
  size_t begin = pos_;
  bool route = pos_ < s_.size() && s_[pos_] == '@';
  size_t at = kNone;
  while (pos_ < s_.size()) {
    char c = s_[pos_];
    if (c == '>') {
      ++pos_;
      return s_.substr(begin, pos_ - 1 - begin);
    }
    if (c == '<') break;
    if (c == '\\') {
      pos_ += pos_ + 1 < s_.size() ? 2 : 1;
      continue;
    }
    if (c == '"' && !quotes_closed_) {
      size_t end = QuoteEnd(pos_);
      if (end == kNone) {
        quotes_closed_ = true;
      } else if (end + 1 < s_.size() && (s_[end + 1] == '@' || s_[end + 1] == '.')) {
        pos_ = end + 1;  // a quoted local part may hold anything
        continue;
      }
    } else if (c == '@') {
      at = pos_;
    } else if (c == ':' && route) {
      route = false;
      at = kNone;
    } else if ((c == ',' || c == ';') && !route && at != kNone) {
      break;
    }
    ++pos_;
  }
  return s_.substr(begin, pos_ - begin);
}

std::string_view AddressLexer::TakeWord() {
  size_t begin = pos_;
  do {
    if (s_[pos_] == '[') {  // a domain literal or "[mailto:…]" holds colons
      size_t i = pos_;
      while (i < s_.size() && s_[i] != ']' && s_[i] != ',' && !util::IsSpace(s_[i])) ++i;
      pos_ = i < s_.size() && s_[i] == ']' ? i + 1 : i;
    } else if (s_[pos_] == '\\' && pos_ + 1 < s_.size()) {
      pos_ += 2;
    } else {
      ++pos_;
    }
  } while (pos_ < s_.size() && !EndsWord(s_[pos_]) &&
           !(s_[pos_] == '=' && EncodedWordLength(s_, pos_) != 0));
  return s_.substr(begin, pos_ - begin);
}

}  // namespace threadlint::mail
