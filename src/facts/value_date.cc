// Dates that have figures: "2026-03-12", "12.03.2026", "3/4/26", "3 May", "May 3rd, 2026".
#include "facts/value_month.h"
#include "facts/value_readers.h"
#include "util/ascii.h"
#include "util/civil_time.h"

#include <cstdlib>

namespace threadlint::facts::values {

namespace {

constexpr int64_t kMostDays = 31, kMonths = 12;

// Words that a date follows, where figures alone do not tell.
constexpr std::string_view kBeforeDate =
    "on by since from until till before after dated of am vom bis seit zum ab den le du au depuis "
    "avant el del desde hasta date datum fecha monday tuesday wednesday thursday friday saturday "
    "sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi "
    "vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo mon tue wed thu "
    "fri sat sun der dem";

void SetRange(size_t begin, size_t end, Value& out) {
  out.begin = static_cast<uint32_t>(begin);
  out.length = static_cast<uint32_t>(end - begin);
}

bool FollowsDateWord(const Scan& scan, size_t at) {
  return IsFoldedOneOf(PreviousWord(scan, at, true), kBeforeDate);
}

// Behind "st", "nd", "rd", "th", "er", ".", "º"; `at` if none.
size_t SkipOrdinal(const Scan& scan, size_t at) {
  const std::string_view word = WordAt(scan, at);
  if (IsFoldedOneOf(word, "st nd rd th er")) return at + word.size();
  if (scan.Stands(at, "\xC2\xBA") || scan.Stands(at, "\xC2\xAA")) return at + 2;
  if (scan.At(at) == '.' && !util::IsDigit(scan.At(at + 1))) return at + 1;
  return at;
}

// "2026-03-12", "2026/3/12", "2026.03.12"
bool ReadYearFirst(const Scan& scan, size_t at, Value& out) {
  size_t end = at;
  const int64_t year = ReadYear(scan, end, false);
  if (year == kNoYear) return false;
  const char sign = scan.At(end);
  if (sign != '-' && sign != '/' && sign != '.') return false;
  size_t place = end + 1;
  const size_t month_digits = CountDigits(scan, place);
  if (month_digits == 0 || month_digits > 2) return false;
  const int64_t month = ReadDigits(scan, place);
  if (scan.At(place) != sign) return false;
  const size_t day_at = ++place;
  if (CountDigits(scan, day_at) == 0 || CountDigits(scan, day_at) > 2) return false;
  const int64_t day = ReadDigits(scan, place);
  const char after = scan.At(place);
  if (after == sign && util::IsAlnum(scan.At(place + 1))) return false;  // "2026-03-12-0044"
  if (util::IsAlpha(after) && after != 'T') return false;
  SetRange(at, place, out);
  return MakeCalendarDay(scan, year, month, day, out);
}

// "05/2026": a month, where no day can be meant.
bool ReadMonthAndYear(const Scan& scan, size_t at, size_t place, int64_t month, Value& out) {
  constexpr size_t kYearDigits = 4;
  if (month < 1 || month > kMonths || CountDigits(scan, place) != kYearDigits) return false;
  const int64_t year = ReadYear(scan, place, false);
  if (year == kNoYear || LetterLength(scan.text, place) > 0 || scan.At(place) == '/') return false;
  out = MakeCalendarMonth(year, static_cast<unsigned>(month));
  SetRange(at, place, out);
  return true;
}

// "12.03.2026", "12/03/26", "3-4-2026", "12.03."
bool ReadFigures(const Scan& scan, size_t at, Value& out) {
  size_t end = at;
  if (CountDigits(scan, end) > 2) return false;
  const int64_t first = ReadDigits(scan, end);
  const char sign = scan.At(end);
  if ((sign != '.' && sign != '/' && sign != '-') || !util::IsDigit(scan.At(end + 1))) return false;
  size_t place = end + 1;
  if (CountDigits(scan, place) > 2)
    return sign == '/' && ReadMonthAndYear(scan, at, place, first, out);
  const int64_t second = ReadDigits(scan, place);
  const bool points = sign == '.';
  int64_t day = first, month = second, year = kNoYear;
  bool doubtful = false;
  if (scan.At(place) == sign && util::IsDigit(scan.At(place + 1))) {
    size_t year_at = place + 1;
    const bool two = CountDigits(scan, year_at) == 2;
    year = ReadYear(scan, year_at, true);
    if (year == kNoYear) return false;
    const char after = scan.At(year_at);
    // "4.2.21.7", "12-03-26-4471": longer rows are something else.
    if ((after == '.' || after == '/' || after == '-') && util::IsAlnum(scan.At(year_at + 1)) &&
        util::IsDigit(scan.At(year_at + 1)))
      return false;
    if (LetterLength(scan.text, year_at) > 0) return false;
    const std::string_view before = PreviousWord(scan, at, true);
    if (two && IsFoldedOneOf(before, "version v ver firmware release build software update rev"))
      return false;
    // "2.6.37" of a program
    constexpr int64_t kAhead = 5, kUnknown = 2030;
    const std::optional<int64_t> written = DayWritten(scan);
    if (two && year > (written ? util::CivilFromDays(*written).year + kAhead : kUnknown))
      return false;
    doubtful = two && !FollowsDateWord(scan, at);
    place = year_at;
  } else if (points && scan.At(place) == '.') {
    if (!FollowsDateWord(scan, at) && !scan.context.language.starts_with("de")) return false;
    ++place;
  } else if (sign == '-' || LetterLength(scan.text, place) > 0) {
    return false;  // a range
  } else {
    // "3/5", "12.03": only where a date is expected.
    const bool full = place - at == 5;
    if (!FollowsDateWord(scan, at) || (points && !full)) return false;
    // "on 1/2", "3/4 of the days"
    if ((first <= 2 && second <= 4 && !full) ||
        IsFoldedOneOf(WordAt(scan, SkipBlanks(scan, place)), "of"))
      return false;
    doubtful = true;
  }
  const bool month_first = scan.context.language == "en-US";
  if (month > kMonths || (month_first && !points && first <= kMonths)) std::swap(day, month);
  out.doubtful = doubtful || (!points && first <= kMonths && second <= kMonths && first != second);
  SetRange(at, place, out);
  return MakeCalendarDay(scan, year, month, day, out);
}

// The year that may follow day and month: ", 2026", " 2026", " de 2026", "'26"; moves `end`.
int64_t ReadYearBehind(const Scan& scan, size_t& end) {
  size_t at = end;
  if (scan.At(at) == ',' || scan.At(at) == '.') ++at;
  at = SkipBlanks(scan, at);
  const std::string_view word = WordAt(scan, at);
  if (IsFoldedOneOf(word, "de del")) at = SkipBlanks(scan, at + word.size());
  const bool cut = scan.At(at) == '\'';
  if (cut) ++at;
  const size_t digits_at = at;
  const int64_t year = ReadYear(scan, at, cut);
  if (year == kNoYear || LetterLength(scan.text, at) > 0) return kNoYear;
  // "on 3 May 2000 units" is rarer than it is worth; "3 May 2026-0044" is a number.
  if (scan.At(at) == '-' && util::IsDigit(scan.At(at + 1))) return kNoYear;
  if (digits_at == end) return kNoYear;
  end = at;
  return year;
}

// Behind the last day of a range whose first ends at `at`: "3-5 May", "10th to 26th of May"; `at`
// if there is no range.
size_t SkipToRangeEnd(const Scan& scan, size_t at) {
  size_t end = SkipDash(scan, at);
  if (end == at) {
    end = SkipBlanks(scan, at);
    const std::string_view word = WordAt(scan, end);
    if (!IsFoldedOneOf(word, "to and or bis und oder au et al y")) return at;
    end = SkipBlanks(scan, end + word.size());
    const std::string_view article = WordAt(scan, end);
    if (IsFoldedOneOf(article, "the")) end = SkipBlanks(scan, end + article.size());
  }
  const size_t digits = CountDigits(scan, end);
  if (digits == 0 || digits > 2) return at;
  size_t place = end;
  if (ReadDigits(scan, place) > kMostDays) return at;
  return SkipOrdinal(scan, place);
}

// "May 5th to 19th": the month of the first.
bool ReadDayAfterRange(const Scan& scan, size_t at, Value& out) {
  if (scan.last == nullptr || scan.last->kind != ValueKind::kDate || scan.last->number == 0 ||
      CountDigits(scan, at) > 2)
    return false;
  size_t begin = SkipDash(scan, scan.floor);
  if (begin == scan.floor) {
    begin = SkipBlanks(scan, begin);
    const std::string_view word = WordAt(scan, begin);
    if (!IsFoldedOneOf(word, "to and or until till through bis und")) return false;
    begin = SkipBlanks(scan, begin + word.size());
    const std::string_view article = WordAt(scan, begin);
    if (IsFoldedOneOf(article, "the")) begin = SkipBlanks(scan, begin + article.size());
  }
  if (begin != at) return false;
  size_t end = at;
  const int64_t day = ReadDigits(scan, end);
  const size_t ordinal = SkipOrdinal(scan, end);
  const bool dashed = DashLength(scan, scan.floor) > 0;
  if (LetterLength(scan.text, ordinal) > 0 || (ordinal == end && !dashed)) return false;
  const util::CivilDate first = util::CivilFromDays(scan.last->number);
  if (day <= first.day) return false;
  SetRange(at, scan.At(end) == '.' ? end : ordinal, out);
  return MakeCalendarDay(scan, first.year, first.month, day, out);
}

// "3 May 2026", "3rd of May", "3. Mai", "3-May-26", "3 de mayo de 2026"
bool ReadDayAndMonth(const Scan& scan, size_t at, Value& out) {
  size_t end = at;
  if (CountDigits(scan, end) > 2) return false;
  const int64_t day = ReadDigits(scan, end);
  if (day < 1 || day > kMostDays) return false;
  end = SkipOrdinal(scan, end);
  const size_t first_end = end;
  end = SkipToRangeEnd(scan, end);
  const bool range = end > first_end;
  const char sign = scan.At(end);
  size_t word_at = SkipBlanks(scan, end);
  if (word_at == end && (sign == '-' || sign == '/')) ++word_at;
  std::string_view word = WordAt(scan, word_at);
  if (IsFoldedOneOf(word, "of de del")) {
    word_at = SkipBlanks(scan, word_at + word.size());
    word = WordAt(scan, word_at);
  }
  const unsigned month = MonthOfWord(scan, word);
  if (month == 0) return false;
  end = word_at + word.size();
  int64_t year = kNoYear;
  if (scan.At(end) == '-' || scan.At(end) == '/') {
    size_t place = end + 1;
    year = ReadYear(scan, place, true);
    if (year != kNoYear) end = place;
  } else {
    constexpr size_t kCut = 4;
    if (scan.At(end) == '.' && word.size() <= kCut && BlankLength(scan, end + 1) > 0 &&
        util::IsDigit(scan.At(end + 2)))
      ++end;
    year = ReadYearBehind(scan, end);
  }
  SetRange(at, range ? first_end : end, out);
  return MakeCalendarDay(scan, year, month, day, out);
}

// "May 3rd, 2026", "May 3", "May 2026"
bool ReadMonthAndDay(const Scan& scan, size_t at, Value& out) {
  size_t word_end = BlanksBefore(scan, at);
  if (word_end == at) return false;
  if (word_end > scan.floor && scan.text[word_end - 1] == '.') --word_end;
  const std::string_view word = WordBefore(scan, word_end);
  const unsigned month = MonthOfWord(scan, word);
  // A month begins with a capital, but for those who write none.
  if (month == 0 || (word == "may" && !FollowsDateWord(scan, word_end - word.size())) ||
      word == "march")
    return false;
  const size_t begin = word_end - word.size();
  size_t end = at;
  const size_t digits = CountDigits(scan, at);
  constexpr size_t kYearDigits = 4;
  if (digits == kYearDigits) {
    const int64_t year = ReadYear(scan, end, false);
    if (year == kNoYear || LetterLength(scan.text, end) > 0) return false;
    out = MakeCalendarMonth(year, month);
    SetRange(begin, end, out);
    return true;
  }
  if (digits > 2) return false;
  const int64_t day = ReadDigits(scan, end);
  const size_t ordinal = SkipOrdinal(scan, end);
  const char after = scan.At(ordinal);
  if (ordinal == end && (LetterLength(scan.text, end) > 0 || after == ':' ||
                         ((after == '.' || after == ',') && util::IsDigit(scan.At(end + 1)))))
    return false;
  // A point there ends the sentence.
  if (scan.At(end) != '.') end = ordinal;
  const int64_t year = ReadYearBehind(scan, end);
  SetRange(begin, end, out);
  return MakeCalendarDay(scan, year, month, day, out);
}

// What stands before the number of a day, where that is all; none in other languages.
std::string_view ArticleOfDay(std::string_view language) {
  if (language == "fr") return "le au";
  if (language == "es") return "el al dia";
  return {};
}

// Behind a number: the sentence or clause ends, or goes on as behind a day.
bool EndsDayAlone(const Scan& scan, size_t end) {
  const size_t next = SkipBlanks(scan, end);
  const char sign = scan.At(next);
  if (sign == '\0' || (next == end && (sign == '.' || sign == ',' || sign == ';' || sign == ')')))
    return !util::IsDigit(scan.At(end + 1));
  if (next > end && (sign == '?' || sign == '!')) return true;
  if (next == end) return sign == '?' || sign == '!';
  return IsFoldedOneOf(WordAt(scan, next),
                       "a au et ou mais pour avant apres vers que qui comme matin soir dernier "
                       "courant prochain inclus y o pero para antes sin como por ya no entre");
}

// "by the 3rd": of the month that brings it nearest to the mail's date.
bool ReadDayAlone(const Scan& scan, size_t at, Value& out) {
  const std::optional<int64_t> written = DayWritten(scan);
  if (!written || CountDigits(scan, at) > 2) return false;
  size_t end = at;
  const int64_t day = ReadDigits(scan, end);
  std::string_view ordinal = WordAt(scan, end);
  if (day < 1 || day > kMostDays) return false;
  const std::string_view article = PreviousWord(scan, at);
  if (IsFoldedOneOf(article, ArticleOfDay(scan.context.language.substr(0, 2)))) {
    // "Le 12 à midi", "el 7."; not "le 12 rue Haute", "el 7 %".
    if (LetterLength(scan.text, end) > 0 || !EndsDayAlone(scan, end)) return false;
    ordinal = {};
  } else {
    if (!IsFoldedOneOf(ordinal, "st nd rd th")) return false;
    if (!IsFoldedOneOf(article, "the")) return false;
    const auto article_at = static_cast<size_t>(article.data() - scan.text.data());
    if (!IsFoldedOneOf(PreviousWord(scan, article_at),
                       "on by until till before after since from dated for"))
      return false;
    constexpr size_t kNext = 24;
    const std::string_view next = WordAt(scan, SkipBlanks(scan, end + ordinal.size()));
    if (next.size() < kNext &&
        IsFoldedOneOf(next, "time day week month attempt call email mail floor page line item one"))
      return false;
  }
  constexpr int64_t kHalfMonth = 15;
  int64_t best = 0;
  int64_t distance = 2 * kMostDays;
  for (int64_t candidate = *written - 2 * kHalfMonth; candidate <= *written + 2 * kHalfMonth;
       ++candidate) {
    if (util::CivilFromDays(candidate).day != static_cast<unsigned>(day)) continue;
    if (std::abs(candidate - *written) >= distance) continue;
    best = candidate;
    distance = std::abs(candidate - *written);
  }
  if (distance == 2 * kMostDays) return false;
  out = MakeDate(at, end + ordinal.size(), best);
  out.doubtful = true;
  return true;
}

}  // namespace

bool ReadDate(const Scan& scan, const Spot& spot, Value& out) {
  if (spot.attached) return false;
  constexpr size_t kMostDigits = 4;
  if (CountDigits(scan, spot.at) > kMostDigits) return false;
  // Each starts from a blank value: a reader that gives up half way leaves its doubts behind.
  for (const auto reader : {ReadYearFirst, ReadFigures, ReadDayAndMonth, ReadMonthAndDay,
                            ReadDayAfterRange, ReadDayAlone}) {
    Value value;
    if (!reader(scan, spot.at, value)) continue;
    out = value;
    return true;
  }
  return false;
}

}  // namespace threadlint::facts::values
