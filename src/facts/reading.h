// What one message says, computed from that message alone: sentences, words, values, things asked
// for and spoken of. Plain values; the text itself is not kept, ranges of it are.
#pragma once

#include "facts/value.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::facts {

// A word without its ending, or the word it is an equal of ("pictures" is "photo"): a hash that is
// the same in every run.
using WordId = uint32_t;

// Bytes of the main text (UTF-8, LF), or of the subject where the sentence says so.
struct TextRange {
  uint32_t begin = 0, length = 0;
};

struct Word {
  WordId id = 0;
  uint32_t begin = 0;     // of the text, as above
  bool capital = false;   // begins with a capital letter and no sentence
  bool instance = false;  // stands for its class: "Chrome" is a "browser"
  bool states = false;    // what it is stands behind it: "serial: ...", "plan is ..."
  bool linked = false;    // behind a preposition: "in Detroit"
  bool vague = false;     // does not tell one thing from another: "clear", "following"

  // Stands there itself, and tells one thing from another.
  bool tells() const { return !vague && !instance; }
};

// What a sentence is, besides what it says. Set by phrases of the wording files of those names.
enum class Mark : uint8_t {
  kQuestion,     // it is one
  kConditional,  // "if ...", "in case ...", "once you ..."
  kUnable,       // "I cannot ...", "I do not have ..."
  kLater,        // "I will send ..."
  kAttached,     // "attached", "enclosed", "here is"
  kRetry,        // why something is asked for again: "could not be opened"
  kVerify,       // to see who is writing
  kCourtesy,     // "anything else we can help with?"
  kProtest,      // "as I wrote", "for the third time"
  kDone,         // "I have tried"
  kNegated,
  kOffer,       // "feel free to", "if you like"
  kStanding,    // what stands in many mails: "please quote your case number"
  kReported,    // "you said that"
  kRestart,     // "please open a new ticket"
  kUnanswered,  // "you have not answered my question"
  kChanged,     // "my new address is", "it should have been"
  kReadBack,    // "is that correct?", "I have you down as"
  kList,        // "we need the following:", before a list of what is asked for
  kInsists,     // "and the deposit?", "you did not say whether"
  kAffirms,     // "yes", "of course", "not yet"
  kPromise,     // "we will ...", "you will receive", "is booked for"
  kReply,       // what is promised is an answer: "I will get back to you"
  kLapse,       // what was to happen has not: "nobody came", "still nothing"
  kKept,        // it has: "it arrived this morning, thank you"
  kClosure,     // "your case has been closed"
  kSettled,     // the writer wants nothing more: "that solved it", "you can close this"
  kComplains,   // the writer is not content: "this is unacceptable"
  kDeadEnd,     // nobody reads mail there: "this mailbox is not monitored", "no such user"
  kChannel,     // sends the reader to another way in: "please use the portal"
  kThirdParty,  // sends the reader to somebody else: "please contact the manufacturer"
  kHandOver,    // the writer has done that himself: "I have passed this to ..."
  kRefusal,     // says no to what the reader wants
  kReason,      // gives a ground for a refusal, in any of its forms: "under clause 4"
  kCause,       // says why a thing is otherwise than it was: "because of the strike"
  kPadding,     // says nothing of the matter: "we value your custom", "Dear Ms Verne,"
  kAnswerable,  // what is sent there reaches somebody: "just reply to this email"
  kBesides,     // meant for some case only, or beside something else: "alternatively, call us"
  kBids,        // tells the reader to do it, and gives no choice: "please call", "can only"
  kWriteTo,     // tells the reader to write to an address: "please email the claims box"
  kAsksWay,     // asks for another way in: "is there a number I can call?"
  kAdmits,      // owns up to an error: "I was wrong", "my mistake"
  kEstimate,    // "about", "usually", "should"
  kConfronts,   // the customer was told otherwise: "your colleague wrote", "which is it?"
  kConflict,    // says that two statements do not go together: "which is it?"
  kRule,        // says what applies to everybody: "free of charge", "not refundable"
  kBounded,     // holds in some cases only: "provided that", "usually", "in general"
  kTimed,       // holds from or until some day: "from 1 January"
  kPays,        // "I have paid", "thank you for your payment"
  kRevised,     // says that a thing has changed: "has been moved to", "is delayed"
  kSeveral,     // speaks of more than one of a kind, or of a part: "another", "in total"
  kWishes,      // the writer wants a thing otherwise: "could we move it to", "please cancel"
  kAmends,      // wants more of an order or contract, or another: "I would like to add a driver"
  kSupposed,    // a clause of it says what may be so or not: "once it has arrived", "may have been"
  kChases,      // asks what has become of a thing: "any news?", "where is my refund?"
  kAwaits,      // what it says waits for something else: "once we have the part", "of receipt"
  kAway,        // the writer himself was in the way: "I was out when he came"
  kDemands,     // lays something on the reader: "please return it", "you must"
  kLate,        // the writer owns that a time has passed: "sorry for the delay", "we missed you"
  kTurns,       // from there on it asks for leave: "can I book it?"
  kProviso,     // what it says for the time to come hinges on something: "if", "subject to"
  kCount
};
using Marks = uint64_t;
constexpr Marks Bit(Mark mark) { return Marks{1} << static_cast<unsigned>(mark); }

