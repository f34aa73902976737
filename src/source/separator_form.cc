#include "source/separator_form.h"

#include "util/ascii.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace threadlint::source {
namespace {

using util::IsAlpha;
using util::IsBlank;
using util::IsDigit;

constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr size_t kMaxWords = 24;

struct Words {
  std::array<std::string_view, kMaxWords> word;
  size_t count = 0;
  bool too_many = false;
};

Words Split(std::string_view s) {
  Words words;
  size_t i = 0;
  while (true) {
    while (i < s.size() && IsBlank(s[i])) ++i;
    if (i == s.size()) return words;
    const size_t start = i;
    while (i < s.size() && !IsBlank(s[i])) ++i;
    if (words.count == kMaxWords) {
      words.too_many = true;
      return words;
    }
    words.word[words.count++] = s.substr(start, i - start);
  }
}

template <size_t N>
bool OneOf(std::string_view s, const std::array<std::string_view, N>& table) {
  return std::find(table.begin(), table.end(), s) != table.end();
}

bool AllDigits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), IsDigit);
}

bool IsDay(std::string_view s) { return s.size() <= 2 && AllDigits(s); }
bool IsYear(std::string_view s) { return (s.size() == 4 || s.size() == 2) && AllDigits(s); }

// "12:00" is 1, "12:00:00" is 2, anything else 0.
int ClockColons(std::string_view s) {
  if (s.size() != 4 && s.size() != 5 && s.size() != 7 && s.size() != 8) return 0;
  int colons = 0;
  size_t digits = 0;
  for (const char c : s) {
    if (IsDigit(c)) {
      if (++digits > 2) return 0;
    } else if (c == ':' && digits > 0) {
      ++colons;
      digits = 0;
    } else {
      return 0;
    }
  }
  return digits == 2 ? colons : 0;
}

bool IsNumericZone(std::string_view s) {
  return s.size() == 5 && (s[0] == '+' || s[0] == '-') && AllDigits(s.substr(1));
}
bool IsNamedZone(std::string_view s) {
  return !s.empty() && s.size() <= 6 && std::all_of(s.begin(), s.end(), IsAlpha);
}

ZoneForm Zone(std::string_view word, ZoneForm numeric, ZoneForm named) {
  if (IsNumericZone(word)) return numeric;
  if (IsNamedZone(word) && word != "remote") return named;
  return ZoneForm::kNone;
}

// Reads "Tue Jan 14 12:00:00 [zone] 2003 [zone]" at the start of `w`; gives the words used, else 0.
size_t ReadCtime(std::span<const std::string_view> w, SeparatorForm& form) {
  if (w.size() < 5 || !OneOf(w[0], kDays) || !OneOf(w[1], kMonths) || !IsDay(w[2])) return 0;
  const int colons = ClockColons(w[3]);
  if (colons == 0) return 0;
  size_t used = 4;
  if (!IsYear(w[used])) {
    form.zone = Zone(w[used], ZoneForm::kNumericBeforeYear, ZoneForm::kNamedBeforeYear);
    if (form.zone == ZoneForm::kNone || w.size() < 6 || !IsYear(w[5])) return 0;
    used = 5;
  }
  const std::string_view year = w[used++];
  if (form.zone == ZoneForm::kNone && used < w.size()) {
    form.zone = Zone(w[used], ZoneForm::kNumericAfterYear, ZoneForm::kNamedAfterYear);
    if (form.zone != ZoneForm::kNone) ++used;
  }
  form.date = colons == 2 ? DateForm::kCtime : DateForm::kCtimeMinutes;
  if (w[3] == "00:00:00" && form.zone == ZoneForm::kNone) {
    if (w[0] == "Thu" && w[1] == "Jan" && w[2] == "1" && year == "1970") {
      form.date = DateForm::kEpoch;
    } else if (w[0] == "Mon" && w[1] == "Sep" && w[2] == "17" && year == "2001") {
      form.date = DateForm::kGit;
    }
  }
  return used;
}

// Reads "[Tue,] 14 Jan 2003 12:00[:00] [zone]".
size_t ReadRfc5322(std::span<const std::string_view> w, SeparatorForm& form) {
  size_t used = 0;
  if (w.size() > 1 && w[0].size() == 4 && w[0][3] == ',' && OneOf(w[0].substr(0, 3), kDays)) {
    used = 1;
  }
  if (w.size() < used + 4 || !IsDay(w[used]) || !OneOf(w[used + 1], kMonths) ||
      !IsYear(w[used + 2]) || ClockColons(w[used + 3]) == 0) {
    return 0;
  }
  used += 4;
  if (used < w.size()) {
    form.zone = Zone(w[used], ZoneForm::kNumericAfterYear, ZoneForm::kNamedAfterYear);
    if (form.zone != ZoneForm::kNone) ++used;
  }
  form.date = DateForm::kRfc5322;
  return used;
}

bool IsIsoDay(std::string_view s) {
  return s.size() == 10 && AllDigits(s.substr(0, 4)) && s[4] == s[7] &&
         (s[4] == '-' || s[4] == '/') && AllDigits(s.substr(5, 2)) && AllDigits(s.substr(8));
}

// "Z", "+0100", "+01:00" or nothing.
bool IsIsoZone(std::string_view s) {
  if (s.empty() || s == "Z") return true;
  const bool sign = s[0] == '+' || s[0] == '-';
  return IsNumericZone(s) || (s.size() == 6 && sign && s[3] == ':' && AllDigits(s.substr(1, 2)) &&
                              AllDigits(s.substr(4)));
}

