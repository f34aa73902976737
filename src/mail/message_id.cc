#include "mail/message_id.h"

#include "mail/encoded_word.h"
#include "util/ascii.h"
#include "util/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace threadlint::mail {
namespace {

// Mail software cuts References at the line limit of RFC 5322 (998 bytes), in the middle of an id.
constexpr size_t kCutLine = 950;

bool HasAt(std::string_view s) {
  size_t at = s.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < s.size();
}

bool HasLetter(std::string_view s) {
  return std::ranges::any_of(
      s, [](char c) { return util::IsAlpha(c) || static_cast<unsigned char>(c) >= 0x80; });
}

// "9405031400.AA01" rather than "joe.doe".
bool LooksMadeByMachine(std::string_view id) {
  constexpr int kSureDigits = 5;
  constexpr size_t kLong = 24;
  std::string_view left = id.substr(0, id.find('@'));
  auto digits = std::ranges::count_if(left, util::IsDigit);
  return digits >= kSureDigits || (left.size() >= kLong && digits > 0);
}

enum class CandidateKind : uint8_t { kBracket, kBracketAfterProse, kBare };

struct Candidate {
  std::string_view text;
  CandidateKind kind;
};

// Splits a field body into what may be ids. One pass; nothing is searched for twice.
class IdScanner {
 public:
  IdScanner(std::string_view s, std::vector<Candidate>& out) : s_(s), out_(out) {}

  void Scan() {
    while (pos_ < s_.size()) {
      char c = s_[pos_];
      if (util::IsSpace(c) || c == ',' || c == ';' || c == '>') {
        ++pos_;
      } else if (c == '<') {
        ReadBracket();
      } else if (c == '(' && SkipComment()) {
      } else if (c == '"' && SkipQuoted()) {
        prose_ = true;
      } else {
        ReadBare();
      }
    }
  }

  bool odd() const { return odd_; }

 private:
  bool SkipComment() {
    if (comments_closed_) return false;
    size_t depth = 0;
    for (size_t i = pos_; i < s_.size(); ++i) {
      if (s_[i] == '(') ++depth;
      if (s_[i] == ')' && --depth == 0) {
        pos_ = i + 1;
        return true;
      }
    }
    comments_closed_ = true;
    return false;
  }

  bool SkipQuoted() {
    size_t end = quotes_closed_ ? std::string_view::npos : s_.find('"', pos_ + 1);
    quotes_closed_ = end == std::string_view::npos;
    if (quotes_closed_) return false;
    pos_ = end + 1;
    return true;
  }

  // The innermost of "<<id>+x>"; what hangs behind the bracket is passed over.
  void ReadBracket() {
    size_t begin = pos_ + 1;
    size_t i = begin;
    for (; i < s_.size() && s_[i] != '>'; ++i) {
      if (s_[i] != '<') continue;
      std::string_view before = s_.substr(begin, i - begin);
      if (HasAt(before)) {  // its '>' is missing
        AddBracket(before);
      } else if (HasLetter(before)) {
        prose_ = true;
      }
      odd_ = true;
      begin = i + 1;
    }
    bool closed = i < s_.size();
    std::string_view content = s_.substr(begin, i - begin);
    pos_ = i + 1;
    if (!closed) {
      odd_ = true;
      bool cut = s_.size() >= kCutLine && !out_.empty();
      if (!cut) AddUnclosed(content);
      return;
    }
    AddBracket(content);
    size_t behind = pos_;
    while (pos_ < s_.size() && s_[pos_] != '<' && s_[pos_] != ',' && s_[pos_] != ';' &&
           s_[pos_] != '(' && !util::IsSpace(s_[pos_]))
      ++pos_;
    odd_ = odd_ || pos_ > behind;
  }

  void AddUnclosed(std::string_view content) {
    content = util::TrimLeft(content);
    size_t end = 0;
    while (end < content.size() && !util::IsSpace(content[end])) ++end;
    if (HasAt(content.substr(0, end))) content = content.substr(0, end);
    if (!HasAt(content) && !out_.empty()) return;
    AddBracket(content);
  }

  // Several ids in one pair of brackets are told by an '@' in each of them.
  void AddBracket(std::string_view content) {
    content = util::Trim(content);
    if (content.empty()) return;
    auto kind = prose_ ? CandidateKind::kBracketAfterProse : CandidateKind::kBracket;
    prose_ = false;
    if (content.find_first_of(" \t\r\n,") == std::string_view::npos) {
      out_.push_back({content, kind});
      return;
    }
    odd_ = true;
    size_t first = out_.size();
    bool each_has_at = true;
    for (size_t i = 0; i < content.size() && each_has_at;) {
      size_t end = std::min(content.find_first_of(" \t\r\n,", i), content.size());
      std::string_view piece = content.substr(i, end - i);
      if (!piece.empty()) {
        each_has_at = HasAt(piece);
        out_.push_back({piece, kind});
      }
      i = end + 1;
    }
    if (each_has_at) return;
    out_.resize(first);
    out_.push_back({content, kind});
  }

  void ReadBare() {
    size_t begin = pos_;
    while (pos_ < s_.size() && !util::IsSpace(s_[pos_]) && s_[pos_] != ',' && s_[pos_] != ';' &&
           s_[pos_] != '<' && s_[pos_] != '>')
      ++pos_;
    std::string_view word = s_.substr(begin, pos_ - begin);
    out_.push_back({word, CandidateKind::kBare});
    if (!HasAt(word) && HasLetter(word)) prose_ = true;
  }

