#include "facts/read.h"

#include "facts/attachments.h"
#include "facts/deadline.h"
#include "facts/labels.h"
#include "facts/sentence.h"
#include "facts/signer.h"
#include "facts/things.h"
#include "facts/tokens_of.h"
#include "facts/topics.h"
#include "mail/own_text.h"
#include "util/ascii.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace threadlint::facts {
namespace {

// A reading is of what people write; logs and tables go on for ever.
constexpr size_t kMostSentences = 2000;

uint64_t HashOf(std::string_view folded) {
  std::string bare;
  for (const char c : folded)
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
      bare += c;
  return StableHash(bare);
}

class Reader {
 public:
  Reader(const Language& language, const Topics& topics, const MailFacts& mail, Reading& reading)
      : language_(language), topics_(topics), mail_(mail), out_(reading) {}

  void Read(std::string_view text, const Sentence& sentence, bool subject) {
    const auto index = static_cast<uint32_t>(out_.sentences.size());
    SentenceReading& s = out_.sentences.emplace_back();
    s.at = {sentence.begin, sentence.length};
    s.paragraph = sentence.paragraph;
    s.subject = subject;
    if (sentence.question) s.marks |= Bit(Mark::kQuestion);
    const std::string_view own = text.substr(sentence.begin, sentence.length);
    const Folded folded = FoldWithPlaces(own, sentence.begin);
    s.hash = HashOf(folded.text);
    const std::vector<TextToken> tokens = Tokenize(folded.text, language_.lexicon());
    AddWords(text, folded, tokens, s);
    AddValues(own, s);
    // What the sentence that introduces a list says of itself holds for the list.
    // "Booking code:" on a line of its own is an entry of a form, under the request or another one.
    const bool of_form = own.ends_with(':') && index > 0 && introduces_.back().opens;
    const uint32_t by = of_form ? index - 1 : sentence.introduced_by;
    const bool entry = by < introduces_.size() && introduces_[by].asks;
    if (entry) s.marks |= introduces_[by].marks;
    const size_t facts_before = out_.facts.size();
    bool asks = false;
    if (!subject) {
      std::vector<Claimed> claims;
      std::vector<Place> supposed;
      size_t turns = folded.text.size();
      given_up_ += language_.FindPhrases(folded, [&](const Language::Match& match) {
        const Phrase& phrase = match.phrase;
        if (match.kind.mark && (!phrase.has_thing || IsNamed(text, folded, match.begin, match.end)))
          out_.sentences[index].marks |= Bit(*match.kind.mark);
        if (match.kind.mark == Mark::kTurns) turns = std::min(turns, match.from);
        if (match.kind.mark == Mark::kSupposed) supposed.push_back({match.from, match.to});
        if (!match.kind.fact) return;
        const FactKind kind = *match.kind.fact;
        size_t begin = match.begin;
        if (kind == FactKind::kSaid) return AddSaid(phrase, text, folded.Begin(begin), index);
        if (kind == FactKind::kDue) return AddDue(phrase, folded, begin, match.end, index);
        const bool leads = phrase.pattern.starts_with("{thing}");
        if (leads && IsDenied(tokens, begin, match.end)) return;
        if (leads) begin = LastClause(tokens, begin, match.end);
        if (kind == FactKind::kClaim) {
          claims.push_back({AddClaim(match, tokens, folded, begin, index),
                            leads ? begin : match.from, leads ? match.end : match.from, match.to});
          return;
        }
        if (kind == FactKind::kIs || kind == FactKind::kIsNot) {
          const size_t before = out_.facts.size();
          AddIs(kind, tokens, folded, begin, match.end, index);
          if (out_.facts.size() > before) claims.push_back({before, begin, match.end, match.to});
          return;
        }
        asks = asks || AsksForThing(kind);
        AddFacts(kind, tokens, folded, begin, match.end, index);
      });
      for (const Claimed& claim : claims)
        out_.facts[claim.fact].stated = turns < folded.text.size() && claim.end <= turns + 1;
      DropSupposed(claims, supposed, out_.sentences[index].Is(Mark::kProviso), tokens);
      if (entry && out_.facts.size() == facts_before)
        AddFacts(FactKind::kRequest, tokens, folded, 0, folded.text.size(), index);
    }
    AddStated(tokens, folded, index);
    DropDenied(FactKind::kIs, FactKind::kIsNot, facts_before);
    Unite(facts_before);
    DropDenied(FactKind::kAcknowledged, FactKind::kDenied, facts_before);
    asks = asks || out_.sentences[index].Is(Mark::kList) || entry;
    introduces_.push_back(
        {asks, out_.sentences[index].marks & ~Bit(Mark::kQuestion), own.ends_with(':')});
  }

