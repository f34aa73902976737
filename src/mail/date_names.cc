#include "mail/date_names.h"

#include "util/ascii.h"
#include "util/utf8.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

namespace threadlint::mail {
namespace {

constexpr size_t kLongestName = 48;  // bytes; a longer word is no month and no zone

// Lower case, Latin letters without accents, January first.
constexpr std::string_view kMonths[][12] = {
    // English
    {"january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december"},
    // German
    {"januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
     "november", "dezember"},
    // Austrian German
    {"janner", "feber", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
     "november", "dezember"},
    // French
    {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
     "octobre", "novembre", "decembre"},
    // Spanish
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    // Italian
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
     "ottobre", "novembre", "dicembre"},
    // Portuguese
    {"janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro",
     "outubro", "novembro", "dezembro"},
    // Catalan
    {"gener", "febrer", "marc", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre",
     "novembre", "desembre"},
    // Romanian
    {"ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie",
     "octombrie", "noiembrie", "decembrie"},
    // Dutch
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
     "oktober", "november", "december"},
    // Danish, Norwegian
    {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
     "november", "december"},
    // Norwegian
    {"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
     "november", "desember"},
    // Swedish
    {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
     "oktober", "november", "december"},
    // Polish
    {"styczen", "luty", "marzec", "kwiecien", "maj", "czerwiec", "lipiec", "sierpien", "wrzesien",
     "pazdziernik", "listopad", "grudzien"},
    // Polish, genitive
    {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "wrzesnia",
     "pazdziernika", "listopada", "grudnia"},
    // Czech
    {"leden", "unor", "brezen", "duben", "kveten", "cerven", "cervenec", "srpen", "zari", "rijen",
     "listopad", "prosinec"},
    // Czech, genitive
    {"ledna", "unora", "brezna", "dubna", "kvetna", "cervna", "cervence", "srpna", "zari", "rijna",
     "listopadu", "prosince"},
    // Hungarian
    {"januar", "februar", "marcius", "aprilis", "majus", "junius", "julius", "augusztus",
     "szeptember", "oktober", "november", "december"},
    // Turkish
    {"ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim",
     "kasim", "aralik"},
    // Slovak, Slovene
    {"januar", "februar", "marec", "april", "maj", "jun", "jul", "avgust", "september", "oktober",
     "november", "december"},
    // Russian
    {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
     "ноябрь", "декабрь"},
    // Russian, genitive
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
     "октября", "ноября", "декабря"},
    // Ukrainian, genitive
    {"січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
     "жовтня", "листопада", "грудня"},
    // Greek
    {"ιανουαρίου", "φεβρουαρίου", "μαρτίου", "απριλίου", "μαΐου", "ιουνίου", "ιουλίου", "αυγούστου",
     "σεπτεμβρίου", "οκτωβρίου", "νοεμβρίου", "δεκεμβρίου"},
};

// Short forms that are not the beginning of a name above.
struct ShortMonth {
  std::string_view name;
  int month;
};
constexpr ShortMonth kShortMonths[] = {
    {"mrt", 3}, {"mrz", 3}, {"maerz", 3}, {"jaenner", 1}, {"cvn", 6}, {"cvc", 7},
};

// U+00C0..U+017F without accents and in lower case.
constexpr std::string_view kBaseLetters =
    "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnoooooxouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kBaseLetters.size() == 0x180 - 0xC0);

struct Zone {
  std::string_view name;
  int minutes;
};

// Sorted. RFC 5322 section 4.3 fixes the North American names; of the others only those in use for
// one zone alone. BST is British: Bangladesh mail states offsets.
constexpr Zone kZones[] = {
    {"acdt", 630},  {"acst", 570}, {"adt", -180}, {"aedt", 660}, {"aest", 600},  {"akdt", -480},
    {"akst", -540}, {"art", -180}, {"ast", -240}, {"awst", 480}, {"brst", -120}, {"brt", -180},
    {"bst", 60},    {"cat", 120},  {"cdt", -300}, {"cest", 120}, {"cet", 60},    {"clst", -180},
    {"clt", -240},  {"cot", -300}, {"cst", -360}, {"eat", 180},  {"edt", -240},  {"eest", 180},
    {"eet", 120},   {"est", -300}, {"gmt", 0},    {"gst", 240},  {"hkt", 480},   {"hst", -600},
    {"ict", 420},   {"idt", 180},  {"irst", 210}, {"jst", 540},  {"kst", 540},   {"mdt", -360},
    {"mest", 120},  {"mesz", 120}, {"met", 60},   {"mez", 60},   {"msd", 240},   {"msk", 180},
    {"mst", -420},  {"myt", 480},  {"ndt", -150}, {"npt", 345},  {"nst", -210},  {"nzdt", 780},
    {"nzst", 720},  {"nzt", 720},  {"pdt", -420}, {"pet", -300}, {"pkt", 300},   {"pst", -480},
    {"sast", 120},  {"sgt", 480},  {"trt", 180},  {"ut", 0},     {"utc", 0},     {"uyt", -180},
    {"uzt", 300},   {"wat", 60},   {"west", 60},  {"wet", 0},    {"wib", 420},   {"z", 0},
    {"zulu", 0},
};

std::string Fold(std::string_view word) {
  std::string out;
  for (size_t pos = 0; pos < word.size();) {
    char32_t c = util::DecodeUtf8(word, pos);
    if (c < 0x80) {
      out.push_back(util::ToLower(static_cast<char>(c)));
    } else if (c >= 0xC0 && c < 0x180) {
      out.push_back(kBaseLetters[c - 0xC0]);
    } else if ((c >= 0x410 && c <= 0x42F) || (c >= 0x391 && c <= 0x3A9)) {
      util::AppendUtf8(c + 0x20, out);  // Cyrillic and Greek capitals
    } else if (c != 0x301 && c != 0x308) {
      util::AppendUtf8(c, out);
    }
  }
  return out;
}

}  // namespace

int FindEnglishMonth(std::string_view three) {
  constexpr std::string_view kNames = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (three.size() != 3) return 0;
  char name[3] = {util::ToLower(three[0]), util::ToLower(three[1]), util::ToLower(three[2])};
  size_t at = kNames.find(std::string_view(name, 3));
  return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
}

MonthName FindMonth(std::string_view word) {
  if (int month = FindEnglishMonth(word); month != 0) return {month, month == 3};
  while (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3 || word.size() > kLongestName) return {};
  std::string name = Fold(word);
  bool ascii = static_cast<unsigned char>(name[0]) < 0x80;
  if (name.size() < (ascii ? 3U : 6U)) return {};
  for (const ShortMonth& row : kShortMonths)
    if (row.name == name) return {row.month, false};
  int found = 0;
  for (const auto& language : kMonths) {
    for (int i = 0; i < 12; ++i) {
      std::string_view month = language[i];
      if (!month.starts_with(name)) continue;
      if (month.size() == name.size()) return {i + 1, false};
      // "jui" is June and July in French: nobody can say.
      if (found != 0 && found != i + 1) found = -1;
      if (found == 0) found = i + 1;
    }
  }
  if (found <= 0) return {};
  return {found, false};
}

std::optional<int> FindZone(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  std::string lower = util::LowerAscii(name);
  const Zone* row = std::ranges::lower_bound(kZones, std::string_view(lower), {}, &Zone::name);
  if (row == std::end(kZones) || row->name != lower) return std::nullopt;
  return row->minutes;
}

}  // namespace threadlint::mail
