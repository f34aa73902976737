// Phrases of mail that machines send: looked for by words, whatever their case and accents.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace threadlint::mail {

enum class PhraseKind : uint8_t {
  kReceipt,    // "we have received your request"
  kThanks,     // "thank you for contacting us": a receipt only beside one of the next three
  kPromise,    // when or that an answer will come
  kReference,  // the number of the ticket, and to keep it
  kAutomatic,  // "this is an automatic message"
  kHint,       // questions and answers, hours, "you need not write again"
  kSelfHelp,   // "see our questions and answers": may name matters
  kClosed,     // "your request was closed"
  kRate,       // "please rate our answer"
  kFeedback,   // what stands around it, and below other mails: "your feedback helps us"
  kCourtesy,   // greetings, closings, footers
  kCount
};

// One row of the table. Words are parted by blanks and match any of "a|b|c"; "wor*" is a beginning;
// "..." is up to five words; "?word" may be missing; "@req" stands for a list of words.
struct PhraseRow {
  PhraseKind kind;
  std::string_view pattern;
};
std::span<const PhraseRow> PhraseRows();

// Lists that rows name with '@', blank-separated.
struct PhraseList {
  std::string_view name;
  std::string_view words;
};
std::span<const PhraseList> PhraseLists();

// Words without weight of their own, blank-separated.
std::string_view FillerWords();
// Words that part clauses, blank-separated.
std::string_view ConjunctionWords();
// Beginnings of words that speak of a matter: who uses one says something of substance.
std::string_view MatterWords();

// A word as the phrases know it: the table is looked through once a word, however many rows name
// it.
struct PhraseWord {
  static constexpr size_t kMostEntries = 6;
  std::array<uint16_t, kMostEntries> entries{};  // words and beginnings of the table that it fits
  uint8_t count = 0;                             // of them
  bool filler = false;                           // one of FillerWords()
  bool conjunction = false;                      // one of ConjunctionWords()
  bool matter = false;                           // begins as one of MatterWords()
};
PhraseWord LookUpPhraseWord(std::string_view folded_word);

struct PhraseMatch {
  PhraseKind kind;
  size_t begin = 0, end = 0;  // words
};
// All matches in the words, by begin; one by two entries of a word stands there twice.
std::vector<PhraseMatch> FindPhrases(std::span<const PhraseWord> words);

}  // namespace threadlint::mail