// Until when something is to be done, where words say it that are no date, time or duration. Days
// are those of the writer's clock.
enum class Due : uint8_t {
  kNone,
  kHour,       // "within the hour"
  kMorning,    // of the day that is named beside it, or else of the mail's own
  kAfternoon,  // the same
  kDay,        // "by the end of the day"
  kOvernight,
  kFewDays,    // "in a couple of days"
  kWorkWeek,   // "by the end of the week"
  kWeek,       // "this week"
  kNextWeek,   // "next week"
  kFewWeeks,   // "in a few weeks"
  kMonth,      // "this month"
  kNextMonth,  // "next month"
  kClock,      // "before 10", "between 9 and 12": the last number is the hour
  kFrom,       // "after 4": the time beside it is no end
  kLasting,    // "for 14 days": what takes that long is not due then
};

// A state that a thing is said to be in, as "refund.issued" of the wording files: a hash of that.
using StateId = uint32_t;

// What can be the answer to a request: kinds of values, kinds of attachments, or an action.
using Wants = uint32_t;
constexpr Wants WantsValue(ValueKind kind) { return Wants{1} << static_cast<unsigned>(kind); }
inline constexpr Wants kWantsImage = Wants{1} << 20, kWantsDocument = Wants{1} << 21,
                       kWantsVideo = Wants{1} << 22, kWantsLog = Wants{1} << 23,
                       kWantsAction = Wants{1} << 24, kWantsName = Wants{1} << 25;
inline constexpr Wants kWantsAttachment = kWantsImage | kWantsDocument | kWantsVideo | kWantsLog;
inline constexpr Wants kWantsAnyValue = (Wants{1} << 20) - 1;

struct SentenceReading {
  TextRange at;
  uint32_t words_begin = 0, words = 0;    // into Reading::words
  uint32_t values_begin = 0, values = 0;  // into Reading::values
  uint64_t hash = 0;                      // of its letters and digits, folded
  Marks marks = 0;
  uint32_t paragraph = 0;
  bool subject = false;  // it is the mail's subject line
  bool prose = false;    // has words of grammar, which labels and what programs print lack
  bool Is(Mark mark) const { return (marks & Bit(mark)) != 0; }
};

