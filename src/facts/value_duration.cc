// Durations, and days counted from the mail's own: "3-5 working days", "in ten days", "two weeks
// ago".
#include "facts/value_readers.h"
#include "facts/value_word_table.h"
#include "util/ascii.h"
#include "util/civil_time.h"

#include <array>

namespace threadlint::facts::values {

namespace {

constexpr int64_t kMinute = util::kSecondsPerMinute, kHour = util::kSecondsPerHour,
                  kDay = util::kSecondsPerDay, kWeek = 7 * kDay;
constexpr int64_t kMonth = 2629800;  // a twelfth of the year
constexpr int64_t kYear = 12 * kMonth;

struct Unit {
  std::string_view words;  // folded
  int64_t seconds;
  bool working = false;
};

constexpr Unit kUnits[] = {
    {"second seconds sec secs sekunde sekunden seconde secondes segundo segundos secondi", 1},
    {"minute minutes min mins minuten minuto minutos minuti minuut minuta", kMinute},
    {"hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur uren", kHour},
    {"day days tag tage tagen kalendertag kalendertage kalendertagen jour jours dia dias giorno "
     "giorni dag dagen dage dagar",
     kDay},
    {"werktag werktage werktagen arbeitstag arbeitstage arbeitstagen geschaftstag geschaftstage "
     "geschaftstagen bankarbeitstag bankarbeitstage bankarbeitstagen werkdagen werkdag",
     kDay, true},
    {"week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken",
     kWeek},
    {"fortnight", 2 * kWeek},
    // "une quinzaine" is of fifteen days, whatever it counts.
    {"dizaine", 10 * kDay},
    {"quinzaine quincena", 15 * kDay},
    {"month months mth mths monat monate monaten mois mes meses mese mesi maand maanden", kMonth},
    {"year years yr yrs jahr jahre jahren ans annee annees ano anos anno anni jaar jaren", kYear},
};

const Unit* FindUnit(std::string_view folded) {
  static const WordTable<Unit> table(kUnits, [](const Unit& unit) { return unit.words; });
  return table.Find(folded);
}

// The unit behind a number, with what stands between: "working days", "-day", "jours ouvrés".
struct Measured {
  const Unit* unit = nullptr;
  size_t end = 0;
  bool working = false;
};

Measured ReadUnit(const Scan& scan, size_t at) {
  constexpr size_t kMostWords = 3;
  size_t place = SkipBlanks(scan, at);
  if (place == at && scan.At(at) == '+') place = SkipBlanks(scan, at + 1);
  if (place == at && DashLength(scan, at) > 0) place += DashLength(scan, at);
  if (place == at && scan.At(at) == ')') place = SkipBlanks(scan, at + 1);  // "two (2) weeks"
  Measured out;
  for (size_t i = 0; i < kMostWords; ++i) {
    const std::string_view word = WordAt(scan, place);
    const FoldedWord folded(word);
    out.unit = FindUnit(folded.Text());
    // One letter stands close: "24h", "24 h".
    if (out.unit != nullptr) {
      out.end = place + word.size();
      out.working = out.working || out.unit->working;
      if (util::IsDigit(scan.At(out.end)) && folded.Text() != "h") out.unit = nullptr;
      break;
    }
    if (!IsOneOf(folded.Text(),
                 "working business work calendar full whole more further additional consecutive "
                 "clear weitere weiteren volle vollen long short prochains prochaines premiers "
                 "premieres proximos proximas siguientes"))
      return {};
    out.working = out.working || IsOneOf(folded.Text(), "working business work");
    place += word.size();
    const size_t dash = DashLength(scan, place);
    place = dash > 0 ? place + dash : SkipBlanks(scan, place);
  }
  if (out.unit == nullptr) return {};
  const size_t next = SkipBlanks(scan, out.end);
  const std::string_view word = WordAt(scan, next);
  if (IsFoldedOneOf(word,
                    "ouvres ouvrables ouvrees ouvre habiles habil laborables laboral lavorativi "
                    "uteis")) {
    out.working = true;
    out.end = next + word.size();
  }
  return out;
}

// "3-5", "3 to 5", "zwei bis drei": what stands behind the first.
std::optional<Count> ReadRangeEnd(const Scan& scan, size_t begin, size_t at) {
  const size_t dash = SkipDash(scan, at);
  if (dash > at) return ReadCount(scan, dash);
  const size_t place = SkipBlanks(scan, at);
  if (place == at) return std::nullopt;
  if (scan.At(place) == '/') return std::nullopt;
  const std::string_view word = WordAt(scan, place);
  // "entre 5 y 7 días"
  const bool between =
      IsFoldedOneOf(word, "et y e") && IsFoldedOneOf(PreviousWord(scan, begin), "entre");
  if (!between && !IsFoldedOneOf(word, "to or bis oder a ou o")) return std::nullopt;
  const size_t next = SkipBlanks(scan, place + word.size());
  return ReadCount(scan, next);
}

uint64_t NormOfDuration(int64_t from, int64_t to, bool working) {
  std::array<char, 18> text{};
  for (size_t i = 0; i < 8; ++i) {
    text[i] = static_cast<char>(from >> (8 * i) & 0xFF);
    text[i + 8] = static_cast<char>(to >> (8 * i) & 0xFF);
  }
  text[16] = working ? 'w' : 'd';
  text[17] = 'P';
  return StableHash({text.data(), text.size()});
}

// "two weeks ago", "vor zwei Wochen", "in ten days": a day, if the mail's own is known.
bool AsDay(const Scan& scan, const Count& count, const Measured& measured, Value& out) {
  const std::optional<int64_t> written = DayWritten(scan);
  const int64_t length = count.thousandths / 1000 * measured.unit->seconds;
  if (!written || measured.working || measured.unit->seconds < kDay || length > 200 * kYear)
    return false;
  const std::string_view before = PreviousWord(scan, count.begin);
  size_t end = measured.end;
  const size_t next = SkipBlanks(scan, end);
  const std::string_view word = WordAt(scan, next);
  int64_t direction = 0;
  if (IsFoldedOneOf(word, "ago fa")) {
    direction = -1;
    end = next + word.size();
  } else if (IsFoldedOneOf(before, "vor hace")) {
    direction = -1;
  } else if (IsFoldedOneOf(before, "a")) {
    const auto at = static_cast<size_t>(before.data() - scan.text.data());
    if (IsFoldedOneOf(PreviousWord(scan, at), "y")) direction = -1;  // "il y a"
  } else if (IsOneOf(before, "in In en En dans Dans") && !IsFoldedOneOf(word, "of time")) {
    direction = 1;
  }
  if (direction == 0) return false;
  out = MakeDate(count.begin, end, *written + direction * (length / kDay));
  out.doubtful = measured.unit->seconds > kDay;
  return true;
}

}  // namespace

std::optional<int64_t> DayWritten(const Scan& scan) {
  if (!scan.context.written) return std::nullopt;
  constexpr int64_t kMost = int64_t{1} << 40;
  int64_t seconds = *scan.context.written;
  if (seconds > kMost || seconds < -kMost) return std::nullopt;
  seconds += scan.context.zone_seconds;
  return seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay);
}

