// The last digits of a card or an account: "ending 4471", "xxxx 8810".
#include "facts/value_readers.h"
#include "util/ascii.h"

namespace threadlint::facts::values {

namespace {

// Bytes of a sign that stands for a hidden digit before `at`; 0: none.
size_t MaskBefore(const Scan& scan, size_t at) {
  if (at <= scan.floor) return 0;
  const char c = scan.text[at - 1];
  if (c == 'x' || c == 'X' || c == '*' || c == '#') return 1;
  const std::string_view before = scan.text.substr(scan.floor, at - scan.floor);
  for (const std::string_view sign : {"\xE2\x80\xA2", "\xE2\x97\x8F", "\xC2\xB7"})
    if (before.ends_with(sign)) return sign.size();
  return 0;
}

// Where the mask before `at` begins: "**** **** ****", "XXXX-XXXX-"; `at` if there is none.
size_t MaskBegin(const Scan& scan, size_t at) {
  constexpr size_t kFewest = 2, kMost = 40;
  size_t begin = at, place = at;
  size_t count = 0;
  while (place > scan.floor && at - place < kMost) {
    const size_t length = MaskBefore(scan, place);
    if (length > 0) {
      place -= length;
      begin = place;
      ++count;
    } else if (scan.text[place - 1] == ' ' || scan.text[place - 1] == '-') {
      --place;
    } else {
      break;
    }
  }
  if (count < kFewest || LetterBefore(scan.text, begin) > 0) return at;
  // "## 4471" begins a heading, and a row of "*" with blanks is a list.
  return begin;
}

bool FollowsEndWord(const Scan& closed, size_t at) {
  // "the last four digits are 4471": "four" is a value of its own.
  Scan scan = closed;
  scan.floor = at > kReach ? at - kReach : 0;
  constexpr std::string_view kEnds =
      "ending ends end endet endend endziffern endziffer endnummer terminant termine finissant "
      "terminada terminado termina acaba finisce finale eindigend eindigt endings";
  size_t place = at;
  bool digits = false;
  constexpr size_t kWords = 5;
  for (size_t i = 0; i < kWords; ++i) {
    const std::string_view word = PreviousWord(scan, place, true);
    if (word.empty()) return false;
    const FoldedWord folded(word);
    if (IsOneOf(folded.Text(), kEnds)) return true;
    if (digits && IsOneOf(folded.Text(), "last letzten derniers ultimos")) return true;
    if (IsOneOf(folded.Text(), "digits ziffern chiffres digitos")) digits = true;
    if (!digits && !IsOneOf(folded.Text(),
                            "in with auf mit par en con no number are is the sind "
                            "lauten sont son by"))
      return false;
    place = static_cast<size_t>(word.data() - scan.text.data());
    // "last 4 digits"
    size_t before = BlanksBefore(scan, place);
    if (digits && before > scan.floor && util::IsDigit(scan.text[before - 1])) place = before - 1;
  }
  return false;
}

}  // namespace

bool ReadCardTail(const Scan& scan, const Spot& spot, Value& out) {
  constexpr size_t kFewest = 3, kMost = 5, kUsual = 4;
  const size_t digits = CountDigits(scan, spot.at);
  if (digits < kFewest || digits > kMost) return false;
  const size_t end = spot.at + digits;
  if (LetterLength(scan.text, end) > 0 || DashLength(scan, end) > 0 || scan.At(end) == '/' ||
      ((scan.At(end) == '.' || scan.At(end) == ',') && util::IsDigit(scan.At(end + 1))))
    return false;
  const size_t begin = MaskBegin(scan, spot.at);
  if (begin == spot.at && (spot.attached || !FollowsEndWord(scan, spot.at))) return false;
  out = MakeValue(ValueKind::kCardTail, begin, end, StableHash(scan.text.substr(spot.at, digits)));
  out.doubtful = digits != kUsual;
  return true;
}

}  // namespace threadlint::facts::values