// A thing as a request, an acknowledgement or a denial names it.
struct Thing {
  TextRange at;
  uint32_t words_begin = 0, words = 0;  // into Reading::thing_words; vague ones left out
  uint32_t noun_words = 0;              // the first of them; the others say of what or whom it is
  uint32_t qualifiers_begin = 0,
           qualifiers = 0;   // the same of a clause behind it: "... that failed"
  WordId head = 0;           // the noun itself
  WordId form = 0;           // of "serial number" the "number": says what kind of value, not whose
  Wants wants = 0;           // 0: anything
  bool other = false;        // "another photo", "a new copy", "the remaining ones"
  bool other_of = false;     // it is of another one: "the colour of the second cable"
  bool general = false;      // the noun says only that it is a value: "amount", "date"
  bool event = false;        // it has a day that can be put off
  bool many = false;         // there can be several: "payment"
  bool moves = false;        // its value changes by itself: "balance"
  bool bundle = false;       // "the attachments": all that was sent
  bool alternative = false;  // the one before it would do as well: "a bill or a contract"
};

enum class FactKind : uint8_t {
  kRequest,       // asks for a thing
  kQuestion,      // asks what a thing is
  kTried,         // asks for something to be done, or whether it was
  kAcknowledged,  // "thank you for the photos"
  kDenied,        // "we have not received your photos"
  kSaid,          // "from Airport" says a departure: becomes a word of its sentence
  kChoice,        // asks which of some things: "a refund or a replacement?"
  kClaim,         // says what state a thing is in: "your refund has been issued"
  kStated,        // says a value of a thing: "the excess is £250"
  kIs,            // says that a thing is so: "the room is available"
  kIsNot,
  kDue,  // says until when: "within the hour"; its thing is the place alone
};

constexpr bool AsksForThing(FactKind kind) {
  return kind == FactKind::kRequest || kind == FactKind::kQuestion || kind == FactKind::kTried;
}

struct Fact {
  FactKind kind = FactKind::kRequest;
  uint32_t sentence = 0;  // into Reading::sentences
  Thing thing;            // of a claim it may be without words: whatever the mail is about
  StateId state = 0;      // of kClaim; of kIs and kIsNot the word that says what it is
  bool stated = false;    // of a claim: the question that its sentence asks comes behind it
  WordId what = 0;        // of a claim that says one of many things: "available", "dispatched"
  uint32_t value = 0;     // of kStated: into Reading::values; of Due::kClock: the hour as written
  Due due = Due::kNone;   // of kDue
};

struct Reading {
  std::vector<SentenceReading> sentences;  // of own text, in order; the subject is the last
  std::vector<Word> words;
  std::vector<WordId> thing_words;
  std::vector<Value> values;
  std::vector<Fact> facts;               // by sentence
  Wants attachments = 0;                 // kinds that hang on it
  std::vector<WordId> attachment_words;  // of their file names
  uint32_t attachment_count = 0;
  std::string language;  // ISO 639-1 code of the wording used; empty: none fits
  bool has_text = false;
  // All its text stands below the heading of an earlier mail, and no marks tell the writer's part
  // from what is quoted: sentences of earlier mails are.
  bool below = false;
  bool interleaved =
      false;         // the writer's words stand between quoted lines, each under what it answers
  TextRange signer;  // the name of the person who signs; length 0: none does
  std::vector<WordId> signer_words;  // of that name, folded
  std::string signer_name;           // that name; only where redaction will look for it
  bool cut = false;                  // its text is beyond the limit: the rest was not read
  bool unread = false;               // encrypted, or says what it says in pictures alone

  std::span<const Word> Words(const SentenceReading& s) const {
    return std::span(words).subspan(s.words_begin, s.words);
  }
  bool Has(const SentenceReading& s, WordId word) const {
    return std::ranges::find(Words(s), word, &Word::id) != Words(s).end();
  }
  std::span<const Value> Values(const SentenceReading& s) const {
    return std::span(values).subspan(s.values_begin, s.values);
  }
  std::span<const WordId> Words(const Thing& t) const {
    return std::span(thing_words).subspan(t.words_begin, t.words);
  }
  std::span<const WordId> Qualifiers(const Thing& t) const {
    return std::span(thing_words).subspan(t.qualifiers_begin, t.qualifiers);
  }
};

}  // namespace threadlint::facts
