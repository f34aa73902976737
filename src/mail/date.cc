#include "mail/date.h"

#include "mail/date_names.h"
#include "mail/encoded_word.h"
#include "util/ascii.h"
#include "util/civil_time.h"
#include "util/utf8.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace threadlint::mail {
namespace {

constexpr size_t kMaxDate = 512;  // what is behind is no part of a date
constexpr int kMaxOffset = 16 * 60;

struct Fields {
  int year = -1, month = -1, day = -1;
  int hour = -1, minute = 0, second = 0;  // hour -1: no time
  std::optional<int> offset;              // minutes
};

Timestamp ToTimestamp(const Fields& f) {
  Timestamp out;
  int hour = f.hour < 0 ? 0 : f.hour;
  bool end_of_day = hour == 24 && f.minute == 0 && f.second == 0;
  if (f.year < 0 || f.month < 1 || f.day < 1 ||
      static_cast<unsigned>(f.day) > util::DaysInMonth(f.year, static_cast<unsigned>(f.month)) ||
      (hour > 23 && !end_of_day) || f.minute > 59 || f.second > 60)
    return out;
  int64_t days =
      util::DaysFromCivil({f.year, static_cast<unsigned>(f.month), static_cast<unsigned>(f.day)});
  out.seconds = days * util::kSecondsPerDay + int64_t{hour} * util::kSecondsPerHour +
                int64_t{f.minute} * util::kSecondsPerMinute + f.second;
  if (f.offset.has_value()) {
    out.has_zone = true;
    out.offset_minutes = static_cast<int16_t>(*f.offset);
    out.seconds -= int64_t{*f.offset} * 60;
  }
  out.valid = true;
  return out;
}

// RFC 5322 section 4.3: two digits below 50 are 20xx, other two and all three digits 19xx + n.
// Four are the year: 0001 is no date of a mail.
int FullYear(int year, int digits) {
  if (digits > 3) return year;
  if (year < 50) return year + 2000;
  return year < 1000 ? year + 1900 : year;
}

int TwoDigits(std::string_view s, size_t pos) {
  return util::IsDigit(s[pos]) && util::IsDigit(s[pos + 1])
             ? (s[pos] - '0') * 10 + (s[pos + 1] - '0')
             : -1;
}

// "Fri, 3 May 2024 14:05:00 +0200" and the same with "GMT", to the letter.
bool ReadPlain(std::string_view s, Timestamp& out) {
  if (s.size() < 28) return false;
  size_t i = s[3] == ',' && s[4] == ' ' ? 5 : 0;
  if (s[i] == ' ') ++i;
  bool one_digit = s[i + 1] == ' ';
  Fields f;
  f.day = one_digit && util::IsDigit(s[i]) ? s[i] - '0' : TwoDigits(s, i);
  i += one_digit ? 1 : 2;
  if (f.day < 0 || i + 23 > s.size() || s[i] != ' ' || s[i + 4] != ' ' || s[i + 9] != ' ' ||
      s[i + 12] != ':' || s[i + 15] != ':' || s[i + 18] != ' ')
    return false;
  f.month = FindEnglishMonth(s.substr(i + 1, 3));
  int century = TwoDigits(s, i + 5);
  int year = TwoDigits(s, i + 7);
  f.hour = TwoDigits(s, i + 10);
  f.minute = TwoDigits(s, i + 13);
  f.second = TwoDigits(s, i + 16);
  if (f.month == 0 || century < 10 || year < 0 || f.hour < 0 || f.minute < 0 || f.second < 0)
    return false;
  f.year = century * 100 + year;
  std::string_view zone = s.substr(i + 19);
  size_t rest = 5;
  if (zone.starts_with("GMT")) {
    f.offset = 0;
    rest = 3;
  } else if (zone.size() >= 5 && (zone[0] == '+' || zone[0] == '-')) {
    int hours = TwoDigits(zone, 1);
    int minutes = TwoDigits(zone, 3);
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59) return false;
    int offset = hours * 60 + minutes;
    if (offset != 0 || zone[0] == '+') f.offset = zone[0] == '-' ? -offset : offset;
  } else {
    return false;
  }
  zone.remove_prefix(rest);
  // Behind it only "(CEST)".
  if (!zone.empty() && !(zone.starts_with(" (") && zone.find(')') == zone.size() - 1)) return false;
  out = ToTimestamp(f);
  return true;
}

