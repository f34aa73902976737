#include "lint/exhibit_sayings.h"

#include "facts/reading.h"
#include "mail/own_text.h"
#include "mail/text.h"
#include "util/ascii.h"
#include "util/utf8.h"

#include <algorithm>
#include <optional>
#include <string>

namespace threadlint {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::Mark;
using facts::Reading;
using facts::SentenceReading;

constexpr size_t kMostSayings = 3;
constexpr size_t kLongestSaying = 240;  // bytes

// What a sentence with that mark does if a desk says it, or else a customer. The first that fits
// counts.
struct MarkRow {
  Mark mark;
  SayingKind kind;
  bool desk, customer;
};
constexpr MarkRow kMarks[] = {
    {Mark::kRefusal, SayingKind::kRefuses, true, false},
    {Mark::kClosure, SayingKind::kCloses, true, false},
    {Mark::kAdmits, SayingKind::kAdmits, true, false},
    {Mark::kHandOver, SayingKind::kSendsOn, true, false},
    {Mark::kChannel, SayingKind::kSendsOn, true, false},
    {Mark::kThirdParty, SayingKind::kSendsOn, true, false},
    {Mark::kPromise, SayingKind::kPromises, true, false},
    {Mark::kProtest, SayingKind::kObjects, false, true},
    {Mark::kConfronts, SayingKind::kObjects, false, true},
    {Mark::kLapse, SayingKind::kObjects, false, true},
    {Mark::kUnanswered, SayingKind::kObjects, false, true},
    {Mark::kComplains, SayingKind::kObjects, false, true},
    {Mark::kAttached, SayingKind::kGives, true, true},
    {Mark::kQuestion, SayingKind::kAsks, true, true},
};

struct FactRow {
  FactKind kind;
  SayingKind of_desk;
  SayingKind of_customer;
};
constexpr FactRow kFacts[] = {
    {FactKind::kDenied, SayingKind::kDenies, SayingKind::kDenies},
    {FactKind::kAcknowledged, SayingKind::kConfirms, SayingKind::kConfirms},
    {FactKind::kRequest, SayingKind::kAsks, SayingKind::kAsks},
    {FactKind::kTried, SayingKind::kAsks, SayingKind::kAsks},
    {FactKind::kQuestion, SayingKind::kAsks, SayingKind::kAsks},
    {FactKind::kClaim, SayingKind::kSays, SayingKind::kSays},
    {FactKind::kStated, SayingKind::kSays, SayingKind::kGives},
};

// Says something about nobody's matter.
bool IsEmpty(const SentenceReading& s) {
  return s.subject || s.Is(Mark::kPadding) || s.Is(Mark::kCourtesy) || s.Is(Mark::kStanding);
}

std::optional<SayingKind> KindOf(const Reading& reading, uint32_t sentence, bool desk) {
  const SentenceReading& s = reading.sentences[sentence];
  for (const MarkRow& row : kMarks)
    if (s.Is(row.mark) && (desk ? row.desk : row.customer)) return row.kind;
  for (const FactRow& row : kFacts)
    for (const Fact& fact : reading.facts)
      if (fact.sentence == sentence && fact.kind == row.kind)
        return desk ? row.of_desk : row.of_customer;
  if (!desk && s.values > 0) return SayingKind::kGives;
  return std::nullopt;
}

// On one line, and not too long.
std::string OneLine(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank || (!out.empty() && out.back() != ' ')) out += blank ? ' ' : c;
  }
  while (out.ends_with(' ')) out.pop_back();
  if (out.size() > kLongestSaying) {
    const size_t blank = out.rfind(' ', kLongestSaying);
    out.resize(blank == std::string::npos ? kLongestSaying : blank);
    out = util::MakeValidUtf8(out) + " …";
  }
  return out;
}

// The first of its writer's words that are no greeting.
std::string Beginning(std::string_view text) {
  std::string out;
  for (const mail::TextLine& line : mail::ReadLines(text)) {
    if (line.voice != mail::LineVoice::kOwn || line.text.empty() ||
        line.text == mail::kSignatureEnd) {
      if (!out.empty()) break;
      continue;
    }
    const bool greeting = out.empty() && line.text.ends_with(',');
    if (greeting) continue;
    if (!out.empty()) out += ' ';
    out += line.text;
    if (out.size() > kLongestSaying) break;
  }
  return OneLine(out);
}

}  // namespace

std::string_view Name(SayingKind kind) {
  switch (kind) {
    case SayingKind::kSays:
      return "says";
    case SayingKind::kAsks:
      return "asks";
    case SayingKind::kGives:
      return "gives";
    case SayingKind::kPromises:
      return "promises";
    case SayingKind::kConfirms:
      return "confirms";
    case SayingKind::kDenies:
      return "denies";
    case SayingKind::kRefuses:
      return "refuses";
    case SayingKind::kCloses:
      return "closes";
    case SayingKind::kSendsOn:
      return "sends on";
    case SayingKind::kAdmits:
      return "admits";
    case SayingKind::kObjects:
      return "objects";
  }
  return "says";
}

std::vector<ExhibitSaying> FindSayings(std::string_view text, Side side, const ReadMessage& read) {
  std::vector<ExhibitSaying> out;
  const bool desk = side != Side::kCustomer;
  const size_t sentences = read.reading == nullptr ? 0 : read.reading->sentences.size();
  for (uint32_t i = 0; i < sentences && out.size() < kMostSayings; ++i) {
    const SentenceReading& s = read.reading->sentences[i];
    if (IsEmpty(s) || s.at.begin >= text.size()) continue;
    if (i < read.old.size() && read.old[i] != 0) continue;
    if (const auto kind = KindOf(*read.reading, i, desk))
      out.push_back({*kind, OneLine(text.substr(s.at.begin, s.at.length))});
  }
  if (out.empty())
    if (std::string words = Beginning(text); !words.empty())
      out.push_back({SayingKind::kSays, std::move(words)});
  return out;
}

}  // namespace threadlint
