#include "mail/address.h"

#include "mail/address_lexer.h"
#include "mail/address_spec.h"
#include "mail/encoded_word.h"
#include "util/ascii.h"
#include "util/utf8.h"

#include <cstddef>
#include <utility>

namespace threadlint::mail {
namespace {

using Kind = AddressTokenKind;
constexpr auto kNone = std::string_view::npos;

// White space runs as one blank, ends trimmed, one pair of quotes round it undone.
std::string TidyName(std::string_view raw, MailNotes& notes) {
  std::string decoded;
  if (MayHaveEncodedWord(raw) || !util::IsAscii(raw)) {
    decoded = DecodeWords(raw, notes);
    raw = decoded;
  }
  raw = util::Trim(raw);
  if (raw.size() > 2 && raw.front() == '"' && raw.find('"', 1) == raw.size() - 1)
    raw = raw.substr(1, raw.size() - 2);
  if (raw.starts_with('"') && raw.find('"', 1) == kNone) raw.remove_prefix(1);  // never closed
  std::string out;
  for (char c : raw) {
    bool blank = util::IsSpace(c);
    if (!blank) out.push_back(c);
    if (blank && !out.empty() && out.back() != ' ') out.push_back(' ');
  }
  return out;
}

void AppendUnescaped(std::string_view text, std::string& out) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out.push_back(text[i]);
  }
}

// Collects the tokens of one entry of the list and says at its end what mailbox it is.
class AddressReader {
 public:
  AddressReader(std::string_view s, size_t pos, bool inside_word, Slots<Mailbox>& out,
                MailNotes& notes)
      : s_(s),
        lexer_(s, pos),
        last_semicolon_(s.rfind(';')),
        inside_word_(inside_word),
        out_(out),
        notes_(notes) {}

  void Read() {
    while (true) {
      AddressToken token = lexer_.Next();
      switch (token.kind) {
        case Kind::kEnd:
          EndEntry();
          FlushCarry();
          return;
        case Kind::kComma:
          EndEntry();
          break;
        case Kind::kSemicolon:
          EndEntry();
          FlushCarry();
          break;
        case Kind::kColon:
          ReadColon(token);
          break;
        case Kind::kComment:
          comment_ = token.text;
          space_ = true;
          break;
        case Kind::kAngle:
          ReadAngle(token);
          break;
        default:
          token.space_before = token.space_before || space_;
          space_ = false;
          words_.push_back(token);
      }
    }
  }

 private:
  // A group ("Team: a@x, b@x;"), the scheme of a URL, or a colon that somebody forgot to quote.
  void ReadColon(const AddressToken& token) {
    bool scheme = !words_.empty() && (util::EqualsIgnoreCase(words_.back().text, "mailto") ||
                                      util::EqualsIgnoreCase(words_.back().text, "smtp"));
    if (scheme) {
      words_.pop_back();
      return;
    }
    bool group = (last_semicolon_ != kNone && last_semicolon_ >= token.position) ||
                 util::TrimLeft(s_.substr(token.position)).empty();
    if (group && !has_angle_) {
      words_.clear();
      carry_.clear();
      comment_ = {};
    } else if (!has_angle_) {
      words_.push_back(token);
      words_.back().kind = Kind::kWord;
    }
  }

  void ReadAngle(const AddressToken& token) {
    if (has_angle_ && HasAt(angle_)) {  // a comma is missing
      std::vector<AddressToken> next(words_.begin() + static_cast<std::ptrdiff_t>(angle_at_),
                                     words_.end());
      words_.resize(angle_at_);
      EndEntry();
      words_ = std::move(next);
    } else if (has_angle_ && !angle_.empty()) {
      words_.push_back({Kind::kWord, angle_, true, false, token.position});
    }
    has_angle_ = true;
    angle_ = token.text;
    angle_at_ = words_.size();
  }

  void EndEntry() {
    if (has_angle_) {
      EndAngle();
    } else if (!words_.empty()) {
      EndBare();
    }
    words_.clear();
    comment_ = {};
    has_angle_ = false;
    space_ = false;
  }