  // Searches that were given up.
  uint64_t given_up() const { return given_up_; }

 private:
  struct Introduction {
    bool asks = false;
    Marks marks = 0;
    bool opens = false;  // ends with ':'
  };
  struct Place {
    size_t begin = 0, end = 0;  // of the folded sentence
  };
  struct Claimed {
    size_t fact = 0;   // into Reading::facts
    size_t begin = 0;  // of the folded sentence: of its thing, or of the phrase
    size_t verb = 0;   // behind the thing, or the same
    size_t end = 0;    // of the phrase
  };

  void AddWords(std::string_view text, const Folded& folded, const std::vector<TextToken>& tokens,
                SentenceReading& s) {
    s.words_begin = static_cast<uint32_t>(out_.words.size());
    for (size_t i = 0; i < tokens.size(); ++i) {
      const TextToken& token = tokens[i];
      if (!token.word || token.text.size() < 2) continue;
      if (token.IsAny(kJoining)) {
        s.prose = true;
        continue;
      }
      const WordEntry& entry = *token.entry;
      Word word;
      word.id = token.id;
      word.begin = folded.Begin(token.begin);
      word.vague = entry.Is(WordClass::kVague);
      // "In Detroit", "at the Grand Hotel".
      word.linked =
          i > 0 &&
          (tokens[i - 1].Is(WordClass::kLink) ||
           (i > 1 && tokens[i - 1].Is(WordClass::kPlain) && tokens[i - 2].Is(WordClass::kLink)));
      const char first = text[word.begin];
      word.states = i + 1 < tokens.size() && States(tokens[i + 1], folded.text);
      // A name by itself: no part of "BoostConfig.cmake".
      const size_t behind = token.end() + 1;
      const bool alone = behind >= folded.text.size() || folded.text[behind - 1] == ' ' ||
                         folded.text[behind] == ' ';
      word.capital =
          !language_.wording().capitals && token.begin > 0 && first >= 'A' && first <= 'Z' && alone;
      out_.words.push_back(word);
      word.instance = true;
      for (const WordId of : entry.instance_of) {
        word.id = of;
        out_.words.push_back(word);
      }
    }
    s.words = static_cast<uint32_t>(out_.words.size()) - s.words_begin;
  }

  // A name, and not that of the one who writes.
  bool IsNamed(std::string_view text, const Folded& folded, size_t begin, size_t end) const {
    if (!util::IsUpper(text[folded.Begin(begin)])) return false;
    const std::string_view thing = std::string_view(folded.text).substr(begin, end - begin);
    const std::string own = FoldWithPlaces(mail_.sender, 0).text;
    const std::string_view first = thing.substr(0, thing.find_first_of(" ,.;:!?'"));
    return own.find(first) == std::string::npos;
  }

  // The thing stands for the phrase's subject, as "Chrome" does for a browser.
  void AddSaid(const Phrase& phrase, std::string_view text, uint32_t begin, uint32_t sentence) {
    const auto first = static_cast<unsigned char>(text[begin]);
    if (!util::IsUpper(text[begin]) && !util::IsDigit(text[begin]) && first < 0x80) return;
    Word word;
    word.id = language_.lexicon().Id(phrase.subject);
    word.begin = begin;
    word.instance = true;
    out_.words.push_back(word);
    ++out_.sentences[sentence].words;
  }

  // Of "between 9 and 12" the last number is kept.
  void AddDue(const Phrase& phrase, const Folded& folded, size_t begin, size_t end,
              uint32_t sentence) {
    Fact& fact = out_.facts.emplace_back();
    fact.kind = FactKind::kDue;
    fact.sentence = sentence;
    fact.due = DueNamed(phrase.subject);
    fact.thing.at.begin = folded.Begin(begin);
    fact.thing.at.length = folded.End(end) - fact.thing.at.begin;
    fact.value = LastHourIn(std::string_view(folded.text).substr(begin, end - begin));
  }

  // "La reserva no | ha sido cancelada": what denies stands before the verb, behind the thing.
  static bool IsDenied(const std::vector<TextToken>& tokens, size_t begin, size_t end) {
    const auto behind = std::ranges::lower_bound(tokens, end, {}, &TextToken::begin);
    return behind != tokens.begin() && std::prev(behind)->begin >= begin &&
           std::prev(behind)->Is(WordClass::kNone);
  }

