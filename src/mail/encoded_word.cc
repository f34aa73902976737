#include "mail/encoded_word.h"

#include "util/ascii.h"
#include "util/charset.h"
#include "util/utf8.h"

#include <array>
#include <cstdint>

namespace threadlint::mail {
namespace {

constexpr size_t kMaxCharsetLabel = 80;

struct Word {
  std::string_view charset;  // without the language suffix
  std::string_view text;     // still encoded
  bool base64 = false;
  size_t length = 0;  // of the whole word; 0: none
};

constexpr bool IsCharsetByte(char c) {
  return c > ' ' && c < 0x7F && c != '?' && c != '=' && c != '<' && c != '>' && c != '"';
}

// Every scan here ends at the next "=?", so that a text of many of them stays linear.
Word WordAt(std::string_view s, size_t pos) {
  Word word;
  if (s.size() - pos < 7 || s[pos] != '=' || s[pos + 1] != '?') return word;
  size_t label = pos + 2;
  size_t i = label;
  while (i < s.size() && i - label < kMaxCharsetLabel && IsCharsetByte(s[i])) ++i;
  if (i == label || i + 2 >= s.size() || s[i] != '?' || s[i + 2] != '?') return word;
  char encoding = util::ToLower(s[i + 1]);
  if (encoding != 'b' && encoding != 'q') return word;
  size_t text = i + 3;
  for (size_t end = s.find('?', text); end != std::string_view::npos; end = s.find('?', end + 1)) {
    if (end > text && s[end - 1] == '=' && (end + 1 == s.size() || s[end + 1] != '=')) return word;
    if (end + 1 < s.size() && s[end + 1] == '=') {
      word.charset = s.substr(label, i - label);
      word.charset = word.charset.substr(0, word.charset.find('*'));
      word.text = s.substr(text, end - text);
      word.base64 = encoding == 'b';
      word.length = end + 2 - pos;
      return word;
    }
  }
  return word;
}

constexpr std::array<int8_t, 256> MakeBase64Table() {
  std::array<int8_t, 256> table{};
  table.fill(-1);
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (size_t i = 0; i < kAlphabet.size(); ++i)
    table[static_cast<unsigned char>(kAlphabet[i])] = static_cast<int8_t>(i);
  return table;
}
constexpr std::array<int8_t, 256> kBase64 = MakeBase64Table();

// Collects decoded bytes of one charset and turns them into UTF-8 when the charset changes.
class Decoder {
 public:
  Decoder(std::string& out, MailNotes& notes) : out_(out), notes_(notes) {}

  void AddWord(const Word& word) {
    if (!pending_ || !util::EqualsIgnoreCase(charset_, word.charset)) Flush();
    charset_ = word.charset;
    pending_ = true;
    if (word.base64) {
      AppendBase64(word.text, bytes_);
    } else {
      AppendQ(word.text, bytes_);
    }
  }

  void AddLiteral(std::string_view text) {
    if (text.empty()) return;
    Flush();
    if (util::IsAscii(text)) {
      out_ += text;
    } else {
      Append(text, "");
    }
  }

  void Flush() {
    if (!pending_) return;
    size_t begin = out_.size();
    Append(bytes_, charset_);
    for (size_t i = begin; i < out_.size(); ++i)
      if (out_[i] == '\r' || out_[i] == '\n' || out_[i] == '\0') out_[i] = ' ';
    bytes_.clear();
    pending_ = false;
  }

 private:
  void Append(std::string_view bytes, std::string_view charset) {
    util::Utf8Result decoded = util::ToUtf8(bytes, charset);
    if (decoded.unknown_label) notes_.Add(MailNote::kUnknownCharset);
    if (decoded.invalid_bytes) notes_.Add(MailNote::kInvalidBytes);
    out_ += decoded.text;
  }

