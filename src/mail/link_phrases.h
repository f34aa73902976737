// Phrases of mail that machines send: looked for by words, whatever their case and accents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
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
// Beginnings of words that speak of a matter: who uses one says something of substance.
std::string_view MatterWords();

struct PhraseMatch {
  PhraseKind kind;
  size_t begin = 0, end = 0;  // words
};
// All matches in the words (folded), by begin.
std::vector<PhraseMatch> FindPhrases(std::span<const std::string> words);

bool IsFiller(std::string_view folded_word);
bool IsMatter(std::string_view folded_word);

}  // namespace threadlint::mail