  // A claim without a name for its thing is of what the mail is about. Gives its fact.
  size_t AddClaim(const Language::Match& match, const std::vector<TextToken>& tokens,
                  const Folded& folded, size_t begin, uint32_t sentence) {
    const size_t at = out_.facts.size();
    if (match.phrase.has_thing) {
      AddFacts(FactKind::kClaim, tokens, folded, begin, match.end, sentence);
      KeepOne(at, match.phrase.pattern.starts_with("{thing}"));
    }
    if (out_.facts.size() == at) {
      Fact& fact = out_.facts.emplace_back();
      fact.kind = FactKind::kClaim;
      fact.sentence = sentence;
      fact.thing.at.begin = folded.Begin(begin);
      fact.thing.at.length = folded.End(match.end) - fact.thing.at.begin;
      // "The second one" has no name either, but is not what the mail is about.
      for (const TextToken& token : tokens)
        if (match.phrase.has_thing && token.begin >= begin && token.end() <= match.end &&
            token.Is(WordClass::kOther))
          fact.thing.other = true;
    }
    Fact& fact = out_.facts[at];
    fact.state = StateOf(match.phrase.subject);
    if (!match.what.empty()) fact.what = language_.lexicon().Id(match.what);
    return at;
  }

  // "We will pay once it has been received" says neither that it has been, nor simply that they
  // will; "no visit has been booked" does not say that one has.
  void DropSupposed(const std::vector<Claimed>& claims, const std::vector<Place>& supposed,
                    bool depends, const std::vector<TextToken>& tokens) {
    for (size_t i = claims.size(); i-- > 0;) {
      const Claimed& claim = claims[i];
      const size_t clause = ClauseBefore(tokens, claim.begin);
      const bool may_be = std::ranges::any_of(
          supposed, [&](const Place& s) { return s.begin < claim.verb && s.end > clause; });
      if (may_be || (depends && topics_.Hinges(out_.facts[claim.fact].state)) ||
          SaysNone(tokens, clause, claim.verb))
        out_.facts.erase(out_.facts.begin() + static_cast<std::ptrdiff_t>(claim.fact));
    }
  }

  // Where the clause begins that `at` stands in.
  static size_t ClauseBefore(const std::vector<TextToken>& tokens, size_t at) {
    size_t out = 0;
    for (const TextToken& t : tokens)
      if (t.end() <= at && (t.text == "," || t.text == ";" || t.text == ":" || t.text == "but"))
        out = t.end();
    return out;
  }

  // "No", "not", "without" stand before that place, in the same part of the clause.
  static bool SaysNone(const std::vector<TextToken>& tokens, size_t clause, size_t end) {
    bool none = false;
    for (const TextToken& t : tokens) {
      if (t.begin < clause || t.begin >= end) continue;
      if (t.Is(WordClass::kNone))
        none = true;
      else if (t.Is(WordClass::kStop) || t.Is(WordClass::kAnd))
        none = false;
    }
    return none;
  }

  // "Hi Anna, we have your form and your parcel has been sent" says it of the parcel alone; "we
  // have sent your parcel and closed the case" says the sending of the first.
  void KeepOne(size_t first, bool last) {
    if (out_.facts.size() <= first + 1) return;
    if (last) out_.facts[first] = out_.facts.back();
    out_.facts.resize(first + 1);
  }

  // The word that says what the thing before `end` is: the first with a meaning behind the verb.
  void AddIs(FactKind kind, const std::vector<TextToken>& tokens, const Folded& folded,
             size_t begin, size_t end, uint32_t sentence) {
    constexpr size_t kFarthest = 7;
    auto at = std::ranges::lower_bound(tokens, end, {}, &TextToken::begin);
    const auto last = tokens.end() - at > static_cast<ptrdiff_t>(kFarthest)
                          ? at + static_cast<ptrdiff_t>(kFarthest)
                          : tokens.end();
    constexpr WordClasses kSkipped =
        Bit(WordClass::kPlain) | Bit(WordClass::kNone) | Bit(WordClass::kLink);
    while (at != last && at->word && at->IsAny(kSkipped)) ++at;
    if (at == last || !at->word) return;
    const size_t before = out_.facts.size();
    AddFacts(kind, tokens, folded, begin, end, sentence);
    KeepOne(before, true);
    if (out_.facts.size() > before) out_.facts[before].state = at->id;
  }

