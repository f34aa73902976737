#include "facts/deadline.h"

#include "util/ascii.h"
#include "util/civil_time.h"

#include <algorithm>

namespace threadlint::facts {
namespace {

constexpr int64_t kHour = util::kSecondsPerHour, kDay = util::kSecondsPerDay, kWeek = 7;
constexpr int64_t kFriday = 5;
constexpr unsigned kSaturday = 6;
constexpr int64_t kNoonAndAnHour = 13 * kHour, kEvening = 18 * kHour;

bool IsWeekend(int64_t day) {
  const unsigned weekday = util::WeekdayFromDays(day);
  return weekday == 0 || weekday == kSaturday;
}

int64_t AddWorkingDays(int64_t day, int64_t count) {
  while (count > 0)
    if (!IsWeekend(++day)) --count;
  return day;
}

// The Sunday on which the week of `day` ends.
int64_t EndOfWeek(int64_t day) {
  const auto weekday = static_cast<int64_t>(util::WeekdayFromDays(day));
  return day + (kWeek - weekday) % kWeek;
}

int64_t EndOfMonth(int64_t day, int ahead) {
  util::CivilDate date = util::CivilFromDays(day);
  for (int i = 0; i < ahead; ++i) {
    constexpr unsigned kDecember = 12;
    date.year += date.month == kDecember ? 1 : 0;
    date.month = date.month == kDecember ? 1 : date.month + 1;
  }
  date.day = util::DaysInMonth(date.year, date.month);
  return util::DaysFromCivil(date);
}

// The same day of the month after.
int64_t NextMonth(int64_t day) {
  const util::CivilDate date = util::CivilFromDays(day);
  const util::CivilDate end = util::CivilFromDays(EndOfMonth(day, 1));
  return util::DaysFromCivil({end.year, end.month, std::min(date.day, end.day)});
}

bool Touch(const TextRange& a, uint32_t begin, uint32_t length) {
  return begin < a.begin + a.length && a.begin < begin + length;
}

class Finder {
 public:
  Finder(const Reading& reading, uint32_t sentence, int64_t written, int32_t zone_seconds)
      : reading_(reading),
        s_(reading.sentences[sentence]),
        sentence_(sentence),
        written_(written),
        zone_(zone_seconds),
        today_(util::SplitSeconds(written + zone_seconds).day) {}

  std::optional<Deadline> Find() {
    for (const Value& value : reading_.Values(s_)) {
      if (value.kind == ValueKind::kDate) AddDate(value);
      if (value.kind == ValueKind::kDuration) AddDuration(value);
    }
    for (const Fact& fact : reading_.facts)
      if (fact.sentence == sentence_ && fact.kind == FactKind::kDue) AddWords(fact);
    AddClock();
    return best_;
  }

 private:
  bool Is(Due due, uint32_t begin, uint32_t length) const {
    return std::ranges::any_of(reading_.facts, [&](const Fact& fact) {
      return fact.sentence == sentence_ && fact.kind == FactKind::kDue && fact.due == due &&
             Touch(fact.thing.at, begin, length);
    });
  }

  // `seconds` of that day; a whole day ends when the next begins.
  void Add(int64_t day, int64_t seconds, Deadline found) {
    found.day = day;
    found.due = day * kDay + seconds - zone_;
    if (found.due <= written_) return;
    if (!best_ || found.due > best_->due) best_ = found;
  }

  void AddDate(const Value& value) {
    constexpr int64_t kFar = 400;
    if (value.number == 0) return;  // a day of every year
    int64_t day = value.number;
    Deadline found;
    found.at = {value.begin, value.length};
    // "He is to come on Friday", "by the 3rd": what lies ahead is meant.
    constexpr int64_t kHalfMonth = 16;
    if (value.doubtful && day < today_ && today_ - day < kHalfMonth) {
      day = today_ - day < kWeek ? day + kWeek : NextMonth(day);
      found.doubtful = true;
    }
    if (day < today_ || day > today_ + kFar) return;
    Add(day, kDay, found);
  }

  void AddDuration(const Value& value) {
    constexpr int64_t kShortest = kHour / 6, kLongest = 200 * kDay;
    // A few minutes are what a thing takes, or the next message.
    if (value.number < kShortest || value.number > kLongest) return;
    if (Is(Due::kLasting, value.begin, value.length)) return;
    Deadline found;
    found.at = {value.begin, value.length};
    found.span = value.number;
    found.counted = value.unit == UnitHash("working");
    if (found.counted) {
      const int64_t days = std::max<int64_t>((value.number + kDay - 1) / kDay, 1);
      Add(AddWorkingDays(today_, days), kDay, found);
    } else if (value.number >= kDay && value.number % kDay == 0 && value.number > 3 * kDay) {
      Add(today_ + value.number / kDay, kDay, found);
    } else {
      const auto [day, second] = util::SplitSeconds(written_ + zone_ + value.number);
      found.exact = value.number < kDay;
      Add(day, second, found);
    }
  }

