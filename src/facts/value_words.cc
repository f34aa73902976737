#include "facts/value_words.h"

#include "facts/value_readers.h"
#include "util/ascii.h"

#include <array>
#include <cstddef>

namespace threadlint::facts::values {

namespace {

using enum WordKind;

struct Row {
  std::string_view word;
  WordMeaning meaning;
};

constexpr Row kRows[] = {
    // English
    {"sunday", {kWeekday, 0}},
    {"monday", {kWeekday, 1}},
    {"tuesday", {kWeekday, 2}},
    {"wednesday", {kWeekday, 3}},
    {"thursday", {kWeekday, 4}},
    {"friday", {kWeekday, 5}},
    {"saturday", {kWeekday, 6}},
    {"sun", {kWeekday, 0, 'a'}},
    {"mon", {kWeekday, 1, 'a'}},
    {"tue", {kWeekday, 2, 'a'}},
    {"tues", {kWeekday, 2, 'a'}},
    {"wed", {kWeekday, 3, 'a'}},
    {"thu", {kWeekday, 4, 'a'}},
    {"thur", {kWeekday, 4, 'a'}},
    {"thurs", {kWeekday, 4, 'a'}},
    {"fri", {kWeekday, 5, 'a'}},
    {"sat", {kWeekday, 6, 'a'}},
    {"today", {kDay, 0}},
    {"tonight", {kDay, 0}},
    {"tomorrow", {kDay, 1}},
    {"yesterday", {kDay, -1}},
    {"noon", {kHour, 12}},
    {"midday", {kHour, 12}},
    {"midnight", {kHour, 0}},
    {"one", {kNumber, 1}},
    {"two", {kNumber, 2}},
    {"three", {kNumber, 3}},
    {"four", {kNumber, 4}},
    {"five", {kNumber, 5}},
    {"six", {kNumber, 6}},
    {"seven", {kNumber, 7}},
    {"eight", {kNumber, 8}},
    {"nine", {kNumber, 9}},
    {"ten", {kNumber, 10}},
    {"eleven", {kNumber, 11}},
    {"twelve", {kNumber, 12}},
    {"fourteen", {kNumber, 14}},
    {"fifteen", {kNumber, 15}},
    {"twenty", {kNumber, 20}},
    {"thirty", {kNumber, 30}},
    {"forty", {kNumber, 40}},
    {"fifty", {kNumber, 50}},
    {"sixty", {kNumber, 60}},
    {"ninety", {kNumber, 90}},
    {"a", {kArticle, 1}},
    {"an", {kArticle, 1}},
    {"half", {kHalf, 0}},
    // German
    {"sonntag", {kWeekday, 0}},
    {"montag", {kWeekday, 1}},
    {"dienstag", {kWeekday, 2}},
    {"mittwoch", {kWeekday, 3}},
    {"donnerstag", {kWeekday, 4}},
    {"freitag", {kWeekday, 5}},
    {"samstag", {kWeekday, 6}},
    {"sonnabend", {kWeekday, 6}},
    {"heute", {kDay, 0}},
    {"morgen", {kDay, 1}},
    {"ubermorgen", {kDay, 2}},
    {"gestern", {kDay, -1}},
    {"vorgestern", {kDay, -2}},
    {"mitternacht", {kHour, 0}},
    {"ein", {kNumber, 1}},
    {"eine", {kNumber, 1}},
    {"einem", {kNumber, 1}},
    {"einen", {kNumber, 1}},
    {"einer", {kNumber, 1}},
    {"zwei", {kNumber, 2}},
    {"drei", {kNumber, 3}},
    {"vier", {kNumber, 4}},
    {"funf", {kNumber, 5}},
    {"sechs", {kNumber, 6}},
    {"sieben", {kNumber, 7}},
    {"acht", {kNumber, 8}},
    {"neun", {kNumber, 9}},
    {"zehn", {kNumber, 10}},
    {"elf", {kNumber, 11}},
    {"zwolf", {kNumber, 12}},
    {"vierzehn", {kNumber, 14}},
    // French
    {"dimanche", {kWeekday, 0}},
    {"lundi", {kWeekday, 1}},
    {"mardi", {kWeekday, 2}},
    {"mercredi", {kWeekday, 3}},
    {"jeudi", {kWeekday, 4}},
    {"vendredi", {kWeekday, 5}},
    {"samedi", {kWeekday, 6}},
    {"demain", {kDay, 1}},
    {"hier", {kDay, -1, 'f'}},
    {"midi", {kHour, 12, 'f'}},
    {"minuit", {kHour, 0}},
    {"un", {kNumber, 1}},
    {"une", {kNumber, 1}},
    {"deux", {kNumber, 2}},
    {"trois", {kNumber, 3}},
    {"quatre", {kNumber, 4}},
    {"cinq", {kNumber, 5}},
    {"sept", {kNumber, 7}},
    {"huit", {kNumber, 8}},
    {"neuf", {kNumber, 9}},
    {"dix", {kNumber, 10}},
    {"onze", {kNumber, 11}},
    {"douze", {kNumber, 12}},
    {"quatorze", {kNumber, 14}},
    {"quinze", {kNumber, 15}},
    {"vingt", {kNumber, 20}},
    {"trente", {kNumber, 30}},
    {"soixante", {kNumber, 60}},
    {"soir", {kDay, 0, 'f'}},
    {"journee", {kDay, 0, 'f'}},
    // Spanish
    {"domingo", {kWeekday, 0}},
    {"lunes", {kWeekday, 1}},
    {"martes", {kWeekday, 2}},
    {"miercoles", {kWeekday, 3}},
    {"jueves", {kWeekday, 4}},
    {"viernes", {kWeekday, 5}},
    {"sabado", {kWeekday, 6}},
    {"hoy", {kDay, 0}},
    {"manana", {kDay, 1}},
    {"ayer", {kDay, -1}},
    {"anteayer", {kDay, -2}},
    {"mediodia", {kHour, 12}},
    {"medianoche", {kHour, 0}},
    {"una", {kNumber, 1}},
    {"dos", {kNumber, 2}},
    {"tres", {kNumber, 3}},
    {"cuatro", {kNumber, 4}},
    {"cinco", {kNumber, 5}},
    {"seis", {kNumber, 6}},
    {"siete", {kNumber, 7}},
    {"ocho", {kNumber, 8}},
    {"nueve", {kNumber, 9}},
    {"diez", {kNumber, 10}},
    {"once", {kNumber, 11, 's'}},
    {"doce", {kNumber, 12}},
    {"catorce", {kNumber, 14}},
    {"quince", {kNumber, 15}},
    {"veinte", {kNumber, 20}},
    {"treinta", {kNumber, 30}},
    {"sesenta", {kNumber, 60}},
    {"noventa", {kNumber, 90}},
    {"anoche", {kDay, -1}},
    {"antier", {kDay, -2}},
    {"tarde", {kDay, 0, 's'}},
    {"noche", {kDay, 0, 's'}},
    // "aujourd'hui" from its end, as its apostrophe parts it
    {"hui", {kDay, 0}},
};

constexpr size_t kLongest = 12;  // letters

constexpr size_t kBuckets = 1024;

constexpr size_t BucketOf(std::string_view word) {
  const auto at = [&](size_t i) { return static_cast<size_t>(util::ToLower(word[i])); };
  const size_t last = word.size() - 1;
  return (at(0) * 31 + at(last) * 7 + at(last / 2) * 131 + last * 53) % kBuckets;
}

// By bucket the first row and how many of the table follow; the rows of a bucket are chained.
struct Table {
  std::array<uint8_t, kBuckets> first{};
  std::array<uint8_t, std::size(kRows) + 1> next{};
};

constexpr Table MakeTable() {
  static_assert(std::size(kRows) < 255);
  Table table;
  for (size_t i = 0; i < std::size(kRows); ++i) {
    const std::string_view word = kRows[i].word;
    const size_t bucket = BucketOf(word);
    table.next[i + 1] = table.first[bucket];
    table.first[bucket] = static_cast<uint8_t>(i + 1);
  }
  return table;
}

constexpr Table kTable = MakeTable();

}  // namespace

bool MaySayValue(std::string_view word, bool ascii) {
  if (!ascii) return word.size() <= 2 * kLongest;
  return word.size() <= kLongest && kTable.first[BucketOf(word)] != 0;
}

WordMeaning MeaningOf(std::string_view folded) {
  if (folded.empty() || folded.size() > kLongest) return {};
  for (size_t row = kTable.first[BucketOf(folded)]; row != 0; row = kTable.next[row])
    if (kRows[row - 1].word == folded) return kRows[row - 1].meaning;
  return {};
}

int NumberOfWord(std::string_view folded) {
  const WordMeaning meaning = MeaningOf(folded);
  return meaning.kind == kNumber ? meaning.number : 0;
}

}  // namespace threadlint::facts::values