// Reads a date word by word and lets each word say what it is. Every step moves forward.
class DateReader {
 public:
  explicit DateReader(std::string_view s) : s_(s.substr(0, kMaxDate)) {}

  Timestamp Read() {
    while (pos_ < s_.size() && !broken_) {
      char c = s_[pos_];
      if (c == '(') {
        ReadComment();
      } else if (util::IsDigit(c)) {
        ReadNumber();
      } else if ((c == '+' || c == '-') && f_.hour >= 0 && DigitAt(pos_ + 1)) {
        ReadOffset();
      } else if (IsLetter(c)) {
        ReadWord();
      } else {
        ++pos_;
      }
    }
    if (broken_) return {};
    if (f_.offset == std::nullopt && !zone_is_numeric_ && !comment_.empty() && f_.hour >= 0)
      ReadZoneIn(comment_);
    if (half_ != Half::kNone && f_.hour > 12) half_ = Half::kNone;
    if (half_ == Half::kPm && f_.hour < 12) f_.hour += 12;
    if (half_ == Half::kAm && f_.hour == 12) f_.hour = 0;
    return ToTimestamp(f_);
  }

 private:
  enum class Half { kNone, kAm, kPm };

  struct Number {
    int value = 0;
    int digits = 0;
  };

  static bool IsLetter(char c) { return util::IsAlpha(c) || static_cast<unsigned char>(c) >= 0x80; }
  bool DigitAt(size_t i) const { return i < s_.size() && util::IsDigit(s_[i]); }
  bool CharAt(size_t i, char c) const { return i < s_.size() && s_[i] == c; }

  Number TakeNumber() {
    Number n;
    for (; DigitAt(pos_); ++pos_) {
      if (n.digits < 9) n.value = n.value * 10 + (s_[pos_] - '0');
      ++n.digits;
    }
    return n;
  }

  void SetYear(Number n) {
    f_.year = FullYear(n.value, static_cast<int>(n.digits));
    constexpr int kFirstYear = 1900;
    if (n.digits > 4 || f_.year < kFirstYear) broken_ = true;
  }

  // A comment may name the zone; one that is never closed is passed over like a blank.
  void ReadComment() {
    size_t depth = 0;
    for (size_t i = pos_; i < s_.size(); ++i) {
      if (s_[i] == '(') ++depth;
      if (s_[i] == ')' && --depth == 0) {
        if (comment_.empty()) comment_ = s_.substr(pos_ + 1, i - pos_ - 1);
        pos_ = i + 1;
        return;
      }
    }
    ++pos_;
  }

  void ReadNumber() {
    bool after_blank = pos_ > 0 && util::IsSpace(s_[pos_ - 1]);
    Number n = TakeNumber();
    bool date_known = f_.day > 0 && f_.month > 0;
    if (ReadUnit(n)) return;
    if (f_.hour < 0 && n.digits <= 2 && DigitAt(pos_ + 1) &&
        (CharAt(pos_, ':') || (CharAt(pos_, '.') && date_known))) {
      ReadTime(n.value);
    } else if (!date_known && f_.day < 0 && n.digits == 8 && CharAt(pos_, 'T')) {
      SetDate(n.value / 10000, n.value / 100 % 100, n.value % 100);
      ReadCompactTime();
    } else if (!date_known && DigitAt(pos_ + 1) && f_.day < 0 && f_.month < 0 &&
               (CharAt(pos_, '-') || CharAt(pos_, '/') || CharAt(pos_, '.'))) {
      ReadNumericDate(n);
    } else if (n.digits <= 2 && f_.day < 0) {
      f_.day = n.value;
    } else if (f_.year < 0) {
      SetYear(n);
    } else if (n.digits == 4 && after_blank && f_.hour >= 0 && !f_.offset.has_value()) {
      SetOffset(n.value / 100, n.value % 100, '+');  // "+0200" that lost its sign on the way
    }
  }