  std::string& out_;
  MailNotes& notes_;
  std::string bytes_;
  std::string_view charset_;
  bool pending_ = false;
};

// Trims blanks, those of typography and of Asian text too (U+00A0, U+3000).
void TrimWide(std::string& s) {
  constexpr std::string_view kWide[] = {"\xC2\xA0", "\xE3\x80\x80"};
  std::string_view rest = s;
  for (size_t before = rest.size() + 1; rest.size() < before;) {
    before = rest.size();
    rest = util::Trim(rest);
    for (std::string_view blank : kWide) {
      if (rest.starts_with(blank)) rest.remove_prefix(blank.size());
      if (rest.ends_with(blank)) rest.remove_suffix(blank.size());
    }
  }
  s.erase(0, static_cast<size_t>(rest.data() - s.data()));
  s.resize(rest.size());
}

bool IsAllSpace(std::string_view s) { return util::TrimLeft(s).empty(); }

}  // namespace

size_t EncodedWordLength(std::string_view text, size_t pos) { return WordAt(text, pos).length; }

void AppendQ(std::string_view encoded, std::string& out) {
  for (size_t i = 0; i < encoded.size(); ++i) {
    char c = encoded[i];
    if (c == '_') {
      out.push_back(' ');
    } else if (c == '=' && i + 2 < encoded.size() && util::IsHexDigit(encoded[i + 1]) &&
               util::IsHexDigit(encoded[i + 2])) {
      out.push_back(
          static_cast<char>(util::HexValue(encoded[i + 1]) * 16 + util::HexValue(encoded[i + 2])));
      i += 2;
    } else if (c != '\r' && c != '\n') {
      out.push_back(c);
    }
  }
}

void AppendBase64(std::string_view encoded, std::string& out) {
  uint32_t bits = 0;
  int count = 0;
  for (char c : encoded) {
    if (c == '=') {  // ends a group, also where two encoded texts were glued together
      bits = 0;
      count = 0;
      continue;
    }
    int8_t value = kBase64[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    bits = bits << 6 | static_cast<uint32_t>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out.push_back(static_cast<char>(bits >> count & 0xFFU));
    }
  }
}

std::string DecodeRaw(std::string_view text, MailNotes& notes) {
  std::string out;
  Decoder(out, notes).AddLiteral(text);
  return out;
}

std::string DecodeWords(std::string_view text, MailNotes& notes) {
  std::string out;
  out.reserve(text.size());
  Decoder decoder(out, notes);
  size_t literal = 0;  // begin of what is not yet given to the decoder
  bool after_word = false;
  for (size_t pos = text.find("=?"); pos != std::string_view::npos; pos = text.find("=?", pos)) {
    Word word = WordAt(text, pos);
    if (word.length == 0) {
      pos += 2;
      continue;
    }
    std::string_view between = text.substr(literal, pos - literal);
    if (!after_word || !IsAllSpace(between)) decoder.AddLiteral(between);
    decoder.AddWord(word);
    after_word = true;
    pos += word.length;
    literal = pos;
  }
  decoder.AddLiteral(text.substr(literal));
  decoder.Flush();
  return out;
}

void DecodeUnstructured(std::string_view raw_value, std::string& out, MailNotes& notes) {
  raw_value = util::Trim(raw_value);
  if (raw_value.find_first_of(std::string_view("\r\n\t\0", 4)) == std::string_view::npos &&
      util::IsAscii(raw_value) && !MayHaveEncodedWord(raw_value)) {
    out.assign(raw_value);
    return;
  }
  out.clear();
  bool folded = false;
  for (char c : raw_value) {
    if (c == '\r' || c == '\n') {
      folded = true;
      while (out.ends_with(' ')) out.pop_back();
    } else if (!folded || !util::IsBlank(c)) {
      if (folded) out.push_back(' ');
      folded = false;
      out.push_back(c == '\t' || c == '\0' ? ' ' : c);
    }
  }
  if (util::IsAscii(out) && !MayHaveEncodedWord(out)) return;
  out = DecodeWords(out, notes);
  TrimWide(out);
}

}  // namespace threadlint::mail
