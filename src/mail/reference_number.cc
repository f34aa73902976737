#include "mail/reference_number.h"

#include "mail/link_fold.h"
#include "mail/link_number_shape.h"
#include "mail/link_number_words.h"
#include "util/ascii.h"
#include "util/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;

// What kinds of characters stand in a chunk.
constexpr uint8_t kDigit = 1;    // 0 to 9
constexpr uint8_t kAddress = 2;  // a sign that addresses have
constexpr uint8_t kMoney = 4;    // a sign of money, or outside ASCII, as many of them are
constexpr uint8_t kFolds = 8;    // a capital, or outside ASCII

constexpr std::array<uint8_t, 256> kKinds = [] {
  std::array<uint8_t, 256> out{};
  for (size_t c = '0'; c <= '9'; ++c) out[c] = kDigit;
  for (const char c : {':', '@', '.', '/'}) out[static_cast<size_t>(c)] = kAddress;
  for (const char c : {'$', '%'}) out[static_cast<size_t>(c)] = kMoney;
  for (size_t c = 'A'; c <= 'Z'; ++c) out[c] = kFolds;
  for (size_t c = 0x80; c < out.size(); ++c) out[c] = kMoney | kFolds;
  return out;
}();

// A word between blanks, with its outer punctuation in place.
struct Chunk {
  std::string_view text;
  bool after_gap = false;   // an empty line stands before it
  bool after_line = false;  // a line end stands before it
  uint8_t kinds = 0;

  bool HasDigit() const { return (kinds & kDigit) != 0; }
};

std::vector<Chunk> Chunks(std::string_view text) {
  constexpr size_t kAverage = 6;  // bytes a word with its blank, or more
  std::vector<Chunk> out;
  out.reserve(text.size() / kAverage);
  size_t newlines = 0;
  for (size_t at = 0; at < text.size();) {
    if (util::IsSpace(text[at])) {
      newlines += text[at++] == '\n' ? 1 : 0;
      continue;
    }
    uint8_t kinds = 0;
    size_t end = at;
    for (; end < text.size() && !util::IsSpace(text[end]); ++end)
      kinds |= kKinds[static_cast<unsigned char>(text[end])];
    out.push_back({text.substr(at, end - at), newlines > 1, newlines > 0, kinds});
    newlines = 0;
    at = end;
  }
  return out;
}

// What people write for "number" before one, as '#'; wide blanks as ' '.
std::string WithPlainSigns(std::string_view text) {
  struct Sign {
    std::string_view from, to;
  };
  constexpr Sign kSigns[] = {{"\xC2\xB0", "#"},     {"\xC2\xBA", "#"},     {"\xE2\x84\x96", "#"},
                             {"\xC2\xA0", " "},     {"\xE2\x80\xAF", " "}, {"\xE2\x80\x90", "-"},
                             {"\xE2\x80\x91", "-"}, {"\xE2\x80\x93", "-"}, {"\xE2\x80\x8B", ""},
                             {"\xEF\xBC\x83", "#"}, {"\xEF\xBC\x9A", ":"}};
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t ascii = util::AsciiLength(text.substr(at));
    out += text.substr(at, ascii);
    at += ascii;
    if (at < text.size()) {
      const auto* const sign =
          std::find_if(std::begin(kSigns), std::end(kSigns),
                       [&](const Sign& s) { return text.substr(at).starts_with(s.from); });
      if (sign != std::end(kSigns)) {
        // After a digit it is degrees.
        const bool degrees = sign->from == kSigns[0].from && at > 0 && util::IsDigit(text[at - 1]);
        out += degrees ? std::string_view(" ") : sign->to;
        at += sign->from.size();
        continue;
      }
      out += text[at++];
    }
  }
  return out;
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), util::IsDigit);
}

bool HasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), util::IsDigit);
}

// Digits alone, but for punctuation around them.
bool IsDigitGroup(std::string_view chunk) {
  while (!chunk.empty() && (chunk.front() == '(' || chunk.front() == '-')) chunk.remove_prefix(1);
  while (!chunk.empty() && !util::IsAlnum(chunk.back())) chunk.remove_suffix(1);
  return AllDigits(chunk);
}

bool HasMoneySign(const Chunk& chunk) {
  if ((chunk.kinds & kMoney) == 0) return false;
  for (const std::string_view sign :
       {"$", "%", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "\xE2\x82\xB9", "\xE2\x80\xB0"})
    if (chunk.text.find(sign) != kNone) return true;
  return false;
}

