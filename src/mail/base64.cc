#include "mail/base64.h"

#include "util/ascii.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace threadlint::mail {

namespace {

constexpr uint32_t kInvalid = uint32_t{1} << 24;
using Table = std::array<uint32_t, 256>;

// The six bits of each character, moved to their place in a group of four; kInvalid for a
// character outside the alphabet. One OR of four look-ups gives the three bytes and the verdict.
constexpr Table MakeTable(unsigned shift) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  Table table{};
  for (uint32_t& entry : table) entry = kInvalid;
  for (uint32_t i = 0; i < kAlphabet.size(); ++i)
    table[static_cast<unsigned char>(kAlphabet[i])] = i << shift;
  return table;
}

constexpr std::array<Table, 4> kTables = {MakeTable(18), MakeTable(12), MakeTable(6), MakeTable(0)};

uint32_t Lookup(size_t place, char c) { return kTables[place][static_cast<unsigned char>(c)]; }

class Decoder {
 public:
  Decoder(std::string_view in, std::string& out) : in_(in), out_(out), written_(out.size()) {
    out_.resize(written_ + in.size() / 4 * 3 + 3);
  }

  bool Run() {
    while (pos_ < in_.size()) {
      if (held_ == 0) WholeGroups();
      if (pos_ < in_.size() && !OneCharacter(in_[pos_])) break;
    }
    FlushPartial();
    out_.resize(written_);
    return clean_;
  }

 private:
  void Put(uint32_t byte) { out_[written_++] = static_cast<char>(byte & 255); }

  void WholeGroups() {
    const char* p = in_.data() + pos_;
    const char* const end = in_.data() + in_.size();
    char* to = out_.data() + written_;
    for (; end - p >= 4; p += 4, to += 3) {
      const uint32_t bits = Lookup(0, p[0]) | Lookup(1, p[1]) | Lookup(2, p[2]) | Lookup(3, p[3]);
      if (bits >= kInvalid) break;
      to[0] = static_cast<char>(bits >> 16);
      to[1] = static_cast<char>(bits >> 8 & 255);
      to[2] = static_cast<char>(bits & 255);
    }
    pos_ = static_cast<size_t>(p - in_.data());
    written_ = static_cast<size_t>(to - out_.data());
  }

  // False where the data ends.
  bool OneCharacter(char c) {
    const uint32_t value = Lookup(3, c);
    if (value < kInvalid) {
      bits_ = bits_ << 6 | value;
      ++pos_;
      if (++held_ == 4) {
        Put(bits_ >> 16);
        Put(bits_ >> 8);
        Put(bits_);
        bits_ = 0;
        held_ = 0;
      }
      return true;
    }
    if (c == '=') return Padding();
    if (AtForeignLine()) {
      clean_ = false;
      return false;
    }
    if (!util::IsSpace(c)) clean_ = false;
    ++pos_;
    return true;
  }

  // Goes on behind '=' only where the rest can be nothing but more base64.
  bool Padding() {
    FlushPartial();
    while (pos_ < in_.size() && (in_[pos_] == '=' || util::IsSpace(in_[pos_]))) ++pos_;
    if (pos_ == in_.size()) return false;
    if (!rest_is_base64_) {
      for (const char c : in_.substr(pos_)) {
        if (Lookup(3, c) < kInvalid || c == '=' || c == '\r' || c == '\n') continue;
        clean_ = false;
        return false;
      }
      rest_is_base64_ = true;
    }
    return true;
  }

  bool AtForeignLine() const {
    if (pos_ != 0 && in_[pos_ - 1] != '\n') return false;
    const std::string_view rest = in_.substr(pos_);
    return rest.starts_with("____") || rest.starts_with("--");
  }

  void FlushPartial() {
    if (held_ == 1) clean_ = false;
    if (held_ >= 2) Put(bits_ >> (held_ == 2 ? 4 : 10));
    if (held_ == 3) Put(bits_ >> 2);
    bits_ = 0;
    held_ = 0;
  }

  std::string_view in_;
  std::string& out_;
  size_t pos_ = 0;
  size_t written_;
  uint32_t bits_ = 0;
  int held_ = 0;  // characters of an unfinished group, in bits_
  bool rest_is_base64_ = false;
  bool clean_ = true;
};

}  // namespace

bool DecodeBase64(std::string_view encoded, std::string& out) {
  return Decoder(encoded, out).Run();
}

}  // namespace threadlint::mail
