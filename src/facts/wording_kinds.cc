#include "facts/wording.h"

#include <algorithm>
#include <array>
#include <utility>

namespace threadlint::facts {

const std::vector<PhraseKind>& PhraseKinds() {
  static const std::vector<PhraseKind> kinds = {
      {"request", FactKind::kRequest, {}, "asks for {thing}"},
      {"question", FactKind::kQuestion, {}, "asks what {thing} is"},
      {"tried", FactKind::kTried, {}, "asks for {thing} to be done, or whether it was"},
      {"acknowledged", FactKind::kAcknowledged, {}, "says that {thing} has come"},
      {"denied", FactKind::kDenied, {}, "says that {thing} has not come"},
      {"says",
       FactKind::kSaid,
       {},
       "says what its subject is: {thing}, if it begins with a capital letter",
       true},
      {"choice", FactKind::kChoice, {}, "asks which one of {thing} it is to be"},
      {"conditional", {}, Mark::kConditional, "what it says holds in some case only"},
      {"unable", {}, Mark::kUnable, "the writer cannot give what was asked for"},
      {"later", {}, Mark::kLater, "the writer will give it, and has not yet"},
      {"attached", {}, Mark::kAttached, "something hangs on the mail"},
      {"retry", {}, Mark::kRetry, "a reason why a thing is asked for again"},
      {"verify", {}, Mark::kVerify, "asks in order to see who is writing"},
      {"courtesy", {}, Mark::kCourtesy, "is polite and asks for nothing"},
      {"protest", {}, Mark::kProtest, "the writer says that he has said it before"},
      {"done", {}, Mark::kDone, "the writer has done something"},
      {"negated", {}, Mark::kNegated, "says that something is not so"},
      {"offer", {}, Mark::kOffer, "leaves it to the reader"},
      {"standing", {}, Mark::kStanding, "stands in mail after mail and asks for nothing now"},
      {"reported", {}, Mark::kReported, "says what somebody else has said"},
      {"restart", {}, Mark::kRestart, "sends the reader back to the beginning"},
      {"unanswered", {}, Mark::kUnanswered, "says that a question has had no answer"},
      {"changed", {}, Mark::kChanged, "corrects what was said before"},
      {"insists", {}, Mark::kInsists, "puts a question once more, or says that it stays open"},
      {"affirms", {}, Mark::kAffirms, "answers with yes or no"},
      {"list", {}, Mark::kList, "comes before a list of things asked for"},
      {"readback", {}, Mark::kReadBack, "says a value back to have it confirmed"},
      {"claim",
       FactKind::kClaim,
       {},
       "says that its subject, TOPIC.STATE, is so, of {thing} if it names one",
       true,
       true},
      {"is", FactKind::kIs, {}, "says of {thing} what stands behind the phrase"},
      {"isnot", FactKind::kIsNot, {}, "says that {thing} is not what stands behind the phrase"},
      {"promise", {}, Mark::kPromise, "says what will be done or come"},
      {"reply", {}, Mark::kReply, "what it promises is an answer"},
      {"lapse", {}, Mark::kLapse, "what was to happen has not"},
      {"kept", {}, Mark::kKept, "what was to happen has"},
      {"closure", {}, Mark::kClosure, "says that the case is closed"},
      {"settled", {}, Mark::kSettled, "the writer wants nothing more"},
      {"complains", {}, Mark::kComplains, "the writer is not content"},
      {"deadend", {}, Mark::kDeadEnd, "nobody reads what is sent to an address"},
      {"channel", {}, Mark::kChannel, "sends the reader to another way in"},
      {"thirdparty",
       {},
       Mark::kThirdParty,
       "sends the reader to somebody else: to {thing}, if it begins with a capital letter",
       false,
       true},
      {"handover", {}, Mark::kHandOver, "the writer has passed it on himself"},
      {"refusal", {}, Mark::kRefusal, "says no to what the reader wants"},
      {"reason", {}, Mark::kReason, "says why"},
      {"cause", {}, Mark::kCause, "says why a thing is otherwise than it was"},
      {"padding", {}, Mark::kPadding, "says nothing of the matter"},
      {"answerable", {}, Mark::kAnswerable, "what is sent there reaches somebody"},
      {"writeto", {}, Mark::kWriteTo, "tells the reader to write to an address"},
      {"besides", {}, Mark::kBesides, "is meant for some case only, or beside something else"},
      {"bids", {}, Mark::kBids, "tells the reader to do what it says, and leaves no choice"},
      {"asksway", {}, Mark::kAsksWay, "asks for another way in"},
      {"admits", {}, Mark::kAdmits, "owns up to an error"},
      {"estimate", {}, Mark::kEstimate, "gives a value that is not meant to be exact"},
      {"confronts", {}, Mark::kConfronts, "the customer says that he was told otherwise"},
      {"conflict", {}, Mark::kConflict, "says that two statements do not go together"},
      {"rule", {}, Mark::kRule, "says what applies to everybody"},
      {"bounded", {}, Mark::kBounded, "holds in some cases only, or in general"},
      {"timed", {}, Mark::kTimed, "holds from or until some day"},
      {"pays", {}, Mark::kPays, "says that money has been paid"},
      {"revised", {}, Mark::kRevised, "says that a thing has changed"},
      {"several", {}, Mark::kSeveral, "speaks of more than one of a kind, or of a part"},
      {"wishes", {}, Mark::kWishes, "the writer wants a thing otherwise"},
      {"amends", {}, Mark::kAmends, "the writer wants more of an order or contract, or another"},
      {"supposed", {}, Mark::kSupposed, "the clause behind it says what may be so or not"},
      {"due",
       FactKind::kDue,
       {},
       "says until when something is to be done: its subject is what the end is of",
       true,
       true},
      {"chases", {}, Mark::kChases, "asks what has become of a thing"},
      {"awaits", {}, Mark::kAwaits, "what it says waits for something else"},
      {"away", {}, Mark::kAway, "the writer himself was in the way"},
      {"demands", {}, Mark::kDemands, "lays something on the reader"},
      {"late", {}, Mark::kLate, "the writer owns that a time has passed"},
      {"turns", {}, Mark::kTurns, "behind what is stated asks whether to do something"},
      {"proviso", {}, Mark::kProviso, "what the sentence says as a rule hinges on something"},
  };
  return kinds;
}

const PhraseKind* FindPhraseKind(std::string_view name) {
  const auto at = std::ranges::find(PhraseKinds(), name, &PhraseKind::name);
  return at == PhraseKinds().end() ? nullptr : &*at;
}

const std::vector<ListKind>& ListKinds() {
  static const std::vector<ListKind> kinds = {
      {"experimental", false, "the language is read only where --languages names it", false},
      {"capitals", false, "in that language all nouns have them, and names cannot be told by them",
       false},
      {"telltale", false, "words by which the language is told from others"},
      {"plain", false, "words without a matter of their own: \"the\", \"your\""},
      {"vague", false, "words that do not tell one thing from another: \"clear\", \"following\""},
      {"other", false, "words that make a thing another one: \"second\", \"new\""},
      {"link", false, "words between a thing and what it is of: \"of\", \"for\""},
      {"stop", false, "words at which the name of a thing ends: \"so that\", \"because\""},
      {"qualify", false, "of these, words behind which stands which one is meant: \"that failed\""},
      {"holder", false, "nouns that take their kind from the word before: \"email address\""},
      {"bundle", false, "nouns for all that was sent, whatever it is: \"attachments\""},
      {"none", false, "words before a thing that say that it is not meant: \"no\", \"not\""},
      {"and", false, "words between two things that are both meant"},
      {"or", false, "words between two things of which one will do"},
      {"verb", false, "words that begin another demand: \"reply\", \"call\""},
      {"action", false, "words for what can be tried: \"restart\", \"clear\""},
      {"part", false, "words that say what of a thing is meant: \"copy\", \"photo\" of it"},
      {"ask", false, "words that begin a question for a thing: \"what\", \"which\""},
      {"auxiliary", false, "words behind the thing in such a question: \"is\", \"are\", \"did\""},
      {"beginning", false, "beginnings that are words of their own: \"l'\", \"d'\""},
      {"nouns", false, "\"first\" if a noun stands before what tells more of it"},
      {"ending", false, "endings that do not change a word; \"ies:y\" puts another one there"},
      {"spelled", false, "\"ae:a\": written so, and meant as that"},
      {"tail", false, "nouns that end longer ones: \"nummer\" makes \"kundennummer\" two words"},
      {"team", false, "words in names of departments, by which nobody is called: \"billing\""},
      {"alike", true, "words that mean the same as the subject"},
      {"instance", true, "words that are one of the subject: \"browser: chrome firefox\""},
      {"wants", true, "the subject is a kind of value, the words are what asks for one"},
      {"hangs", true, "the subject is a kind of attachment, the words are what is sent as one"},
      {"label", true, "the subject is a kind of value, the words are what has one that can change"},
      {"event", false, "labels of days that can be put off: \"appointment\", \"delivery\""},
      {"many", false, "labels of which there can be several: \"payment\", \"charge\""},
      {"moves", false, "labels whose value changes by itself: \"balance\""},
      {"status", true, "the subject is a topic, the words are states that a thing passes through"},
      {"policy", true, "the subject is a topic, the words are what a rule can say"},
      {"called", true, "what readers of a report are told that the topic is"},
      {"hinges", true, "of that topic, states that hold only if a condition beside them does"},
      {"wished", true, "of that topic, states that are of what was asked for, on that day or hour"},
      {"progress", true, "of that topic, A>B: B may be said after A"},
      {"reversal", true, "of that topic, A>B: B after A is a turn in the customer's favour"},
      {"impossible", true, "of that topic, A>B: B cannot be so after A was"},
  };
  return kinds;
}

namespace {
using NamedDue = std::pair<std::string_view, Due>;
constexpr auto kDues = std::to_array<NamedDue>({
    {"hour", Due::kHour},
    {"morning", Due::kMorning},
    {"afternoon", Due::kAfternoon},
    {"day", Due::kDay},
    {"overnight", Due::kOvernight},
    {"few-days", Due::kFewDays},
    {"work-week", Due::kWorkWeek},
    {"week", Due::kWeek},
    {"next-week", Due::kNextWeek},
    {"few-weeks", Due::kFewWeeks},
    {"month", Due::kMonth},
    {"next-month", Due::kNextMonth},
    {"clock", Due::kClock},
    {"from", Due::kFrom},
    {"lasting", Due::kLasting},
});
}  // namespace

Due DueNamed(std::string_view name) {
  const auto* at = std::ranges::find(kDues, name, &NamedDue::first);
  return at == kDues.end() ? Due::kNone : at->second;
}

std::vector<std::string_view> DueNames() {
  std::vector<std::string_view> out;
  out.reserve(kDues.size());
  for (const auto& [name, due] : kDues) out.push_back(name);
  return out;
}

namespace {
using NamedWants = std::pair<std::string_view, Wants>;
constexpr auto kNamed = std::to_array<NamedWants>({
    {"amount", WantsValue(ValueKind::kAmount)},
    {"date", WantsValue(ValueKind::kDate)},
    {"time", WantsValue(ValueKind::kTime)},
    {"duration", WantsValue(ValueKind::kDuration)},
    {"identifier", WantsValue(ValueKind::kIdentifier)},
    {"phone", WantsValue(ValueKind::kPhone)},
    {"postcode", WantsValue(ValueKind::kPostcode)},
    {"email", WantsValue(ValueKind::kEmail)},
    {"url", WantsValue(ValueKind::kUrl)},
    {"measure", WantsValue(ValueKind::kMeasure)},
    {"version", WantsValue(ValueKind::kVersion)},
    {"number", WantsValue(ValueKind::kNumber)},
    {"iban", WantsValue(ValueKind::kIban)},
    {"card", WantsValue(ValueKind::kCardTail)},
    {"tracking", WantsValue(ValueKind::kTracking)},
    {"percent", WantsValue(ValueKind::kPercent)},
    {"name", kWantsName},
    {"image", kWantsImage},
    {"document", kWantsDocument},
    {"video", kWantsVideo},
    {"log", kWantsLog},
});
}  // namespace

Wants WantsNamed(std::string_view name) {
  const auto* at = std::ranges::find(kNamed, name, &NamedWants::first);
  return at == kNamed.end() ? 0 : at->second;
}

std::vector<std::string_view> WantsNames() {
  std::vector<std::string_view> out;
  out.reserve(kNamed.size());
  for (const auto& [name, wants] : kNamed) out.push_back(name);
  return out;
}

}  // namespace threadlint::facts