// Addresses of pages, mailboxes and files; ids of mails.
bool IsAddress(const Chunk& read) {
  if ((read.kinds & kAddress) == 0) return false;
  const std::string_view chunk = read.text;
  if (chunk.find("://") != kNone || chunk.find('@') != kNone || chunk.find("www.") != kNone)
    return true;
  const size_t slash = chunk.find('/');
  const size_t dot = chunk.find('.');
  return slash != kNone && dot < slash && dot > 0 && util::IsAlpha(chunk[dot - 1]) &&
         util::IsAlpha(chunk[dot + 1]) && chunk.find_first_of("0123456789", slash) != kNone;
}

// FoldText, which changes nothing of most words; what it changes stands in `memory`.
std::string_view Folded(std::string_view word, std::string& memory) {
  const bool same = std::ranges::none_of(
      word, [](char c) { return (kKinds[static_cast<unsigned char>(c)] & kFolds) != 0; });
  if (same) return word;
  memory.clear();
  AppendFolded(word, memory);
  return memory;
}

class Scanner {
 public:
  Scanner(bool quoted, std::vector<ReferenceNumber>& out) : quoted_(quoted), out_(out) {}

  void Scan(std::string_view text) {
    if (!HasDigit(text)) return;
    const std::string plain = util::IsAscii(text) ? std::string() : WithPlainSigns(text);
    const std::vector<Chunk> chunks = Chunks(plain.empty() ? text : plain);
    for (size_t i = 0; i < chunks.size() && out_.size() < kMostNumbers; ++i) {
      if (i == 0 || chunks[i].after_gap) {
        Forget();
        if (const size_t end = WithoutDigits(chunks, i); end > i) {
          i = end - 1;
          continue;
        }
      }
      const Chunk* const next =
          i + 1 < chunks.size() && !chunks[i + 1].after_gap ? &chunks[i + 1] : nullptr;
      i += Read(chunks, i, next);
    }
  }

 private:
  struct Label {
    NumberWord kind = NumberWord::kNone;
    size_t words = 0;  // words since
  };

  // Where the paragraph that begins at i ends, if there is no digit in it: then all that it leaves
  // behind is how its last word is written. Else i.
  size_t WithoutDigits(std::span<const Chunk> chunks, size_t i) {
    size_t end = i;
    do {
      if (chunks[end].HasDigit()) return i;
      ++end;
    } while (end < chunks.size() && !chunks[end].after_gap);
    for (size_t last = end; last-- > i;) {
      if (IsAddress(chunks[last]) || HasMoneySign(chunks[last])) continue;
      shouted_ = IsShouted(chunks[last].text);
      break;
    }
    return end;
  }

  static bool IsShouted(std::string_view word) {
    return word.size() > 1 && std::ranges::all_of(word, util::IsUpper);
  }

  void Forget() {
    label_ = {NumberWord::kNone, kReach + 1};
    hash_ = number_ = false;
    phone_ = group_before_ = money_before_ = false;
    prefix_ = {};
  }

  // Gives the number of following chunks taken along.
  size_t Read(const std::vector<Chunk>& chunks, size_t i, const Chunk* next) {
    const std::string_view chunk = chunks[i].text;
    if (IsAddress(chunks[i])) {
      CountWord();
      return 0;
    }
    if (HasMoneySign(chunks[i])) {
      money_before_ = !chunks[i].HasDigit();
      CountWord();
      return 0;
    }
    if (chunks[i].after_line) group_before_ = false;
    size_t taken = 0;
    if (chunk.front() == '+' && chunks[i].HasDigit()) {
      phone_ = true;
    } else if (!chunks[i].HasDigit()) {
      ReadWord(chunk);
    } else {
      taken = ReadDigits(chunks, i, next);
    }
    // The end of a sentence; before a number a point ends an abbreviation.
    const char last = chunk.back();
    const bool number_next =
        next != nullptr && (util::IsDigit(next->text.front()) || next->text.front() == '#');
    if (last == '!' || last == '?' || (last == '.' && !number_ && !number_next)) {
      label_ = {NumberWord::kNone, kReach + 1};
      phone_ = false;
    }
    return taken;
  }

  void CountWord() {
    ++label_.words;
    hash_ = number_ = false;
    phone_ = group_before_ = false;
    prefix_ = {};
  }

  // A chunk without digits: one word, or several with dashes and points between.
  void ReadWord(std::string_view chunk) {
    const bool ends_hash = chunk.ends_with('#') || chunk.ends_with("#:") || chunk.ends_with("#.");
    size_t parts = 0;
    std::string memory;
    const std::string_view folded = Folded(chunk, memory);
    for (size_t at = 0; at < folded.size();) {
      const auto is_word = [](char c) {
        return util::IsAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
      };
      if (!is_word(folded[at])) {
        ++at;
        continue;
      }
      size_t end = at;
      while (end < folded.size() && is_word(folded[end])) ++end;
      ReadWordPart(folded.substr(at, end - at), parts++ == 0);
      at = end;
    }
    hash_ = ends_hash;
    // "INV 2024-00123"
    constexpr size_t kShortest = 2, kLongest = 3;
    prefix_ = {};
    if (chunk.size() >= kShortest && chunk.size() <= kLongest &&
        std::all_of(chunk.begin(), chunk.end(), util::IsUpper) &&
        (NumberWordOf(folded) == NumberWord::kNone || folded == "inv") && !shouted_)
      prefix_ = chunk;
    shouted_ = IsShouted(chunk);
  }