  void AddWords(const Fact& fact) {
    constexpr int64_t kFewDays = 5, kFewWeeks = 28;
    Deadline found;
    found.at = fact.thing.at;
    switch (fact.due) {
      case Due::kHour: {
        const auto [day, second] = util::SplitSeconds(written_ + zone_ + kHour);
        found.span = kHour;
        found.exact = true;
        return Add(day, second, found);
      }
      case Due::kDay:
        return Add(today_, kDay, found);
      case Due::kOvernight:
        return Add(today_ + 1, kDay, found);
      case Due::kFewDays:
        found.doubtful = true;
        return Add(AddWorkingDays(today_, kFewDays), kDay, found);
      case Due::kWorkWeek: {
        const int64_t end = EndOfWeek(today_);
        const int64_t friday = end - (kWeek - kFriday);
        return Add(friday >= today_ ? friday : end, kDay, found);
      }
      case Due::kWeek:
        return Add(EndOfWeek(today_), kDay, found);
      case Due::kNextWeek:
        return Add(EndOfWeek(today_) + kWeek, kDay, found);
      case Due::kFewWeeks:
        found.doubtful = true;
        return Add(today_ + kFewWeeks, kDay, found);
      case Due::kMonth:
        return Add(EndOfMonth(today_, 0), kDay, found);
      case Due::kNextMonth:
        return Add(EndOfMonth(today_, 1), kDay, found);
      case Due::kMorning:
      case Due::kAfternoon:
        if (best_ && !best_->exact && best_->span == 0) return;  // of that day: see AddClock()
        return Add(today_, fact.due == Due::kMorning ? kNoonAndAnHour : kEvening, found);
      case Due::kNone:
      case Due::kClock:
      case Due::kFrom:
      case Due::kLasting:
        return;
    }
  }

  // A time of the day that was found, or of the mail's own if it names none.
  void AddClock() {
    if (best_ && (best_->exact || best_->span != 0)) return;
    const int64_t day = best_ ? best_->day : today_;
    int64_t seconds = 0;
    TextRange at;
    for (const Value& value : reading_.Values(s_)) {
      if (value.kind != ValueKind::kTime || Is(Due::kFrom, value.begin, value.length)) continue;
      seconds = std::max(seconds, value.number == 0 ? kDay : value.number);
      at = {value.begin, value.length};
    }
    for (const Fact& fact : reading_.facts) {
      if (fact.sentence != sentence_ || fact.kind != FactKind::kDue) continue;
      int64_t found = 0;
      if (fact.due == Due::kMorning) found = kNoonAndAnHour;
      if (fact.due == Due::kAfternoon) found = kEvening;
      if (fact.due == Due::kClock && fact.value > 0) found = HourOf(fact.value, day) * kHour;
      if (found == 0 || found <= seconds) continue;
      seconds = found;
      at = fact.thing.at;
    }
    if (seconds == 0) return;
    Deadline found = best_.value_or(Deadline{});
    if (found.at.length == 0) found.at = at;
    found.day = day;
    found.due = day * kDay + seconds - zone_;
    found.exact = true;
    if (found.due > written_) best_ = found;
  }

  // "Before 5" is in the afternoon, and "before 10" is if the morning is over.
  int64_t HourOf(uint32_t hour, int64_t day) const {
    constexpr int64_t kEarly = 7, kNoon = 12;
    const auto out = static_cast<int64_t>(hour);
    if (out < kEarly) return out + kNoon;
    const bool over = day * kDay + out * kHour - zone_ <= written_;
    return out < kNoon && over ? out + kNoon : out;
  }

  const Reading& reading_;
  const SentenceReading& s_;
  uint32_t sentence_;
  int64_t written_, zone_, today_;
  std::optional<Deadline> best_;
};

}  // namespace

uint32_t LastHourIn(std::string_view text) {
  constexpr uint32_t kTen = 10, kMostHours = 24;
  uint32_t out = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!util::IsDigit(text[i])) continue;
    const char before = i > 0 ? text[i - 1] : ' ';
    const auto figure = static_cast<uint32_t>(text[i] - '0');
    if (before == ':' || before == '.') {  // minutes
      while (i + 1 < text.size() && util::IsDigit(text[i + 1])) ++i;
    } else {
      out = util::IsDigit(before) ? std::min(out * kTen + figure, kMostHours) : figure;
    }
  }
  return out;
}

std::optional<Deadline> DeadlineOf(const Reading& reading, uint32_t sentence, int64_t written,
                                   int32_t zone_seconds) {
  return Finder(reading, sentence, written, zone_seconds).Find();
}

}  // namespace threadlint::facts
