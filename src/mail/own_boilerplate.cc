#include "mail/own_boilerplate.h"

#include "mail/own_phrase_index.h"
#include "util/ascii.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr int kDecides = 3;

bool IsWordByte(char c) { return util::IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

// Somebody speaks of himself: no boilerplate does.
bool SaysI(std::string_view text) {
  static constexpr std::string_view kWords[] = {
      " i ",  " i'm ", " i've ", " i'd ",  " my ",  " ich ", " mein ", " je ",  " j'",
      " yo ", " ik ",  " eu ",   " mijn ", " jag ", " jeg ", " io ",   " mia ", " mon "};
  constexpr std::string_view kStarts[] = {"i ", "i'", "ich ", "je ", "j'", "yo ", "ik ", "my "};
  static const PhraseIndex words(kWords);
  const auto is_none = [](size_t) { return false; };
  for (size_t at = text.find(' '); at != kNone && at + 1 < text.size(); at = text.find(' ', at + 1))
    if (!words.FindAt(text, at, is_none)) return true;
  return std::ranges::any_of(kStarts, [&](auto word) { return text.starts_with(word); });
}

bool HasLink(std::string_view text) {
  return text.find("://") != kNone || text.find("www.") != kNone || text.find("<mailto") != kNone;
}

struct Weights {
  std::array<int, 3> of = {};  // by CueKind
  int operator[](CueKind kind) const { return of[static_cast<size_t>(kind)]; }
};

std::vector<std::string_view> WordsOfCues() {
  std::vector<std::string_view> out;
  for (const Cue& cue : Cues()) out.push_back(cue.words);
  return out;
}

// Of the cues that stand at the beginning of a word. One that stands there twice weighs once.
Weights Weigh(std::string_view text) {
  static const PhraseIndex index(WordsOfCues());
  Weights out;
  std::vector<size_t> seen;
  bool in_word = false;
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    const bool is_word = IsWordByte(text[at]);
    const bool begins = !in_word || !is_word;
    in_word = is_word;
    if (!begins) continue;
    index.FindAt(text, at, [&](size_t number) {
      if (std::ranges::find(seen, number) != seen.end()) return true;
      seen.push_back(number);
      out.of[static_cast<size_t>(Cues()[number].kind)] += Cues()[number].weight;
      return true;
    });
  }
  return out;
}

std::string_view WithoutFrame(std::string_view line) {
  constexpr std::string_view kFrame = "*_<>()[]{}-~#\"' ";
  while (!line.empty() && kFrame.find(line.front()) != kNone) line.remove_prefix(1);
  while (!line.empty() && kFrame.find(line.back()) != kNone) line.remove_suffix(1);
  return line;
}

bool Holds(const Weights& weights) {
  return weights[CueKind::kDisclaimer] >= kDecides || weights[CueKind::kFooter] + 1 >= kDecides;
}

// What the paragraph is by the weights of its cues.
LineVoice VoiceOf(std::string_view folded, const Weights& weights) {
  const int footer = weights[CueKind::kFooter];
  LineVoice voice = LineVoice::kOwn;
  CueKind kind = CueKind::kDisclaimer;
  if (weights[CueKind::kDisclaimer] >= kDecides) {
    voice = LineVoice::kDisclaimer;
  } else if (footer >= kDecides || (footer + 1 >= kDecides && HasLink(folded))) {
    voice = LineVoice::kFooter;
    kind = CueKind::kFooter;
  }
  if (voice == LineVoice::kOwn || SaysI(folded)) return LineVoice::kOwn;
  // "Your case has been closed. How did we do?" tells of the case.
  constexpr std::ptrdiff_t kFewestBlanks = 3;  // "Harbour Lamps Ltd." is no sentence
  size_t sentence = folded.find_first_of(".!?");
  while (sentence != kNone && std::ranges::count(folded.substr(0, sentence), ' ') < kFewestBlanks)
    sentence = folded.find_first_of(".!?", sentence + 1);
  if (sentence < folded.size() / 2 && Weigh(folded.substr(0, sentence + 2))[kind] == 0)
    return LineVoice::kOwn;
  return voice;
}

}  // namespace

Boilerplate FindBoilerplate(std::string_view folded) {
  constexpr size_t kReads = 3000;  // what a paragraph is shows at its beginning
  const std::string_view beginning = folded.substr(0, kReads);
  const Weights weights = Weigh(beginning);
  return {VoiceOf(beginning, weights), Holds(folded.size() > kReads ? Weigh(folded) : weights)};
}

bool IsDeviceSignature(std::string_view folded) {
  constexpr size_t kLongest = 120, kMostWords = 14;
  if (folded.empty() || folded.size() > kLongest || folded.ends_with('?')) return false;
  const std::string_view line = WithoutFrame(folded);
  if (std::count(line.begin(), line.end(), ' ') >= static_cast<std::ptrdiff_t>(kMostWords))
    return false;
  static const PhraseIndex words(SentWords());
  static const PhraseIndex devices(DeviceWords());
  // Programs begin with it; "von meinem iPhone gesendet" ends with it.
  constexpr size_t kNearBeginning = 24;
  const size_t sent = words.FindFirst(line);
  if (sent == kNone || sent > kNearBeginning || line.find(" i ") != kNone) return false;
  // "Sent from my desk is easier than from my phone."
  if (line.find(" is ") != kNone || line.find(" was ") != kNone) return false;
  return devices.FindFirst(line.substr(sent)) != kNone;
}

size_t GatewayBannerLines(std::span<const std::string_view> folded) {
  constexpr size_t kMostLines = 8, kMostBytes = 700;
  std::string joined;
  size_t lines = 0;
  for (; lines < folded.size() && lines < kMostLines; ++lines) {
    if (folded[lines].empty()) break;
    joined += (joined.empty() ? "" : " ");
    joined += folded[lines];
    if (joined.size() > kMostBytes) return 0;
    if (Weigh(joined)[CueKind::kBanner] >= kDecides) break;
    if (lines > 2) return 0;
  }
  if (lines == folded.size() || folded[lines].empty() || SaysI(joined)) return 0;
  // Down to the end of its sentence, and on while what follows warns as well.
  const auto ends = [](std::string_view line) {
    return line.ends_with('.') || line.ends_with(']') || line.ends_with('*') ||
           line.ends_with('!') || line.ends_with('-') || line.ends_with('>') || line.ends_with('=');
  };
  size_t end = lines + 1;
  while (end < folded.size() && end < kMostLines && !folded[end].empty()) {
    const bool warns = Weigh(folded[end])[CueKind::kBanner] > 0;
    if (!warns && ends(folded[end - 1])) break;
    // A short line above is no wrapped one.
    constexpr size_t kWrapped = 50;
    if (!warns && folded[end - 1].size() < kWrapped) break;
    ++end;
  }
  return end;
}

}  // namespace threadlint::mail