  // "name <address>", the name before it, else behind it, else in a comment.
  void EndAngle() {
    std::string address = CleanAddress(angle_, notes_);
    if (!HasAt(address)) {
      words_.insert(words_.begin() + static_cast<std::ptrdiff_t>(angle_at_),
                    {Kind::kWord, angle_, true, false, 0});
      size_t begin = 0;
      size_t end = 0;
      if (FindAddress(begin, end)) return EndBare();
      words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(angle_at_));
    }
    if (address.empty()) {
      bool null_address = util::Trim(angle_).empty() || angle_.find(':') != kNone;
      if (!null_address) notes_.Add(MailNote::kUnreadableAddress);
      carry_.clear();
      return;
    }
    std::string name = NameOf(0, angle_at_);
    if (name.empty()) name = NameOf(angle_at_, words_.size());
    if (!carry_.empty()) {  // "Doe, Joe <joe@x.example>" without quotes
      name = name.empty() ? carry_ : carry_ + ", " + name;
      carry_.clear();
      carry_address_.clear();
    }
    Emit(std::move(name), std::move(address));
  }

  // Without brackets the word with an '@' is the address, the rest the name.
  void EndBare() {
    size_t begin = 0;
    size_t end = 0;
    if (!FindAddress(begin, end)) return EndWithoutAt();
    FlushCarry();
    size_t next_begin = end;
    size_t next_end = end;
    std::string address = CleanAddress(Raw(begin, end), notes_);
    if (FindAddress(next_begin, next_end)) {  // commas are missing
      Emit({}, std::move(address));
      while (true) {
        Emit({}, CleanAddress(Raw(next_begin, next_end), notes_));
        next_begin = next_end;
        if (!FindAddress(next_begin, next_end)) return;
      }
    }
    std::string name = NameOf(0, begin);
    if (name.ends_with(':')) name.clear();
    if (name.empty()) name = NameOf(end, words_.size());
    Emit(std::move(name), std::move(address));
  }

  void EndWithoutAt() {
    if (ReadInside()) return;
    if (words_.size() == 3 && util::EqualsIgnoreCase(words_[1].text, "at") &&
        words_[2].text.find('.') != kNone) {
      FlushCarry();
      Emit({},
           CleanAddress(std::string(words_[0].text) + "@" + std::string(words_[2].text), notes_));
      return;
    }
    bool one_word = words_.size() == 1 && words_[0].kind == Kind::kWord;
    if (!carry_.empty()) {
      if (!carry_address_.empty() && one_word) {
        FlushCarry();
      } else {
        carry_ += ", ";
      }
    }
    carry_ += NameOf(0, words_.size());
    carry_address_.clear();
    if (!one_word) return;
    carry_address_ = CleanAddress(words_[0].text, notes_);
    carry_comment_ = comment_;
  }

  // A whole "name <address>" in one quoted string or encoded word: once more, but not deeper.
  bool ReadInside() {
    if (inside_word_) return false;
    bool worth_it = false;
    for (const AddressToken& word : words_)
      worth_it = worth_it || word.kind == Kind::kEncoded ||
                 (word.kind == Kind::kQuoted && HasAt(word.text));
    if (!worth_it) return false;
    std::string inside;
    AppendName(0, words_.size(), inside);
    if (MayHaveEncodedWord(inside)) inside = DecodeWords(inside, notes_);
    if (!HasAt(inside)) return false;
    FlushCarry();
    AddressReader(inside, 0, true, out_, notes_).Read();
    return true;
  }

  // Words held back because an address might follow ("Doe, Joe <…>"): none did.
  void FlushCarry() {
    if (carry_.empty()) return;
    std::string_view known = carry_;
    if (!carry_address_.empty() && util::FindIgnoreCase(known, "recipients") == kNone) {
      std::string_view comment = std::exchange(comment_, carry_comment_);
      Emit({}, std::move(carry_address_));
      comment_ = comment;
    } else if (util::FindIgnoreCase(known, "recipient") == kNone) {
      notes_.Add(MailNote::kUnreadableAddress);
    }
    carry_.clear();
    carry_address_.clear();
  }

  // True if the token continues the address that the one before it is part of.
  bool Joins(size_t i) const {
    const AddressToken& word = words_[i];
    std::string_view before = words_[i - 1].text;
    return !word.space_before || word.cut_before || before.ends_with('@') ||
           word.text.starts_with('@') || before == "." || word.text == ".";
  }

  // The next run of joined words from `begin` on that holds an '@'.
  bool FindAddress(size_t& begin, size_t& end) const {
    for (size_t i = begin; i < words_.size(); i = end) {
      bool at_before = false;  // something stands before the '@', something behind it
      bool found = false;
      end = i;
      do {
        const AddressToken& word = words_[end];
        if (word.kind == Kind::kWord) {
          size_t at = word.text.rfind('@');
          if (at != kNone) {
            at_before = end > i || at > 0;
            found = at_before && at + 1 < word.text.size();
          }
          if (at == kNone && at_before) found = true;
        }
        ++end;
      } while (end < words_.size() && Joins(end));
      if (found) {
        begin = i;
        return true;
      }
    }
    return false;
  }

  // As written: quotes belong to a quoted local part.
  std::string Raw(size_t begin, size_t end) const {
    std::string out;
    for (size_t i = begin; i < end; ++i) {
      if (words_[i].kind == Kind::kQuoted) {
        out += '"';
        out += words_[i].text;
        out += '"';
      } else {
        out += words_[i].text;
      }
    }
    return out;
  }

  void AppendName(size_t begin, size_t end, std::string& out) const {
    for (size_t i = begin; i < end; ++i) {
      if (words_[i].space_before && !out.empty()) out.push_back(' ');
      if (words_[i].kind == Kind::kEncoded) {
        out += words_[i].text;
      } else {
        AppendUnescaped(words_[i].text, out);
      }
    }
  }

  std::string NameOf(size_t begin, size_t end) const {
    std::string raw;
    AppendName(begin, end, raw);
    return TidyName(raw, notes_);
  }

  void Emit(std::string name, std::string address) {
    if (address.empty()) return;
    if (name.empty() && !comment_.empty()) {
      std::string raw;
      AppendUnescaped(comment_, raw);
      name = TidyName(raw, notes_);
    }
    Mailbox& mailbox = out_.Next();
    mailbox.name = std::move(name);
    mailbox.address = std::move(address);
  }

  std::string_view s_;
  AddressLexer lexer_;
  size_t last_semicolon_;
  bool inside_word_;
  Slots<Mailbox>& out_;
  MailNotes& notes_;

  std::vector<AddressToken> words_;  // of this entry; without brackets and comments
  std::string_view comment_;         // the last one
  std::string_view angle_;
  size_t angle_at_ = 0;  // words before the bracket
  bool has_angle_ = false;
  bool space_ = false;
  std::string carry_;          // entries without an address before this one
  std::string carry_address_;  // the last of them, if it may be a local user name
  std::string_view carry_comment_;
};