  // "2024年5月3日 14時05分": Chinese, Japanese and Korean put the unit behind the number.
  bool ReadUnit(Number n) {
    struct Unit {
      std::string_view sign;
      char field;
    };
    constexpr Unit kUnits[] = {{"年", 'y'}, {"月", 'm'}, {"日", 'd'}, {"년", 'y'}, {"월", 'm'},
                               {"일", 'd'}, {"時", 'H'}, {"时", 'H'}, {"시", 'H'}, {"分", 'M'},
                               {"분", 'M'}, {"秒", 'S'}, {"초", 'S'}};
    size_t at = pos_;
    if (CharAt(at, ' ')) ++at;
    for (const Unit& unit : kUnits) {
      if (!s_.substr(at).starts_with(unit.sign)) continue;
      pos_ = at + unit.sign.size();
      switch (unit.field) {
        case 'y':
          SetYear(n);
          break;
        case 'm':
          f_.month = n.value;
          break;
        case 'd':
          f_.day = n.value;
          break;
        case 'H':
          f_.hour = n.value;
          break;
        case 'M':
          f_.minute = n.value;
          break;
        default:
          f_.second = n.value;
      }
      return true;
    }
    return false;
  }

  // Behind the hour: ":05", ":05:30", ".05.30", fractions of a second.
  void ReadTime(int hour) {
    char separator = s_[pos_];
    f_.hour = hour;
    ++pos_;
    f_.minute = TakeNumber().value;
    if ((CharAt(pos_, ':') || CharAt(pos_, separator)) && DigitAt(pos_ + 1)) {
      ++pos_;
      f_.second = TakeNumber().value;
    }
    if ((CharAt(pos_, '.') || CharAt(pos_, ',')) && DigitAt(pos_ + 1)) {
      ++pos_;
      TakeNumber();
    }
  }

  // "T140500"
  void ReadCompactTime() {
    ++pos_;
    Number n = TakeNumber();
    if (n.digits != 6) {
      broken_ = true;
      return;
    }
    f_.hour = n.value / 10000;
    f_.minute = n.value / 100 % 100;
    f_.second = n.value % 100;
  }

  void SetDate(int year, int month, int day) {
    f_.year = year;
    f_.month = month;
    f_.day = day;
  }

  // "2024-05-03", "3.5.2024", "13/05/2024", "05/13/2024"; the first number is read already.
  void ReadNumericDate(Number first) {
    char separator = s_[pos_];
    ++pos_;
    Number second = TakeNumber();
    if (!CharAt(pos_, separator) || !DigitAt(pos_ + 1)) {
      broken_ = true;
      return;
    }
    ++pos_;
    Number third = TakeNumber();
    if (CharAt(pos_, 'T') || CharAt(pos_, 't')) ++pos_;
    if (first.digits == 4) {
      SetDate(first.value, second.value, third.value);
    } else if (separator == '.' || first.value > 12 || first.value == second.value) {
      SetDate(0, second.value, first.value);
      SetYear(third);
    } else if (second.value > 12) {
      SetDate(0, first.value, second.value);
      SetYear(third);
    } else {
      broken_ = true;
    }
  }

  void SetOffset(int hours, int minutes, char sign) {
    int offset = hours * 60 + minutes;
    zone_is_numeric_ = true;
    f_.offset.reset();
    if (minutes > 59 || offset >= kMaxOffset || (offset == 0 && sign == '-')) return;
    f_.offset = sign == '-' ? -offset : offset;
  }