  void ReadWordPart(std::string_view word, bool first) {
    const NumberWord kind = NumberWordOf(word);
    if (first) {
      phone_ = group_before_ = money_before_ = false;
      ++label_.words;
    }
    number_ = false;
    switch (kind) {
      case NumberWord::kNone:
        break;
      case NumberWord::kNumber:
        number_ = true;
        if (label_.kind == NumberWord::kNone || label_.words > kReach) label_ = {kind, 0};
        label_.words = std::min(label_.words, size_t{1});
        break;
      case NumberWord::kUnit:
        money_before_ = true;
        break;
      default:
        label_ = {kind, 0};
        break;
    }
  }

  // A chunk with digits: "51689515", "(#123456)", "Bestellung:W871286", "pedido#5418745".
  size_t ReadDigits(const std::vector<Chunk>& chunks, size_t i, const Chunk* next) {
    const std::string_view chunk = chunks[i].text;
    const auto is_part = [](char c) {
      return util::IsAlnum(c) || c == '-' || c == '/' || c == '_' || c == '.' || c == ',' ||
             c == '\'' || static_cast<unsigned char>(c) >= 0x80;
    };
    size_t taken = 0;
    for (size_t at = 0; at < chunk.size();) {
      if (!is_part(chunk[at])) {
        hash_ = chunk[at] == '#';
        ++at;
        continue;
      }
      size_t end = at;
      while (end < chunk.size() && is_part(chunk[end])) ++end;
      taken = ReadPart(chunks, i, chunk.substr(at, end - at), end == chunk.size() ? next : nullptr);
      at = end;
    }
    return taken;
  }

  size_t ReadPart(const std::vector<Chunk>& chunks, size_t i, std::string_view part,
                  const Chunk* next) {
    constexpr std::string_view kOuter = "-/_.,'";
    while (!part.empty() && kOuter.find(part.front()) != kNone) part.remove_prefix(1);
    const size_t whole = part.size();
    while (!part.empty() && kOuter.find(part.back()) != kNone) part.remove_suffix(1);
    if (part.size() < whole) next = nullptr;  // what follows does not belong to it
    if (part.empty()) return 0;
    if (!HasDigit(part)) {
      const bool hash = hash_;
      ReadWord(part);
      hash_ = hash_ || hash;
      return 0;
    }
    // A point after letters: "Nr.12345". Between digits: an amount, a date, a version.
    if (const size_t point = part.find_first_of(".,'"); point != kNone) {
      const std::string_view before = part.substr(0, point);
      if (!HasDigit(before)) {
        ReadWord(before);
        return ReadPart(chunks, i, part.substr(point + 1), next);
      }
      constexpr size_t kWhole = 5;
      const std::string_view behind = part.substr(point + 1);
      if (part[point] == ',' && before.size() >= kWhole && behind.size() >= kWhole) {
        ReadPart(chunks, i, before, nullptr);
        return ReadPart(chunks, i, behind, next);
      }
      number_ = hash_ = false;
      group_before_ = false;
      return 0;
    }
    // "Bestellung/12345", "Order-12345678": a word and a number, unless it is a short prefix.
    const size_t sign = part.find_first_of("/-_");
    if (sign != kNone && !HasDigit(part.substr(0, sign))) {
      constexpr size_t kLongestPrefix = 3;
      const NumberWord kind = NumberWordOf(FoldText(part.substr(0, sign)));
      const bool code = std::all_of(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(sign),
                                    util::IsUpper);
      if (part[sign] == '/' ? !code || kind != NumberWord::kNone
                            : kind == NumberWord::kPhone || kind == NumberWord::kNumber ||
                                  (kind != NumberWord::kNone && sign > kLongestPrefix)) {
        ReadWord(part.substr(0, sign));
        return ReadPart(chunks, i, part.substr(sign + 1), next);
      }
    }
    return Judge(chunks, i, part, next);
  }

  bool NextIsUnit(const Chunk* next) const {
    if (next == nullptr) return false;
    if (HasMoneySign(*next) && !next->HasDigit()) return true;
    std::string_view word = next->text;
    while (!word.empty() && !util::IsAlnum(word.back())) word.remove_suffix(1);
    return NumberWordOf(FoldText(word)) == NumberWord::kUnit;
  }