  // What the sentence says a value of; a thing without words if it does not say.
  void AddStated(const std::vector<TextToken>& tokens, const Folded& folded, uint32_t sentence) {
    constexpr Wants kStated = WantsValue(ValueKind::kAmount) | WantsValue(ValueKind::kDate) |
                              WantsValue(ValueKind::kDuration) | WantsValue(ValueKind::kPercent) |
                              WantsValue(ValueKind::kMeasure);
    // Figures and times say something only of what has one.
    constexpr Wants kLabelled = WantsValue(ValueKind::kNumber) |
                                WantsValue(ValueKind::kIdentifier) | WantsValue(ValueKind::kTime);
    const SentenceReading& s = out_.sentences[sentence];
    for (uint32_t v = s.values_begin; v < s.values_begin + s.values; ++v) {
      const Value& value = out_.values[v];
      const bool labelled = (kLabelled & WantsValue(value.kind)) != 0;
      if (!labelled && (kStated & WantsValue(value.kind)) == 0) continue;
      const size_t before = out_.facts.size();
      if (const auto label = FindLabel(tokens, folded, out_.Values(s), value);
          label && (label->listed || !labelled))
        AddFacts(FactKind::kStated, tokens, folded, label->begin, label->end, sentence);
      if (out_.facts.size() == before && labelled) continue;
      if (out_.facts.size() == before) {
        Fact& fact = out_.facts.emplace_back();
        fact.kind = FactKind::kStated;
        fact.sentence = sentence;
        fact.thing.at = {value.begin, value.length};
      }
      // "Balance and deposit" of one value is said of the first.
      out_.facts.resize(before + 1);
      out_.facts.back().value = v;
    }
  }

  // Before a verb stands the thing it says something of, and before that perhaps another clause:
  // "the repair is on hold as the bill has not come".
  static size_t LastClause(const std::vector<TextToken>& tokens, size_t begin, size_t end) {
    for (const TextToken& token : tokens)
      if (token.begin >= begin && token.end() < end &&
          (token.Is(WordClass::kStop) || token.text == ";" || token.text == ":"))
        begin = token.end();
    return begin;
  }

  static bool States(const TextToken& behind, std::string_view folded) {
    // "main.cc:418" states nothing of a cc.
    if (behind.text == ":") return behind.end() == folded.size() || folded[behind.end()] == ' ';
    return behind.text == "=" || behind.Is(WordClass::kAuxiliary);
  }

  void AddValues(std::string_view own, SentenceReading& s) {
    s.values_begin = static_cast<uint32_t>(out_.values.size());
    const ValueContext context{mail_.written, mail_.zone_seconds, language_.wording().language};
    for (Value value : ReadValues(own, context)) {
      value.begin += s.at.begin;
      out_.values.push_back(value);
    }
    s.values = static_cast<uint32_t>(out_.values.size()) - s.values_begin;
  }

  void AddFacts(FactKind kind, const std::vector<TextToken>& tokens, const Folded& folded,
                size_t begin, size_t end, uint32_t sentence) {
    for (const Thing& thing : ReadThings(tokens, folded, begin, end, kind == FactKind::kTried,
                                         language_.lexicon(), out_))
      out_.facts.push_back({kind, sentence, thing});
  }

  // Of two phrases that found the same thing the first counts.
  void Unite(size_t first) {
    auto& facts = out_.facts;
    for (size_t i = first; i < facts.size(); ++i)
      for (size_t k = i + 1; k < facts.size();)
        if (facts[k].thing.at.begin + facts[k].thing.at.length ==
                facts[i].thing.at.begin + facts[i].thing.at.length &&
            (SaysTheSame(facts[k], facts[i]) ||
             (IsAsking(facts[k].kind) && IsAsking(facts[i].kind)))) {
          facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(k));
        } else {
          ++k;
        }
  }

  static bool SaysTheSame(const Fact& a, const Fact& b) {
    return a.kind == b.kind && a.state == b.state && a.what == b.what && a.value == b.value;
  }

  // What "has not arrived" has not arrived, whatever else was found there.
  void DropDenied(FactKind said, FactKind not_so, size_t first) {
    const auto denied = [&](const Fact& fact) {
      return fact.kind == said &&
             std::any_of(out_.facts.begin() + static_cast<std::ptrdiff_t>(first), out_.facts.end(),
                         [&](const Fact& other) {
                           return other.kind == not_so &&
                                  fact.thing.at.begin <
                                      other.thing.at.begin + other.thing.at.length &&
                                  other.thing.at.begin < fact.thing.at.begin + fact.thing.at.length;
                         });
    };
    std::vector<Fact> kept;
    std::copy_if(out_.facts.begin() + static_cast<std::ptrdiff_t>(first), out_.facts.end(),
                 std::back_inserter(kept), [&](const Fact& fact) { return !denied(fact); });
    out_.facts.resize(first);
    out_.facts.insert(out_.facts.end(), kept.begin(), kept.end());
  }

