// What words say: days by name, "tomorrow", "noon", numbers before units and things.
#include "facts/value_readers.h"
#include "facts/value_words.h"
#include "util/ascii.h"
#include "util/civil_time.h"

#include <array>

namespace threadlint::facts::values {

namespace {

size_t BeginOf(const Scan& scan, std::string_view word) {
  return static_cast<size_t>(word.data() - scan.text.data());
}

// A date that follows a weekday: "Friday, 3 May", "Freitag, den 3.5.".
bool ReadDateBehind(const Scan& scan, size_t at, Value& out) {
  size_t end = at;
  if (scan.At(end) == ',' || scan.At(end) == '.') ++end;
  if (scan.At(end) == ',') ++end;
  end = SkipBlanks(scan, end);
  for (int i = 0; i < 2; ++i) {
    const std::string_view word = WordAt(scan, end);
    if (!IsFoldedOneOf(word, "the den dem der le el the of")) break;
    end = SkipBlanks(scan, end + word.size());
  }
  if (end == at) return false;
  if (util::IsDigit(scan.At(end))) return ReadDate(scan, {end, ReadFigure(scan, end), false}, out);
  // "Friday May 3rd"
  const std::string_view word = WordAt(scan, end);
  size_t digits = end + word.size();
  if (scan.At(digits) == '.') ++digits;
  digits = SkipBlanks(scan, digits);
  if (word.empty() || !util::IsDigit(scan.At(digits))) return false;
  return ReadDate(scan, {digits, ReadFigure(scan, digits), false}, out) && out.begin == end;
}

// "Vendredi 15", "lunes 11": the day of that name and number nearest to the mail's date.
std::optional<int64_t> DayOfNumberBehind(const Scan& scan, size_t& end, int weekday) {
  const std::optional<int64_t> written = DayWritten(scan);
  size_t at = SkipBlanks(scan, end);
  if (!written || at == end || !IsOneOf(scan.context.language.substr(0, 2), "fr es") ||
      !util::IsDigit(scan.At(at)) || CountDigits(scan, at) > 2)
    return std::nullopt;
  const auto day = static_cast<unsigned>(ReadDigits(scan, at));
  const char sign = scan.At(at);
  if (LetterLength(scan.text, at) > 0 || sign == ':' || sign == '/' || sign == '-' ||
      IsFoldedOneOf(WordAt(scan, SkipBlanks(scan, at)), "h heures horas jours dias"))
    return std::nullopt;
  constexpr int64_t kFarthest = 62;
  for (int64_t away = 0; away <= kFarthest; ++away)
    for (const int64_t candidate : {*written + away, *written - away})
      if (util::CivilFromDays(candidate).day == day &&
          static_cast<int>(util::WeekdayFromDays(candidate)) == weekday) {
        end = at;
        return candidate;
      }
  return std::nullopt;
}

// Which way a weekday lies from the mail's date, by the words before it in the sentence: -1, 1, or
// 0 if nothing tells.
int DirectionOfWeekday(const Scan& scan, size_t at, bool& sure) {
  constexpr std::string_view kPast =
      "last letzten letzte letzter vergangenen dernier pasado past previous";
  constexpr std::string_view kFuture =
      "next coming kommenden nachsten kommender nachster prochain proximo following this by until "
      "bis till";
  constexpr std::string_view kPastVerbs =
      "was were did had wrote sent told said came got bought paid spoke rang since gave made took "
      "went habe hatte wurde war ai avons avez aviez avait etait dit promis he hemos ha han habia "
      "habian dijo dijeron prometieron quedo llame escribi mande envie seit depuis desde";
  constexpr std::string_view kFutureVerbs =
      "will ll can shall would should be going werde werden wird kommt konnen please could";
  constexpr size_t kWords = 8;
  size_t end = at;
  const size_t reach = at > kReach ? at - kReach : 0;
  for (size_t i = 0; i < kWords && end > reach; ++i) {
    while (end > reach && LetterBefore(scan.text, end) == 0) {
      const char c = scan.text[end - 1];
      if (c == '.' || c == '!' || c == '?' || (c == '\n' && end > 1 && scan.text[end - 2] == '\n'))
        return 0;
      --end;
    }
    size_t begin = end;
    while (begin > reach && LetterBefore(scan.text, begin) > 0)
      begin -= LetterBefore(scan.text, begin);
    const FoldedWord word(scan.text.substr(begin, end - begin));
    if (i == 0) {
      sure = IsOneOf(word.Text(), kPast) || IsOneOf(word.Text(), kFuture);
      if (IsOneOf(word.Text(), kFuture)) return 1;
      if (IsOneOf(word.Text(), kPast)) return -1;
    }
    if (IsOneOf(word.Text(), kFutureVerbs)) return 1;
    if (IsOneOf(word.Text(), kPastVerbs) || (word.Text().size() > 4 && word.Text().ends_with("ed")))
      return -1;
    end = begin;
  }
  return 0;
}

// "Thursday the 20th", "Friday 13th": the nearest such day to the mail's own.
bool ReadDayOfMonthBehind(const Scan& scan, size_t at, int weekday, Value& out) {
  const std::optional<int64_t> written = DayWritten(scan);
  if (!written) return false;
  size_t end = at;
  if (scan.At(end) == ',') ++end;
  end = SkipBlanks(scan, end);
  if (const std::string_view word = WordAt(scan, end); IsFoldedOneOf(word, "the"))
    end = SkipBlanks(scan, end + word.size());
  if (end == at || CountDigits(scan, end) == 0 || CountDigits(scan, end) > 2) return false;
  size_t ordinal_at = end;
  const int64_t day = ReadDigits(scan, ordinal_at);
  const std::string_view ordinal = WordAt(scan, ordinal_at);
  if (!IsFoldedOneOf(ordinal, "st nd rd th")) return false;
  constexpr int64_t kReachDays = 62;
  for (int64_t distance = 0; distance <= kReachDays; ++distance)
    for (const int64_t candidate : {*written + distance, *written - distance}) {
      if (util::CivilFromDays(candidate).day != static_cast<unsigned>(day)) continue;
      if (util::WeekdayFromDays(candidate) != static_cast<unsigned>(weekday)) continue;
      out = MakeDate(end, ordinal_at + ordinal.size(), candidate);
      return true;
    }
  return false;
}

bool ReadWeekday(const Scan& scan, size_t at, std::string_view word, const WordMeaning& meaning,
                 Value& out) {
  size_t end = at + word.size();
  const bool capital = util::IsUpper(word.front());
  if (meaning.language == 'a' && !capital) return false;
  if (ReadDateBehind(scan, end, out) || ReadDayOfMonthBehind(scan, end, meaning.number, out)) {
    out.length += out.begin - static_cast<uint32_t>(at);
    out.begin = static_cast<uint32_t>(at);
    return true;
  }
  // Cut ones alone are too often words: "Sun", "Sat".
  if (meaning.language == 'a') return false;
  // "Black Friday"
  if (IsFoldedOneOf(PreviousWord(scan, at), "black cyber good every jeden chaque cada"))
    return false;
  if (const auto day = DayOfNumberBehind(scan, end, meaning.number)) {
    out = MakeDate(at, end, *day);
    return true;
  }
  bool sure = false;
  int direction = DirectionOfWeekday(scan, at, sure);
  // "Mardi dernier", "el martes que viene"
  const std::string_view behind = WordAt(scan, SkipBlanks(scan, end));
  if (IsFoldedOneOf(behind, "dernier passe pasado")) {
    direction = -1;
    sure = true;
  } else if (IsFoldedOneOf(behind, "prochain proximo")) {
    direction = 1;
    sure = true;
  }
  const std::optional<int64_t> written = DayWritten(scan);
  if (!written) {
    const std::array<char, 2> norm = {'W', static_cast<char>('0' + meaning.number)};
    out = MakeValue(ValueKind::kDate, at, end, StableHash({norm.data(), norm.size()}));
    out.doubtful = true;
    return true;
  }
  constexpr int64_t kDays = 7;
  const auto own = static_cast<int64_t>(util::WeekdayFromDays(*written));
  int64_t ahead = (meaning.number - own + kDays) % kDays;
  if (direction < 0) ahead = ahead == 0 && sure ? -kDays : ahead == 0 ? 0 : ahead - kDays;
  if (direction > 0 && ahead == 0 && sure) ahead = kDays;
  out = MakeDate(at, end, *written + ahead);
  out.doubtful = !sure;
  return true;
}

bool ReadRelativeDay(const Scan& scan, size_t at, std::string_view word, const FoldedWord& folded,
                     const WordMeaning& meaning, Value& out) {
  size_t begin = at;
  const size_t end = at + word.size();
  int64_t days = meaning.number;
  const std::string_view language = scan.context.language.substr(0, 2);
  if (meaning.language == 'f' && language != "fr") return false;
  if (meaning.language == 's' && language != "es") return false;
  const std::string_view before = PreviousWord(scan, at);
  if (folded.Text() == "soir" && !IsFoldedOneOf(before, "ce")) return false;
  if ((folded.Text() == "tarde" || folded.Text() == "noche") && !IsFoldedOneOf(before, "esta"))
    return false;
  // "Dans la journée", but not "dans la journée de mardi"
  if (folded.Text() == "journee" &&
      (!IsFoldedOneOf(before, "la") ||
       !IsFoldedOneOf(PreviousWord(scan, BeginOf(scan, before)), "dans") ||
       IsFoldedOneOf(WordAt(scan, SkipBlanks(scan, end)), "de d du")))
    return false;
  if (folded.Text() == "morgen" &&
      (util::IsUpper(word.front()) ||
       IsFoldedOneOf(before, "guten gute am jeden dem diesen heute gestern")))
    return false;
  if (folded.Text() == "manana" && IsFoldedOneOf(before, "la")) return false;
  if (folded.Text() == "manana" && IsFoldedOneOf(before, "esta")) days = 0;
  // "Pasado mañana", "antes de ayer", "après-demain", "avant-hier"
  if ((folded.Text() == "manana" && IsFoldedOneOf(before, "pasado")) ||
      (folded.Text() == "ayer" && IsFoldedOneOf(before, "de") &&
       IsFoldedOneOf(PreviousWord(scan, BeginOf(scan, before)), "antes"))) {
    days += days > 0 ? 1 : -1;
    begin = BeginOf(scan, before);
  }
  if (at > scan.floor && scan.text[at - 1] == '-' &&
      IsFoldedOneOf(WordBefore(scan, at - 1), "apres avant")) {
    days += days > 0 ? 1 : -1;
    begin = BeginOf(scan, WordBefore(scan, at - 1));
  }
  if (folded.Text() == "hui") {  // aujourd'hui
    constexpr std::string_view kStraight = "aujourd'", kCurly = "aujourd\xE2\x80\x99";
    const std::string_view all = scan.text.substr(scan.floor, at - scan.floor);
    const std::string_view stem = util::EndsWithIgnoreCase(all, kStraight) ? kStraight : kCurly;
    if (!util::EndsWithIgnoreCase(all, stem)) return false;
    begin -= stem.size();
  }
  // "the day after tomorrow", "day before yesterday"
  if (IsFoldedOneOf(before, "after before")) {
    const std::string_view day = PreviousWord(scan, BeginOf(scan, before));
    const bool after = IsFoldedOneOf(before, "after");
    if (IsFoldedOneOf(day, "day") && (folded.Text() == "tomorrow") == after &&
        (folded.Text() == "yesterday") != after) {
      days += after ? 1 : -1;
      begin = BeginOf(scan, day);
    }
  }
  const std::optional<int64_t> written = DayWritten(scan);
  if (!written) return false;
  out = MakeDate(begin, end, *written + days);
  return true;
}

// Where "d" of "d'un" ends; `at` if no apostrophe stands before.
size_t BehindMark(const Scan& scan, size_t at) {
  constexpr std::string_view kCurly = "\xE2\x80\x99";
  const std::string_view before = scan.text.substr(scan.floor, at - scan.floor);
  if (before.ends_with('\'')) return at - 1;
  return before.ends_with(kCurly) ? at - kCurly.size() : at;
}

// "within an hour"; not "twice a day", "what a day".
bool IsCounted(const Scan& scan, size_t at) {
  return IsFoldedOneOf(PreviousWord(scan, at),
                       "within in for after about over under than least almost nearly around "
                       "takes take took approximately every another only just last the of next "
                       "half nach innerhalb fur seit dans apres pendant en dentro durante hace vor "
                       "a binnen until another be was is wait waited sous d'ici environ moins "
                       "encore plazo los menos") ||
         // "Un délai d'un mois", "un plazo de un mes", not English "of one"
         (IsOneOf(scan.context.language.substr(0, 2), "fr es") &&
          (IsFoldedOneOf(PreviousWord(scan, at), "de") ||
           (at > scan.floor && IsFoldedOneOf(WordBefore(scan, BehindMark(scan, at)), "d"))));
}

bool ReadNumberWord(const Scan& scan, size_t at, std::string_view word, const WordMeaning& meaning,
                    Value& out) {
  constexpr int64_t kThousand = 1000;
  const size_t end = at + word.size();
  if (meaning.language == 's' && scan.context.language.substr(0, 2) != "es") return false;
  if (meaning.number == 1 && !IsCounted(scan, at)) return false;
  if (ReadDurationFrom(scan, {at, end, meaning.number * kThousand}, out)) return true;
  // Counts of things in English: "three boxes".
  if (meaning.number < 2 || BlankLength(scan, end) == 0) return false;
  const std::string_view thing = WordAt(scan, SkipBlanks(scan, end));
  constexpr size_t kShortest = 4;
  const bool english = IsOneOf(
      word,
      "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
      "fifty sixty ninety Two Three Four Five Six Seven Eight Nine Ten");
  if (!english || thing.size() < kShortest || !thing.ends_with('s') || thing.ends_with("ss") ||
      IsFoldedOneOf(thing, "times this versus thousands hundreds always perhaps digits"))
    return false;
  Spot spot{at, {}, false};
  spot.figure.begin = at;
  spot.figure.end = end;
  spot.figure.thousandths = meaning.number * kThousand;
  spot.figure.valid = true;
  return ReadNumber(scan, spot, out);
}

// "half an hour", "half a day"
bool ReadHalf(const Scan& scan, size_t at, std::string_view word, Value& out) {
  const size_t article = SkipBlanks(scan, at + word.size());
  const std::string_view between = WordAt(scan, article);
  if (!IsFoldedOneOf(between, "a an")) return false;
  constexpr int64_t kHalf = 500;
  return ReadDurationFrom(scan, {at, article + between.size(), kHalf}, out);
}

}  // namespace

bool ReadWordValue(const Scan& scan, size_t at, std::string_view word, Value& out) {
  const FoldedWord folded(word);
  const WordMeaning meaning = MeaningOf(folded.Text());
  switch (meaning.kind) {
    case WordKind::kNone:
      return false;
    case WordKind::kWeekday:
      return ReadWeekday(scan, at, word, meaning, out);
    case WordKind::kDay:
      return ReadRelativeDay(scan, at, word, folded, meaning, out);
    case WordKind::kHour: {
      if (meaning.language == 'f' && scan.context.language.substr(0, 2) != "fr") return false;
      constexpr int64_t kHour = util::kSecondsPerHour;
      out = MakeTime(at, at + word.size(), meaning.number * kHour);
      return true;
    }
    case WordKind::kArticle:
      // "in a second parcel"
      if (IsFoldedOneOf(WordAt(scan, SkipBlanks(scan, at + word.size())), "second")) return false;
      return IsCounted(scan, at) && ReadDurationFrom(scan, {at, at + word.size(), 1000}, out);
    case WordKind::kHalf:
      return ReadHalf(scan, at, word, out);
    case WordKind::kNumber:
      return ReadNumberWord(scan, at, word, meaning, out);
  }
  return false;
}

}  // namespace threadlint::facts::values