// Reads "2003-01-14T12:00:00[.000][zone]", with a blank for the T and before the zone as well.
size_t ReadIso(std::span<const std::string_view> w, SeparatorForm& form) {
  if (w.empty()) return 0;
  std::string_view time;
  size_t used = 1;
  if (w[0].size() > 11 && IsIsoDay(w[0].substr(0, 10)) && w[0][10] == 'T') {
    time = w[0].substr(11);
  } else if (w.size() > 1 && IsIsoDay(w[0])) {
    time = w[1];
    used = 2;
  } else {
    return 0;
  }
  const size_t zone_at = std::min(time.size(), time.find_first_of("Z+-"));
  std::string_view zone = time.substr(zone_at);
  const std::string_view clock = time.substr(0, zone_at);
  if (ClockColons(clock.substr(0, clock.find('.'))) == 0 || !IsIsoZone(zone)) return 0;
  if (zone.empty() && used < w.size() && IsIsoZone(w[used])) zone = w[used++];
  form.date = DateForm::kIso;
  if (!zone.empty()) form.zone = ZoneForm::kNumericAfterYear;
  return used;
}

bool AllHex(std::string_view s) { return std::all_of(s.begin(), s.end(), util::IsHexDigit); }

Envelope ClassifyEnvelope(std::span<const std::string_view> w) {
  if (w.empty()) return Envelope::kNone;
  if (w.size() == 3 && w[1] == "at") return Envelope::kAt;
  if (w.size() > 1) return Envelope::kWords;
  const std::string_view word = w[0];
  if (word == "-") return Envelope::kDash;
  if (word == "mboxrd@z") return Envelope::kMboxrdAtZ;
  if (word == "MAILER-DAEMON") return Envelope::kDaemon;
  if ((word.size() == 40 || word.size() == 64) && AllHex(word)) return Envelope::kHash;
  const size_t at = word.find('@');
  if (at == std::string_view::npos) return Envelope::kWord;
  if (word.substr(at) == "@xxx" && AllDigits(word.substr(0, at))) return Envelope::kGmail;
  return Envelope::kAddress;
}

}  // namespace

uint16_t SeparatorForm::Pack() const {
  return static_cast<uint16_t>(static_cast<unsigned>(envelope) | static_cast<unsigned>(date) << 4 |
                               static_cast<unsigned>(zone) << 8 | (remote_from ? 1U << 12 : 0U) |
                               (two_blanks ? 1U << 13 : 0U) | (crlf ? 1U << 14 : 0U));
}

SeparatorForm SeparatorForm::Unpack(uint16_t number) {
  SeparatorForm form;
  form.envelope = static_cast<Envelope>(number & 15U);
  form.date = static_cast<DateForm>(number >> 4 & 15U);
  form.zone = static_cast<ZoneForm>(number >> 8 & 7U);
  form.remote_from = (number >> 12 & 1U) != 0;
  form.two_blanks = (number >> 13 & 1U) != 0;
  form.crlf = (number >> 14 & 1U) != 0;
  return form;
}

SeparatorForm ParseSeparator(std::string_view line) {
  SeparatorForm form;
  if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  if (!line.empty() && line.back() == '\r') {
    form.crlf = true;
    line.remove_suffix(1);
  }
  line.remove_prefix(std::min<size_t>(line.size(), 4));
  const Words words = Split(line);
  const std::span<const std::string_view> all(words.word.data(), words.count);
  if (words.too_many) {
    form.envelope = Envelope::kWords;
    return form;
  }
  size_t date_at = all.size();
  for (size_t i = 0; i < all.size(); ++i) {
    SeparatorForm tried = form;
    size_t used = ReadCtime(all.subspan(i), tried);
    if (used == 0) {
      tried = form;
      used = ReadRfc5322(all.subspan(i), tried);
    }
    // One word before it: prose has such dates more often than the long ones.
    if (used == 0 && i == 1) {
      tried = form;
      used = ReadIso(all.subspan(i), tried);
    }
    if (used == 0) continue;
    const auto rest = all.subspan(i + used);
    const bool remote = rest.size() == 3 && rest[0] == "remote" && rest[1] == "from";
    // Behind a separator's date stands nothing else; a sentence goes on.
    if (!rest.empty() && !remote) continue;
    form = tried;
    form.remote_from = remote;
    date_at = i;
    break;
  }
  if (form.date == DateForm::kNone && all.size() >= 3) {
    bool clock = false;
    bool year = false;
    for (const std::string_view word : all) {
      clock = clock || ClockColons(word) == 2;
      year = year || (word.size() == 4 && AllDigits(word) && (word[0] == '1' || word[0] == '2'));
    }
    // One word for the envelope, the rest for a date in another order or language; a sentence that
    // names a time goes on with small letters.
    const std::string_view last = all.back();
    const bool ends = std::none_of(last.begin(), last.end(), util::IsLower);
    if (clock && year && ends && all.size() <= 9) {
      form.date = DateForm::kLoose;
      date_at = 1;
    }
  }
  form.envelope = ClassifyEnvelope(all.first(date_at));
  if (date_at > 0 && date_at < all.size()) {
    const auto gap = all[date_at].data() - (all[date_at - 1].data() + all[date_at - 1].size());
    form.two_blanks = gap > 1;
  }
  return form;
}

bool CouldSeparate(const SeparatorForm& form) {
  return form.date != DateForm::kNone || form.envelope != Envelope::kWords;
}

}  // namespace threadlint::source