std::optional<Count> ReadCount(const Scan& scan, size_t at) {
  if (util::IsDigit(scan.At(at))) {
    const Figure figure = ReadFigure(scan, at);
    constexpr size_t kMostDigits = 6;
    if (!figure.valid || figure.whole_digits > kMostDigits) return std::nullopt;
    return Count{at, figure.end, figure.thousandths};
  }
  const std::string_view word = WordAt(scan, at);
  const int number = NumberOfWord(FoldedWord(word).Text());
  if (number == 0) return std::nullopt;
  return Count{at, at + word.size(), int64_t{number} * 1000};
}

bool ReadDurationFrom(const Scan& scan, const Count& first, Value& out) {
  Count last = first;
  Measured measured = ReadUnit(scan, first.end);
  if (measured.unit == nullptr) {
    const std::optional<Count> range = ReadRangeEnd(scan, first.begin, first.end);
    if (range) {
      last = *range;
      measured = ReadUnit(scan, last.end);
    } else if (scan.Stands(first.end, " (") && util::IsDigit(scan.At(first.end + 2))) {
      // "two (2) weeks"
      const std::optional<Count> same = ReadCount(scan, first.end + 2);
      if (same && same->thousandths == first.thousandths) measured = ReadUnit(scan, same->end);
    }
    if (measured.unit == nullptr || last.thousandths < first.thousandths) return false;
    // "Entre 9 y 14 h" is of the clock.
    if (measured.unit->seconds < kDay && IsFoldedOneOf(PreviousWord(scan, first.begin), "entre"))
      return false;
  } else if (AsDay(scan, first, measured, out)) {
    return true;
  }
  constexpr int64_t kThousand = 1000;
  int64_t from = first.thousandths * measured.unit->seconds / kThousand;
  int64_t to = last.thousandths * measured.unit->seconds / kThousand;
  // "2 hours and 15 minutes", "1h30"
  for (int part = 0; part < 2 && from == to; ++part) {
    size_t next = SkipBlanks(scan, measured.end);
    const std::string_view word = WordAt(scan, next);
    if (IsFoldedOneOf(word, "and und et y")) next = SkipBlanks(scan, next + word.size());
    if (!util::IsDigit(scan.At(next))) break;
    const std::optional<Count> count = ReadCount(scan, next);
    if (!count) break;
    const Measured smaller = ReadUnit(scan, count->end);
    if (smaller.unit == nullptr || smaller.unit->seconds >= measured.unit->seconds) break;
    to += count->thousandths * smaller.unit->seconds / kThousand;
    from = to;
    measured = smaller;
  }
  out = MakeValue(ValueKind::kDuration, first.begin, measured.end,
                  NormOfDuration(from, to, measured.working));
  out.number = to;
  if (measured.working) out.unit = UnitHash("working");
  return true;
}

bool ReadDuration(const Scan& scan, const Spot& spot, Value& out) {
  if (spot.attached || !spot.figure.valid) return false;
  const std::optional<Count> count = ReadCount(scan, spot.at);
  return count && ReadDurationFrom(scan, *count, out);
}

}  // namespace threadlint::facts::values