// One entry of the plainest kinds: "a@b", "Name <a@b>", "\"Doe, Joe\" <a@b>". Returns the position
// behind it and its comma, 0 if the careful reader must look.
size_t ReadPlainEntry(std::string_view s, size_t i, Slots<Mailbox>& out) {
  std::string_view name;
  size_t address = i;
  size_t end = i;
  if (s[i] == '"') {
    size_t close = s.find_first_of("\"\\\r\n\t=@<", i + 1);
    if (close == kNone || s[close] != '"' || close == i + 1) return 0;
    name = s.substr(i + 1, close - i - 1);
    if (name.front() == ' ' || name.back() == ' ' || name.find("  ") != kNone) return 0;
    address = close + 1;
    if (address + 1 >= s.size() || s[address] != ' ' || s[address + 1] != '<') return 0;
    address += 2;
  } else if (s[i] == '<') {
    address = i + 1;
  } else {
    end = SkipNameBytes(s, i);
    if (end < s.size() && s[end] == '<' && end > i && s[end - 1] == ' ') {
      name = s.substr(i, end - 1 - i);
      if (name.ends_with(' ') || name.find("  ") != kNone) return 0;
      address = end + 1;
    }
  }
  bool bracket = address != i;
  end = SkipAddressBytes(s, address);
  std::string_view text = s.substr(address, end - address);
  if (!HasAt(text) || text.front() == '@' || text.find('@') != text.rfind('@') ||
      !util::IsAscii(name))
    return 0;
  if (bracket && (end == s.size() || s[end++] != '>')) return 0;
  while (end < s.size() && util::IsSpace(s[end])) ++end;
  if (end < s.size() && s[end] != ',') return 0;
  Mailbox& mailbox = out.Next();
  mailbox.name.assign(name);
  mailbox.address.assign(text);
  return end + 1;
}

}  // namespace

void ReadAddresses(std::string_view raw_value, Slots<Mailbox>& out, MailNotes& notes) {
  size_t i = 0;
  while (true) {
    while (i < raw_value.size() && util::IsSpace(raw_value[i])) ++i;
    if (i >= raw_value.size()) return;
    size_t next = ReadPlainEntry(raw_value, i, out);
    if (next == 0) break;
    i = next;
  }
  AddressReader(raw_value, i, false, out, notes).Read();
}

std::vector<Mailbox> ParseAddresses(std::string_view raw_value, MailNotes& notes) {
  std::vector<Mailbox> mailboxes;
  Slots<Mailbox> slots(mailboxes);
  ReadAddresses(raw_value, slots, notes);
  slots.Finish();
  return mailboxes;
}

}  // namespace threadlint::mail
