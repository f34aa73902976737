#include "mail/reference_number.h"

#include "mail/link_fold.h"
#include "mail/link_number_chunks.h"
#include "mail/link_number_shape.h"
#include "mail/link_number_words.h"
#include "util/ascii.h"
#include "util/memo.h"
#include "util/utf8.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;

// Where the paragraph that begins at `begin` ends: before an empty line, or with the text.
size_t ParagraphEnd(std::string_view text, size_t begin) {
  for (size_t end = text.find('\n', begin); end != kNone; end = text.find('\n', end + 1)) {
    size_t next = end + 1;
    while (next < text.size() && text[next] != '\n' && util::IsSpace(text[next])) ++next;
    if (next < text.size() && text[next] == '\n') return end;
  }
  return text.size();
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

// FoldText, which changes nothing of most words; what it changes stands in `memory`.
std::string_view Folded(std::string_view word, std::string& memory) {
  const auto folds = [](char c) {
    return util::IsUpper(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  if (std::ranges::none_of(word, folds)) return word;
  memory.clear();
  AppendFolded(word, memory);
  return memory;
}

// What a paragraph comes to.
struct Numbers {
  std::vector<ReferenceNumber> numbers;  // each once; nobody knows yet whether quoted
  bool shouted = false;                  // its last word is in capitals
};

// The number if it is new, else what more is said of it.
void AddOnce(ReferenceNumber number, std::vector<ReferenceNumber>& out) {
  const auto known = std::ranges::find(out, number.value, &ReferenceNumber::value);
  if (known == out.end()) {
    out.push_back(std::move(number));
    return;
  }
  known->labelled = known->labelled || number.labelled;
  known->standing = known->standing || number.standing;
}

class Scanner {
 public:
  // `shouted`: the word before the text is in capitals.
  explicit Scanner(bool shouted) : shouted_(shouted) {}

  Numbers Scan(std::string_view text) && {
    const std::string plain = util::IsAscii(text) ? std::string() : WithPlainSigns(text);
    const std::vector<NumberChunk> chunks = ReadNumberChunks(plain.empty() ? text : plain);
    for (size_t i = 0; i < chunks.size() && numbers_.size() < kMostNumbers; ++i) {
      if (i == 0 || chunks[i].after_gap) {
        Forget();
        if (const size_t end = WithoutDigits(chunks, i); end > i) {
          i = end - 1;
          continue;
        }
      }
      const NumberChunk* const next =
          i + 1 < chunks.size() && !chunks[i + 1].after_gap ? &chunks[i + 1] : nullptr;
      i += Read(chunks, i, next);
    }
    return {std::move(numbers_), shouted_};
  }

 private:
  struct Label {
    NumberWord kind = NumberWord::kNone;
    size_t words = 0;  // words since
  };

  // Where the paragraph that begins at i ends, if there is no digit in it: then all that it leaves
  // behind is how its last word is written. Else i.
  size_t WithoutDigits(std::span<const NumberChunk> chunks, size_t i) {
    size_t end = i;
    do {
      if (chunks[end].HasDigit()) return i;
      ++end;
    } while (end < chunks.size() && !chunks[end].after_gap);
    for (size_t last = end; last-- > i;) {
      if (chunks[last].IsAddress() || chunks[last].HasMoneySign()) continue;
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
  size_t Read(const std::vector<NumberChunk>& chunks, size_t i, const NumberChunk* next) {
    const std::string_view chunk = chunks[i].text;
    if (chunks[i].IsAddress()) {
      CountWord();
      return 0;
    }
    if (chunks[i].HasMoneySign()) {
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
  size_t ReadDigits(const std::vector<NumberChunk>& chunks, size_t i, const NumberChunk* next) {
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

  size_t ReadPart(const std::vector<NumberChunk>& chunks, size_t i, std::string_view part,
                  const NumberChunk* next) {
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

  bool NextIsUnit(const NumberChunk* next) const {
    if (next == nullptr) return false;
    if (next->HasMoneySign() && !next->HasDigit()) return true;
    std::string_view word = next->text;
    while (!word.empty() && !util::IsAlnum(word.back())) word.remove_suffix(1);
    return NumberWordOf(FoldText(word)) == NumberWord::kUnit;
  }

  // A number and a place: "10115 Berlin".
  static bool IsPostcode(std::string_view part, const NumberChunk* next) {
    constexpr size_t kDigits = 5;
    return part.size() == kDigits && AllDigits(part) && next != nullptr && !next->after_line &&
           (util::IsUpper(next->text.front()) || next->text.starts_with("\xC3"));
  }

  // Digits in groups behind a label: "102 523 9268". Gives the chunks that belong to it.
  size_t Groups(const std::vector<NumberChunk>& chunks, size_t i, std::string_view part,
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

  size_t Judge(const std::vector<NumberChunk>& chunks, size_t i, std::string_view part,
               const NumberChunk* next) {
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
    AddOnce({std::move(value), labelled, false, standing}, numbers_);
  }

  static constexpr size_t kReach = 5;  // words over which a label is believed

  std::vector<ReferenceNumber> numbers_;
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
  constexpr size_t kKnown = 4096;
  thread_local util::Memo<Numbers, kKnown> known;
  if (!HasDigit(text)) return;
  bool shouted = false;
  for (size_t at = 0; at < text.size();) {
    const size_t end = ParagraphEnd(text, at);
    const Numbers& read = known.Of(
        text.substr(at, end - at),
        [&](std::string_view paragraph) { return Scanner(shouted).Scan(paragraph); }, shouted);
    for (ReferenceNumber number : read.numbers) {
      if (out.size() >= kMostNumbers) return;
      number.quoted = quoted;
      AddOnce(std::move(number), out);
    }
    shouted = read.shouted;
    at = end;
    while (at < text.size() && util::IsSpace(text[at])) ++at;
  }
}

std::vector<ReferenceNumber> NumbersIn(std::string_view text) {
  std::vector<ReferenceNumber> out;
  AddNumbers(text, false, out);
  return out;
}

}  // namespace threadlint::mail