  // A number and a place: "10115 Berlin".
  static bool IsPostcode(std::string_view part, const Chunk* next) {
    constexpr size_t kDigits = 5;
    return part.size() == kDigits && AllDigits(part) && next != nullptr && !next->after_line &&
           (util::IsUpper(next->text.front()) || next->text.starts_with("\xC3"));
  }

  // Digits in groups behind a label: "102 523 9268". Gives the chunks that belong to it.
  size_t Groups(const std::vector<Chunk>& chunks, size_t i, std::string_view part,
                std::string& value) const {
    constexpr size_t kShort = 3, kFirst = 4, kLongestGroup = 7, kFewest = 6, kMost = 20;
    if (!AllDigits(part) || part.size() < kShort || part.size() > kFirst) return 0;
    std::string joined(part);
    size_t count = 0;
    while (i + count + 1 < chunks.size()) {
      std::string_view group = chunks[i + count + 1].text;
      if (chunks[i + count + 1].after_line) break;
      const bool last = !group.empty() && !util::IsAlnum(group.back());
      while (!group.empty() && !util::IsAlnum(group.back())) group.remove_suffix(1);
      if (!AllDigits(group) || group.size() < kShort || group.size() > kLongestGroup ||
          joined.size() + group.size() > kMost)
        break;
      joined += group;
      ++count;
      if (last) break;
    }
    if (count == 0 || joined.size() < kFewest) return 0;
    value = std::move(joined);
    return count;
  }

  size_t Judge(const std::vector<Chunk>& chunks, size_t i, std::string_view part,
               const Chunk* next) {
    const bool direct = hash_ || number_;
    const bool reached = label_.words <= kReach;
    const NumberWord label = reached ? label_.kind : NumberWord::kNone;
    const bool phone = phone_ || label == NumberWord::kPhone;
    const bool money = money_before_ || NextIsUnit(next);
    const bool grouped = group_before_ || (next != nullptr && !next->after_line &&
                                           AllDigits(part) && IsDigitGroup(next->text));
    const std::string_view prefix = std::exchange(prefix_, {});
    hash_ = number_ = false;
    money_before_ = shouted_ = false;
    group_before_ = AllDigits(part);
    phone_ = phone;
    const bool thing = label == NumberWord::kMatter || label == NumberWord::kStanding;
    // "my number is 07700 900 118"
    const bool dialled = grouped && part.front() == '0' && !thing;
    if (phone || money || dialled || label == NumberWord::kOther) return 0;
    const bool labelled = direct || thing;
    std::string value(part);
    size_t taken = 0;
    if (labelled && label_.words <= 2) taken = Groups(chunks, i, part, value);
    NumberShape shape = ShapeOf(value);
    if (!prefix.empty() && (shape == NumberShape::kPlain || shape == NumberShape::kTelling ||
                            (AllDigits(part) && shape == NumberShape::kNeedsLabel))) {
      value = std::string(prefix) + value;
      shape = NumberShape::kTelling;
    }
    const bool believed = shape == NumberShape::kTelling ||
                          (shape == NumberShape::kPlain && (labelled || !grouped)) ||
                          (shape == NumberShape::kNeedsLabel && labelled);
    if (!believed) return taken;
    if (!direct && label_.words > 0 && IsPostcode(part, next)) return taken;
    Give(std::move(value), labelled, label == NumberWord::kStanding);
    return taken;
  }

  void Give(std::string value, bool labelled, bool standing) {
    for (char& c : value)
      if (util::IsLower(c)) c = static_cast<char>(c - 32);
    const auto known = std::find_if(out_.begin(), out_.end(), [&](const ReferenceNumber& number) {
      return number.value == value;
    });
    if (known != out_.end()) {
      known->labelled = known->labelled || labelled;
      known->standing = known->standing || standing;
      return;
    }
    out_.push_back({std::move(value), labelled, quoted_, standing});
  }

  static constexpr size_t kReach = 5;  // words over which a label is believed

  const bool quoted_;
  std::vector<ReferenceNumber>& out_;
  Label label_{NumberWord::kNone, kReach + 1};
  bool hash_ = false;          // '#' stands right before
  bool number_ = false;        // "No." stands right before
  bool phone_ = false;         // in a phone number
  bool group_before_ = false;  // digits stand right before
  bool money_before_ = false;  // "EUR" stands right before
  bool shouted_ = false;       // the word before is in capitals
  std::string_view prefix_;    // "INV" right before
};

}  // namespace

void AddNumbers(std::string_view text, bool quoted, std::vector<ReferenceNumber>& out) {
  Scanner(quoted, out).Scan(text);
}

std::vector<ReferenceNumber> NumbersIn(std::string_view text) {
  std::vector<ReferenceNumber> out;
  AddNumbers(text, false, out);
  return out;
}

}  // namespace threadlint::mail