  // "+0200", "+02:00", "+2"
  void ReadOffset() {
    char sign = s_[pos_++];
    Number n = TakeNumber();
    if (n.digits <= 2) {
      int minutes = 0;
      if (CharAt(pos_, ':') && DigitAt(pos_ + 1)) {
        ++pos_;
        minutes = TakeNumber().value;
      }
      SetOffset(n.value, minutes, sign);
    } else if (n.digits <= 4) {
      SetOffset(n.value / 100, n.value % 100, sign);
    } else {
      SetOffset(99, 0, sign);
    }
  }

  void ReadWord() {
    size_t begin = pos_;
    // "p.m." is one word, "Mai." is "Mai".
    while (pos_ < s_.size() &&
           (IsLetter(s_[pos_]) || (s_[pos_] == '.' && pos_ + 1 < s_.size() &&
                                   IsLetter(s_[pos_ + 1]) && pos_ - begin <= 1)))
      ++pos_;
    std::string_view word = s_.substr(begin, pos_ - begin);
    if (f_.hour >= 0 && ReadHalf(word)) return;
    if (f_.month < 0 || month_may_be_day_) {
      MonthName month = FindMonth(word);
      if (month.month != 0 && !(f_.month > 0 && month.may_be_day && f_.day < 0)) {
        f_.month = month.month;
        month_may_be_day_ = month.may_be_day;
        return;
      }
    }
    if (f_.hour < 0 || zone_is_numeric_) return;
    if (DigitAt(pos_) && pos_ + 1 < s_.size() && util::IsAlpha(s_[pos_ + 1])) {  // "EST5EDT"
      pos_ += 1;
      while (pos_ < s_.size() && util::IsAlpha(s_[pos_])) ++pos_;
      return;
    }
    if (util::EqualsIgnoreCase(word, "dst") && f_.offset.has_value()) {
      *f_.offset += 60;
    } else if (std::optional<int> zone = FindZone(word); zone.has_value()) {
      f_.offset = zone;
    }
  }

  bool ReadHalf(std::string_view word) {
    if (util::EqualsIgnoreCase(word, "am") || util::EqualsIgnoreCase(word, "a.m")) {
      half_ = Half::kAm;
    } else if (util::EqualsIgnoreCase(word, "pm") || util::EqualsIgnoreCase(word, "p.m")) {
      half_ = Half::kPm;
    } else {
      return false;
    }
    return true;
  }

  // The zone of "(CEST)" or "(GMT+02:00)".
  void ReadZoneIn(std::string_view comment) {
    comment = util::Trim(comment);
    size_t letters = 0;
    while (letters < comment.size() && util::IsAlpha(comment[letters])) ++letters;
    if (letters > 0) f_.offset = FindZone(comment.substr(0, letters));
    std::string_view rest = util::TrimLeft(comment.substr(letters));
    if (rest.size() >= 2 && (rest[0] == '+' || rest[0] == '-') && util::IsDigit(rest[1])) {
      s_ = rest;
      pos_ = 0;
      ReadOffset();
    }
  }

  std::string_view s_;
  size_t pos_ = 0;
  Fields f_;
  std::string_view comment_;
  Half half_ = Half::kNone;
  bool month_may_be_day_ = false;
  bool zone_is_numeric_ = false;
  bool broken_ = false;
};

}  // namespace

Timestamp ParseDate(std::string_view raw_value) {
  raw_value = util::Trim(raw_value);
  Timestamp out;
  if (ReadPlain(raw_value, out)) return out;
  raw_value = raw_value.substr(0, kMaxDate);
  if (MayHaveEncodedWord(raw_value) || !util::IsAscii(raw_value)) {
    MailNotes unused;
    std::string decoded = DecodeWords(raw_value, unused);
    return DateReader(decoded).Read();
  }
  return DateReader(raw_value).Read();
}

Timestamp ParseReceivedDate(std::string_view raw_value) {
  size_t semicolon = raw_value.rfind(';');
  if (semicolon == std::string_view::npos) return {};
  return ParseDate(raw_value.substr(semicolon + 1));
}

}  // namespace threadlint::mail