  static bool IsAsking(FactKind kind) { return kind == FactKind::kChoice || AsksForThing(kind); }

  const Language& language_;
  const Topics& topics_;
  const MailFacts& mail_;
  Reading& out_;
  std::vector<Introduction> introduces_;  // by sentence
  uint64_t given_up_ = 0;
};

// Folded words of the writer's lines, for the guess of the language.
std::vector<std::string> WordsOf(std::span<const mail::TextLine> lines) {
  constexpr size_t kMost = 200;
  std::vector<std::string> out;
  for (const mail::TextLine& line : lines) {
    if (line.voice != mail::LineVoice::kOwn) continue;
    const Folded folded = FoldWithPlaces(line.text, 0);
    std::string word;
    for (const char c : folded.text + " ") {
      if ((c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80) {
        word += c;
      } else if (!word.empty()) {
        out.push_back(std::move(word));
        word.clear();
      }
    }
    if (out.size() >= kMost) break;
  }
  return out;
}

// Its subject was given by another mail: "Re: ", "AW: ", "RE[2]: ".
bool IsReply(std::string_view subject) {
  constexpr size_t kLongest = 5;
  const size_t colon = subject.find(':');
  return colon >= 2 && colon <= kLongest &&
         subject.substr(0, colon).find(' ') == std::string_view::npos;
}

// Words of the writer stand above and below quoted lines, and marked ones stand below them too.
bool IsInterleaved(std::span<const mail::TextLine> lines) {
  constexpr size_t kFewest = 3;  // stretches: quoted, own, quoted
  size_t stretches = 0;
  mail::LineVoice last = mail::LineVoice::kHeading;
  for (const mail::TextLine& line : lines) {
    const bool quoted = line.voice == mail::LineVoice::kQuoted && line.depth > 0;
    if (!quoted && (line.voice != mail::LineVoice::kOwn || line.text.empty())) continue;
    if (stretches == 0 && !quoted) continue;
    if (stretches == 0 || line.voice != last) ++stretches;
    last = line.voice;
  }
  return stretches >= kFewest;
}

const Language* Read(const mail::Body& body, const MailFacts& mail, const Languages& languages,
                     Reading& out, uint64_t& given_up) {
  const std::string_view text = body.text();
  std::span<const mail::TextLine> lines = body.lines();
  std::vector<mail::TextLine> as_own;
  std::vector<std::string> words = WordsOf(lines);
  if (words.empty()) {
    as_own = body.lines();
    for (mail::TextLine& line : as_own)
      if (line.voice == mail::LineVoice::kQuoted && line.depth == 0)
        line.voice = mail::LineVoice::kOwn;
    lines = as_own;
    words = WordsOf(lines);
    out.below = !words.empty();
  }
  const Language* language =
      languages.Guess(std::vector<std::string_view>(words.begin(), words.end()));
  out.has_text = !words.empty();
  out.interleaved = IsInterleaved(lines);
  if (language == nullptr) return nullptr;
  out.language = language->wording().language;
  Reader reader(*language, languages.topics(), mail, out);
  std::vector<Sentence> sentences = SplitSentences(text, lines);
  out.cut = sentences.size() > kMostSentences;
  if (out.cut) sentences.resize(kMostSentences);
  for (const Sentence& sentence : sentences) reader.Read(text, sentence, false);
  if (const auto signer = FindSigner(lines, languages)) {
    out.signer = {static_cast<uint32_t>(signer->data() - text.data()),
                  static_cast<uint32_t>(signer->size())};
    out.signer_words = WordsOfName(*signer);
    if (mail.keeps_signer) out.signer_name = *signer;
  }
  Sentence subject;
  subject.length = static_cast<uint32_t>(mail.subject.size());
  if (subject.length > 0 && !IsReply(mail.subject)) reader.Read(mail.subject, subject, true);
  given_up = reader.given_up();
  return language;
}

}  // namespace

Reading ReadMail(const mail::Body& body, const MailFacts& mail, const Languages& languages,
                 uint64_t* given_up) {
  Reading out;
  uint64_t searches = 0;
  const Language* language = Read(body, mail, languages, out, searches);
  if (given_up != nullptr) *given_up += searches;
  ReadAttachments(body.structure(), body.text_part(),
                  language == nullptr ? nullptr : &language->lexicon(), out);
  return out;
}

}  // namespace threadlint::facts