  std::string_view s_;
  std::vector<Candidate>& out_;
  size_t pos_ = 0;
  bool prose_ = false;  // words that are no ids since the last bracket
  bool odd_ = false;
  bool comments_closed_ = false;
  bool quotes_closed_ = false;
};

void Assign(std::string_view text, std::string& out) {
  if (text.find_first_of(" \t\r\n") == std::string_view::npos) {
    out.assign(text);
  } else {
    out.clear();
    for (char c : text)
      if (!util::IsSpace(c)) out.push_back(c);
  }
  if (!util::IsAscii(out)) {
    MailNotes unused;
    out = DecodeRaw(out, unused);
  }
}

constexpr bool EndsPlainId(char c) {
  return util::IsSpace(c) || c == '<' || c == '>' || c == '(' || c == ',' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// "<id> <id>" and nothing else, as nearly all mail has it. On false nothing has been added.
bool ReadPlain(std::string_view s, Slots<std::string>& out) {
  if (MayHaveEncodedWord(s)) return false;
  size_t added = 0;
  size_t i = 0;
  auto fail = [&] {
    for (; added > 0; --added) out.DropLast();
    return false;
  };
  while (true) {
    while (i < s.size() && util::IsSpace(s[i])) ++i;
    if (i == s.size()) return true;
    if (s[i] != '<') return fail();
    size_t begin = ++i;
    while (i < s.size() && !EndsPlainId(s[i])) ++i;
    if (i == s.size() || s[i] != '>' || i == begin) return fail();
    if (++i < s.size() && !util::IsSpace(s[i]) && s[i] != '<') return fail();
    out.Next().assign(s.substr(begin, i - 1 - begin));
    ++added;
  }
}

// The id, if the body is one "<id>" and nothing else.
std::string_view PlainId(std::string_view s) {
  s = util::Trim(s);
  if (s.size() < 3 || s.front() != '<' || s.back() != '>') return {};
  s = s.substr(1, s.size() - 2);
  return std::ranges::none_of(s, EndsPlainId) && !MayHaveEncodedWord(s) ? s : std::string_view();
}

// The body with encoded words decoded, if there are any; `buffer` holds it then.
std::string_view Decoded(std::string_view raw_value, std::string& buffer) {
  size_t at = raw_value.find("=?");
  if (at == std::string_view::npos) return raw_value;
  MailNotes unused;
  buffer = DecodeWords(raw_value, unused);
  return buffer;
}

}  // namespace

void ReadMessageId(std::string_view raw_value, std::string& out, MailNotes& notes) {
  if (std::string_view id = PlainId(raw_value); !id.empty()) {
    out.assign(id);
    return;
  }
  out.clear();
  std::string buffer;
  std::string_view value = Decoded(raw_value, buffer);
  std::vector<Candidate> candidates;
  IdScanner scanner(value, candidates);
  scanner.Scan();
  bool odd = scanner.odd() || !buffer.empty();
  auto is_bracket = [](const Candidate& c) { return c.kind != CandidateKind::kBare; };
  auto first = std::ranges::find_if(candidates, is_bracket);
  if (first != candidates.end()) {
    Assign(first->text, out);
    std::string other;
    for (auto next = first + 1; next != candidates.end(); ++next) {
      if (!is_bracket(*next)) continue;
      Assign(next->text, other);
      if (other != out) notes.Add(MailNote::kSeveralMessageIds);
    }
  } else if (!candidates.empty()) {
    odd = true;
    auto with_at =
        std::ranges::find_if(candidates, [](const Candidate& c) { return HasAt(c.text); });
    if (with_at != candidates.end()) {
      Assign(with_at->text, out);
    } else {
      std::string joined;
      for (const Candidate& word : candidates) joined += word.text;
      Assign(joined, out);
    }
  }
  if (odd) notes.Add(MailNote::kOddMessageId);
}

void ReadIds(std::string_view raw_value, Slots<std::string>& out) {
  if (ReadPlain(raw_value, out)) return;
  std::string buffer;
  std::string_view value = Decoded(raw_value, buffer);
  std::vector<Candidate> candidates;
  IdScanner(value, candidates).Scan();
  bool bare_believed =
      candidates.size() == 1 || std::ranges::all_of(candidates, [](const Candidate& c) {
        return c.kind != CandidateKind::kBare || HasAt(c.text);
      });
  bool decoded = !buffer.empty() && buffer != raw_value;
  for (const Candidate& candidate : candidates) {
    bool believed =
        candidate.kind == CandidateKind::kBracket ||
        (candidate.kind == CandidateKind::kBare && bare_believed) ||
        (candidate.kind == CandidateKind::kBracketAfterProse && LooksMadeByMachine(candidate.text));
    if (!believed) continue;
    std::string& id = out.Next();
    Assign(candidate.text, id);
    // Of an id in several encoded words some senders keep the first: half an id names no mail.
    if (decoded && !HasAt(id)) out.DropLast();
  }
}

std::vector<std::string> ParseIds(std::string_view raw_value) {
  std::vector<std::string> ids;
  Slots<std::string> slots(ids);
  ReadIds(raw_value, slots);
  slots.Finish();
  return ids;
}

}  // namespace threadlint::mail
